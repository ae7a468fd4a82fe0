package ui

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// find is one line of the palette.
type find struct {
	head   string // of a group; then there is nothing to do
	icon   kit.IconName
	text   string
	detail string
	do     func()
}

// palette is the window that finds any person, command, rank or page.
type palette struct {
	w      *window
	dialog *kit.Dialog
	field  *kit.Field
	list   *kit.List
	people []store.PersonRow
	found  []find
}

const paletteRows = 10

func (w *window) palette() {
	if w.session == nil || kit.ModalOpen(w.win) {
		return
	}
	p := &palette{w: w}
	p.field = kit.NewSearchField(lang.L("Find a person, a command, rank 37, page 52"))
	p.list = kit.NewList(kit.ListParams{
		Label: lang.L("Found"), RowHeight: 44, Single: true,
		Length:  func() int { return len(p.found) },
		Create:  newPaletteRow,
		Update:  func(i int, o fyne.CanvasObject) { o.(*paletteRow).fill(p.found[i]) },
		Enabled: func(i int) bool { return p.found[i].do != nil },
	})
	p.list.OnOpen = p.open
	p.list.OnSelected = func(int) {}
	p.field.OnChanged = func(string) { p.search() }
	p.field.OnSubmit = func(string) { p.open(p.list.Selected()) }
	p.field.OnKey = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			p.close()
			return true
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
			return p.list.HandleKey(ev)
		}
		return false
	}
	content := kit.Sized(kit.Column(0,
		kit.Natural(kit.PadAll(p.field, 12)),
		kit.Natural(kit.NewHLine()),
		kit.Grow(1, p.list)), 640, 44*paletteRows+61)
	p.dialog = kit.NewDialog(w.win, kit.DialogParams{Bare: true, Top: 112, Width: 640, Content: content, First: p.field.Focusable()})
	p.dialog.Show()
	p.fetch()
	p.search()
}

func (p *palette) close() { p.dialog.Close() }

func (p *palette) open(i int) {
	if i < 0 || i >= len(p.found) || p.found[i].do == nil {
		return
	}
	p.close()
	p.found[i].do()
}

// fetch reads the people once; what is typed then filters them at once.
func (p *palette) fetch() {
	edition := p.w.edition
	p.w.Fetch("window.palette", func(ctx context.Context, b *store.Book) (any, error) {
		return b.PeopleRows(ctx, store.PeopleFilter{EditionID: edition})
	}, func(v any, err error) {
		if err == nil {
			p.people = v.([]store.PersonRow)
			p.search()
		}
	})
}

var askedNumber = regexp.MustCompile(`^(rank|no\.?|page|p\.?|#)?\s*(\d{1,5})$`)

// search finds what the words mean, in the groups people, ranks and pages,
// commands.
func (p *palette) search() {
	text := model.Fold(p.field.Text())
	p.found = p.found[:0]
	if m := askedNumber.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[2])
		p.numbers(m[1], n)
	}
	p.group(lang.L("People"), p.findPeople(text))
	p.group(lang.L("Commands"), p.findCommands(text))
	p.list.Refresh()
	for i := range p.found {
		if p.found[i].do != nil {
			p.list.Select(i)
			break
		}
	}
}

func (p *palette) group(head string, found []find) {
	if len(found) > 0 {
		p.found = append(append(p.found, find{head: head}), found...)
	}
}

// numbers offers the rank and the page of a number.
func (p *palette) numbers(word string, n int) {
	w := p.w
	if word != "page" && word != "p" && word != "p." {
		for _, r := range p.people {
			if r.Rank.Number == n {
				p.group(lang.L("Ranks"), []find{{icon: kit.IconRanking, text: r.Rank.Figure(model.TieBefore) + "  " + r.Name, detail: r.Title, do: func() {
					w.Go(desk.Place{Screen: desk.Edition, PlacementID: r.PlacementID})
				}}})
			}
		}
	}
	if w.proof != nil && n >= 1 && n <= len(w.proof.Book.Document.Pages) && word != "rank" {
		p.group(lang.L("Pages"), []find{{icon: kit.IconPage, text: lang.L("Page {{.Page}}", map[string]any{"Page": n}), do: func() {
			w.Go(desk.Place{Screen: desk.Yearbook, Page: n})
		}}})
	}
}

func (p *palette) findPeople(text string) []find {
	const most = 12
	var out []find
	wanted := strings.Fields(text)
	for _, r := range p.people {
		if len(out) == most || !begins(model.Fold(r.Name+" "+r.Organisation), wanted) {
			continue
		}
		detail := r.Title
		if r.Organisation != "" {
			detail = strings.TrimLeft(r.Title+" – "+r.Organisation, " –")
		}
		out = append(out, find{icon: kit.IconPerson, text: r.Name, detail: detail, do: func() {
			p.w.Go(desk.Place{Screen: desk.People, PersonID: r.ID})
		}})
	}
	return out
}

// begins says whether every wanted word begins some word of the text.
func begins(text string, wanted []string) bool {
	words := strings.Fields(text)
	for _, want := range wanted {
		found := false
		for _, word := range words {
			found = found || strings.HasPrefix(word, want)
		}
		if !found {
			return false
		}
	}
	return true
}

func (p *palette) findCommands(text string) []find {
	var out []find
	wanted := strings.Fields(text)
	for _, menu := range p.w.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.IsSeparator || item.Action == nil || !begins(model.Fold(item.Label), wanted) {
				continue
			}
			detail := ""
			if k, ok := item.Shortcut.(fyne.KeyboardShortcut); ok && item.Shortcut != nil {
				detail = shortcutName(k)
			}
			out = append(out, find{text: item.Label, detail: menu.Label + "  " + detail, do: item.Action})
		}
	}
	return out
}

// paletteRow is a group's head or a found thing.
type paletteRow struct {
	widget.BaseWidget
	icon         *kit.Icon
	text, detail *kit.Label
}

func newPaletteRow() fyne.CanvasObject {
	r := &paletteRow{icon: kit.NewIcon("", 20, kit.Ink2), text: kit.NewElastic("", kit.Body), detail: kit.NewElastic("", kit.Small)}
	r.detail.Align = fyne.TextAlignTrailing
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *paletteRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Pad(kit.MidRow(12, kit.Fixed(20, r.icon), kit.Grow(1, r.text), kit.Grow(1, r.detail)), 0, 16, 0, 16))
}

func (r *paletteRow) fill(f find) {
	if f.head != "" {
		r.icon.Set("", kit.Ink2)
		r.text.Set(f.head, kit.Caption)
		r.detail.SetText("")
		return
	}
	r.icon.Set(f.icon, kit.Ink2)
	r.text.Set(f.text, kit.Body)
	r.detail.Set(f.detail, kit.Small)
}
