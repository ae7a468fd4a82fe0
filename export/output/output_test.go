package output_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/oned"

	"laurel/assets"
	"laurel/export/output"
	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/raster"
	"laurel/export/typeset"
	"laurel/export/yearbook"
	"laurel/model"
)

var library = sync.OnceValues(func() (*typeset.Library, error) {
	return typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
})

// people are invented; their order is that of the result.
var people = []string{"Mabel Orrin", "Zoë Alder", "Cy Dale", "Ben Marsh", "Ada Example", "Noor Haddad"}

// edition is a small list with photos, and a book with a cover.
func edition(names ...string) *model.Snapshot {
	s := &model.Snapshot{
		BookTitle: "The Harbour 6", ChangedAt: 1_790_000_000_000, Yearbook: model.DefaultYearbook(),
		Edition: model.Edition{ID: "e", ListName: "The Harbour 6", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}, Size: len(names), Locale: "en-GB"},
		People:  map[model.ID]model.Person{}, Photos: map[model.ID]model.Photo{},
	}
	s.Yearbook.Publisher, s.Yearbook.Place, s.Yearbook.Caliper = "Example Press", "Leith", 0.8
	s.Yearbook.ISBN = "978-0-306-40615-7"
	for i := range s.Yearbook.Sections {
		if s.Yearbook.Sections[i].Kind == model.SectionCover {
			s.Yearbook.Sections[i].Text = "Six people who keep a harbour open, and what each of them would not do again.\n\nWith a film of every one."
		}
	}
	for i, name := range names {
		n := model.ParseName(name)
		id := model.ID(name)
		photo := model.ID("photo of " + name)
		s.People[id] = model.Person{ID: id, Name: n, PhotoID: photo, Consent: model.ConsentGranted}
		s.Photos[photo] = model.Photo{ID: photo, Key: string(photo), Width: 600, Height: 800, Credit: "Kim Vale"}
		s.Placements = append(s.Placements, model.Placement{
			ID: "entry of " + id, Kind: model.EntryPerson, Status: model.Confirmed, Pos: i + 1, Rank: model.Rank{Number: i + 1},
			Members: []model.Member{{PersonID: id, Name: n, Title: "Pilot", Organisation: "Example Harbour"}},
			Answers: []model.Answer{{ID: "answer of " + id, Question: "What’s next?", Original: "More of the same sea.", Edited: "More of the same sea.", Approved: true}},
		})
	}
	return s
}

// master is a photo of nobody.
var master = sync.OnceValue(func() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 600, 800))
	for i := range m.Pix {
		m.Pix[i] = uint8(i/4%600/5 + i%4*40)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
})

func job(t *testing.T, s *model.Snapshot, choice output.Choice) output.Job {
	t.Helper()
	l, err := library()
	if err != nil {
		t.Fatal(err)
	}
	c, err := yearbook.New(yearbook.Params{Library: l, Words: assets.Words()})
	if err != nil {
		t.Fatal(err)
	}
	s = choice.Snapshot(s)
	book, err := c.Compose(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return output.Job{
		Choice: choice, Composer: c, Snapshot: s, Book: book,
		Photos: &pdf.Renditions{Master: func(string) ([]byte, error) { return master(), nil }},
	}
}

// written gives the file of a choice.
func written(t *testing.T, s *model.Snapshot, choice output.Choice) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := job(t, s, choice).WriteTo(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestChoicesThatDoNotGoTogether(t *testing.T) {
	for _, c := range []struct {
		choice output.Choice
		ok     bool
	}{
		{output.Choice{}, true},
		{output.Choice{Press: true}, true},
		{output.Choice{Proof: true, Spreads: true}, true},
		{output.Choice{Proof: true, HideRanks: true}, true},
		{output.Choice{Press: true, Proof: true}, false},
		{output.Choice{Press: true, Spreads: true}, false},
		{output.Choice{HideRanks: true}, false},
		{output.Choice{HideRanks: true, Press: true}, false},
	} {
		if err := c.choice.Check(); (err == nil) != c.ok || err != nil && !errors.Is(err, model.ErrInvalid) {
			t.Errorf("%+v: %v", c.choice, err)
		}
	}
	path := filepath.Join(t.TempDir(), "book.pdf")
	j := job(t, edition(people...), output.Choice{})
	j.Choice = output.Choice{Press: true, Proof: true}
	if err := j.Write(t.Context(), path); err == nil {
		t.Error("a refused choice was written")
	}
}

// pressed writes the two files of a press.
func pressed(t *testing.T, s *model.Snapshot) (pages, cover *raster.Document, j output.Job) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.pdf")
	j = job(t, s, output.Choice{Press: true})
	if err := j.Write(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	docs := make([]*raster.Document, 2)
	for i, p := range j.Paths(path) {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"%PDF-1.6", "/GTS_PDFX", "/TrimBox", "/BleedBox"} {
			if !bytes.Contains(b, []byte(want)) {
				t.Errorf("%s has no %s", filepath.Base(p), want)
			}
		}
		if bytes.Contains(b, []byte("/Annot")) || bytes.Contains(b, []byte("/DeviceRGB")) {
			t.Errorf("%s has links or screen colours", filepath.Base(p))
		}
		docs[i] = opened(t, b)
	}
	return docs[0], docs[1], j
}

func TestPressIsPagesAndCover(t *testing.T) {
	s := edition(people...)
	pages, cover, j := pressed(t, s)
	inside := len(j.Book.Interior().Pages)
	if pages.Pages() != inside || cover.Pages() != 1 || inside%4 != 0 {
		t.Errorf("%d pages, %d of the cover", pages.Pages(), cover.Pages())
	}
	if got := len(j.Book.Document.Pages) - inside; got != 4 {
		t.Errorf("the cover has %d pages in the reading copy", got)
	}
	// 210 mm twice and the spine; 10 mm on each side for bleed and marks
	size := cover.Size(0)
	w, h := float64(size.W), float64(size.H)
	wantW := (2*210 + s.Yearbook.SpineWidth(inside) + 20) / 25.4 * 72
	if math.Abs(w-wantW) > 0.1 || math.Abs(h-(265+20)/25.4*72) > 0.1 {
		t.Errorf("the cover is %v × %v pt, want %v wide", w, h, wantW)
	}
	text, err := cover.Text(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Six people who keep a harbour open", "Example Press", "Leith", "ISBN 978-0-306-40615-7", "The Harbour 6 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the cover: %q", want, text)
		}
	}
}

// A spine too narrow for text has none, and that is told.
func TestNarrowSpine(t *testing.T) {
	for _, c := range []struct {
		caliper float64
		told    bool
	}{{0.1, true}, {0.8, false}} {
		s := edition(people...)
		s.Yearbook.Caliper = c.caliper
		j := job(t, s, output.Choice{Press: true})
		told := false
		for _, p := range j.Book.Problems {
			told = told || p.Kind == model.ProblemSpineText
		}
		turned := false
		for _, m := range j.Book.Cover().Pages[0].Marks {
			text, ok := m.(*page.Text)
			turned = turned || ok && text.Turned
		}
		if told != c.told || turned == c.told {
			t.Errorf("a leaf of %v mm: told %v, text %v", c.caliper, told, turned)
		}
	}
	s := edition(people...)
	s.Yearbook.Sections[0].Off, s.Yearbook.Caliper = true, 0.1
	j := job(t, s, output.Choice{Press: true})
	if len(j.Paths("p.pdf")) != 1 || j.Book.Cover() != nil {
		t.Error("a book without a cover has one")
	}
	for _, p := range j.Book.Problems {
		if p.Kind == model.ProblemSpineText {
			t.Error("a book without a cover has a spine")
		}
	}
}

func TestBarcodeReadsBackFromTheCover(t *testing.T) {
	for _, c := range []struct{ isbn, issn, want, addOn string }{
		{"978-0-306-40615-7", "", "9780306406157", ""},
		{"0-306-40615-2", "", "9780306406157", ""},
		{"", "0378-5955", "9770378595002", "26"},
	} {
		s := edition(people...)
		s.Yearbook.ISBN, s.Yearbook.ISSN = c.isbn, c.issn
		_, cover, _ := pressed(t, s)
		img, err := cover.PageDPI(t.Context(), 0, 200)
		if err != nil {
			t.Fatal(err)
		}
		digits, addOn := barcode(t, img)
		if digits != c.want || addOn != c.addOn {
			t.Errorf("the bars say %q and %q, want %s and %q", digits, addOn, c.want, c.addOn)
		}
	}
}

// barcode reads the bars of a picture as a till does: along one line after the
// other, until one crosses all of them.
func barcode(t *testing.T, img image.Image) (digits, addOn string) {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	const strip = 12
	for y := 0; y+strip < img.Bounds().Dy() && addOn == ""; y += strip {
		part, err := bitmap.Crop(0, y, img.Bounds().Dx(), strip)
		if err != nil {
			t.Fatal(err)
		}
		code, err := oned.NewEAN13Reader().Decode(part, nil)
		if err != nil {
			continue
		}
		digits = code.GetText()
		addOn, _ = code.GetResultMetadata()[gozxing.ResultMetadataType_UPC_EAN_EXTENSION].(string)
	}
	return digits, addOn
}

func TestProofIsStampedOnEveryPage(t *testing.T) {
	s := edition(people...)
	for _, spreads := range []bool{false, true} {
		file := written(t, s, output.Choice{Proof: true, Spreads: spreads})
		d := opened(t, file)
		for i := range d.Pages() {
			text, err := d.Text(t.Context(), i)
			if err != nil {
				t.Fatal(err)
			}
			want := 1
			if spreads && i > 0 && i < d.Pages()-1 {
				want = 2
			}
			if n := strings.Count(text, s.Hash()); n != want || !strings.Contains(text, "21 September 2026, 14:13 UTC") {
				t.Errorf("spreads %v, page %d is stamped %d times, want %d: %q", spreads, i+1, n, want, text)
			}
		}
		if whole := written(t, s, output.Choice{Spreads: spreads}); 10*len(file) > 9*len(whole) { // most of so small a book is its fonts
			t.Errorf("the proof has %d bytes, the reading copy %d", len(file), len(whole))
		}
	}
}

// A proof under embargo must be the same file whatever the result is: pages,
// bookmarks and metadata.
func TestHiddenRanksTellNothing(t *testing.T) {
	hidden := output.Choice{Proof: true, HideRanks: true}
	one := edition(people...)
	turned := append([]string{}, people...)
	turned[0], turned[1], turned[5], turned[4] = people[5], people[4], people[0], people[1]
	other := edition(turned...)
	if !bytes.Equal(written(t, one, hidden), written(t, other, hidden)) {
		t.Error("two results make two proofs")
	}
	if bytes.Equal(written(t, one, output.Choice{Proof: true}), written(t, other, output.Choice{Proof: true})) {
		t.Error("two results make one proof without hiding anything")
	}
}

func TestSpreadsLieAsTheOpenBook(t *testing.T) {
	s := edition(people...)
	whole := opened(t, written(t, s, output.Choice{}))
	d := opened(t, written(t, s, output.Choice{Spreads: true}))
	if want := whole.Pages()/2 + 1; d.Pages() != want {
		t.Errorf("%d spreads of %d pages, want %d", d.Pages(), whole.Pages(), want)
	}
	for i := range whole.Pages() {
		text, err := whole.Text(t.Context(), i)
		if err != nil {
			t.Fatal(err)
		}
		spread, err := d.Text(t.Context(), (i+1)/2)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range strings.Fields(text) {
			if !strings.Contains(spread, word) {
				t.Errorf("%q of page %d is not on spread %d", word, i+1, (i+1)/2+1)
			}
		}
	}
	// The first page lies at the right, deep green; at its left is no page.
	img, err := d.Page(t.Context(), 0, 400)
	if err != nil {
		t.Fatal(err)
	}
	b := img.Bounds()
	left, right := rgb(img, b.Dx()/4, b.Dy()/2), rgb(img, b.Dx()/2+6, b.Dy()/2)
	if left[0] < 200 || right[0] > 80 {
		t.Errorf("left %v, right %v", left, right)
	}
}

func rgb(img image.Image, x, y int) [3]uint8 {
	c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
	return [3]uint8{c.R, c.G, c.B}
}

func TestCancelLeavesAllAsItWas(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "p.pdf")
	if err := os.WriteFile(output.CoverPath(path), []byte("an older cover"), 0o600); err != nil {
		t.Fatal(err)
	}
	j := job(t, edition(people...), output.Choice{Press: true})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	last, whole := 0, 0
	j.Progress = func(done, total int) {
		if done < last {
			t.Errorf("progress went back from %d to %d", last, done)
		}
		last, whole = done, total
		if done == total-1 { // the pages are ready, the cover is not
			cancel()
		}
	}
	if err := j.Write(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v at %d of %d", err, last, whole)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	if b, _ := os.ReadFile(output.CoverPath(path)); string(b) != "an older cover" {
		t.Error("the older cover is gone")
	}
	j.Progress = nil
	if err := j.Write(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(output.CoverPath(path)); !bytes.HasPrefix(b, []byte("%PDF")) {
		t.Error("the cover was not replaced")
	}
}

// One failure leaves neither file.
func TestFailureLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.pdf")
	if err := os.Mkdir(output.CoverPath(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := job(t, edition(people...), output.Choice{Press: true}).Write(t.Context(), path); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestSameBytesOfEveryOutput(t *testing.T) {
	for _, choice := range []output.Choice{{}, {Press: true}, {Proof: true}, {Spreads: true}} {
		if !bytes.Equal(written(t, edition(people...), choice), written(t, edition(people...), choice)) {
			t.Errorf("%+v: two files of the same data differ", choice)
		}
	}
}

func TestCoverPath(t *testing.T) {
	for path, want := range map[string]string{"p.pdf": "p-cover.pdf", "a.b/p": "a.b/p-cover", "x.y.pdf": "x.y-cover.pdf"} {
		if got := output.CoverPath(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

var renderer = sync.OnceValues(func() (*raster.Renderer, error) {
	return raster.Open(context.Background(), raster.Params{
		CacheDir: filepath.Join(os.TempDir(), "laurel-test-raster"), // shared with the tests of other packages
	})
})

// opened gives a file to look at.
func opened(t *testing.T, file []byte) *raster.Document {
	t.Helper()
	r, err := renderer()
	if err != nil {
		t.Fatal(fmt.Errorf("starting the renderer: %w", err))
	}
	d, err := r.Load(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// atLength leaves a test out of the short run with the race detector, where it
// would take minutes and finds nothing: it computes on one goroutine, or does
// what others do there too. The run without the detector has it.
func atLength(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("too long with the race detector; runs without it")
	}
}
