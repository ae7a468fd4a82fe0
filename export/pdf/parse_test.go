package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
)

func TestParseValues(t *testing.T) {
	for _, c := range []struct {
		in   string
		want value
	}{
		{"12", token("12")},
		{"-1.5", token("-1.5")},
		{"12 0 R", ref(12)},
		{"[12 0 13 0 R 0]", array{token("12"), token("0"), ref(13), token("0")}},
		{"/Name", name("Name")},
		{"<</A/B/C[1]/D<</E null>>>>", dict{"A": name("B"), "C": array{token("1")}, "D": dict{"E": token("null")}}},
		{`(a\(b\)c\\\r(d))`, text("a(b)c\\\r(d)")},
		{"<46 6F6f5>", text("Foo\x50")},
		{"true", token("true")},
	} {
		got, err := (&scanner{b: []byte(c.in)}).value(0)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %#v, %v; want %#v", c.in, got, err, c.want)
		}
		written := appendValue(nil, c.want, func(r ref) int { return int(r) })
		again, err := (&scanner{b: written}).value(0)
		if err != nil || !reflect.DeepEqual(again, c.want) {
			t.Errorf("%s: written %s, read again %#v, %v", c.in, written, again, err)
		}
	}
}

func TestParseRefusesWhatIsNoPDF(t *testing.T) {
	for _, in := range []string{
		"", "startxref", "startxref 99999999999", "startxref 0", "xref startxref 0", "xref 0 1 startxref 0",
		strings.Repeat("[", 1000), "xref 0 2 0 65535 f 99 0 n trailer <<>> startxref 0",
		"xref 0 1 0 65535 f trailer <</Root 1 0 R>> startxref 0",
	} {
		if _, err := parse([]byte(in)); !errors.Is(err, errSyntax) {
			t.Errorf("%.40q: %v", in, err)
		}
	}
	for _, in := range []string{"", "(", "(\\", "<4", "<4x>", "[", "[1", "<</A", "<<1 2>>", "<</A 1", ")", strings.Repeat("[", 100)} {
		if v, err := (&scanner{b: []byte(in)}).value(0); !errors.Is(err, errSyntax) {
			t.Errorf("%.40q: %v, %v", in, v, err)
		}
	}
}

// small is a file of the form that gofpdf writes.
var small = func() string {
	var b strings.Builder
	var places []int
	b.WriteString("%PDF-1.3\n")
	for i, o := range []string{
		"<</Type /Pages /Kids [] /Count 0>>",
		"<</Length 5>>\nstream\nhello\nendstream",
		"<</Title (\\(x\\)) /S 2 0 R>>",
		"<</Type /Catalog /Pages 1 0 R>>",
	} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	b.WriteString("xref\n0 5\n0000000000 65535 f \n")
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size 5 /Root 4 0 R /Info 3 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.String()
}()

func TestParseFile(t *testing.T) {
	f, err := parse([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	if f.root != 4 || f.info != 3 || string(f.objects[2].stream) != "hello" || f.dict(ref(3))["S"] != ref(2) {
		t.Errorf("root %d, info %d, objects %+v", f.root, f.info, f.objects)
	}
}

// FuzzParse gives the reader foreign bytes. What it accepts it must be able to
// write, and to read again with nothing lost.
func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(strings.Replace(small, "/Title", "/Kids [[[<</A(b)>>]]] /Title", 1)))
	f.Fuzz(func(t *testing.T, b []byte) {
		parsed, err := parse(b)
		if err != nil {
			return
		}
		reachable := len(number(parsed).order)
		var written bytes.Buffer
		newPrinter(&written).classic(parsed, "1.4")
		again, err := parse(written.Bytes())
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%q", err, &written)
		}
		if got := len(number(again).order); got != reachable {
			t.Fatalf("%d objects became %d\n%q", reachable, got, &written)
		}
		newPrinter(io.Discard).packed(parsed, "1.5", 6)
	})
}

// FuzzFonts and FuzzJPEG give damaged files to the other readers.
func FuzzFonts(f *testing.F) {
	f.Add([]byte("\x00\x01\x00\x00\x00\x01"), uint16(3))
	f.Add(smallFont(), uint16(1))
	f.Fuzz(func(t *testing.T, b []byte, gid uint16) {
		cut, _, err := subset(b, []coded{{gid: gid}, {gid: gid, merged: "\x02\x00\x00\x01\x00\x09\xff\xf0\x00\x02\x00\x00\x00\x00"}, {}})
		if err != nil {
			return
		}
		if _, err := openTrueType(cut); err != nil {
			t.Errorf("a font that was cut cannot be read: %v", err)
		}
	})
}

func FuzzJPEG(f *testing.F) {
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x04ab\xFF\xC0\x00\x0B\x08\x00\x01\x00\x01\x01\x01\x11\x00\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00x\xFF\xD9"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := readJPEG(b); err != nil {
			return
		}
		clean, err := withoutMetadata(b)
		if err != nil {
			t.Fatal(err)
		}
		s, err := readJPEG(clean)
		if err != nil || s.metadata {
			t.Errorf("cleaned picture: %+v, %v", s, err)
		}
	})
}

// smallFont has three glyphs, the last made of the one before.
func smallFont() []byte {
	glyf := make([]byte, 12)
	bigEndian.PutUint16(glyf, 1)
	composite := make([]byte, 16)
	bigEndian.PutUint16(composite, 0xFFFF)
	bigEndian.PutUint16(composite[12:], 1)
	var loca []byte
	for _, at := range []uint32{0, 0, 12, 28} {
		loca = bigEndian.AppendUint32(loca, at)
	}
	head := make([]byte, 54)
	bigEndian.PutUint16(head[18:], 1000)
	bigEndian.PutUint16(head[50:], 1)
	hhea, maxp := make([]byte, 36), make([]byte, 6)
	bigEndian.PutUint16(hhea[34:], 2)
	bigEndian.PutUint16(maxp[4:], 3)
	hmtx := []byte{1, 0, 0, 1, 2, 0, 0, 2, 0, 3}
	return assemble(map[string][]byte{
		"glyf": append(glyf, composite...), "loca": loca, "head": head,
		"hhea": hhea, "maxp": maxp, "hmtx": hmtx,
	})
}

func TestSubsetTakesThePartsAlong(t *testing.T) {
	cut, count, err := subset(smallFont(), []coded{{gid: 2}, {gid: 2, text: "x"}})
	if err != nil {
		t.Fatal(err)
	}
	if sum := checksum(cut); count != 4 || sum != 0xB1B0AFBA {
		t.Errorf("%d glyphs, checksum %X", count, sum)
	}
	f, err := openTrueType(cut)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.offsets)-1 != 4 { // .notdef, the glyph twice, its part
		t.Fatalf("%d glyphs", len(f.offsets)-1)
	}
	for gid := uint16(1); gid <= 2; gid++ {
		outline, err := f.outline(gid)
		if err != nil {
			t.Fatal(err)
		}
		at, err := parts(outline)
		if err != nil || len(at) != 1 || bigEndian.Uint16(outline[at[0]:]) != 3 {
			t.Errorf("glyph %d: parts at %v, %v", gid, at, err)
		}
		if got := f.metric(gid); string(got) != "\x02\x00\x00\x03" {
			t.Errorf("glyph %d: metric %v", gid, got)
		}
	}
	if got := f.metric(3); string(got) != "\x02\x00\x00\x02" {
		t.Errorf("the part: metric %v", got)
	}
	if _, _, err := subset(smallFont(), []coded{{gid: 9}}); !errors.Is(err, errFont) {
		t.Errorf("a glyph that is not there: %v", err)
	}
}
