package output_test

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"laurel/export/output"
	"laurel/export/pdf/judge"
	"laurel/model"
)

// books are editions whose pages differ in what they are made of.
func books() map[string]*model.Snapshot {
	german := edition("Änne Groß", "Jürgen von der Straße", "Dr. Jörg Öhler")
	german.Yearbook.Language, german.Edition.Locale = "de", "de-DE"
	bare := edition(people...)
	clear(bare.Photos)
	scripts := edition("王小明", "محمد العلي", "Ελένη Παππά", "नेहा शर्मा", "דוד כהן", "Bogdan 🌿 Ș")
	booksOf := map[string]*model.Snapshot{"plain": edition(people...), "German": german, "no photo": bare, "scripts": scripts}
	for n := 1; n <= model.MaxPerPage; n++ {
		s := edition(people...)
		s.Yearbook.PerPage = n
		booksOf["per page "+string(rune('0'+n))] = s
	}
	return booksOf
}

// TestReadingCopiesAreArchivable has books of every kind judged by qpdf and by
// PDFBox as PDF/A-1b.
func TestReadingCopiesAreArchivable(t *testing.T) {
	all := books()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "book.pdf")
			if err := job(t, all[name], output.Choice{}).Write(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			judge.Sound(t, path)
			if valid, said := judge.PDFA(t, path); !valid {
				t.Error(said)
			}
		})
	}
}

// TestEveryOutputIsSound has the other outputs judged by qpdf, and their fonts
// and pictures by poppler: all fonts embedded and subset, no screen colours for
// a press.
func TestEveryOutputIsSound(t *testing.T) {
	all := books()
	for _, name := range []string{"plain", "scripts", "no photo"} {
		for _, choice := range []output.Choice{{Press: true}, {Proof: true, HideRanks: true}, {Spreads: true}} {
			path := filepath.Join(t.TempDir(), "book.pdf")
			j := job(t, all[name], choice)
			if err := j.Write(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			for _, p := range j.Paths(path) {
				judge.Sound(t, p)
				for _, line := range strings.Split(strings.TrimSpace(judge.Run(t, "pdffonts", p)), "\n")[2:] {
					if !regexp.MustCompile(`^[A-Z]{6}\+.* yes +yes +yes +\d`).MatchString(line) {
						t.Errorf("%s %+v: a font is not embedded, subset and with its text: %s", name, choice, line)
					}
				}
				for _, line := range strings.Split(strings.TrimSpace(judge.Run(t, "pdfimages", "-list", p)), "\n")[2:] {
					if colour := strings.Fields(line)[5]; choice.Press != (colour == "cmyk") {
						t.Errorf("%s %+v: a picture is in %s", name, choice, colour)
					}
				}
			}
		}
	}
}

// TestPressBoxes has poppler read the boxes of every page.
func TestPressBoxes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.pdf")
	j := job(t, edition(people...), output.Choice{Press: true})
	if err := j.Write(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	for _, p := range j.Paths(path) {
		out := judge.Run(t, "pdfinfo", "-box", "-f", "1", "-l", "999", p)
		boxes := map[string]map[string][4]float64{}
		for _, m := range regexp.MustCompile(`(?m)^Page +(\d+) (\w+): +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)$`).FindAllStringSubmatch(out, -1) {
			if boxes[m[1]] == nil {
				boxes[m[1]] = map[string][4]float64{}
			}
			boxes[m[1]][m[2]] = [4]float64{number(t, m[3]), number(t, m[4]), number(t, m[5]), number(t, m[6])}
		}
		if len(boxes) == 0 {
			t.Fatalf("%s: %s", p, out)
		}
		for n, b := range boxes {
			media, bleed, trim := b["MediaBox"], b["BleedBox"], b["TrimBox"]
			for i := range 2 {
				if bleed[i] < media[i]+19 || trim[i] < bleed[i]+8.49 || bleed[i+2] > media[i+2]-19 || trim[i+2] > bleed[i+2]-8.49 {
					t.Errorf("page %s: %v", n, b)
				}
			}
		}
	}
}
