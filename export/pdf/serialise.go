package pdf

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
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

// printer writes a file and knows where it is in it: with the photos a file is
// too large to be held in memory once more.
type printer struct {
	w       io.Writer
	at      int
	content hash.Hash // of all that was written
	err     error     // the first; nothing is written after it
	b       []byte    // being composed
}

func newPrinter(w io.Writer) *printer { return &printer{w: w, content: sha256.New()} }

// Write implements io.Writer.
func (p *printer) Write(b []byte) (int, error) {
	p.write(b)
	return len(b), p.err
}

func (p *printer) write(b []byte) {
	if p.err != nil {
		return
	}
	p.at += len(b)
	p.content.Write(b)
	_, p.err = p.w.Write(b)
}

// object writes an object with its new number.
func (p *printer) object(num int, o *object, number func(ref) int) {
	b := strconv.AppendInt(p.b[:0], int64(num), 10)
	b = append(b, " 0 obj\n"...)
	if o.isStream {
		d, ok := o.value.(dict)
		if !ok {
			d = dict{}
		}
		d["Length"] = len(o.stream) + o.picture.size
		b = appendValue(b, d, number)
		p.write(append(b, "\nstream\n"...))
		p.write(o.stream)
		if o.picture.size > 0 {
			if _, err := o.picture.WriteTo(p); p.err == nil {
				p.err = err
			}
		}
		p.write([]byte("\nendstream\nendobj\n"))
	} else {
		b = appendValue(b, o.value, number)
		p.write(append(b, "\nendobj\n"...))
	}
	p.b = b
}

// header is the first two lines; the second says that bytes follow, not text.
func (p *printer) header(version string) {
	p.write([]byte("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n"))
}

// trailer is where a reader begins. The file's identity is made of its content.
func (p *printer) trailer(f *file) dict {
	id := text(p.content.Sum(nil)[:16])
	return dict{"Root": f.root, "Info": f.info, "ID": array{id, id}}
}

// classic writes a file that any reader of the last thirty years takes:
// plain objects and a table of their places.
func (p *printer) classic(f *file, version string) {
	n := number(f)
	p.header(version)
	places := make([]int, len(n.order))
	for i, r := range n.order {
		places[i] = p.at
		p.object(i+1, f.objects[r], n.number)
	}
	t := p.trailer(f)
	t["Size"] = len(places) + 1
	b := fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		b = fmt.Appendf(b, "%010d 00000 n \n", at)
	}
	b = append(b, "trailer\n"...)
	b = appendValue(b, t, n.number)
	p.write(fmt.Appendf(b, "\nstartxref\n%d\n%%%%EOF\n", p.at))
}

// packedObjects is how many objects share one stream: enough to pack well, few
// enough that a reader need not unpack a whole book to show a page.
const packedObjects = 200

// packed writes objects in packed groups and the table as a stream
// (ISO 32000-1, 7.5.7 and 7.5.8).
func (p *printer) packed(f *file, version string, level int) {
	n := number(f)
	p.header(version)
	type place struct{ kind, a, b int }
	places := []place{{0, 0, 65535}}
	var loose []int // objects to be packed
	for i, r := range n.order {
		places = append(places, place{})
		if !f.objects[r].isStream {
			loose = append(loose, i)
			continue
		}
		places[i+1] = place{1, p.at, 0}
		p.object(i+1, f.objects[r], n.number)
	}
	pack := packer{level: level}
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
		_ = pack.pack(o) // into memory, from what was just made: cannot fail
		places = append(places, place{1, p.at, 0})
		p.object(len(places)-1, o, n.number)
	}
	t := p.trailer(f)
	places = append(places, place{1, p.at, 0})
	t["Type"], t["Size"], t["W"] = name("XRef"), len(places), array{1, 4, 2}
	var rows []byte
	for _, at := range places {
		rows = append(rows, byte(at.kind))
		rows = bigEndian.AppendUint32(rows, uint32(at.a))
		rows = bigEndian.AppendUint16(rows, uint16(at.b))
	}
	o := &object{isStream: true, stream: rows, value: t}
	_ = pack.pack(o)
	start := p.at
	p.object(len(places)-1, o, n.number)
	p.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start))
}
