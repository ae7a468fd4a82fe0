package typeset

import (
	"encoding/binary"
	"fmt"
)

// firstOfCollection takes the first font out of a font collection ("ttcf"), as
// a file of its own; other bytes come back as they are. The fonts of a
// collection share tables, so they are copied (OpenType, "Font Collections").
func firstOfCollection(b []byte) ([]byte, error) {
	if len(b) < 16 || string(b[:4]) != "ttcf" {
		return b, nil
	}
	at := int(binary.BigEndian.Uint32(b[12:]))
	if binary.BigEndian.Uint32(b[8:]) == 0 || at < 0 || at+12 > len(b) {
		return nil, fmt.Errorf("%w: a collection without fonts", ErrFont)
	}
	count := int(binary.BigEndian.Uint16(b[at+4:]))
	directory := 12 + 16*count
	if at+directory > len(b) {
		return nil, fmt.Errorf("%w: a damaged collection", ErrFont)
	}
	size := directory
	for i := range count {
		record := b[at+12+16*i:]
		from, length := int(binary.BigEndian.Uint32(record[8:])), int(binary.BigEndian.Uint32(record[12:]))
		if from > len(b) || length > len(b)-from {
			return nil, fmt.Errorf("%w: a damaged collection", ErrFont)
		}
		if size += (length + 3) &^ 3; size > 2*len(b) { // tables that lie over each other
			return nil, fmt.Errorf("%w: a damaged collection", ErrFont)
		}
	}
	out := make([]byte, directory, size)
	copy(out, b[at:at+directory])
	for i := range count {
		record := out[12+16*i:]
		from, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		binary.BigEndian.PutUint32(record[8:], uint32(len(out)))
		out = append(out, b[from:from+length]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out, nil
}
