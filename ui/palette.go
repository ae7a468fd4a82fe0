package ui

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// find is one line of the palette.
type find struct {
	head    string // of a group; then there is nothing to do
	key     string // names it among those used before
	icon    kit.IconName
	photo   string // key of the master, where the line is a person
	letters string // stand in for the photo
	text    string
	detail  string   // behind it, quieter
	right   string   // at the right: a rank
	keys    []string // of its shortcut
	do      func()
}

// palette is the window that finds any person, command, rank or page.
type palette struct {
	w      *window
	dialog *kit.Dialog
	field  *kit.Field
	list   *kit.List
	people []store.PersonRow
	wanted []string // the words typed, folded
	found  []find
}

// Sizes of the palette, px.
const (
	paletteRow   = 44
	paletteHead  = 32
	paletteWidth = 640
	paletteRows  = 10
)

// How many of each kind are shown: more words find what is not among them.
const (
	mostPeople   = 6
	mostCommands = 8
	mostPages    = 4
)

func (w *window) palette() {
	if w.session == nil || kit.ModalOpen(w.win) {
		return
	}
	p := &palette{w: w}
	p.field = kit.NewSearchField(lang.L("Find a person, a command, rank 37, page 52"))
	p.field.SetTrailing(kit.NewKeycap(lang.L("Esc")))
	isHead := func(i int) bool { return p.found[i].head != "" }
	p.list = kit.NewList(kit.ListParams{
		Label: lang.L("Found"), RowHeight: paletteRow, Single: true,
		Length:  func() int { return len(p.found) },
		Create:  newPaletteRow,
		Update:  func(i int, o fyne.CanvasObject) { o.(*paletteLine).fill(p.found[i], p.wanted, w.thumbs) },
		Enabled: func(i int) bool { return !isHead(i) },
		HeightOf: func(i int) float32 {
			if isHead(i) {
				return paletteHead
			}
			return 0
		},
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
		kit.Grow(1, p.list),
		kit.Natural(kit.NewHLine()),
		kit.Fixed(40, kit.WithGround(kit.Canvas, paletteHints()))), paletteWidth, paletteRow*paletteRows+102)
	p.dialog = kit.NewDialog(w.win, kit.DialogParams{Bare: true, Top: 112, Width: paletteWidth, Content: content, First: p.field.Focusable()})
	p.dialog.Show()
	p.fetch()
	p.search()
}

// paletteHints say what can be typed and pressed.
func paletteHints() fyne.CanvasObject {
	hint := func(strong, text string) kit.Cell {
		return kit.Natural(kit.NewLine(kit.Run{Text: strong + " ", Style: kit.Caption.Strong().In(kit.Ink2)}, kit.Run{Text: text, Style: kit.Caption.In(kit.Ink2)}))
	}
	key := func(text string) kit.Cell { return kit.Natural(kit.NewKeycap(text)) }
	word := func(text string) kit.Cell { return kit.Natural(kit.NewLabel(text, kit.Caption.In(kit.Ink2))) }
	return kit.Pad(kit.MidRow(8,
		hint(lang.L("rank 37"), lang.L("a place")), kit.Fixed(4, kit.NewFill(kit.Clear)),
		hint(lang.L("page 52"), lang.L("a page")), kit.Fixed(4, kit.NewFill(kit.Clear)),
		hint(">", lang.L("commands only")), kit.Space(),
		key("↑"), key("↓"), word(lang.L("choose")), key(lang.L("Enter")), word(lang.L("go"))), 0, 16, 0, 16)
}

func (p *palette) close() { p.dialog.Close() }

func (p *palette) open(i int) {
	if i < 0 || i >= len(p.found) || p.found[i].do == nil {
		return
	}
	p.close()
	p.w.usedInPalette(p.found[i].key)
	p.found[i].do()
}

// memoryPalette keeps what was used in the palette, newest first.
const memoryPalette = "palette"

// mostUsed is how many uses of the palette are remembered.
const mostUsed = 30

func (w *window) paletteUses() []string {
	return strings.Split(w.Memory().Text(memoryPalette, ""), "\n")
}

func (w *window) usedInPalette(key string) {
	uses := slices.DeleteFunc(w.paletteUses(), func(k string) bool { return k == key || k == "" })
	uses = append([]string{key}, uses...)
	w.Memory().SetText(memoryPalette, strings.Join(uses[:min(len(uses), mostUsed)], "\n"))
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

var askedNumber = regexp.MustCompile(`^(\D*)(\d{1,5})$`)

// askedFor reads “rank 37” and “page 52”, in English and as the hints at the
// foot of the palette say it; a number alone asks for both.
func askedFor(text string) (word string, n int, ok bool) {
	m := askedNumber.FindStringSubmatch(text)
	if m == nil {
		return "", 0, false
	}
	n, err := strconv.Atoi(m[2])
	own := func(example string) string { return strings.Fields(model.Fold(example))[0] }
	switch word = strings.TrimSpace(m[1]); word {
	case own(lang.L("rank 37")):
		word = "rank"
	case own(lang.L("page 52")):
		word = "page"
	}
	return word, n, err == nil && slices.Contains([]string{"", "rank", "no", "no.", "#", "page", "p", "p."}, word)
}

// search finds what the words mean, in the groups people, commands, ranks and
// pages; in each what was used last comes first.
func (p *palette) search() {
	typed, only := strings.CutPrefix(p.field.Text(), ">")
	text := strings.TrimSpace(model.Fold(typed))
	p.wanted = strings.Fields(text)
	p.found = p.found[:0]
	word, n, asked := askedFor(text)
	if asked && !only {
		p.numbers(word, n)
	}
	if !only {
		p.group(lang.L("People"), p.findPeople(text), mostPeople)
	}
	p.group(lang.L("Commands"), p.findCommands(text), mostCommands)
	if !only && !asked && text != "" {
		p.group(lang.L("Pages"), p.findPages(), mostPages)
	}
	if len(p.found) == 0 && p.people != nil {
		p.found = append(p.found, find{head: lang.L("Nothing found")})
	}
	p.list.Refresh()
	for i := range p.found {
		if p.found[i].do != nil {
			p.list.Select(i)
			break
		}
	}
}

func (p *palette) group(head string, found []find, most int) {
	if len(found) == 0 {
		return
	}
	uses := p.w.paletteUses()
	age := func(f find) int {
		if i := slices.Index(uses, f.key); i >= 0 {
			return i
		}
		return len(uses)
	}
	slices.SortStableFunc(found, func(a, b find) int { return age(a) - age(b) })
	p.found = append(append(p.found, find{head: head}), found[:min(len(found), most)]...)
}

// numbers offers the rank and the page of a number.
func (p *palette) numbers(word string, n int) {
	w := p.w
	var ranks []find
	if word != "page" && word != "p" && word != "p." {
		for _, r := range p.people {
			if r.Rank.Number == n {
				f := p.person(r)
				f.key, f.right = "rank "+strconv.Itoa(n), r.Rank.Figure(model.TieBefore)
				f.do = func() { w.Go(desk.Place{Screen: desk.Edition, PlacementID: r.PlacementID}) }
				ranks = append(ranks, f)
			}
		}
	}
	p.group(lang.L("Ranks"), ranks, mostPeople)
	if w.proof != nil && n >= 1 && n <= len(w.proof.Book.Document.Pages) && word != "rank" {
		p.group(lang.L("Pages"), []find{p.page(n, "")}, mostPages)
	}
}

func (p *palette) page(n int, who string) find {
	text := lang.L("Page {{.Page}}", map[string]any{"Page": n})
	if who != "" {
		text += ", " + who
	}
	return find{key: "page " + strconv.Itoa(n), icon: kit.IconPage, text: text, do: func() {
		p.w.Go(desk.Place{Screen: desk.Yearbook, Page: n})
	}}
}

// findPages offers the pages of the entries whose name is asked for.
func (p *palette) findPages() []find {
	proof := p.w.proof
	if proof == nil {
		return nil
	}
	var out []find
	for _, e := range proof.Snapshot.Placements {
		if n := proof.Book.Pages[e.ID]; n > 0 && begins(model.Fold(e.PrintedName()), p.wanted) {
			out = append(out, p.page(n, e.PrintedName()))
		}
	}
	return out
}

func (p *palette) person(r store.PersonRow) find {
	f := find{key: "person " + string(r.ID), icon: kit.IconPerson, photo: r.PhotoKey, letters: model.ParseName(r.Name).Monogram(), text: r.Name, detail: r.Organisation}
	f.do = func() { p.w.Go(desk.Place{Screen: desk.People, PersonID: r.ID}) }
	switch {
	case r.PlacementID == "":
	case r.Status == model.Reserve:
		f.right = desk.Word(string(r.Status))
	case r.Rank.Number > 0:
		f.right = lang.L("No. {{.Rank}}", map[string]any{"Rank": r.Rank.Figure(model.TieBefore)})
	}
	return f
}

func (p *palette) findPeople(text string) []find {
	var out []find
	wanted := strings.Fields(text)
	for _, r := range p.people {
		if begins(model.Fold(r.Name+" "+r.Organisation), wanted) {
			out = append(out, p.person(r))
		}
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
			f := find{key: "command " + menu.Label + " " + item.Label, icon: kit.IconKeyboard, text: item.Label, detail: menu.Label, do: item.Action}
			if k, ok := item.Shortcut.(fyne.KeyboardShortcut); ok && item.Shortcut != nil {
				f.keys = strings.Fields(shortcutName(k))
			}
			out = append(out, f)
		}
	}
	return out
}
