package yearbook

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// bookTab is the part of the right pane in which the book is made: how it looks,
// its sections, what its imprint says, and the house style.
type bookTab struct {
	s        *screen
	object   fyne.CanvasObject
	parts    *kit.Segment
	stage    *fyne.Container
	pages    []fyne.CanvasObject
	sections *sectionList
	facts    *kit.Paragraph
	remarks  *kit.Paragraph
}

// The parts of the tab.
const (
	partLook = iota
	partSections
	partImprint
	partStyle
)

func newBookTab(s *screen) *bookTab {
	b := &bookTab{s: s, stage: container.NewStack()}
	b.sections = newSectionList(s)
	b.facts, b.remarks = kit.NewParagraph("", kit.Small), kit.NewParagraph("", kit.Small)
	b.pages = []fyne.CanvasObject{scrolled(b.look()...), b.sections.object, scrolled(b.imprint()...), scrolled(b.style()...)}
	b.parts = kit.NewSegment([]string{lang.L("Look"), lang.L("Sections"), lang.L("Imprint"), lang.L("Style")}, b.show)
	b.object = kit.Column(0, kit.Natural(kit.Pad(b.parts, 12, 16, 12, 16)), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, b.stage))
	b.show(partLook)
	return b
}

func scrolled(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewScroll(kit.PadAll(kit.VBox(16, objects...), 16))
}

// width is what the widest part asks for: with it for all parts and tabs, the
// pages beside them keep their place.
func (b *bookTab) width() float32 {
	width := b.object.MinSize().Width
	for _, p := range b.pages {
		width = fyne.Max(width, p.MinSize().Width)
	}
	return width
}

func (b *bookTab) show(i int) {
	b.stage.Objects = []fyne.CanvasObject{b.pages[i]}
	b.stage.Refresh()
}

// proofed says what came of the definition.
func (b *bookTab) proofed(proof *desk.Proof) {
	pages := len(proof.Book.Document.Pages)
	text := lang.N("{{.Count}} pages", pages, map[string]any{"Count": kit.Number(pages)})
	if n := proof.Book.Fillers; n > 0 {
		text += ", " + lang.N("{{.Count}} of them blank at the end", n, map[string]any{"Count": n})
	}
	b.facts.SetText(text)
	b.remarks.SetText(remarks(proof))
	b.sections.proofed()
}

// look is theme, colour, page and language.
func (b *bookTab) look() []fyne.CanvasObject {
	d := b.s.definition
	theme := kit.NewSegment(words(model.Themes), nil)
	theme.OnChanged = func(i int) { d.edit(func(y *model.Yearbook) { y.Theme = model.Themes[i] }) }
	perPage := kit.NewSegment([]string{"1", "2", "3", "4"}, nil)
	perPage.OnChanged = func(i int) { d.edit(func(y *model.Yearbook) { y.PerPage = i + 1 }) }
	d.shows = append(d.shows, func() {
		for i, t := range model.Themes {
			if t == d.now.Theme {
				theme.Select(i)
			}
		}
		perPage.Select(d.now.PerPage - 1)
	})
	margin := func(label string, of func(*model.Margins) *float64) kit.Cell {
		return kit.Grow(1, d.millimetres(label, func(y model.Yearbook) float64 {
			if y.Margins == nil {
				return 0
			}
			return *of(y.Margins)
		}, func(y *model.Yearbook, v float64) {
			var m model.Margins
			if y.Margins != nil {
				m = *y.Margins
			}
			*of(&m) = v
			if y.Margins = &m; m == (model.Margins{}) {
				y.Margins = nil
			}
		}))
	}
	margins := kit.Row(8,
		margin(lang.L("Head"), func(m *model.Margins) *float64 { return &m.Top }), margin(lang.L("Foot"), func(m *model.Margins) *float64 { return &m.Bottom }),
		margin(lang.L("Inner"), func(m *model.Margins) *float64 { return &m.Inner }), margin(lang.L("Outer"), func(m *model.Margins) *float64 { return &m.Outer }))
	return []fyne.CanvasObject{
		b.facts,
		labelled(lang.L("Theme"), theme),
		d.line(lang.L("Accent colour"), lang.L("the theme’s own, or #2C5A45"), func(y model.Yearbook) string { return y.Accent }, func(y *model.Yearbook, t string) { y.Accent = t }),
		b.trim(),
		labelled(lang.L("Profiles on a page"), perPage),
		choice(d, lang.L("Language"), model.BookLanguages, languageName, func(y model.Yearbook) string { return y.Language }, func(y *model.Yearbook, t string) { y.Language = t }),
		choice(d, lang.L("Number of pages"), []int{1, 4, 8, 16}, multipleName, func(y model.Yearbook) int { return y.Multiple }, func(y *model.Yearbook, n int) { y.Multiple = n }),
		labelled(lang.L("Margins in mm; empty: the theme’s"), margins),
		b.binding(),
		b.logo(),
		b.remarks,
	}
}

// trim chooses a preset, or takes a size that is typed.
func (b *bookTab) trim() *kit.Choice {
	d := b.s.definition
	var c *kit.Choice
	names := func() []string {
		var all []string
		known := false
		for _, t := range model.Trims {
			all = append(all, t.Name)
			known = known || t.Name == d.now.Trim
		}
		if !known && d.now.Trim != "" {
			all = append(all, d.now.Trim)
		}
		return all
	}
	set := func(trim string) {
		c.SetError(d.edit(func(y *model.Yearbook) {
			if t, err := model.ParseTrim(trim); err == nil {
				trim = t.Name
			}
			y.Trim = trim
		}))
	}
	c = kit.NewChoice(lang.L("Trim in mm"), kit.Options(names()...), func(i int) { set(names()[i]) })
	c.NewWord = func(text string) string { return lang.L("Own size ‘{{.Size}}’", map[string]any{"Size": text}) }
	c.OnNew = set
	d.shows = append(d.shows, func() {
		all := names()
		c.SetOptions(kit.Options(all...))
		for i, name := range all {
			if name == d.now.Trim {
				c.Select(i)
			}
		}
	})
	return c
}

// imprint is what the publisher says of the book.
func (b *bookTab) imprint() []fyne.CanvasObject {
	d := b.s.definition
	line := func(label, hint string, of func(*model.Yearbook) *string) *kit.Field {
		return d.line(label, hint, func(y model.Yearbook) string { return *of(&y) }, func(y *model.Yearbook, t string) { *of(y) = t })
	}
	number := func(label, hint, wrong string, of func(*model.Yearbook) *string, valid func(string) bool) *kit.Field {
		f := line(label, hint, of)
		d.shows = append(d.shows, func() {
			f.SetError("")
			if text := *of(&d.now); text != "" && !valid(text) {
				f.SetError(wrong)
			}
		})
		return f
	}
	return []fyne.CanvasObject{
		line(lang.L("Title"), lang.L("the name of the list"), func(y *model.Yearbook) *string { return &y.Title }),
		line(lang.L("Subtitle"), "", func(y *model.Yearbook) *string { return &y.Subtitle }),
		line(lang.L("Publisher"), "", func(y *model.Yearbook) *string { return &y.Publisher }),
		line(lang.L("Place"), "", func(y *model.Yearbook) *string { return &y.Place }),
		line(lang.L("Copyright"), lang.L("© Publisher 2026"), func(y *model.Yearbook) *string { return &y.Copyright }),
		number("ISBN", "978-…", lang.L("A digit is wrong or missing."), func(y *model.Yearbook) *string { return &y.ISBN }, model.ValidISBN),
		kit.Row(12, kit.Fixed(112, number("ISSN", "1234-5679", lang.L("A digit is wrong or missing."), func(y *model.Yearbook) *string { return &y.ISSN }, model.ValidISSN)),
			kit.Grow(1, line(lang.L("Issue"), lang.L("Volume 3"), func(y *model.Yearbook) *string { return &y.Issue }))),
		line(lang.L("Printer"), "", func(y *model.Yearbook) *string { return &y.Printer }),
		line(lang.L("Paper"), "", func(y *model.Yearbook) *string { return &y.Paper }),
		kit.Row(12, kit.Fixed(112, d.millimetres(lang.L("Leaf in mm"), func(y model.Yearbook) float64 { return y.Caliper }, func(y *model.Yearbook, v float64) { y.Caliper = v }))),
		d.area(lang.L("Who made the book, one a line"), lang.L("Editor: Ann Lee"), func(y model.Yearbook) string { return y.Credits }, func(y *model.Yearbook, t string) { y.Credits = t }),
		d.area(lang.L("More for the imprint (Markdown)"), "", func(y model.Yearbook) string { return y.Imprint }, func(y *model.Yearbook, t string) { y.Imprint = t }),
	}
}

// style is how the house writes and files, and its own fonts.
func (b *bookTab) style() []fyne.CanvasObject {
	d := b.s.definition
	objects := []fyne.CanvasObject{
		choice(d, lang.L("Quotation marks"), model.QuoteStyles, quoteName, func(y model.Yearbook) model.QuoteStyle { return y.House.Quotes }, func(y *model.Yearbook, q model.QuoteStyle) { y.House.Quotes = q }),
		choice(d, lang.L("Dashes in what the book writes"), model.DashStyles, dashName, func(y model.Yearbook) model.DashStyle { return y.House.Dashes }, func(y *model.Yearbook, s model.DashStyle) { y.House.Dashes = s }),
		choice(d, lang.L("Figures in the text"), model.FigureStyles, figureName, func(y model.Yearbook) model.FigureStyle { return y.House.Figures }, func(y *model.Yearbook, s model.FigureStyle) { y.House.Figures = s }),
		choice(d, lang.L("Edge of the lines"), model.EdgeStyles, edgeName, func(y model.Yearbook) model.EdgeStyle { return y.House.Edges }, func(y *model.Yearbook, s model.EdgeStyle) { y.House.Edges = s }),
		d.check(lang.L("Divide words at line ends"), func(y model.Yearbook) bool { return !y.House.Undivided }, func(y *model.Yearbook, on bool) { y.House.Undivided = !on }),
		labelled(lang.L("Index"), kit.VBox(8,
			d.check(lang.L("Letter by letter, not word by word"), func(y model.Yearbook) bool { return y.House.LetterByLetter }, func(y *model.Yearbook, on bool) { y.House.LetterByLetter = on }),
			d.check(lang.L("Mc filed as Mac"), func(y model.Yearbook) bool { return y.House.McAsMac }, func(y *model.Yearbook, on bool) { y.House.McAsMac = on }))),
		kit.NewLabel(lang.L("Own fonts"), kit.Heading),
	}
	return append(objects, b.fonts()...)
}

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.VBox(4, kit.NewLabel(label, kit.Small), o)
}

func words(keys []string) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = desk.Word(k)
	}
	return out
}

// languageName names a language of books in its own words, as its readers do.
func languageName(tag string) string {
	names := map[string]string{
		"en-GB": "English (UK)", "en-US": "English (US)", "de": "Deutsch", "fr": "Français", "es": "Español",
		"it": "Italiano", "nl": "Nederlands", "pt": "Português", "sv": "Svenska",
	}
	if name, ok := names[tag]; ok {
		return name
	}
	return tag
}

func multipleName(n int) string {
	if n == 1 {
		return lang.L("As many as there are")
	}
	return lang.L("A multiple of {{.Count}}", map[string]any{"Count": n})
}

func quoteName(q model.QuoteStyle) string {
	switch q {
	case model.QuotesOfLanguage:
		return lang.L("As the language has them")
	case model.QuotesSingle:
		return "‘…’, “…”"
	case model.QuotesDouble:
		return "“…”, ‘…’"
	case model.QuotesGuillemets:
		return "«…»"
	case model.QuotesAsWritten:
		return lang.L("As written")
	}
	return strings.ToUpper(string(q))
}

func dashName(s model.DashStyle) string {
	if s == model.DashesClosed {
		return lang.L("Long, without spaces—so")
	}
	return lang.L("Short, with spaces – so")
}

func figureName(s model.FigureStyle) string {
	switch s {
	case model.FiguresOldStyle:
		return lang.L("Old style, with heights like small letters")
	case model.FiguresLining:
		return lang.L("Lining, as high as capitals")
	}
	return lang.L("As the theme has them")
}

func edgeName(s model.EdgeStyle) string {
	switch s {
	case model.EdgesJustified:
		return lang.L("Justified")
	case model.EdgesRagged:
		return lang.L("Ragged right")
	}
	return lang.L("As the theme has it")
}
