package pdf_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/pdf/judge"
	"laurel/export/typeset"
)

// passage is text that is set with kerning, ligatures, marks and hyphens.
const passage = "Efficient officers find that flawless affidavits are difficult to file; AVATARS and Toyota " +
	"Wagons kern. The extraordinarily uncompromising telecommunications representative, Zoë Ångström, " +
	"refused: “No!” She’d rather see 1,234 offices reorganised incrementally than one misunderstood."

// names are words of other scripts, written as they are read.
var names = []string{
	"Ελένη Παπαδοπούλου", "Наталья Щербакова", "Nguyễn Thị Hương", "Żółć", "e\u0301tude n\u0303",
	"क्षितिज शर्मा", "שלום כהן", "محمد الأمين", pointed,
}

// pointed is Hebrew with vowels. Readers differ on where vowels stand in copied
// text, so only the letters that have none are looked for.
const pointed = "דָּוִד רוזן"

// TestSetTextComesOutAsItWasWritten sets text as a book does and copies it out
// of the file again, with two readers of PDF.
func TestSetTextComesOutAsItWasWritten(t *testing.T) {
	lib, err := typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
	if err != nil {
		t.Fatal(err)
	}
	serif, err := lib.Face("SourceSerif4SmText-Regular")
	if err != nil {
		t.Fatal(err)
	}
	style := typeset.Style{Face: serif, Size: typeset.Points(9.25), Features: "onum,pnum", Lang: "en-GB"}
	set, err := lib.Set(t.Context(), typeset.Paragraph{
		Spans: []typeset.Span{{Text: passage, Style: style}}, Measure: typeset.MM(40), Hyphenate: true, Hang: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	pg := &page.Page{Label: "1"}
	y := page.Length(40000)
	hyphens := 0
	for _, line := range set.Lines {
		pg.Marks = append(pg.Marks, &page.Text{
			X: 40000 + line.Indent - line.Hang, Y: y, Line: line, Role: page.Paragraph, Block: 1,
		})
		if line.Hyphenated {
			hyphens++
		}
		y += 12000
	}
	if hyphens == 0 {
		t.Fatal("the passage was set without a hyphen and shows nothing")
	}
	for i, name := range names {
		line, missing := lib.SetLine(typeset.Span{Text: name, Style: style})
		if len(missing) > 0 {
			t.Errorf("%s: no glyph for %v", name, missing)
		}
		pg.Marks = append(pg.Marks, &page.Text{X: 40000, Y: y, Line: line, Role: page.Paragraph, Block: 2 + i})
		y += 16000
	}
	doc := &page.Document{Info: page.Info{Title: "Scripts", Lang: "en-GB"}, Trim: page.Size{W: 300000, H: y}, Pages: []*page.Page{pg}}
	path := filepath.Join(t.TempDir(), "scripts.pdf")
	if err := pdf.WriteFile(t.Context(), path, doc, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := open(t, file).Text(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for reader, text := range map[string]string{"poppler": judge.Run(t, "pdftotext", path, "-"), "PDFium": shown} {
		whole := rejoined(text)
		if !strings.Contains(whole, passage) {
			t.Errorf("%s: the passage comes out as %q", reader, whole)
		}
		for _, name := range names {
			for i, word := range strings.Fields(name) {
				if !strings.Contains(whole, word) && (name != pointed || i > 0) {
					t.Errorf("%s: %q is not in %q", reader, word, whole)
				}
			}
		}
		if i := strings.IndexFunc(whole, unicode.IsControl); i >= 0 {
			t.Errorf("%s: a glyph came out as %q", reader, whole[i:])
		}
	}
	if valid, said := judge.PDFA(t, path); !valid {
		t.Error(said)
	}
}

// rejoined is copied text with its lines put together again: a soft hyphen at
// a line's end belongs to the line end.
func rejoined(s string) string {
	s = strings.ReplaceAll(s, "\x02", "") // PDFium's sign for a hyphen that it took out
	var b strings.Builder
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' }) {
		line = strings.TrimRight(line, " ")
		if before, hyphenated := strings.CutSuffix(line, "\u00AD"); hyphenated {
			b.WriteString(before)
			continue
		}
		b.WriteString(line + " ")
	}
	return b.String()
}
