package pdf

import (
	"errors"
	"fmt"
)

var errJPEG = errors.New("not a JPEG picture")

// jpegShape is what the segments before the pixels of a JPEG say.
type jpegShape struct {
	width, height int
	bits          int
	components    int
	process       byte // of the frame header: 0 baseline, 1 extended, 2 progressive
	transform     int  // of Adobe's segment, -1 without one
	metadata      bool // segments that tell nothing of the pixels
}

// readJPEG reads the segments up to the frame header.
func readJPEG(b []byte) (jpegShape, error) {
	s := jpegShape{transform: -1}
	found := false
	_, err := eachSegment(b, func(marker byte, seg []byte) bool {
		switch {
		case marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
			if len(seg) < 10 {
				return false
			}
			s.process, s.bits, s.components = marker-0xC0, int(seg[4]), int(seg[9])
			s.height, s.width = int(bigEndian.Uint16(seg[5:])), int(bigEndian.Uint16(seg[7:]))
			found = true
		case marker == 0xEE && len(seg) >= 16 && string(seg[4:9]) == "Adobe":
			s.transform = int(seg[15])
		case isMetadata(marker):
			s.metadata = true
		}
		return true
	})
	if err != nil {
		return s, err
	}
	if !found || s.width == 0 || s.height == 0 {
		return s, errJPEG
	}
	return s, nil
}

// printable says whether a PDF may hold the picture as it is.
func (s jpegShape) printable() bool {
	return s.bits == 8 && s.process <= 2 && (s.components == 1 || s.components == 3 && s.transform != 0)
}

// isMetadata names the segments that hold remarks: Exif, XMP, profiles and
// comments. JFIF and Adobe's segment say how to read the pixels and stay.
func isMetadata(marker byte) bool {
	return marker == 0xFE || marker > 0xE0 && marker <= 0xEF && marker != 0xEE
}

// eachSegment calls see with every segment, marker and length included, up to
// the pixels, until it gives false. It gives the place where the pixels start.
func eachSegment(b []byte, see func(marker byte, segment []byte) bool) (pixels int, err error) {
	if len(b) < 4 || b[0] != 0xFF || b[1] != 0xD8 {
		return 0, errJPEG
	}
	for at := 2; ; {
		for at < len(b) && b[at] == 0xFF && at+1 < len(b) && b[at+1] == 0xFF {
			at++ // padding
		}
		if at+4 > len(b) || b[at] != 0xFF {
			return 0, fmt.Errorf("%w: broken off at byte %d", errJPEG, at)
		}
		marker := b[at+1]
		size := 2 + int(bigEndian.Uint16(b[at+2:]))
		if size < 4 || at+size > len(b) {
			return 0, fmt.Errorf("%w: broken off at byte %d", errJPEG, at)
		}
		if !see(marker, b[at:at+size]) {
			return 0, errJPEG
		}
		at += size
		if marker == 0xDA {
			return at, nil
		}
	}
}

// withoutMetadata gives the same picture without remarks; the pixels are not
// touched.
func withoutMetadata(b []byte) ([]byte, error) {
	out := make([]byte, 0, len(b))
	out = append(out, 0xFF, 0xD8)
	end, err := eachSegment(b, func(marker byte, seg []byte) bool {
		if !isMetadata(marker) {
			out = append(out, seg...)
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	return append(out, b[end:]...), nil
}
