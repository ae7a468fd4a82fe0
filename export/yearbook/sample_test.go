package yearbook

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"laurel/assets"
	"laurel/assets/sample"
	"laurel/export/pdf"
	"laurel/export/typeset"
	"laurel/model"
)

// library is shared by all tests: reading the fonts takes longer than any of them.
var library = sync.OnceValues(func() (*typeset.Library, error) {
	return typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
})

func newComposer(tb testing.TB, workers int) *Composer {
	tb.Helper()
	l, err := library()
	if err != nil {
		tb.Fatal(err)
	}
	c, err := New(Params{Library: l, Words: assets.Words(), Workers: workers})
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func compose(tb testing.TB, s *model.Snapshot) *Book {
	tb.Helper()
	book, err := newComposer(tb, 0).Compose(context.Background(), s)
	if err != nil {
		tb.Fatal(err)
	}
	return book
}

// sampleSnapshot is an edition of the invented sample list as the store would
// give it. IDs are the sample's own words.
func sampleSnapshot(tb testing.TB, edition string) *model.Snapshot {
	tb.Helper()
	data, err := sample.Load()
	if err != nil {
		tb.Fatal(err)
	}
	b := snapshotBuilder{tb: tb, data: data, people: map[string]sample.Person{}}
	for _, p := range data.People {
		b.people[p.ID] = p
	}
	s := &model.Snapshot{
		BookTitle: "The Fathom 100", ChangedAt: 1_790_000_000_000, Yearbook: model.DefaultYearbook(),
		People: map[model.ID]model.Person{}, Photos: map[model.ID]model.Photo{},
		Earlier: map[model.ID][]model.Appearance{}, History: map[model.ID][]model.Appearance{},
	}
	for _, p := range data.People {
		person := model.Person{ID: model.ID(p.ID), Name: model.Name(p.Name), SortAs: p.SortAs}
		if p.Photo != nil {
			person.PhotoID = model.ID("photo-" + p.ID)
			s.Photos[person.PhotoID] = photoOf(person.PhotoID, p.Photo)
		}
		s.People[person.ID] = person
	}
	var before []model.Edition
	var placed [][]model.Placement
	for _, e := range data.Editions {
		in, placements := b.edition(e)
		if e.ID != edition {
			before, placed = append(before, in), append(placed, placements)
			continue
		}
		s.Edition, s.Placements = in, placements
		s.Yearbook.Subtitle, s.Yearbook.Imprint = e.Subtitle, e.Imprint
		for i, p := range e.Placements {
			if p.Photo != nil {
				id := "photo-" + placements[i].ID
				s.Placements[i].PhotoID, s.Photos[id] = id, photoOf(id, p.Photo)
			}
		}
	}
	for i, e := range before {
		if e.Year < s.Edition.Year && e.Region == s.Edition.Region {
			s.Predecessor, s.Compared = &before[i], placed[i]
			remember(s, e, placed[i])
		}
	}
	all := slices.Concat(append(placed, s.Placements)...)
	s.Chronicle = model.NewChronicle(model.List{ID: s.Edition.ListID, Name: s.Edition.ListName}, s.Edition, append(before, s.Edition), all)
	b.yearbook(s)
	return s
}

// yearbook fills the book definition as the sample book does.
func (b snapshotBuilder) yearbook(s *model.Snapshot) {
	s.Assets = map[model.ID]model.Asset{}
	for _, y := range b.data.Yearbooks {
		if y.Edition != string(s.Edition.ID) {
			continue
		}
		d := &s.Yearbook
		d.Publisher, d.Place, d.Copyright, d.Credits = y.Publisher, y.Place, y.Copyright, strings.Join(y.Credits, "\n")
		d.ISSN, d.Issue, d.Printer, d.Paper, d.Caliper = y.ISSN, y.Issue, y.Printer, y.Paper, y.Caliper
		said := slices.Clone(y.Sections)
		for i := range d.Sections {
			at := slices.IndexFunc(said, func(o sample.Section) bool { return o.Kind == string(d.Sections[i].Kind) })
			if at < 0 {
				continue
			}
			b.section(s, &d.Sections[i], said[at])
			said[at].Kind = ""
		}
	}
}

func (b snapshotBuilder) section(s *model.Snapshot, to *model.Section, from sample.Section) {
	to.Title, to.Text, to.Byline, to.Role = from.Title, from.Text, from.Byline, from.Role
	asset := func(p *sample.Photo) model.ID {
		id := model.ID("asset-" + p.FileName)
		s.Assets[id] = model.Asset{ID: id, Kind: model.AssetPicture, Name: p.FileName, Key: string(id), Width: sample.PhotoWidth, Height: sample.PhotoWidth * 4 / 3, Alt: p.Alt, Credit: p.Credit}
		return id
	}
	if from.Portrait != nil {
		to.Picture = asset(from.Portrait)
	}
	for _, p := range from.Portraits {
		to.Pictures = append(to.Pictures, asset(p))
	}
}

type snapshotBuilder struct {
	tb     testing.TB
	data   *sample.Data
	people map[string]sample.Person
}

func photoOf(id model.ID, p *sample.Photo) model.Photo {
	width := cmp.Or(p.Width, sample.PhotoWidth)
	return model.Photo{
		ID: id, Key: string(id), Width: width, Height: width * 4 / 3, Credit: p.Credit, Alt: p.Alt,
		FocalX: sample.FocalX, FocalY: sample.FocalY,
	}
}

func (b snapshotBuilder) edition(e sample.Edition) (model.Edition, []model.Placement) {
	scheme, err := model.ParseScheme(e.Scheme)
	if err != nil {
		b.tb.Fatal(err)
	}
	in := model.Edition{
		ID: model.ID(e.ID), ListID: model.ID(e.List), ListName: e.ListName, Year: e.Year, Region: e.Region, Size: e.Size, Scheme: scheme,
		Questions: e.Questions, Finished: e.Finished, Published: e.Published, Method: e.Method, Criteria: e.Criteria, Judges: e.Judges, Locale: "en-GB",
	}
	placements := make([]model.Placement, len(e.Placements))
	for i, p := range e.Placements {
		placements[i] = b.placement(in, i, p)
	}
	return in, placements
}

func (b snapshotBuilder) placement(e model.Edition, i int, from sample.Placement) model.Placement {
	p := model.Placement{
		ID: model.ID(string(e.ID) + "-" + itoa(i+1)), EditionID: e.ID, Kind: model.EntryKind(from.Kind), EntryName: from.Entry, Pos: i + 1,
		Rank: model.Rank{Number: from.Rank, Tied: from.Tied}, Citation: from.Citation, Strapline: from.Strapline, Sector: from.Sector,
		Country: from.Country, Status: model.Status(from.Status), Video: from.Video,
	}
	for _, m := range from.Members {
		who := b.people[m.Person]
		p.Members = append(p.Members, model.Member{
			PersonID: model.ID(m.Person), Name: model.Name(who.Name), SortAs: who.SortAs, Title: m.Title, Organisation: m.Organisation,
		})
	}
	for j, a := range from.Answers {
		answer := model.Answer{
			Themes: b.data.ThemesOf(string(e.ID), from, j),
			ID:     model.ID(string(p.ID) + "-answer-" + itoa(j+1)), Question: a.Question, Original: a.Text, Edited: a.Text, Approved: a.Approved, Speaker: model.ID(a.Speaker),
			Excerpt: chosen(a.Text, a.Excerpt...),
		}
		if a.PullQuote != "" {
			answer.PullQuote = chosen(a.Text, a.PullQuote)
		}
		p.Answers = append(p.Answers, answer)
	}
	return p
}

// chosen finds passages in a text, one after the other.
func chosen(text string, passages ...string) (e model.Excerpt) {
	from := 0
	for _, exact := range passages {
		i := strings.Index(text[from:], exact)
		if i < 0 {
			continue // a planted fault
		}
		from += i
		e.Parts = append(e.Parts, model.ExcerptPart{Range: model.Range{Start: from, End: from + len(exact)}, Exact: exact})
		from += len(exact)
	}
	return e
}

// remember adds an earlier edition to the history of those who are in this one.
func remember(s *model.Snapshot, e model.Edition, placements []model.Placement) {
	for _, old := range placements {
		seen := model.Appearance{EditionID: e.ID, ListID: e.ListID, List: e.ListName, Year: e.Year, Region: e.Region, Scheme: e.Scheme, Rank: old.Rank, Status: old.Status}
		for _, m := range old.Members {
			s.History[m.PersonID] = append(s.History[m.PersonID], seen)
		}
		for _, now := range s.Placements {
			if now.EntryKey() == old.EntryKey() {
				s.Earlier[now.ID] = append(s.Earlier[now.ID], seen)
			}
		}
	}
}

// drawn gives the sample's photos by key, for benchmarks of the whole way.
func drawn(tb testing.TB, s *model.Snapshot) *pdf.Renditions {
	tb.Helper()
	data, err := sample.Load()
	if err != nil {
		tb.Fatal(err)
	}
	masters := map[string][]byte{}
	draw := func(key string, p *sample.Photo) {
		if p == nil || s.Photos[model.ID(key)].Key == "" {
			return
		}
		if masters[key], err = p.JPEG(); err != nil {
			tb.Fatal(err)
		}
	}
	for _, p := range data.People {
		draw("photo-"+p.ID, p.Photo)
	}
	for _, y := range data.Yearbooks {
		for _, p := range y.Photos() {
			if masters["asset-"+p.FileName], err = p.JPEG(); err != nil {
				tb.Fatal(err)
			}
		}
	}
	for _, e := range data.Editions {
		for i, p := range e.Placements {
			draw("photo-"+e.ID+"-"+itoa(i+1), p.Photo)
		}
	}
	return &pdf.Renditions{Master: func(key string) ([]byte, error) { return masters[key], nil }}
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
