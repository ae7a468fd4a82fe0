package yearbook

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/ui/kit"
)

// captionHeight is the height of the line under the pages, px.
const captionHeight = 36

// caption is the line under the pages: who and what part of the book they show.
type caption struct {
	object fyne.CanvasObject
	text   *kit.Label
}

func newCaption() *caption {
	c := &caption{text: kit.NewGiving("", kit.Small)}
	hint := kit.NewLine(kit.Run{Text: lang.L("Click a text or picture to edit it"), Style: kit.Small, Cut: kit.CutWhole})
	hint.Align = fyne.TextAlignTrailing
	c.object = container.NewStack(kit.NewFill(kit.Desk), kit.Pad(kit.MidRow(16, kit.Giving(0, c.text), kit.Grow(1, hint)), 0, margin, 8, margin))
	return c
}

// fill names who stands on the pages, counted from 0, and their section.
func (c *caption) fill(s *screen, pages []int) {
	proof := s.proof
	var runs []kit.Run
	for _, n := range pages {
		for _, p := range proof.Snapshot.Placements {
			if proof.Book.Pages[p.ID] != n+1 {
				continue
			}
			rank := p.Rank.Display(proof.Snapshot.Edition.TieStyle)
			if rank != "" {
				rank += "  "
			}
			runs = append(runs, kit.Run{Text: rank, Style: kit.Small}, kit.Run{Text: p.PrintedName(), Style: kit.SmallBold, Cut: kit.CutEnd}, kit.Run{Text: "  ·  ", Style: kit.Small})
		}
	}
	section := ""
	for _, start := range s.sectionStarts() {
		if start.page <= pages[len(pages)-1] {
			section = start.title
		}
	}
	c.text.SetRuns(append(runs, kit.Run{Text: strings.TrimSpace(section), Style: kit.Small})...)
}
