package people

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// details is everything the editor shows of a person.
type details struct {
	person        model.Person
	organisation  string // today's, by name
	organisations []string
	photo         *model.Photo
	placements    []model.Placement
	editions      map[model.ID]model.Edition
	changes       []store.FieldChange
	fields        []model.CustomField // the curator's own
	custom        map[model.ID]string // their values
	// placement is the one in the edition chosen in the switcher, nil if none.
	placement *model.Placement
}

func (d *details) photoKey() string {
	if d.photo == nil {
		return ""
	}
	return d.photo.Key
}

// tab is one page of the editor: built once, filled for each person.
type tab interface {
	content() fyne.CanvasObject
	fill(*details)
	flush()
	// focus puts the cursor into a field (one of model.Field…), "" the first.
	focus(field string)
}

// formWidth is how wide fields and texts of a person become at most, px.
const formWidth = 1080

var tabNames = []string{"profile", "photo", "placements", "interview", "notes", "changes"}

// editor is the right pane.
type editor struct {
	s         *screen
	object    *fyne.Container
	card      fyne.CanvasObject
	empty     fyne.CanvasObject
	id        model.ID
	shown     *details
	goal      desk.Place // where to go when the person is loaded
	picture   *kit.Picture
	name      *kit.Label
	job       *kit.Label
	rank      *kit.Label
	edition   *kit.Label
	page      *kit.Button
	missing   *fyne.Container
	tabs      *kit.Tabs
	pages     []tab
	stage     *fyne.Container
	photo     *photoTab
	interview *interviewTab
	profile   *profileTab
	tracked   []tracked
}

func newEditor(s *screen) *editor {
	e := &editor{
		s: s, picture: kit.NewPicture(96, 128), name: kit.NewElastic("", kit.Name), job: kit.NewElastic("", kit.Body.In(kit.Ink2)),
		rank: kit.NewLabel("", kit.Rank), edition: kit.NewGiving("", kit.Body.In(kit.Ink2)), missing: kit.HBox(8),
	}
	e.page = kit.NewQuiet("", func() { e.showOnPage() }).WithIcon(kit.IconPage)
	e.photo, e.interview = newPhotoTab(e), newInterviewTab(e)
	e.profile = newProfileTab(e)
	e.pages = []tab{e.profile, e.photo, newPlacementsTab(e), e.interview, newNotesTab(e), newChangesTab(e)}
	e.tabs = kit.NewTabs([]kit.Tab{
		{Text: lang.L("Profile")},
		{Text: lang.L("Photo")},
		{Text: lang.L("Placements")},
		{Text: lang.L("Interview")},
		{Text: lang.L("Private notes")},
		{Text: lang.L("History")},
	}, e.showTab)
	e.stage = container.NewStack()
	head := kit.Pad(kit.Row(24,
		kit.Natural(e.picture),
		kit.Grow(1, kit.VBox(8, e.name, e.job, kit.MidRow(16, kit.Natural(e.rank), kit.Giving(80, e.edition), kit.Natural(e.page)), e.missing))), 24, 24, 12, 24)
	e.card = kit.Column(0,
		kit.Natural(head),
		kit.Natural(kit.Pad(e.tabs, 0, 24, 0, 24)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, e.stage))
	e.empty = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconPeople, Missing: lang.L("Nobody is in this book yet"),
		Do:     lang.L("Add somebody by hand, or drop a list or a published page on the window."),
		Action: lang.L("Add a person…"), OnTap: s.add,
	}), 420, 0))
	e.object = container.NewStack() // until it is known whether there is anybody
	e.showTab(0)
	return e
}

func (e *editor) showEmpty() {
	e.id, e.shown = "", nil
	e.object.Objects = []fyne.CanvasObject{e.empty}
	e.object.Refresh()
}

func (e *editor) showTab(i int) {
	if i < 0 || i >= len(e.pages) {
		return
	}
	e.flush()
	e.tabs.Select(i)
	e.stage.Objects = []fyne.CanvasObject{e.pages[i].content()}
	e.stage.Refresh()
}

// show loads a person; what was typed about the one before is handed over first.
func (e *editor) show(id model.ID, goal desk.Place) {
	if id != e.id {
		e.flush()
	}
	e.id, e.goal = id, goal
	e.refetch()
}

// loading says whether somebody else is shown than was asked for.
func (e *editor) loading() bool { return e.id != "" && (e.shown == nil || e.shown.person.ID != e.id) }

// refetch reads the person anew.
func (e *editor) refetch() {
	id, edition := e.id, e.s.desk.EditionID()
	if id == "" {
		return
	}
	e.s.desk.Fetch("people.person", func(ctx context.Context, b *store.Book) (any, error) {
		return read(ctx, b, id, edition)
	}, func(v any, err error) {
		if id != e.id {
			return
		}
		d, _ := v.(*details)
		switch {
		case errors.Is(err, model.ErrNotFound) || err == nil && d.person.Trashed && !e.s.inTrash():
			e.id, e.shown = "", nil
			e.s.later.Drop()
			e.s.list.fetch() // which goes to somebody who is there
		case err != nil:
			e.s.later.Drop()
			e.s.desk.Fail(err)
		default:
			e.fill(d)
			e.s.later.Arrived()
		}
	})
}

func read(ctx context.Context, b *store.Book, id, edition model.ID) (*details, error) {
	p, err := b.Person(ctx, id)
	if err != nil {
		return nil, err
	}
	d := &details{person: p, editions: map[model.ID]model.Edition{}}
	organisations, err := b.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	for _, o := range organisations {
		d.organisations = append(d.organisations, o.Name)
		if o.ID == p.OrganisationID {
			d.organisation = o.Name
		}
	}
	if p.PhotoID != "" {
		photo, err := b.Photo(ctx, p.PhotoID)
		if err != nil {
			return nil, err
		}
		d.photo = &photo
	}
	editions, err := b.Editions(ctx)
	if err != nil {
		return nil, err
	}
	for _, e := range editions {
		d.editions[e.ID] = e
	}
	if d.placements, err = b.PlacementsOf(ctx, id); err != nil {
		return nil, err
	}
	for i := range d.placements {
		if d.placements[i].EditionID == edition {
			d.placement = &d.placements[i]
		}
	}
	if d.fields, err = b.CustomFields(ctx); err != nil {
		return nil, err
	}
	if d.custom, err = b.CustomValues(ctx, id); err != nil {
		return nil, err
	}
	d.changes, err = b.PersonHistory(ctx, id)
	return d, err
}

func (e *editor) fill(d *details) {
	if e.shown != nil && e.shown.person.ID != d.person.ID {
		e.flush() // typed while this person was being read: meant for the one before
	}
	e.shown = d
	if len(e.object.Objects) == 0 || e.object.Objects[0] != e.card {
		e.object.Objects = []fyne.CanvasObject{e.card}
		e.object.Refresh()
	}
	e.fillHead(d)
	for _, t := range e.pages {
		t.fill(d)
	}
	e.tabs.SetCounts(2, kit.Count{N: len(d.placements), Tone: kit.Ink3})
	e.goOn()
	e.proofed(e.s.desk.Proof())
}

func (e *editor) fillHead(d *details) {
	p := d.person
	e.name.SetRuns(kit.Run{Text: p.Name.WithPrefix(), Style: kit.Name, Cut: kit.CutEnd}, kit.Run{Text: prefixed("  ", p.Name.PostNominals), Style: kit.Heading.In(kit.Ink3)})
	e.job.SetText(joined(" – ", p.Title, d.organisation))
	e.picture.SetMonogram(p.Name.Monogram())
	e.picture.Load(e.s.desk.Thumbs(), d.photoKey())
	e.rank.SetText("–")
	e.edition.SetText(lang.L("Not in this edition"))
	if pl := d.placement; pl != nil {
		ed := d.editions[pl.EditionID]
		rank := pl.Rank.Display(ed.TieStyle)
		if rank == "" {
			rank = lang.L("Included")
		}
		e.rank.SetText(rank)
		e.edition.SetText(ed.Name())
	}
}

func prefixed(sep, s string) string {
	if s == "" {
		return ""
	}
	return sep + s
}

// goOn goes to the field that Show asked for, once the person is there.
func (e *editor) goOn() {
	goal := e.goal
	e.goal = desk.Place{}
	if goal.Field == "" {
		return
	}
	i := tabOf(goal.Field)
	e.showTab(i)
	if goal.AnswerID != "" {
		e.interview.showAnswer(goal.AnswerID)
	}
	e.pages[i].focus(goal.Field)
	if goal.Field == model.FieldExcerpt {
		e.interview.chooser.PointAt(goal.Start)
	}
}

// tabOf says on which tab a field is mended.
func tabOf(field string) int {
	field, _, _ = strings.Cut(field, "/")
	switch field {
	case model.FieldPhoto, model.FieldCredit, model.FieldAlt:
		return 1
	case model.FieldRank, model.FieldHistory, model.FieldCategory:
		return 2
	case model.FieldQuestion, model.FieldAnswer, model.FieldExcerpt, model.FieldPullQuote, model.FieldApproved:
		return 3
	}
	return 0
}

// focus puts the cursor into the first field.
func (e *editor) focus() { e.pages[e.tabs.Selected()].focus("") }

func (e *editor) flush() {
	for _, t := range e.pages {
		t.flush()
	}
}

// proofed brings what the pages say up to date: the page, the problems, the slot.
func (e *editor) proofed(p *desk.Proof) {
	e.page.SetText("")
	e.page.Hide()
	e.missing.Objects = nil
	if p != nil && e.shown != nil && e.shown.placement != nil {
		if n := p.Book.Pages[e.shown.placement.ID]; n > 0 {
			e.page.SetText(lang.L("Page {{.Page}}", map[string]any{"Page": n}))
			e.page.Show()
		}
		for _, problem := range p.Book.Problems {
			if problem.PlacementID == e.shown.placement.ID && len(e.missing.Objects) < 3 {
				e.missing.Add(e.problemChip(problem))
			}
		}
	}
	e.missing.Refresh()
	e.interview.proofed(p)
	e.photo.proofed(p)
	e.profile.headPrinted(e.shown)
}

func (e *editor) problemChip(p model.Problem) fyne.CanvasObject {
	icon := kit.IconWarning
	if p.Severity == model.Error {
		icon = kit.IconError
	}
	chip := kit.NewMissingChip(desk.ProblemTitle(p.Kind), icon, p.Severity == model.Error, func() {
		snapshot := e.s.desk.Proof().Snapshot
		if place, ok := desk.FieldPlace(snapshot, desk.MendedAt(snapshot, p)); ok && place.Screen != desk.People {
			e.s.desk.Go(place)
			return
		}
		e.showTab(tabOf(p.Field))
		e.pages[tabOf(p.Field)].focus(p.Field)
	})
	chip.SetTip(desk.Speak(p.Text))
	return chip
}

// onPage is the page of the person's profile in the composed book, 0 where there
// is none.
func (e *editor) onPage() int {
	p := e.s.desk.Proof()
	if p == nil || e.shown == nil || e.shown.placement == nil {
		return 0
	}
	return p.Book.Pages[e.shown.placement.ID]
}

func (e *editor) showOnPage() bool {
	if e.shown == nil || e.shown.placement == nil {
		return false
	}
	e.s.desk.Go(desk.Place{Screen: desk.Yearbook, PlacementID: e.shown.placement.ID})
	return true
}

// do writes. The person is read again after it, because what is being read
// already is older than what was written and would put the old text back.
func (e *editor) do(c store.Command) {
	e.s.desk.Do(nil, c)
	e.refetch()
}

// person changes the person whose fields are shown.
func (e *editor) person(c store.UpdatePerson) {
	if e.shown != nil {
		c.ID = e.shown.person.ID
		e.do(c)
	}
}

// placed changes the placement in the chosen edition.
func (e *editor) placed(c store.UpdatePlacement) {
	if e.shown != nil && e.shown.placement != nil {
		c.ID = e.shown.placement.ID
		e.do(c)
	}
}

// set fills a field unless somebody is typing in it.
func set(f *kit.Field, text string) {
	if !f.Pending() && f.Text() != text {
		f.SetText(text)
	}
}

func setArea(a *kit.Area, text string) {
	if !a.Pending() && a.Text() != text {
		a.SetText(text)
	}
}

func joined(sep string, parts ...string) string {
	var have []string
	for _, p := range parts {
		if p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, sep)
}

func itoa(n int) string { return strconv.Itoa(n) }
