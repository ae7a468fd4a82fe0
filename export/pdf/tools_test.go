package pdf_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/pdf/judge"
	"laurel/export/typeset"
)

// onDisk writes the sample as each kind of file.
func onDisk(t *testing.T, people int) map[string]string {
	t.Helper()
	doc, photos := sample(t, people)
	doc.Bleed = typeset.MM(3)
	paths := map[string]string{}
	for kind, opt := range kinds(photos) {
		paths[kind] = filepath.Join(t.TempDir(), "book.pdf")
		if err := pdf.WriteFile(t.Context(), paths[kind], doc, opt); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

func TestQpdfFindsNothing(t *testing.T) {
	for kind, path := range onDisk(t, 4) {
		t.Run(kind, func(t *testing.T) { judge.Sound(t, path) })
	}
}

func TestPopplerSeesFontsTextAndPictures(t *testing.T) {
	for kind, path := range onDisk(t, 4) {
		fonts := strings.Split(strings.TrimSpace(judge.Run(t, "pdffonts", path)), "\n")[2:]
		if len(fonts) != 2 {
			t.Errorf("%s: fonts %q", kind, fonts)
		}
		for _, line := range fonts {
			if !strings.Contains(line, "+Source") || !strings.Contains(line, "Identity-H       yes yes yes") {
				t.Errorf("%s: a font is not embedded, subset and with its text: %s", kind, line)
			}
		}
		text := judge.Run(t, "pdftotext", "-f", "2", "-l", "2", path, "-")
		for _, want := range append(strings.Fields(strings.Join(longText[1:], " ")), "office", "first", "care\u00AD", "Våvrová") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in the text", kind, want)
			}
		}
		if strings.ContainsAny(text, "\uFB01\uE000") {
			t.Errorf("%s: the text holds glyphs instead of letters: %q", kind, text)
		}
		want := map[string]int{"compact": 100}[kind]
		if want == 0 {
			want = pdf.DPI
		}
		for _, line := range strings.Split(strings.TrimSpace(judge.Run(t, "pdfimages", "-list", path)), "\n")[2:] {
			if dpi, err := strconv.Atoi(strings.Fields(line)[12]); err != nil || dpi < want-1 || dpi > want*5/4 {
				t.Errorf("%s: a picture has %d dpi, %v", kind, dpi, err)
			}
		}
	}
}

func TestPageBoxes(t *testing.T) {
	// 210 × 265 mm with 3 mm of bleed, and 7 mm more for the marks
	for kind, want := range map[string]map[string]string{
		"reading copy": {
			"MediaBox": "0.00 0.00 595.28 751.18", "TrimBox": "0.00 0.00 595.28 751.18",
		},
		"press": {
			"MediaBox": "0.00 0.00 651.97 807.87", "BleedBox": "19.84 19.84 632.13 788.03", "TrimBox": "28.35 28.35 623.62 779.53",
		},
	} {
		for _, line := range strings.Split(judge.Run(t, "pdfinfo", "-box", onDisk(t, 1)[kind]), "\n") {
			if box, sides, ok := strings.Cut(line, ":"); ok && want[box] != "" {
				if got := strings.Join(strings.Fields(sides), " "); got != want[box] {
					t.Errorf("%s: %s is %s, want %s", kind, box, got, want[box])
				}
				delete(want, box)
			}
		}
		if len(want) > 0 {
			t.Errorf("%s: no %v", kind, want)
		}
	}
}

// TestReadingCopyIsPDFA has the archival form checked by PDFBox, also of a book
// whose every word is hostile.
func TestReadingCopyIsPDFA(t *testing.T) {
	paths := onDisk(t, 4)
	if valid, said := judge.PDFA(t, paths["reading copy"]); !valid {
		t.Errorf("the reading copy: %s", said)
	}
	if valid, said := judge.PDFA(t, paths["compact"]); valid {
		t.Errorf("the checker takes anything: %s", said)
	}
	all := strings.Join(hostile, "")
	doc := &page.Document{
		Info: page.Info{Title: all, Author: all, Subject: all, Creator: all, Lang: "en"},
		Trim: page.Size{W: 300000, H: 300000},
	}
	for _, s := range hostile {
		doc.Pages = append(doc.Pages, &page.Page{Label: s, Section: s, Marks: []page.Mark{
			&page.Text{Y: 50000, Role: page.ListItem, Line: set(face(t, "SourceSerif4-It"), 9000, "x"+s[:min(len(s), 50)])},
			&page.Path{Segments: page.Rect(0, 0, 9000, 9000), Fill: &black, Alt: s},
			&page.Bookmark{Title: s},
			&page.Link{W: 9000, H: 9000, URL: "https://example.org/" + s},
		}})
	}
	path := filepath.Join(t.TempDir(), "hostile.pdf")
	if err := pdf.WriteFile(t.Context(), path, doc, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	if valid, said := judge.PDFA(t, path); !valid {
		t.Errorf("hostile strings: %s", said)
	}
}
