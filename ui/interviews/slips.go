package interviews

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// mostSlips are listed; mending all mends the others too.
const mostSlips = 4

// slips is what is not in the house style in an answer, each with its mending.
type slips struct {
	p      *answerPane
	object *fyne.Container
	rows   *fyne.Container
	all    *kit.Button
	text   string // the answer they were looked for in
	found  []model.Slip
	style  model.Writing
}

func newSlips(p *answerPane) *slips {
	s := &slips{p: p, rows: kit.VBox(4)}
	s.all = kit.NewSmall("", func() {
		var safe []model.Slip
		for _, slip := range s.found {
			if slip.Safe {
				safe = append(safe, slip)
			}
		}
		s.mend(safe...)
	})
	head := kit.MidRow(8, kit.Natural(kit.NewIcon(kit.IconInfo, 16, kit.Ink2)), kit.Grow(1, kit.NewElastic(lang.L("House style"), kit.SmallBold)), kit.Natural(s.all))
	s.object = kit.VBox(6, kit.NewHLine(), head, s.rows)
	return s
}

// fill looks at an answer and gives what it found.
func (s *slips) fill(a model.Answer, names []model.Name, locked bool) []model.Slip {
	style := s.p.t.s.data.Yearbook.Writing()
	if a.Edited != s.text || style != s.style || len(s.found) == 0 {
		s.text, s.style, s.found = a.Edited, style, style.Slips(a.Edited, names...)
	}
	if len(s.found) == 0 || locked {
		s.object.Hide()
		return nil
	}
	s.rows.Objects = nil
	safe := 0
	for i, slip := range s.found {
		if slip.Safe {
			safe++
		}
		if i < mostSlips {
			s.rows.Add(s.row(slip))
		}
	}
	if more := len(s.found) - mostSlips; more > 0 {
		s.rows.Add(kit.NewElastic(lang.N("and {{.Count}} more", more, map[string]any{"Count": more}), kit.Caption))
	}
	s.all.SetText(lang.N("Mend {{.Count}}", safe, map[string]any{"Count": safe}))
	if safe > 1 {
		s.all.Show()
	} else {
		s.all.Hide()
	}
	s.rows.Refresh()
	s.object.Show()
	return s.found
}

func (s *slips) row(slip model.Slip) fyne.CanvasObject {
	what, remedy := s.style.Say(slip)
	label := kit.NewElastic(lang.L(what.Text, what.Args), kit.Small)
	label.Tip = lang.L(remedy.Text, remedy.Args)
	word := lang.L("Mend")
	if !slip.Safe {
		word = lang.L("Change to {{.Fix}}", map[string]any{"Fix": slip.Fix})
	}
	return kit.MidRow(8, kit.Grow(1, label), kit.Natural(kit.NewQuiet(word, func() { s.mend(slip) })))
}

func (s *slips) mend(found ...model.Slip) {
	text := model.Mend(s.text, found...)
	s.p.area.Flush()
	s.p.typed(text)
	s.p.t.s.do(store.UpdateAnswer{ID: s.p.answer.ID, Edited: &text})
}
