package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/raster"
	"laurel/export/typeset"
)

// written gives the file of a document.
func written(t testing.TB, doc *page.Document, opt pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(context.Background(), doc, &b, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// kinds are the files that one document can become.
func kinds(photos pdf.Photos) map[string]pdf.Options {
	return map[string]pdf.Options{
		"reading copy": {Photos: photos},
		"compact":      {Photos: photos, Compact: true, DPI: 100},
		"press":        {Photos: photos, Press: &pdf.Press{Condition: assets.CoatedCondition, Profile: assets.CoatedProfile(), CropMarks: true}},
	}
}

func TestSameBytesEachTime(t *testing.T) {
	doc, photos := sample(t, 7)
	// Photos of one width but of different pixels are what gofpdf shuffles.
	masters := map[string][]byte{}
	for i := range 7 {
		masters[fmt.Sprint("photo", i)] = portrait(150, 190+i)
	}
	photos.Master = func(key string) ([]byte, error) { return masters[key], nil }
	for kind, opt := range kinds(photos) {
		first := written(t, doc, opt)
		for range 3 {
			if !bytes.Equal(first, written(t, doc, opt)) {
				t.Fatalf("%s: two writes of the same document differ", kind)
			}
		}
		doc.Info.Date++
		doc.Info.Date += 1000
		if bytes.Equal(first, written(t, doc, opt)) {
			t.Errorf("%s: another date gives the same bytes", kind)
		}
	}
}

// open gives a document to look at.
func open(t *testing.T, file []byte) *raster.Document {
	t.Helper()
	d, err := renderer(t).Load(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func TestTextComesOutWhole(t *testing.T) {
	doc, photos := sample(t, 2)
	for kind, opt := range kinds(photos) {
		d := open(t, written(t, doc, opt))
		got, err := d.Text(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{
			"Person 1 Våvrová", "The office was the first place", "there for five years. Žižek, Ærø, “naïve” – 12–15.",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in %q", kind, want, got)
			}
		}
	}
}

func TestQRCodeReadsBackFromThePage(t *testing.T) {
	doc, photos := sample(t, 3)
	for kind, opt := range kinds(photos) {
		d := open(t, written(t, doc, opt))
		img, err := d.PageDPI(t.Context(), 2, 200)
		if err != nil {
			t.Fatal(err)
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
		if err != nil {
			t.Fatal(err)
		}
		code, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if want := "https://example.org/video/1"; code.GetText() != want {
			t.Errorf("%s: the code says %q, want %q", kind, code.GetText(), want)
		}
	}
}

// TestMarksLandWhereTheyShould looks at the pixels of a page with one mark of
// each kind.
func TestMarksLandWhereTheyShould(t *testing.T) {
	red, green, blue := page.Color{R: 255, M: 100, Y: 100}, page.Color{G: 255, C: 100, Y: 100}, page.Color{B: 255, C: 100, M: 100}
	f := face(t, "SourceSans3-Black")
	block := typeset.Glyph{Face: f, Size: 100000, Text: "■", Advance: 50000}
	block.ID, _ = f.NominalGlyph('H')
	doc := &page.Document{Trim: page.Size{W: 200000, H: 200000}, Pages: []*page.Page{{Marks: []page.Mark{
		&page.Path{Segments: page.Rect(0, 0, 50000, 20000), Fill: &red},
		&page.Path{Segments: page.HairLine(100000, 10000, 200000, 10000), Stroke: &green, Width: 10000},
		&page.Path{Segments: append(page.Circle(50000, 150000, 40000), page.Circle(50000, 150000, 20000)...), Fill: &blue, EvenOdd: true},
		&page.Picture{X: 120000, Y: 120000, W: 60000, H: 60000, Photo: "p", Oval: true},
		&page.Text{X: 100000, Y: 100000, Line: typeset.Line{Glyphs: []typeset.Glyph{block}}, Color: red},
	}}}}
	white := []byte{255, 255, 255}
	photos := &pdf.Renditions{Master: func(string) ([]byte, error) { return plainPNG(300, 300, 0, 0, 255), nil }}
	for kind, opt := range map[string]pdf.Options{"reading copy": {Photos: photos}, "compact": {Photos: photos, Compact: true}} {
		img, err := open(t, written(t, doc, opt)).Page(t.Context(), 0, 200)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			what string
			x, y int
			want []byte
		}{
			{"inside the rectangle", 48, 18, []byte{255, 0, 0}},
			{"right of the rectangle", 52, 10, white},
			{"below the rectangle", 20, 22, white},
			{"on the line", 150, 13, []byte{0, 255, 0}},
			{"below the line", 150, 17, white},
			{"in the ring", 20, 150, []byte{0, 0, 255}},
			{"in the hole of the ring", 50, 150, white},
			{"in the picture", 150, 150, []byte{0, 0, 254}},
			{"at the corner of the oval", 123, 123, white},
			{"in the stem of the letter", 112, 80, []byte{255, 0, 0}},
			{"below the letter", 112, 104, white},
		} {
			p := img.RGBAAt(c.x, c.y)
			if got := []byte{p.R, p.G, p.B}; !near(got, c.want) {
				t.Errorf("%s: %s the colour is %v, want %v", kind, c.what, got, c.want)
			}
		}
	}
}

func near(a, b []byte) bool {
	for i := range a {
		if d := int(a[i]) - int(b[i]); d > 4 || d < -4 {
			return false
		}
	}
	return true
}

// hostile are strings that broke something once, somewhere.
var hostile = []string{
	"", "\x00", "(", ")", "\\", "(((", "a)b(c\\", "\r\n", "\xff\xfe", "\xed\xa0\x80", "𝔏aurel 🌿",
	"<script>&amp;", "]]>", "/Name#20", "\u202Eright to left", strings.Repeat("long ", 5000), "endstream endobj",
	"{nb}", "%PDF-1.4", "\uFFFF",
}

func TestHostileStrings(t *testing.T) {
	serif := face(t, "SourceSerif4SmText-Regular")
	for _, s := range hostile {
		doc := &page.Document{
			Info: page.Info{Title: s, Author: s, Subject: s, Creator: s, Lang: s},
			Trim: page.Size{W: 300000, H: 300000},
			Pages: []*page.Page{{Label: s, Section: s, Marks: []page.Mark{
				&page.Text{X: 10000, Y: 100000, Role: page.Paragraph, Line: set(serif, 10000, s[:min(len(s), 50)])},
				&page.Path{Segments: page.Rect(0, 0, 9, 9), Fill: &black, Alt: s},
				&page.Bookmark{Title: s, Level: 7, Y: -99},
				&page.Bookmark{Title: s, Level: -7},
				&page.Anchor{Name: s}, &page.Anchor{Name: s, Y: 5},
				&page.Link{W: 10, H: 10, Anchor: s},
				&page.Link{W: 10, H: 10, Anchor: "nowhere" + s},
				&page.Link{W: 10, H: 10, URL: "https://example.org/" + s},
				&page.Link{W: 10, H: 10, URL: s},
				&page.Link{W: 10, H: 10, URL: "javascript:alert(1)"},
			}}},
		}
		for kind, opt := range kinds(nil) {
			var out bytes.Buffer
			if err := pdf.Write(t.Context(), doc, &out, opt); err != nil {
				t.Errorf("%s, %.20q: %v", kind, s, err)
				continue
			}
			if d := open(t, out.Bytes()); d.Pages() != 1 {
				t.Errorf("%s, %.20q: %d pages", kind, s, d.Pages())
			}
			if bytes.Contains(out.Bytes(), []byte("javascript")) {
				t.Errorf("%s, %.20q: a script got in", kind, s)
			}
		}
	}
}

// TestManyGlyphsOfOneFace sets more different glyphs than one font can hold.
func TestManyGlyphsOfOneFace(t *testing.T) {
	f := face(t, "SourceSans3-Regular")
	gid, _ := f.NominalGlyph('x')
	const most = 45000
	var marks []page.Mark
	for i := 0; i < most; i += 100 {
		line := typeset.Line{}
		for j := i; j < i+100; j++ {
			line.Glyphs = append(line.Glyphs, typeset.Glyph{
				Face: f, ID: gid, Size: 1000, Advance: typeset.Short(f.Scale(f.GlyphAdvance(gid), 1000)), Text: fmt.Sprintf("a%d ", j),
			})
		}
		marks = append(marks, &page.Text{X: 1000, Y: page.Length(i*10 + 10000), Line: line})
	}
	doc := &page.Document{Trim: page.Size{W: 300000, H: 500000}, Pages: []*page.Page{{Marks: marks}}}
	text, err := open(t, written(t, doc, pdf.Options{})).Text(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a0 ", "a19999 ", "a20000 ", "a40001 ", "a44999"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q cannot be copied out of the page", want)
		}
	}
}

func TestWhatCannotBePainted(t *testing.T) {
	f := face(t, "SourceSans3-Regular")
	broken := errors.New("the photo is gone")
	with := func(m ...page.Mark) *page.Document {
		return &page.Document{Trim: page.Size{W: 1000, H: 1000}, Pages: []*page.Page{{Marks: m}}}
	}
	text := func(g typeset.Glyph) page.Mark { return &page.Text{Line: typeset.Line{Glyphs: []typeset.Glyph{g}}} }
	picture := &page.Picture{W: 1000, H: 1000, Photo: "p1"}
	for _, c := range []struct {
		what string
		doc  *page.Document
		opt  pdf.Options
		says string
	}{
		{"no document", nil, pdf.Options{}, "no pages"},
		{"no pages", &page.Document{Trim: page.Size{W: 1, H: 1}}, pdf.Options{}, "no pages"},
		{"no size", &page.Document{Pages: []*page.Page{{}}}, pdf.Options{}, "cannot be"},
		{"too large", &page.Document{Pages: []*page.Page{{}}, Trim: page.Size{W: 99e6, H: 1}}, pdf.Options{}, "cannot be"},
		{"level", with(), pdf.Options{Level: 10}, "level"},
		{"glyph without face", with(text(typeset.Glyph{Size: 1, Text: "x"})), pdf.Options{}, "page 1"},
		{"glyph not in face", with(text(typeset.Glyph{Size: 1, Face: f, ID: 65000})), pdf.Options{}, "no glyph 65000"},
		{"no source of photos", with(picture), pdf.Options{}, "p1"},
		{"photo missing", with(picture), pdf.Options{Photos: &pdf.Renditions{
			Master: func(string) ([]byte, error) { return nil, broken },
		}}, "the photo is gone"},
		{"photo not a photo", with(picture), pdf.Options{Photos: &pdf.Renditions{
			Master: func(string) ([]byte, error) { return []byte("no"), nil },
		}}, "p1"},
		{"rendition not a JPEG", with(picture), pdf.Options{Photos: garbage{}}, "not a JPEG"},
		{"source panics", with(picture), pdf.Options{Photos: garbage{panics: true}}, "p1"},
		{"picture without size", with(&page.Picture{Photo: "p1", W: 1000}), pdf.Options{Photos: &pdf.Renditions{
			Master: func(string) ([]byte, error) { return portrait(10, 10), nil },
		}}, "p1"},
	} {
		var out bytes.Buffer
		err := pdf.Write(t.Context(), c.doc, &out, c.opt)
		if err == nil || !strings.Contains(err.Error(), c.says) || out.Len() > 0 {
			t.Errorf("%s: %v (%d bytes), want an error that says %q", c.what, err, out.Len(), c.says)
		}
	}
}

type garbage struct{ panics bool }

func (g garbage) Rendition(context.Context, string, page.Crop, int, int, bool) ([]byte, int, int, error) {
	if g.panics {
		panic("no such photo")
	}
	return []byte("garbage"), 1, 1, nil
}

func TestWriteFileReplacesWhatWasThere(t *testing.T) {
	doc, photos := sample(t, 1)
	path := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := pdf.WriteFile(t.Context(), path, doc, pdf.Options{Photos: photos}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, written(t, doc, pdf.Options{Photos: photos})) {
		t.Errorf("the file is not what Write writes: %v", err)
	}
	alone(t, path)
}

// TestCancelledWriteLeavesNothing cancels after every possible step in turn.
func TestCancelledWriteLeavesNothing(t *testing.T) {
	doc, photos := sample(t, 3)
	steps := 0
	count := func(done, total int) {
		if steps++; done != steps || total < done {
			t.Errorf("step %d is called %d of %d", steps, done, total)
		}
	}
	path := filepath.Join(t.TempDir(), "book.pdf")
	if err := pdf.WriteFile(t.Context(), path, doc, pdf.Options{Photos: photos, Progress: count}); err != nil {
		t.Fatal(err)
	}
	if steps != 3+4+1 {
		t.Errorf("%d steps for 3 photos and 4 pages", steps)
	}
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for stop := range steps + 1 {
		ctx, cancel := context.WithCancel(t.Context())
		if stop == 0 {
			cancel()
		}
		err := pdf.WriteFile(ctx, path, doc, pdf.Options{Photos: photos, Progress: func(done, _ int) {
			if done == stop {
				cancel()
			}
		}})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled after step %d of %d: %v", stop, steps, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
			t.Errorf("cancelled after step %d: the old file is %q, %v", stop, got, err)
		}
		alone(t, path)
	}
}

func TestWriteFileWhereThereIsNoFolder(t *testing.T) {
	doc, photos := sample(t, 1)
	err := pdf.WriteFile(t.Context(), filepath.Join(t.TempDir(), "no", "book.pdf"), doc, pdf.Options{Photos: photos})
	if !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	dir := filepath.Join(t.TempDir(), "folder.pdf")
	if err := os.MkdirAll(filepath.Join(dir, "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := pdf.WriteFile(t.Context(), dir, doc, pdf.Options{Photos: photos}); err == nil {
		t.Error("a folder was replaced by a file")
	}
	alone(t, dir)
}

// alone sees that a file has no others beside it.
func alone(t *testing.T, path string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(list) != 1 {
		t.Errorf("beside the file: %v, %v", list, err)
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, people := range []int{104, 219} {
		b.Run(fmt.Sprintf("%d-pages", people+1), func(b *testing.B) {
			doc, photos := sample(b, people)
			masters := map[string][]byte{}
			for i := range 7 {
				masters[fmt.Sprint("photo", i)] = portrait(600, 800)
			}
			photos.Master = func(key string) ([]byte, error) { return masters[key], nil }
			var out bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				out.Reset()
				if err := pdf.Write(b.Context(), doc, &out, pdf.Options{Photos: photos}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len()), "bytes/file")
		})
	}
}
