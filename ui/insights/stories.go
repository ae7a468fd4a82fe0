package insights

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// storyList tells the stories below each other, as many as there is room for;
// a button shows the others.
type storyList struct {
	s        *screen
	object   *fyne.Container
	fit      *fitting
	all      []model.Story
	expanded bool
}

func newStoryList(s *screen) *storyList {
	l := &storyList{s: s}
	l.fit = &fitting{more: kit.NewQuiet("", l.expand)}
	l.object = container.New(l.fit, l.fit.more)
	return l
}

func (l *storyList) fill(f *figures) {
	if same(l.all, f.stories) {
		return
	}
	l.all = f.stories
	l.expanded = false
	l.object.Objects = []fyne.CanvasObject{l.fit.more}
	for _, story := range f.stories {
		l.object.Add(l.story(story))
	}
	l.object.Refresh()
}

// expand makes room for all stories.
func (l *storyList) expand() {
	l.expanded = true
	l.s.relay()
}

// height is what all stories need in a width.
func (l *storyList) height(width float32) (h float32) {
	for _, o := range l.object.Objects[1:] {
		h += heightIn(o, width)
	}
	return h
}

func same(a, b []model.Story) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Text.String() != b[i].Text.String() {
			return false
		}
	}
	return len(a) > 0
}

// story is a kind, a way into the book, and the sentence, which leads to whom
// it is about.
func (l *storyList) story(story model.Story) fyne.CanvasObject {
	put := kit.NewQuiet(lang.L("Put in book"), func() { l.s.tellInBook(story) }).WithIcon(kit.IconBook)
	sentence := newSentence(runsOf(story), func() { l.s.openStory(story) })
	return kit.VBox(0, kit.NewHLine(), kit.Pad(kit.VBox(0,
		kit.MidRow(8, kit.Grow(1, kit.NewElastic(speak(story.Kind.Label()), kit.Caption)), kit.Natural(put)),
		sentence), 4, 0, 10, 0))
}

// runsOf sets the names of a story in Semibold.
func runsOf(story model.Story) []kit.Run {
	text := speak(story.Text)
	var runs []kit.Run
	add := func(text string, style kit.Style) {
		if text != "" {
			runs = append(runs, kit.Run{Text: text, Style: style})
		}
	}
	for _, who := range story.About {
		before, after, found := strings.Cut(text, who.Name)
		if !found || who.Name == "" {
			continue
		}
		add(before, kit.Story)
		add(who.Name, kit.Story.Strong())
		text = after
	}
	add(text, kit.Story)
	return runs
}

// fitting lays rows out below each other while there is room, and hides the rest
// behind a button, its first object.
type fitting struct {
	more   *kit.Button
	hidden int
}

// MinSize asks for nothing: it shows what fits.
func (f *fitting) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 80) }

// heightIn is how high an object is in a width; wrapping text knows it only
// once it has that width.
func heightIn(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return o.MinSize().Height
}

// Layout places what fits.
func (f *fitting) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rows := objects[1:]
	var sum float32
	heights := make([]float32, len(rows))
	for i, o := range rows {
		heights[i] = heightIn(o, size.Width)
		sum += heights[i]
	}
	room := size.Height
	if sum > room {
		room -= f.more.MinSize().Height
	}
	var y float32
	f.hidden = 0
	for i, o := range rows {
		if y+heights[i] > room+0.5 {
			f.hidden++
			o.Hide()
			continue
		}
		o.Show()
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, heights[i]))
		y += heights[i]
	}
	if f.hidden == 0 {
		f.more.Hide()
		return
	}
	f.more.SetText(lang.N("{{.Count}} more stories", f.hidden, map[string]any{"Count": f.hidden}))
	f.more.Show()
	f.more.Move(fyne.NewPos(-8, size.Height-f.more.MinSize().Height))
	f.more.Resize(f.more.MinSize())
}
