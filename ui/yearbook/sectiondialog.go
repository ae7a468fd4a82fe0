package yearbook

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// sectionForm is the settings of one section while they are being changed.
type sectionForm struct {
	was     model.Section
	title   *kit.Field
	text    *kit.Area
	byline  *kit.Field
	role    *kit.Field
	sponsor *kit.Field
	count   *kit.Field
	start   *kit.Choice
	order   *kit.Choice
	perPage *kit.Segment
	bleed   *kit.Check
	charts  []*kit.Check
	picture *assetField
	chosen  model.ID
	fields  []fyne.CanvasObject
}

var (
	startSides    = []model.StartSide{"", model.StartAny, model.StartRecto, model.StartVerso}
	profileOrders = []model.ProfileOrder{"", model.OrderRank, model.OrderAZ, model.OrderCategory}
)

// open shows the settings of a section.
func (l *sectionList) open(i int) {
	if i < 0 || i >= len(l.rows) {
		return
	}
	f := newSectionForm(l.s, l.rows[i])
	kit.NewDialog(l.s.desk.Window(), kit.DialogParams{
		Title: desk.Word(string(l.rows[i].Kind)), Content: kit.Sized(kit.NewScroll(kit.Pad(kit.VBox(16, f.fields...), 2, 14, 8, 2)), 0, f.height()),
		Primary: lang.L("Save"), Width: 600, First: f.first(),
		OnPrimary: func() bool {
			section, ok := f.section()
			if !ok {
				return false
			}
			if fault := l.change(i, func(s *model.Section) { *s = section }); fault != "" {
				f.title.SetError(fault)
				return false
			}
			return true
		},
	}).Show()
}

func newSectionForm(s *screen, was model.Section) *sectionForm {
	f := &sectionForm{was: was, chosen: was.Picture}
	f.title = kit.NewSerifField(lang.L("Own heading"), desk.Word(string(was.Kind)))
	f.title.SetText(was.Title)
	f.start = kit.NewChoice(lang.L("Begins on"), kit.Options(lang.L("As its kind does"), lang.L("Any page"), lang.L("A right-hand page"), lang.L("A left-hand page")), nil)
	f.start.Select(max(0, slices.Index(startSides, was.Start)))
	f.add(f.title)
	switch was.Kind {
	case model.SectionForeword:
		f.addByline(s)
		f.addText(lang.L("Text (Markdown)"))
	case model.SectionFree:
		f.addPicture(s, lang.L("Picture"))
		f.bleed = kit.NewCheck(lang.L("The picture runs over the whole page"), nil)
		f.bleed.SetOn(was.Bleed)
		f.sponsor = kit.NewField(lang.L("Paid for by"), "")
		f.sponsor.SetText(was.Sponsor)
		f.add(f.bleed, f.sponsor)
		f.addText(lang.L("Text (Markdown)"))
	case model.SectionMethod, model.SectionJudges, model.SectionThanks, model.SectionOpener, model.SectionNumbers, model.SectionThemes, model.SectionCredits:
		if was.Kind == model.SectionNumbers {
			f.addCharts()
		}
		f.addText(lang.L("Introduction (Markdown)"))
	case model.SectionCover:
		f.addPicture(s, lang.L("Picture of the cover"))
		f.addText(lang.L("Text of the back cover"))
	case model.SectionTop:
		f.count = kit.NewField(lang.L("How many get a spread"), lang.L("as many as the scheme ranks"))
		if was.Count > 0 {
			f.count.SetText(strconv.Itoa(was.Count))
		}
		f.add(f.count)
	case model.SectionProfiles:
		f.perPage = kit.NewSegment([]string{lang.L("As the book"), "1", "2", "3", "4"}, nil)
		f.perPage.Select(was.PerPage)
		f.order = kit.NewChoice(lang.L("In the order of"), kit.Options(lang.L("The ranking"), lang.L("Ranks"), lang.L("Names from A to Z"), lang.L("Categories")), nil)
		f.order.Select(max(0, slices.Index(profileOrders, was.Order)))
		f.add(labelled(lang.L("Profiles on a page"), f.perPage), f.order)
	}
	f.add(f.start)
	return f
}

func (f *sectionForm) add(objects ...fyne.CanvasObject) { f.fields = append(f.fields, objects...) }

func (f *sectionForm) addText(label string) {
	f.text = kit.NewArea(label, lang.L("# Heading, **bold**, *italic*, - lists, > quotes"))
	f.text.MinRows = 8
	f.text.SetText(f.was.Text)
	f.add(f.text)
}

func (f *sectionForm) addByline(s *screen) {
	f.byline, f.role = kit.NewField(lang.L("Written by"), lang.L("Ann Lee")), kit.NewField(lang.L("Who is"), lang.L("Chair of the panel"))
	f.byline.SetText(f.was.Byline)
	f.role.SetText(f.was.Role)
	f.add(kit.Row(16, kit.Grow(1, f.byline), kit.Grow(1, f.role)))
	f.addPicture(s, lang.L("Portrait"))
}

func (f *sectionForm) addPicture(s *screen, label string) {
	f.picture = newAssetField(s, model.AssetPicture, label, nil)
	f.picture.set = func(id model.ID) {
		f.chosen = id
		f.picture.show(id)
	}
	f.picture.show(f.chosen)
	f.add(f.picture.object)
}

func (f *sectionForm) addCharts() {
	var boxes []fyne.CanvasObject
	for _, kind := range model.ChartKinds {
		c := kit.NewCheck(desk.Word(kind), nil)
		c.SetOn(len(f.was.Charts) == 0 || slices.Contains(f.was.Charts, kind))
		f.charts = append(f.charts, c)
		boxes = append(boxes, c)
	}
	f.add(labelled(lang.L("Charts"), kit.VBox(8, boxes...)))
}

// height is what the fields need, up to what fits the smallest window.
func (f *sectionForm) height() float32 {
	return fyne.Min(kit.VBox(16, f.fields...).MinSize().Height+24, 480)
}

func (f *sectionForm) first() fyne.Focusable { return f.title.Focusable() }

// section reads the form; what is wrong is said in its field.
func (f *sectionForm) section() (model.Section, bool) {
	s := f.was
	s.Title = strings.TrimSpace(f.title.Text())
	s.Start = startSides[max(0, f.start.Selected())]
	s.Picture = f.chosen
	for _, t := range []struct {
		field *kit.Field
		to    *string
	}{{f.byline, &s.Byline}, {f.role, &s.Role}, {f.sponsor, &s.Sponsor}} {
		if t.field != nil {
			*t.to = strings.TrimSpace(t.field.Text())
		}
	}
	if f.text != nil {
		s.Text = strings.TrimSpace(f.text.Text())
	}
	if f.bleed != nil {
		s.Bleed = f.bleed.On()
	}
	if f.perPage != nil {
		s.PerPage, s.Order = f.perPage.Selected(), profileOrders[max(0, f.order.Selected())]
	}
	if f.count != nil {
		text := strings.TrimSpace(f.count.Text())
		n, err := strconv.Atoi(text)
		if text != "" && (err != nil || n < 1) {
			f.count.SetError(lang.L("Write a number."))
			return s, false
		}
		s.Count = n
	}
	if f.charts != nil {
		s.Charts = f.chartsOn()
	}
	return s, true
}

// chartsOn are the charts ticked; all of them are written as none, so that a
// chart of a later Laurel comes too.
func (f *sectionForm) chartsOn() (on []string) {
	for i, c := range f.charts {
		if c.On() {
			on = append(on, model.ChartKinds[i])
		}
	}
	if len(on) == len(f.charts) {
		return nil
	}
	return on
}
