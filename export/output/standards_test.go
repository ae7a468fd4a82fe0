package output_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"laurel/export/output"
	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/pdf/judge"
	"laurel/model"
)

// books are editions whose pages differ in what they are made of: every theme,
// every kind of section, every number of profiles on a page.
func books() map[string]*model.Snapshot {
	german := everything("almanack", 4)
	german.Yearbook.Language, german.Edition.Locale = "de", "de-DE"
	bare := edition(people...)
	bare.Yearbook.Theme, bare.Yearbook.Trim, bare.Yearbook.PerPage = "gazette", "A5", 1
	clear(bare.Photos)
	scripts := edition("王小明", "محمد العلي", "Ελένη Παππά", "नेहा शर्मा", "דוד כהן", "Bogdan 🌿 Ș")
	return map[string]*model.Snapshot{
		"plain": edition(people...), "no photo": bare, "scripts": scripts, "German": german,
		"all of Laurel": everything("laurel", 2), "all of Gazette": everything("gazette", 3),
	}
}

// everything is an edition with something for every section.
func everything(theme string, perPage int) *model.Snapshot {
	s := edition(append(slices.Clone(people), "Ines Calloway", "Änne Groß", "Dr. Jörg Öhler OBE", "Jürgen von der Straße", "Bo Sounding", "Cy Shoal", "Di Reef", "Ed Bank")...)
	e := &s.Edition
	e.ListID = "list"
	e.Method, e.Criteria = "Somebody *read* everything.\n\n- Anybody", "| | | |\n|-|-|-|\n| Depth | 60% | Measured twice |"
	e.Judges = []string{"Dame Ada Fathom DBE (chair), Tide Office", "Bo Lead, Lead & Line"}
	before := *e
	before.ID, before.Year = "before", e.Year-1
	old := slices.Clone(s.Placements)
	for i := range s.Placements {
		p := &s.Placements[i]
		p.EditionID, p.Sector, p.Country = e.ID, []string{"Sea", "Land"}[i%2], []string{"North", "South"}[i%2]
		p.Strapline, p.Video = "Counts the boats twice", "https://films.example/1"
		p.Answers = slices.Clone(p.Answers)
		p.Answers[0].Themes = []string{[]string{"Boats", "Doubt"}[i%2]}
		old[i].ID, old[i].EditionID, old[i].Rank = "old "+p.ID, before.ID, model.Rank{Number: len(old) - i}
	}
	s.Predecessor, s.Compared = &before, old
	s.Chronicle = model.NewChronicle(model.List{ID: "list"}, *e, []model.Edition{before, *e}, slices.Concat(old, s.Placements))
	s.Assets = map[model.ID]model.Asset{
		"harbour": {ID: "harbour", Kind: model.AssetPicture, Name: "harbour.jpg", Key: "harbour", Width: 600, Height: 800, Alt: "A harbour", Credit: "Ivo Wall"},
	}
	s.Yearbook.Theme, s.Yearbook.PerPage, s.Yearbook.Credits = theme, perPage, "Editor: Edda Ink"
	for i := range s.Yearbook.Sections {
		section := &s.Yearbook.Sections[i]
		switch section.Kind {
		case model.SectionForeword:
			section.Title, section.Byline, section.Text = "Low water", "Edda Ink", "> We went *down* to look.\n\nThe tide was out.\n\n1. One\n2. Two\n\n> Quoted."
		case model.SectionThanks:
			section.Text = "To everybody who waded."
		case model.SectionTop:
			section.Count = 2
		}
	}
	s.Yearbook.Sections = append(s.Yearbook.Sections, model.Section{Kind: model.SectionFree, Title: "A page of ours", Text: "Bought and **paid** for.", Picture: "harbour", Sponsor: "Buoy & Daughters"})
	return s
}

// TestBooksHaveEverything looks that the books that are judged below have every
// kind of section, in every theme.
func TestBooksHaveEverything(t *testing.T) {
	for _, theme := range model.Themes {
		j := job(t, everything(theme, 2), output.Choice{})
		have := map[string]bool{}
		for _, p := range j.Book.Document.Pages {
			have[p.Section] = true
			for _, m := range p.Marks {
				if a, ok := m.(*page.Anchor); ok { // a short list begins on the page of another
					have[strings.ReplaceAll(a.Name, "-", " ")] = true
				}
			}
		}
		for _, section := range j.Snapshot.Yearbook.Sections {
			if !have[string(section.Kind)] {
				t.Errorf("%s: no pages of %q", theme, section.Kind)
			}
		}
	}
}

// TestReadingCopiesAreArchivable has books of every kind judged by qpdf and by
// PDFBox as PDF/A-1b.
func TestReadingCopiesAreArchivable(t *testing.T) {
	atLength(t)
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

// darkest is a photo of all that prints with much ink: black, and every hue in
// the dark.
var darkest = sync.OnceValue(func() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 600, 800))
	for y := range 800 {
		for x := range 600 {
			c := color.RGBA{A: 255}
			c.R, c.G, c.B = uint8(x/100&1*y/8), uint8(x/100>>1&1*y/8), uint8(x/100>>2*y/8)
			m.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
})

// TestPressPagesKeepToTheInkLimit has Ghostscript print every page in four inks
// and weighs them where the most lies: pictures, floods and what stands on them.
func TestPressPagesKeepToTheInkLimit(t *testing.T) {
	atLength(t)
	const limit = 300 // per cent, as coated paper takes it (ISO 12647-2)
	for _, theme := range model.Themes {
		s := everything(theme, 2)
		s.Yearbook.Accent = map[string]string{"laurel": "#14002A"}[theme] // as dark as a curator may like it
		j := job(t, s, output.Choice{Press: true})
		j.Photos = &pdf.Renditions{Master: func(string) ([]byte, error) { return darkest(), nil }}
		path := filepath.Join(t.TempDir(), "p.pdf")
		if err := j.Write(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		most := 0
		for _, p := range j.Paths(path) {
			// One pixel a point: less would miss what is small, more takes long. Crop
			// marks, which are of all inks, stand outside the bleed.
			judge.Run(t, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dUseBleedBox", "-r72", "-sDEVICE=pamcmyk32", "-sOutputFile="+p+".%03d.pam", p)
			pages, err := filepath.Glob(p + ".*.pam")
			if err != nil || len(pages) == 0 {
				t.Fatalf("%s: no pages printed: %v", p, err)
			}
			for _, one := range pages {
				ink := inkOf(t, one)
				if most = max(most, ink); ink > limit {
					t.Errorf("%s: %d %% of ink", filepath.Base(one), ink)
				}
			}
		}
		if most < 250 {
			t.Errorf("%s: the darkest photos print with %d %% of ink at the most: nothing was weighed", theme, most)
		}
	}
}

// inkOf is the most ink, in per cent, that a pixel of a page has.
func inkOf(t *testing.T, path string) int {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, pixels, ok := bytes.Cut(b, []byte("ENDHDR\n"))
	if !ok || !bytes.Contains(head, []byte("TUPLTYPE CMYK")) {
		t.Fatalf("%s is no picture in four inks: %q", path, head)
	}
	most := 0
	for ; len(pixels) >= 4; pixels = pixels[4:] {
		most = max(most, int(pixels[0])+int(pixels[1])+int(pixels[2])+int(pixels[3]))
	}
	return most * 100 / 255
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
