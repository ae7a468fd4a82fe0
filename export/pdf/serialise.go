package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
)

// numbering gives objects their numbers in the order in which they are met on
// the way from the catalog. Objects that nothing leads to are left out, and
// the order in which gofpdf happened to write them leaves no trace.
type numbering struct {
	of    []int // new number by old, 0 for not met
	order []ref
}

func number(f *file) *numbering {
	n := &numbering{of: make([]int, len(f.objects))}
	n.meet(f.root, f)
	n.meet(f.info, f)
	for i := 0; i < len(n.order); i++ {
		n.walk(f.objects[n.order[i]].value, f)
	}
	return n
}

func (n *numbering) meet(r ref, f *file) {
	if r <= 0 || int(r) >= len(f.objects) || f.objects[r] == nil || n.of[r] != 0 {
		return
	}
	n.order = append(n.order, r)
	n.of[r] = len(n.order)
}

func (n *numbering) walk(v value, f *file) {
	switch v := v.(type) {
	case ref:
		n.meet(v, f)
	case array:
		for _, e := range v {
			n.walk(e, f)
		}
	case dict:
		for _, k := range v.keys() {
			n.walk(v[k], f)
		}
	}
}

func (n *numbering) number(r ref) int {
	if r <= 0 || int(r) >= len(n.of) {
		return 0
	}
	return n.of[r]
}

// appendObject writes an object with its new number.
func appendObject(b []byte, num int, o *object, number func(ref) int) []byte {
	b = strconv.AppendInt(b, int64(num), 10)
	b = append(b, " 0 obj\n"...)
	if !o.isStream {
		b = appendValue(b, o.value, number)
		return append(b, "\nendobj\n"...)
	}
	d, ok := o.value.(dict)
	if !ok {
		d = dict{}
	}
	d["Length"] = len(o.stream)
	b = appendValue(b, d, number)
	b = append(b, "\nstream\n"...)
	b = append(b, o.stream...)
	return append(b, "\nendstream\nendobj\n"...)
}

// header is the first two lines; the second says that bytes follow, not text.
func header(f *file, version string) []byte {
	size := 1024
	for _, o := range f.objects {
		if o != nil {
			size += len(o.stream) + 128
		}
	}
	return append(make([]byte, 0, size), "%PDF-"+version+"\n%\xE2\xE3\xCF\xD3\n"...)
}

// trailer is where a reader begins. The file's identity is made of its content.
func trailer(f *file, content []byte) dict {
	sum := sha256.Sum256(content)
	id := text(sum[:16])
	return dict{"Root": f.root, "Info": f.info, "ID": array{id, id}}
}

// writeClassic writes a file that any reader of the last thirty years takes:
// plain objects and a table of their places.
func writeClassic(f *file, version string) []byte {
	n := number(f)
	b := header(f, version)
	places := make([]int, len(n.order))
	for i, r := range n.order {
		places[i] = len(b)
		b = appendObject(b, i+1, f.objects[r], n.number)
	}
	t := trailer(f, b)
	t["Size"] = len(places) + 1
	start := len(b)
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		b = fmt.Appendf(b, "%010d 00000 n \n", at)
	}
	b = append(b, "trailer\n"...)
	b = appendValue(b, t, n.number)
	return fmt.Appendf(b, "\nstartxref\n%d\n%%%%EOF\n", start)
}

// packedObjects is how many objects share one stream: enough to pack well, few
// enough that a reader need not unpack a whole book to show a page.
const packedObjects = 200

// writePacked writes objects in packed groups and the table as a stream
// (ISO 32000-1, 7.5.7 and 7.5.8).
func writePacked(f *file, version string, level int) []byte {
	n := number(f)
	b := header(f, version)
	type place struct{ kind, a, b int }
	places := []place{{0, 0, 65535}}
	var loose []int // objects to be packed
	for i, r := range n.order {
		places = append(places, place{})
		if !f.objects[r].isStream {
			loose = append(loose, i)
			continue
		}
		places[i+1] = place{1, len(b), 0}
		b = appendObject(b, i+1, f.objects[r], n.number)
	}
	p := packer{level: level}
	for ; len(loose) > 0; loose = loose[min(packedObjects, len(loose)):] {
		var index, body []byte
		group := loose[:min(packedObjects, len(loose))]
		for k, i := range group {
			index = fmt.Appendf(index, "%d %d ", i+1, len(body))
			body = append(appendValue(body, f.objects[n.order[i]].value, n.number), '\n')
			places[i+1] = place{2, len(places), k}
		}
		o := &object{isStream: true, stream: append(index, body...), value: dict{
			"Type": name("ObjStm"), "N": len(group), "First": len(index),
		}}
		_ = p.pack(o) // into memory, from what was just made: cannot fail
		places = append(places, place{1, len(b), 0})
		b = appendObject(b, len(places)-1, o, n.number)
	}
	t := trailer(f, b)
	places = append(places, place{1, len(b), 0})
	t["Type"], t["Size"], t["W"] = name("XRef"), len(places), array{1, 4, 2}
	var rows []byte
	for _, p := range places {
		rows = append(rows, byte(p.kind))
		rows = bigEndian.AppendUint32(rows, uint32(p.a))
		rows = bigEndian.AppendUint16(rows, uint16(p.b))
	}
	o := &object{isStream: true, stream: rows, value: t}
	_ = p.pack(o)
	start := len(b)
	b = appendObject(b, len(places)-1, o, n.number)
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", start)
}
