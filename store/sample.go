package store

import (
	"bytes"
	"context"
	"fmt"
	"image/jpeg"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"laurel/assets/sample"
	"laurel/model"
)

// CreateSample makes a book of the invented sample list and opens it. Its
// history is empty.
func CreateSample(ctx context.Context, params Params) (*Book, error) {
	if params.Title == "" {
		params.Title = "The Fathom 100"
	}
	return create(ctx, params, fillSample)
}

func fillSample(ctx context.Context, b *Book) error {
	data, err := sample.Load()
	if err != nil {
		return err
	}
	ctx, leave := context.WithCancel(ctx)
	studio := openStudio(ctx, data)
	defer studio.group.Wait() // what it fails with was met by the step already
	defer leave()
	s := sampleBook{data: data, ids: map[string]model.ID{}, studio: studio, new: b.params.NewID}
	s.lists(data)
	s.organisations(data)
	s.people(data)
	for _, e := range data.Editions {
		s.edition(e)
	}
	if s.err != nil {
		return s.err
	}
	_, err = b.Do(ctx, Step{Label: model.Say("The sample list"), Commands: s.commands})
	return err
}

// sampleBook turns the sample's records into the commands that make a book.
type sampleBook struct {
	data     *sample.Data
	ids      map[string]model.ID // of the sample's words, each with its kind before it
	studio   *studio
	new      func() model.ID
	commands []Command
	err      error
}

// id is the ID that belongs to a word of the sample.
func (s *sampleBook) id(kind, word string) model.ID {
	if word == "" {
		return ""
	}
	id := s.ids[kind+word]
	if id == "" && s.err == nil {
		s.err = fmt.Errorf("the sample speaks of the %s %q and does not know it", kind, word)
	}
	return id
}

// name gives a word an ID.
func (s *sampleBook) name(kind, word string) model.ID {
	s.ids[kind+word] = s.new()
	return s.ids[kind+word]
}

func (s *sampleBook) add(c Command) { s.commands = append(s.commands, c) }

func (s *sampleBook) lists(data *sample.Data) {
	for _, l := range data.Lists {
		s.add(CreateList{List: model.List{ID: s.name("list", l.ID), Name: l.Name, FormerNames: l.FormerNames}})
	}
}

func (s *sampleBook) organisations(data *sample.Data) {
	for _, o := range data.Organisations {
		s.add(CreateOrganisation{Organisation: model.Organisation{ID: s.name("organisation", o.ID), Name: o.Name, SortAs: o.SortAs, Sector: o.Sector, Country: o.Country}})
	}
}

func (s *sampleBook) people(data *sample.Data) {
	for i := range data.People {
		p := &data.People[i]
		id := s.name("person", p.ID)
		s.add(CreatePerson{Person: model.Person{
			ID: id, Name: model.Name(p.Name), SortAs: p.SortAs, Pronouns: p.Pronouns, Title: p.Title, OrganisationID: s.id("organisation", p.Organisation),
			Sector: p.Sector, Country: p.Country, Consent: model.Consent(p.Consent), ConsentDate: p.ConsentDate, Notes: p.Notes,
		}})
		if p.Photo != nil {
			s.photo(samplePhoto{PersonID: id, Photo: p.Photo, studio: s.studio})
		}
	}
}

func (s *sampleBook) photo(c samplePhoto) { s.add(c) }

func (s *sampleBook) edition(e sample.Edition) {
	scheme, err := model.ParseScheme(e.Scheme)
	if err != nil && s.err == nil {
		s.err = err
	}
	id := s.name("edition", e.ID)
	s.add(CreateEdition{Edition: model.Edition{
		ID: id, ListID: s.id("list", e.List), ListName: e.ListName, Year: e.Year, Region: e.Region, Size: e.Size, Scheme: scheme, Questions: e.Questions,
		Finished: e.Finished, Published: e.Published, Method: e.Method, Criteria: e.Criteria, Judges: e.Judges,
	}})
	for i := range e.Placements {
		s.placement(e.ID, id, scheme, &e.Placements[i])
	}
	s.yearbook(id, e)
	if e.Frozen {
		s.add(Freeze{EditionID: id})
	}
}

func (s *sampleBook) placement(word string, edition model.ID, scheme model.Scheme, from *sample.Placement) {
	p := model.Placement{
		ID: s.new(), EditionID: edition, Kind: model.EntryKind(from.Kind), EntryName: from.Entry, OrganisationID: s.id("organisation", from.Organisation),
		Status: model.Status(from.Status), Citation: from.Citation, Strapline: from.Strapline, Sector: from.Sector, Country: from.Country, Video: from.Video,
		Rank: model.Rank{Number: from.Rank, Tied: from.Tied},
	}
	if from.Rank == 0 {
		p.Rank.Reason = model.NotYetRanked
		if p.Status.Printed() && scheme.Kind == model.SchemeTop {
			p.Rank.Reason = model.ByScheme
		}
	}
	for _, m := range from.Members {
		p.Members = append(p.Members, model.Member{PersonID: s.id("person", m.Person), Title: m.Title, Organisation: m.Organisation, OrganisationID: s.id("organisation", m.OrganisationID)})
	}
	for i, a := range from.Answers {
		answer := s.answer(a)
		answer.Themes = s.data.ThemesOf(word, *from, i)
		p.Answers = append(p.Answers, answer)
	}
	s.add(Place{Placement: p, AsPrinted: true})
	if from.Photo != nil {
		s.photo(samplePhoto{PlacementID: p.ID, Photo: from.Photo, studio: s.studio})
	}
}

func (s *sampleBook) answer(from sample.Answer) model.Answer {
	a := model.Answer{Question: from.Question, Original: from.Original, Edited: from.Text, Approved: from.Approved, Speaker: s.id("person", from.Speaker)}
	if a.Original == "" {
		a.Original = from.Text
	}
	chosen := func(parts ...string) (e model.Excerpt) {
		for _, text := range parts {
			e.Parts = append(e.Parts, model.ExcerptPart{Exact: text})
		}
		return e
	}
	a.Excerpt = chosen(from.Excerpt...)
	if from.PullQuote != "" {
		a.PullQuote = chosen(from.PullQuote)
	}
	if from.StaleText != "" {
		a.Excerpt = model.Excerpt{Text: from.StaleText, Stale: true, Parts: []model.ExcerptPart{{Range: model.Range{End: len(from.StaleText)}, Exact: from.StaleText}}}
	}
	return a
}

// samplePhoto adds a drawn photo, whose face is where it was drawn.
type samplePhoto struct {
	PersonID, PlacementID model.ID
	*sample.Photo
	studio *studio
}

func (c samplePhoto) do(s *step) (model.Message, error) {
	file, err := c.studio.photo(c.Photo)
	if err != nil {
		return model.Message{}, err
	}
	// What the program has drawn is a master already.
	config, err := jpeg.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return model.Message{}, err
	}
	drawn := picture{mime: "image/jpeg", master: file, width: config.Width, height: config.Height}
	photo := AddPhoto{PersonID: c.PersonID, PlacementID: c.PlacementID, File: file, FileName: c.FileName, Credit: c.Credit, Alt: c.Alt}
	if _, err := s.addPhoto(photo, drawn); err != nil {
		return model.Message{}, err
	}
	x, y := sample.FocalX, sample.FocalY
	return UpdatePhoto{ID: s.created, FocalX: &x, FocalY: &y}.do(s)
}

// studio draws the photos of the sample while the book is being written.
type studio struct {
	ctx   context.Context // ends when a photo could not be drawn
	group *errgroup.Group
	drawn map[*sample.Photo]chan []byte
}

// openStudio begins to draw, in the order in which the photos are asked for.
func openStudio(ctx context.Context, data *sample.Data) *studio {
	var photos []*sample.Photo
	for i := range data.People {
		photos = append(photos, data.People[i].Photo)
	}
	for _, e := range data.Editions {
		for i := range e.Placements {
			photos = append(photos, e.Placements[i].Photo)
		}
	}
	for _, y := range data.Yearbooks {
		photos = append(photos, y.Photos()...)
	}
	photos = slices.DeleteFunc(photos, func(p *sample.Photo) bool { return p == nil })
	s := &studio{drawn: make(map[*sample.Photo]chan []byte, len(photos))}
	for _, p := range photos {
		s.drawn[p] = make(chan []byte, 1)
	}
	s.group, s.ctx = errgroup.WithContext(ctx)
	var next atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		s.group.Go(func() error {
			for s.ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(photos) {
					return nil
				}
				file, err := photos[i].JPEG()
				if err != nil {
					return fmt.Errorf("draw the portraits: %w", err)
				}
				s.drawn[photos[i]] <- file
			}
			return s.ctx.Err()
		})
	}
	return s
}

// photo waits for a photo. Each can be had once.
func (s *studio) photo(p *sample.Photo) ([]byte, error) {
	select {
	case file := <-s.drawn[p]:
		return file, nil
	case <-s.ctx.Done():
		return nil, context.Cause(s.ctx)
	}
}
