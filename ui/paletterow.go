package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"laurel/model"
	"laurel/ui/kit"
)

// paletteLine is a group's head or a found thing: picture, words with what
// matched marked, and at the right its rank or its keys.
type paletteLine struct {
	kit.RowBase
	icon    *kit.Icon
	picture *kit.Picture
	text    *kit.Label
	right   *kit.Label
	keys    *fyne.Container
	head    *kit.Label
	line    *fyne.Container
	title   *fyne.Container
}

func newPaletteRow() fyne.CanvasObject {
	r := &paletteLine{
		icon: kit.NewIcon("", 20, kit.Ink2), picture: kit.NewPicture(28, 28), text: kit.NewLine(),
		right: kit.NewLabel("", kit.Small), keys: kit.HBox(4), head: kit.NewElastic("", kit.Caption),
	}
	r.line = kit.Pad(kit.MidRow(12,
		kit.Fixed(28, container.NewStack(r.picture, kit.Middle(r.icon))), kit.Grow(1, r.text), kit.Natural(r.right), kit.Natural(r.keys)), 0, 16, 0, 16)
	r.title = kit.Pad(kit.MidRow(0, kit.Grow(1, r.head)), 8, 16, 0, 16)
	r.Build(r, container.NewStack(r.line, r.title))
	return r
}

func (r *paletteLine) fill(f find, wanted []string, thumbs *kit.PictureCache) {
	if f.head != "" {
		r.line.Hide()
		r.title.Show()
		r.head.SetText(f.head)
		return
	}
	r.title.Hide()
	r.line.Show()
	if f.letters != "" {
		r.icon.Hide()
		r.picture.Show()
		r.picture.SetMonogram(f.letters)
		r.picture.Load(thumbs, f.photo)
	} else {
		r.picture.Hide()
		r.icon.Show()
		r.icon.Set(f.icon, kit.Ink2)
	}
	runs := marked(f.text, wanted)
	if f.detail != "" {
		runs = append(runs, kit.Run{Text: "   " + f.detail, Style: kit.Small, Cut: kit.CutEnd})
	}
	r.text.SetRuns(runs...)
	r.right.SetText(f.right)
	r.keys.Objects = nil
	for _, k := range f.keys {
		r.keys.Add(kit.NewKeycap(k))
	}
	r.Refresh()
}

// marked divides a text into runs so that what the wanted words match at the
// beginning of a word is set in Semibold accent; accents are ignored.
func marked(text string, wanted []string) []kit.Run {
	plain, match := kit.Body, kit.BodyStrong.In(kit.Accent)
	var runs []kit.Run
	from := 0 // of what is not yet in a run
	begin := true
	for i, ch := range text {
		if begin && i >= from {
			if n := matchAt(text[i:], wanted); n > 0 {
				if i > from {
					runs = append(runs, kit.Run{Text: text[from:i], Style: plain})
				}
				runs = append(runs, kit.Run{Text: text[i : i+n], Style: match})
				from = i + n
			}
		}
		begin = unicode.IsSpace(ch)
	}
	if from < len(text) {
		runs = append(runs, kit.Run{Text: text[from:], Style: plain, Cut: kit.CutEnd})
	}
	return runs
}

// matchAt gives how many bytes of a text one of the words matches, the longest.
func matchAt(text string, wanted []string) (n int) {
	for _, want := range wanted {
		for i, ch := range text {
			end := i + len(string(ch))
			folded := model.Fold(text[:end])
			if !strings.HasPrefix(want, folded) && !strings.HasPrefix(folded, want) {
				break
			}
			if strings.HasPrefix(folded, want) {
				n = max(n, end)
				break
			}
		}
	}
	return n
}
