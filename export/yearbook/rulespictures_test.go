package yearbook

import (
	"bytes"
	"context"
	pixels "image"
	"image/draw"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/raster"
	"laurel/export/typeset"
	"laurel/model"
)

// codesOf are the codes of a page by the box that they fill, with the width of a
// module.
func codesOf(p *page.Page) map[*page.Path]typeset.Length {
	codes := map[*page.Path]typeset.Length{}
	for _, m := range p.Marks {
		path, ok := m.(*page.Path)
		if !ok || path.Source.Field != model.FieldVideo || len(path.Segments) < 100 {
			continue
		}
		module := typeset.Length(1 << 40)
		for i := 0; i+4 < len(path.Segments); i += 5 {
			from, to := path.Segments[i].P[0], path.Segments[i+2].P[0]
			module = min(module, to.X-from.X, to.Y-from.Y)
		}
		codes[path] = module
	}
	return codes
}

func TestCodesHaveSizeAndRoom(t *testing.T) {
	atLength(t)
	for _, theme := range model.Themes {
		for _, trim := range model.Trims {
			for kind := range slotThree { // three and four on a page have no code
				s := difficult(7)
				s.Yearbook.Theme, s.Yearbook.Trim = theme, trim.Name
				inSlots(s, kind)
				b := compose(t, s)
				small := len(problemsOf(b, model.ProblemSmallCode)) > 0
				codes := 0
				for n, p := range b.Document.Pages {
					for code, module := range codesOf(p) {
						codes++
						where := theme + " " + trim.Name + " " + slotNames[kind] + ", page " + itoa(n+1)
						if module < typeset.MM(0.395) && !small {
							t.Errorf("%s: modules of %.2f mm that nobody is told of", where, module.MM())
						}
						for _, near := range within(p, code, 4*module) {
							t.Errorf("%s: %s in the quiet zone", where, near)
						}
					}
				}
				if codes == 0 {
					t.Errorf("%s: no codes", slotNames[kind])
				}
			}
		}
	}
}

// within names what stands nearer to a code than zone.
func within(p *page.Page, code *page.Path, zone typeset.Length) (near []string) {
	box := boxOf(code)
	touches := func(x0, y0, x1, y1 typeset.Length) bool {
		const hair = typeset.Pt / 4
		return x0 < box.x1+zone-hair && x1 > box.x0-zone+hair && y0 < box.y1+zone-hair && y1 > box.y0-zone+hair
	}
	for _, m := range p.Marks {
		switch m := m.(type) {
		case *page.Text:
			if len(m.Line.Glyphs) == 0 {
				continue
			}
			g := m.Line.Glyphs[0]
			if touches(m.X, m.Y-g.Face.Scale(g.Face.XHeight(), typeset.Length(g.Size)), m.X+m.Line.Width, m.Y) {
				near = append(near, readLine(m))
			}
		case *page.Picture:
			if touches(m.X, m.Y, m.X+m.W, m.Y+m.H) {
				near = append(near, "a photo")
			}
		case *page.Path:
			if o := boxOf(m); m != code && touches(o.x0, o.y0, o.x1, o.y1) {
				near = append(near, "a line")
			}
		}
	}
	return near
}

// TestCodesAreReadFromTheirPages renders a page as a phone sees it, cuts the code
// out with its quiet zone and reads it.
func TestCodesAreReadFromTheirPages(t *testing.T) {
	s := onePerPage(invented(1))
	s.Placements[0].Video = "https://films.example/1"
	b := compose(t, s)
	var file bytes.Buffer
	if err := pdf.Write(t.Context(), b.Document, &file, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	r, err := raster.Open(context.Background(), raster.Params{CacheDir: filepath.Join(os.TempDir(), "laurel-test-raster")})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	doc, err := r.Load(t.Context(), file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	n := b.Pages["entry-1"] - 1
	rendered, err := doc.PageDPI(t.Context(), n, 200)
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for code, module := range codesOf(b.Document.Pages[n]) {
		box := boxOf(code)
		at := func(l typeset.Length) int { return int(l.MM() / 25.4 * 200) }
		cut := pixels.Rect(at(box.x0-4*module), at(box.y0-4*module), at(box.x1+4*module), at(box.y1+4*module))
		seen := pixels.NewRGBA(pixels.Rect(0, 0, cut.Dx(), cut.Dy()))
		draw.Draw(seen, seen.Bounds(), rendered, cut.Min, draw.Src)
		bitmap, err := gozxing.NewBinaryBitmapFromImage(seen)
		if err != nil {
			t.Fatal(err)
		}
		result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.EqualFold(result.GetText(), "https://films.example/1") {
			t.Errorf("the code says %q", result.GetText())
		}
		read++
	}
	if read != 1 {
		t.Errorf("%d codes on the page", read)
	}
}

func TestPhotosHaveEnoughPixels(t *testing.T) {
	s := onePerPage(invented(1))
	s.People[s.Placements[0].Members[0].PersonID] = model.Person{PhotoID: "p"}
	seen := map[model.Severity]bool{}
	for width := 200; width < 1400; width += 20 {
		s.Photos["p"] = model.Photo{ID: "p", Key: "p", Width: width, Height: width * 5 / 4, Alt: "somebody"}
		b := compose(t, s)
		var dpi float64
		for _, m := range b.Document.Pages[b.Pages["entry-1"]-1].Marks {
			if p, ok := m.(*page.Picture); ok {
				dpi = p.Crop.W * float64(width) / (p.W.MM() / 25.4)
			}
		}
		want := model.Severity("")
		if dpi < 149.9 {
			want = model.Error
		} else if dpi < 249.9 {
			want = model.Warning
		}
		got := model.Severity("")
		for _, p := range problemsOf(b, model.ProblemLowResolution) {
			got = p.Severity
		}
		seen[got] = true
		if got != want {
			t.Errorf("%.0f dpi: %q, want %q", dpi, got, want)
		}
	}
	if len(seen) != 3 {
		t.Errorf("only %v", seen)
	}
}

func TestNoLineIsTooThin(t *testing.T) {
	atLength(t)
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "210×265"} {
			s := sampleSnapshot(t, "emea-2026")
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			lines := 0
			for n, p := range compose(t, s).Document.Pages {
				for _, m := range p.Marks {
					if path, ok := m.(*page.Path); ok && path.Stroke != nil {
						lines++
						if path.Width < typeset.Points(0.25) {
							t.Errorf("%s %s, page %d (%s): a line of %.2f pt", theme, trim, n+1, p.Section, path.Width.Pt())
						}
					}
				}
			}
			if lines < 100 {
				t.Errorf("%s %s: only %d lines", theme, trim, lines)
			}
		}
	}
}

func TestTextAndCodesAreBlackAlone(t *testing.T) {
	for _, theme := range model.Themes {
		s := onePerPage(invented(2))
		s.Yearbook.Theme = theme
		s.Placements[0].Video = "https://films.example/1"
		answers, codes := 0, 0
		for _, p := range compose(t, s).Document.Pages {
			for _, m := range p.Marks {
				var ink page.Color
				switch m := m.(type) {
				case *page.Text:
					if m.Source.Field != model.FieldExcerpt {
						continue
					}
					answers++
					ink = m.Color
				case *page.Path:
					if m.Source.Field != model.FieldVideo || len(m.Segments) < 100 {
						continue
					}
					codes++
					ink = *m.Fill
				default:
					continue
				}
				if ink.C != 0 || ink.M != 0 || ink.Y != 0 || ink.K != 100 {
					t.Errorf("%s: printed in %+v", theme, ink)
				}
			}
		}
		if answers == 0 || codes == 0 {
			t.Errorf("%s: %d lines of answers, %d codes", theme, answers, codes)
		}
	}
}

// Portraits print as their theme has them, judges' too; other pictures of the book
// keep their colours.
func TestPortraitsAreTonedByTheTheme(t *testing.T) {
	for _, key := range model.Themes {
		s := full(12)
		s.Yearbook.Theme = key
		s.Photos = map[model.ID]model.Photo{"p": {ID: "p", Key: "face", Width: 3000, Height: 4000}}
		for i := range s.Placements {
			s.Placements[i].PhotoID = "p"
		}
		s.Assets["judge"] = model.Asset{ID: "judge", Kind: model.AssetPicture, Key: "judge", Width: 3000, Height: 4000}
		for i := range s.Yearbook.Sections {
			if s.Yearbook.Sections[i].Kind == model.SectionJudges {
				s.Yearbook.Sections[i].Pictures = []model.ID{"judge"}
			}
		}
		tone := themed(t, func(y *model.Yearbook) { y.Theme = key }).Portrait.Tone
		seen := map[string]bool{}
		for n, p := range compose(t, s).Document.Pages {
			for _, m := range p.Marks {
				picture, ok := m.(*page.Picture)
				if !ok {
					continue
				}
				seen[picture.Photo] = true
				if portrait := picture.Photo != "harbour"; portrait && picture.Tone != tone || !portrait && picture.Tone != (page.Tone{}) {
					t.Errorf("%s, page %d: %s prints in %+v", key, n+1, picture.Photo, picture.Tone)
				}
			}
		}
		if len(seen) != 3 {
			t.Errorf("%s: only %v is printed", key, seen)
		}
	}
}
