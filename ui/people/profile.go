package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// profileTab is the name, today's job, and what is printed in the edition.
type profileTab struct {
	e      *editor
	object fyne.CanvasObject

	prefix, given, particle, family, post *kit.Field
	display, sortAs, pronouns, former     *kit.Field
	custom                                *customGroup
	familyFirst                           *kit.Check
	prints, index                         *kit.Label
	title, organisation, sector, country  *kit.Field
	consent                               *kit.Choice

	printed                     fyne.CanvasObject
	printedHead                 *kit.Label
	job, employer, strap, film  *kit.Field
	printedSector, printedPlace *kit.Field
	status                      *kit.Choice
	differs                     *kit.Label
	all                         []*kit.Field
}

var consents = []model.Consent{model.ConsentUnknown, model.ConsentAsked, model.ConsentGranted, model.ConsentRefused}

func newProfileTab(e *editor) *profileTab {
	t := &profileTab{
		e: e, prints: kit.NewElastic("", kit.AsPrinted), index: kit.NewElastic("", kit.AsPrinted),
		printedHead: kit.NewLabel("", kit.Heading), differs: kit.NewLabel("", kit.Caption),
	}
	t.prefix = t.field("Prefix", t.saveName)
	t.given = t.field("Given name", t.saveName)
	t.particle = t.field("Particle", t.saveName)
	t.family = t.field("Family name", t.saveName)
	t.post = t.field("Post-nominals", t.saveName)
	t.display = kit.NewField(lang.L("Display name"), "")
	t.display.SetReadOnly(true)
	t.display.SetHint(lang.L("from the parts"), kit.Ink3)
	t.sortAs = t.field("Sort under", func(s string) { t.saveSort(s) })
	t.pronouns = t.field("Pronouns", func(s string) { e.person(store.UpdatePerson{Pronouns: &s}) })
	t.former = t.field("Former names", func(s string) {
		names := formerNames(s)
		e.person(store.UpdatePerson{FormerNames: &names})
	})
	t.former.SetPlaceHolder(lang.L("with ; between them"))
	t.custom = newCustomGroup(e)
	t.familyFirst = kit.NewCheck(lang.L("Family name first"), func(bool) { t.saveName("") })
	t.title = t.field("Job title today", func(s string) { e.person(store.UpdatePerson{Title: &s}) })
	t.organisation = t.field("Organisation today", func(s string) { e.person(store.UpdatePerson{Organisation: &s}) })
	t.sector = t.field("Sector", func(s string) { e.person(store.UpdatePerson{Sector: &s}) })
	t.country = t.field("Country", func(s string) { e.person(store.UpdatePerson{Country: &s}) })
	t.consent = kit.NewChoice(lang.L("Consent"), choices(consents), func(i int) { e.person(store.UpdatePerson{Consent: &consents[i]}) })
	t.buildPrinted()
	strip := kit.NewCard(kit.Pad(kit.MidRow(16,
		kit.Natural(kit.NewLabel(lang.L("Prints as"), kit.Small)), kit.Grow(3, t.prints),
		kit.Natural(kit.NewLabel(lang.L("In the index"), kit.Small)), kit.Grow(2, t.index)), 10, 12, 10, 12))
	body := kit.VBox(24,
		kit.VBox(16,
			kit.NewLabel(lang.L("Name"), kit.Heading),
			kit.Row(16, kit.Fixed(104, t.prefix), kit.Grow(2, t.given), kit.Grow(1, t.particle), kit.Grow(2, t.family), kit.Grow(1, t.post)),
			kit.Row(16, kit.Grow(3, t.display), kit.Grow(3, t.sortAs), kit.Grow(1, t.pronouns)),
			kit.MidRow(16, kit.Grow(3, t.former), kit.Grow(4, kit.Pad(t.familyFirst, 20, 0, 0, 0))), strip),
		t.printed,
		kit.VBox(16,
			kit.NewLabel(lang.L("Today"), kit.Heading),
			kit.Row(16, kit.Grow(1, t.title), kit.Grow(1, t.organisation)),
			kit.Row(16, kit.Grow(1, t.sector), kit.Grow(1, t.country), kit.Grow(1, t.consent))),
		t.custom.object)
	t.object = kit.NewScroll(kit.Pad(kit.AtMost(formWidth, body), 24, 24, 32, 24))
	t.trackFields()
	return t
}

// trackFields says where the history of each field is found.
func (t *profileTab) trackFields() {
	for _, f := range []tracked{
		{t.prefix, "Prefix", ofPerson, "prefix", false},
		{t.given, "Given name", ofPerson, "given", false},
		{t.particle, "Particle", ofPerson, "particle", false},
		{t.family, "Family name", ofPerson, "family", false},
		{t.post, "Post-nominals", ofPerson, "post nominals", false},
		{t.sortAs, "Sort under", ofPerson, "sort as", false},
		{t.pronouns, "Pronouns", ofPerson, "pronouns", false},
		{t.former, "Former names", ofPerson, "former names", false},
		{t.title, "Job title today", ofPerson, "title", false},
		{t.organisation, "Organisation today", ofPerson, "organisation", false},
		{t.sector, "Sector", ofPerson, "sector", false},
		{t.country, "Country", ofPerson, "country", false},
		{t.job, "Job title", ofPlacement, "title", true},
		{t.employer, "Organisation", ofPlacement, "organisation", true},
		{t.printedSector, "Sector", ofPlacement, "sector", true},
		{t.printedPlace, "Country", ofPlacement, "country", true},
		{t.strap, "Strapline", ofPlacement, "strapline", true},
		{t.film, "Film", ofPlacement, "video", true},
	} {
		f.title = lang.L(f.title)
		t.e.track(f)
	}
}

func (t *profileTab) buildPrinted() {
	e := t.e
	t.job = t.field("Job title", func(s string) { t.saveMember(func(m *model.Member) { m.Title = s }) })
	t.employer = t.field("Organisation", func(s string) { t.saveMember(func(m *model.Member) { m.Organisation = s }) })
	t.printedSector = t.field("Sector", func(s string) { e.placed(store.UpdatePlacement{Sector: &s}) })
	t.printedPlace = t.field("Country", func(s string) { e.placed(store.UpdatePlacement{Country: &s}) })
	t.film = t.field("Film", func(s string) { e.placed(store.UpdatePlacement{Video: &s}) })
	t.strap = kit.NewSerifField(lang.L("Strapline"), "")
	t.strap.OnCommit = func(s string) { e.placed(store.UpdatePlacement{Strapline: &s}) }
	t.all = append(t.all, t.strap)
	t.status = kit.NewChoice(lang.L("Status"), choices(model.Statuses), func(i int) {
		status := model.Statuses[i]
		e.placed(store.UpdatePlacement{Status: &status})
	})
	t.printed = kit.VBox(16,
		kit.MidRow(12, kit.Natural(t.printedHead), kit.Space(), kit.Natural(t.differs)),
		kit.Row(16, kit.Grow(1, t.job), kit.Grow(1, t.employer)),
		kit.Row(16, kit.Grow(1, t.printedSector), kit.Grow(1, t.printedPlace), kit.Grow(1, t.status)),
		kit.Row(16, kit.Grow(2, t.strap), kit.Grow(1, t.film)))
}

// choices are the options of a list of words.
func choices[T ~string](words []T) []kit.Option {
	out := make([]kit.Option, len(words))
	for i, w := range words {
		out[i] = kit.Option{Text: desk.Word(string(w))}
	}
	return out
}

func (t *profileTab) field(label string, commit func(string)) *kit.Field {
	f := kit.NewField(lang.L(label), "")
	f.OnCommit = commit
	t.all = append(t.all, f)
	return f
}

func (t *profileTab) content() fyne.CanvasObject { return t.object }

func (t *profileTab) flush() {
	for _, f := range t.all {
		f.Flush()
	}
	t.custom.flush()
}

// saveName writes all parts together: they are one name.
func (t *profileTab) saveName(string) {
	n := model.Name{
		Prefix: t.prefix.Text(), Given: t.given.Text(), Particle: t.particle.Text(), Family: t.family.Text(),
		PostNominals: model.OrderPostNominals(t.post.Text()), FamilyFirst: t.familyFirst.On(),
	}
	if n.IsZero() {
		t.given.SetError(lang.L("A person needs a name."))
		return
	}
	t.given.SetError("")
	t.e.person(store.UpdatePerson{Name: &n})
}

// saveSort keeps the curator's own sorting text; the derived one is no choice.
func (t *profileTab) saveSort(s string) {
	if t.e.shown != nil && s == t.e.shown.person.Name.SortText("en-GB") {
		s = ""
	}
	t.e.person(store.UpdatePerson{SortAs: &s})
}

// saveMember changes what is printed of the person in the chosen edition.
func (t *profileTab) saveMember(change func(*model.Member)) {
	d := t.e.shown
	if d == nil || d.placement == nil {
		return
	}
	members := append([]model.Member(nil), d.placement.Members...)
	for i := range members {
		if members[i].PersonID == d.person.ID {
			change(&members[i])
		}
	}
	t.e.placed(store.UpdatePlacement{Members: &members})
}

func (t *profileTab) fill(d *details) {
	p := d.person
	n := p.Name
	set(t.prefix, n.Prefix)
	set(t.given, n.Given)
	set(t.particle, n.Particle)
	set(t.family, n.Family)
	set(t.post, n.PostNominals)
	t.familyFirst.SetOn(n.FamilyFirst)
	set(t.display, n.WithPrefix())
	derived := n.SortText("en-GB")
	if p.SortAs == "" {
		set(t.sortAs, derived)
		t.sortAs.SetHint(lang.L("from the name"), kit.Ink3)
	} else {
		set(t.sortAs, p.SortAs)
		t.sortAs.SetHint(lang.L("set by hand"), kit.Ink3)
	}
	set(t.pronouns, p.Pronouns)
	set(t.former, formerText(p.FormerNames))
	t.custom.fill(d)
	set(t.title, p.Title)
	set(t.organisation, d.organisation)
	set(t.sector, p.Sector)
	set(t.country, p.Country)
	t.consent.Select(indexOf(consents, p.Consent))
	t.prints.SetText(n.Full())
	t.index.SetText(n.IndexForm())
	t.fillPrinted(d)
}

func (t *profileTab) fillPrinted(d *details) {
	pl := d.placement
	if pl == nil {
		t.printed.Hide()
		return
	}
	t.printed.Show()
	t.headPrinted(d)
	t.differs.SetText("")
	for _, m := range pl.Members {
		if m.PersonID == d.person.ID {
			set(t.job, m.Title)
			set(t.employer, m.Organisation)
			if m.Title != d.person.Title || m.Organisation != d.organisation {
				t.differs.SetText(lang.L("Differs from today’s job"))
			}
		}
	}
	set(t.printedSector, pl.Sector)
	set(t.printedPlace, pl.Country)
	set(t.film, pl.Video)
	set(t.strap, pl.Strapline)
	t.status.Select(indexOf(model.Statuses, pl.Status))
	locked := d.editions[pl.EditionID].Frozen
	if locked {
		t.status.Disable()
		t.differs.SetText(lang.L("Frozen: it prints as it was signed off"))
	} else {
		t.status.Enable()
	}
	for _, f := range []*kit.Field{t.job, t.employer, t.printedSector, t.printedPlace, t.film, t.strap} {
		f.SetReadOnly(locked)
	}
}

// headPrinted says in which year, and on which page, the fields below print.
func (t *profileTab) headPrinted(d *details) {
	if d == nil || d.placement == nil {
		return
	}
	year := d.editions[d.placement.EditionID].Year
	if n := t.e.onPage(); n > 0 {
		t.printedHead.SetText(lang.L("As printed in {{.Year}}, page {{.Page}}", map[string]any{"Year": year, "Page": n}))
		return
	}
	t.printedHead.SetText(lang.L("As printed in {{.Year}}", map[string]any{"Year": year}))
}

func indexOf[T comparable](list []T, v T) int {
	for i, x := range list {
		if x == v {
			return i
		}
	}
	return -1
}

func (t *profileTab) focus(field string) {
	choices := map[string]*kit.Choice{model.FieldConsent: t.consent, model.FieldStatus: t.status}
	if c := choices[field]; c != nil {
		t.e.s.desk.Window().Canvas().Focus(c)
		return
	}
	fields := map[string]*kit.Field{
		model.FieldName: t.given, model.FieldTitle: t.job, model.FieldOrganisation: t.employer,
		model.FieldStrapline: t.strap, model.FieldVideo: t.film, "sector": t.printedSector, "": t.given,
	}
	name := field
	for i, r := range field {
		if r == '/' {
			name = field[:i]
		}
	}
	if f := fields[name]; f != nil {
		f.Focus()
	}
}
