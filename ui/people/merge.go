package people

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// side is one of two people who may be the same, as they are compared.
type side struct {
	person       model.Person
	organisation string
	photoKey     string
	custom       map[model.ID]string
	placements   []string // editions with ranks, newest first
}

// pair is what is known of two people.
type pair struct {
	a, b     side
	fields   []model.CustomField
	together string // the edition in which both stand; "" where there is none
}

func readPair(ctx context.Context, b *store.Book, one, other model.ID) (p pair, err error) {
	if p.fields, err = b.CustomFields(ctx); err != nil {
		return p, err
	}
	editions, err := b.Editions(ctx)
	if err != nil {
		return p, err
	}
	seen := map[model.ID]bool{}
	for _, s := range []struct {
		id model.ID
		to *side
	}{{one, &p.a}, {other, &p.b}} {
		placements, err := s.to.read(ctx, b, s.id)
		if err != nil {
			return p, err
		}
		for _, pl := range placements {
			i := slices.IndexFunc(editions, func(e model.Edition) bool { return e.ID == pl.EditionID })
			if i < 0 {
				continue
			}
			e := editions[i]
			s.to.placements = append(s.to.placements, joined(" · ", e.Name(), pl.Rank.Display(e.TieStyle)))
			if seen[e.ID] {
				p.together = e.Name()
			}
			if s.to == &p.a {
				seen[e.ID] = true
			}
		}
	}
	return p, nil
}

// read fills a side and gives the placements.
func (s *side) read(ctx context.Context, b *store.Book, id model.ID) ([]model.Placement, error) {
	var err error
	if s.person, err = b.Person(ctx, id); err != nil {
		return nil, err
	}
	if s.person.OrganisationID != "" {
		o, err := b.Organisation(ctx, s.person.OrganisationID)
		if err != nil {
			return nil, err
		}
		s.organisation = o.Name
	}
	if s.person.PhotoID != "" {
		photo, err := b.Photo(ctx, s.person.PhotoID)
		if err != nil {
			return nil, err
		}
		s.photoKey = photo.Key
	}
	if s.custom, err = b.CustomValues(ctx, id); err != nil {
		return nil, err
	}
	return b.PlacementsOf(ctx, id)
}

// value is what a side says in a field of a merge.
func (s *side) value(field string) string {
	p := s.person
	switch field {
	case store.MergeName:
		return p.Name.Full()
	case store.MergeSortAs:
		return p.SortAs
	case store.MergePronouns:
		return p.Pronouns
	case store.MergeTitle:
		return p.Title
	case store.MergeOrganisation:
		return s.organisation
	case store.MergeSector:
		return p.Sector
	case store.MergeCountry:
		return p.Country
	case store.MergePhoto:
		if s.photoKey != "" {
			return lang.L("This photo")
		}
		return ""
	case store.MergeConsent:
		if p.Consent == model.ConsentUnknown {
			return ""
		}
		return joined(", ", desk.Word(string(p.Consent)), p.ConsentDate)
	}
	return s.custom[model.ID(field)]
}

var mergeWords = map[string]string{
	store.MergeName: "Name", store.MergeSortAs: "Sort under", store.MergePronouns: "Pronouns", store.MergeTitle: "Job title",
	store.MergeOrganisation: "Organisation", store.MergeSector: "Sector", store.MergeCountry: "Country", store.MergePhoto: "Photo", store.MergeConsent: "Consent",
}

// comparison shows two people side by side; of every field in which they differ
// one value is picked.
type comparison struct {
	s      *screen
	object *fyne.Container
	pair   pair
	take   map[string]bool // fields in which the right one is heard
	ready  func(bool)      // told whether the two can be merged
}

func newComparison(s *screen, ready func(bool)) *comparison {
	return &comparison{s: s, object: container.NewStack(), ready: ready}
}

// load reads two people and shows them.
func (c *comparison) load(a, b model.ID) {
	c.ready(false)
	c.s.desk.Fetch("people.pair", func(ctx context.Context, book *store.Book) (any, error) {
		return readPair(ctx, book, a, b)
	}, func(v any, err error) {
		if err != nil {
			c.s.desk.Fail(err)
			return
		}
		c.show(v.(pair))
	})
}

func (c *comparison) show(p pair) {
	c.pair, c.take = p, map[string]bool{}
	rows := []fyne.CanvasObject{
		kit.Row(12, kit.Fixed(108, kit.NewLabel("", kit.Small)), kit.Grow(1, c.head(p.a)), kit.Grow(1, c.head(p.b))),
	}
	fields, titles := store.MergeFields, mergeWords
	for _, f := range fields {
		rows = c.row(rows, f, lang.L(titles[f]))
	}
	for _, f := range p.fields {
		rows = c.row(rows, string(f.ID), f.Name)
	}
	rows = append(rows, c.placed())
	if p.together != "" {
		rows = append(rows, kit.NewBanner(kit.BannerParams{
			Tone: kit.Warn, Icon: kit.IconWarning,
			Text: lang.L("Both stand in {{.Edition}}: take one of the two out of it first, then merge.", map[string]any{"Edition": p.together}),
		}))
	}
	rows = append(rows, kit.NewParagraph(lang.L("Placements, photos and the history of both come together. The other name becomes a former name, and private notes of both are kept. What was printed stays as it was printed."), kit.Small))
	c.object.Objects = []fyne.CanvasObject{kit.NewScroll(kit.Pad(kit.VBox(10, rows...), 16, 24, 16, 16))}
	c.object.Refresh()
	c.ready(p.together == "")
}

func (c *comparison) head(s side) fyne.CanvasObject {
	picture := kit.NewPicture(40, 40)
	picture.SetMonogram(s.person.Name.Monogram())
	picture.Load(c.s.desk.Thumbs(), s.photoKey)
	return kit.MidRow(12, kit.Fixed(40, picture), kit.Grow(1, kit.VBox(2,
		kit.NewElastic(s.person.Name.Full(), kit.BodyStrong), kit.NewElastic(joined(" – ", s.person.Title, s.organisation), kit.Small))))
}

// row shows a field in which at least one says something.
func (c *comparison) row(rows []fyne.CanvasObject, field, title string) []fyne.CanvasObject {
	a, b := c.pair.a.value(field), c.pair.b.value(field)
	if a == "" && b == "" || a == b && field != store.MergePhoto {
		return rows
	}
	var left, right *kit.Pick
	pick := func(theirs bool) {
		c.take[field] = theirs
		left.SetOn(!theirs)
		right.SetOn(theirs)
	}
	left = kit.NewPick(orNothing(a), func() { pick(false) })
	right = kit.NewPick(orNothing(b), func() { pick(true) })
	pick(a == "")
	for _, x := range []struct {
		pick *kit.Pick
		text string
	}{{left, a}, {right, b}} {
		if x.text == "" {
			x.pick.Disable()
		}
	}
	return append(rows, kit.Row(12, kit.Fixed(108, kit.Pad(kit.NewElastic(title, kit.Small), 10, 0, 0, 0)), kit.Grow(1, left), kit.Grow(1, right)))
}

// placed lists where each of the two stood.
func (c *comparison) placed() fyne.CanvasObject {
	list := func(s side) fyne.CanvasObject {
		const most = 6
		var lines []fyne.CanvasObject
		for i, p := range s.placements {
			if i == most {
				lines = append(lines, kit.NewLabel(lang.N("and {{.Count}} more", len(s.placements)-most, map[string]any{"Count": len(s.placements) - most}), kit.Small))
				break
			}
			lines = append(lines, kit.NewElastic(p, kit.SmallInk))
		}
		if len(lines) == 0 {
			lines = append(lines, kit.NewLabel(lang.L("never placed"), kit.Small))
		}
		return kit.Pad(kit.VBox(4, lines...), 4, 0, 4, 10)
	}
	return kit.Row(12, kit.Fixed(108, kit.Pad(kit.NewLabel(lang.L("Placements"), kit.Small), 4, 0, 0, 0)), kit.Grow(1, list(c.pair.a)), kit.Grow(1, list(c.pair.b)))
}

// merge makes one person of the two.
func (c *comparison) merge(done func()) {
	command := store.MergePeople{Keep: c.pair.a.person.ID, Lose: c.pair.b.person.ID}
	for f, theirs := range c.take {
		if theirs {
			command.Take = append(command.Take, f)
		}
	}
	slices.Sort(command.Take)
	name := c.pair.a.person.Name.Display()
	if c.s.editor.id == command.Lose {
		c.s.editor.id = command.Keep // who is looked at lives on in the other
	}
	c.s.desk.Do(func(_ store.Receipt, err error) {
		if err == nil {
			c.s.desk.Tell(lang.L("Merged into {{.Name}}", map[string]any{"Name": name}), true)
			done()
		}
	}, command)
}

// mergeMarked compares the two people marked in the list.
func (s *screen) mergeMarked() {
	ids := s.list.marked()
	if len(ids) != 2 {
		s.desk.Tell(lang.L("Choose two people to merge."), false)
		return
	}
	s.editor.flush()
	var d *kit.Dialog
	c := newComparison(s, func(ok bool) { d.SetPrimaryEnabled(ok) })
	d = kit.NewDialog(s.desk.Window(), kit.DialogParams{
		Title: lang.L("Merge two people"), Primary: lang.L("Merge"), Width: 760, Height: 620, Flush: true, Content: c.object,
		Note:      lang.L("One step; Undo parts them again."),
		OnPrimary: func() bool { c.merge(func() {}); return true },
	})
	d.Show()
	c.load(ids[0], ids[1])
}
