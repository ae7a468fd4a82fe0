// Package excerpt is where sentences are chosen from an answer: the one chooser
// of the People and the Interviews screen, what prints of it, and what to do
// when the answer changed.
package excerpt

import (
	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/ui/kit"
)

// Chooser is an answer in which sentences are chosen. Click or Space chooses a
// sentence or leaves it out, with Shift all from the one before; a drag takes a
// part of one. ← and → go from sentence to sentence, S makes the pull quote,
// Enter goes on to edit the text.
type Chooser struct {
	// Prose is the widget to place and to focus.
	Prose *kit.Prose

	// OnChoose gets the ranges that shall print; none is the whole answer.
	OnChoose func([]model.Range)
	// OnQuote gets the pull quote; nil takes it away.
	OnQuote func(*model.Range)
	// OnEdit runs on Enter.
	OnEdit func()
	// OnPoint is told the sentence that the keyboard has come to.
	OnPoint func(model.Range)
	// OnLeave gets ↑ and ↓ at the first and last sentence, -1 and 1.
	OnLeave func(by int)

	answer    model.Answer
	sentences []model.Range
	slips     []model.Slip
	anchor    int // sentence from which Shift extends
	locked    bool
}

// NewChooser gives an empty chooser.
func NewChooser() *Chooser {
	c := &Chooser{Prose: kit.NewProse(kit.Reading), anchor: -1}
	c.Prose.OnTap = c.tapped
	c.Prose.OnRange = func(s kit.Stretch) { c.take(model.Range{Start: s.Start, End: s.End}) }
	c.Prose.OnKey = c.key
	c.Prose.OnRune = func(r rune) {
		if r == 's' || r == 'S' {
			c.Star()
		}
	}
	return c
}

// Show shows an answer, with the slips of the house style in it; locked only
// shows it.
func (c *Chooser) Show(a model.Answer, slips []model.Slip, locked bool) {
	if a.ID != c.answer.ID {
		c.anchor = -1
		c.Prose.SetCurrent(-1)
	}
	c.answer, c.slips, c.locked = a, slips, locked
	c.sentences = model.Sentences(a.Edited)
	content := kit.ProseContent{Text: a.Edited, Rest: kit.Ink3}
	if len(a.Excerpt.Parts) == 0 && !a.Excerpt.PrintOnly() {
		content.Rest = kit.Ink // the whole answer prints
	}
	for _, s := range c.sentences {
		content.Pieces = append(content.Pieces, kit.Stretch(s))
	}
	content.Marks, content.Signs = c.marks(), c.signs()
	c.Prose.Set(content)
}

func (c *Chooser) marks() []kit.ProseMark {
	var marks []kit.ProseMark
	a := c.answer
	look := kit.LookChosen
	if a.Excerpt.Stale {
		look = kit.LookStale
	}
	for _, p := range a.Excerpt.Parts {
		if p.Start < p.End && p.End <= len(a.Edited) {
			marks = append(marks, kit.ProseMark{Stretch: kit.Stretch(p.Range), Look: look})
		}
	}
	for _, p := range a.PullQuote.Parts {
		if p.Start < p.End && p.End <= len(a.Edited) {
			marks = append(marks, kit.ProseMark{Stretch: kit.Stretch(p.Range), Look: kit.LookStar})
		}
	}
	for _, s := range c.slips {
		marks = append(marks, kit.ProseMark{Stretch: kit.Stretch(s.Range), Look: kit.LookSlip})
	}
	return marks
}

// signs are the joins as they print, and the star behind the pull quote.
func (c *Chooser) signs() []kit.ProseSign {
	a := c.answer
	var signs []kit.ProseSign
	for _, j := range a.Excerpt.Joins(a.Edited) {
		signs = append(signs, kit.ProseSign{At: j.At, Replaces: j.Replaces, Text: j.Text})
	}
	for _, p := range a.PullQuote.Parts {
		star := kit.ProseSign{At: p.End, Icon: kit.IconStarFilled}
		at := 0
		for at < len(signs) && signs[at].At < star.At {
			at++
		}
		signs = append(signs[:at], append([]kit.ProseSign{star}, signs[at:]...)...)
	}
	return signs
}

// Sentence gives the sentence the keyboard is at; ok is false where there is none.
func (c *Chooser) Sentence() (r model.Range, ok bool) {
	if i := c.Prose.Current(); i >= 0 && i < len(c.sentences) {
		return c.sentences[i], true
	}
	return model.Range{}, false
}

// PointAt brings the keyboard's place to the sentence that prints at a byte of
// what prints of the answer. It gives the top and bottom of the sentence within
// Prose, for scrolling; ok is false where none does.
func (c *Chooser) PointAt(at int) (top, bottom float32, ok bool) {
	from, ok := c.answer.Excerpt.InAnswer(c.answer.Edited, at)
	if !ok {
		return 0, 0, false
	}
	for i, s := range c.sentences {
		if from < s.End {
			c.Prose.SetCurrent(i)
			c.anchor = i
			c.point()
			top, bottom = c.Prose.Span(i)
			return top, bottom, true
		}
	}
	return 0, 0, false
}

func (c *Chooser) point() {
	if s, ok := c.Sentence(); ok && c.OnPoint != nil {
		c.OnPoint(s)
	}
}

func (c *Chooser) tapped(_ int, extend bool) {
	i := c.Prose.Current()
	if i < 0 || i >= len(c.sentences) {
		return
	}
	defer c.point()
	if extend && c.anchor >= 0 {
		c.extend(i)
		return
	}
	c.anchor = i
	c.Toggle()
}

// Toggle chooses the current sentence, or leaves it out. From the whole answer,
// choosing one sentence prints that one.
func (c *Chooser) Toggle() {
	if s, ok := c.Sentence(); ok {
		c.anchor = c.Prose.Current()
		c.give(toggled(chosen(c.answer), s))
	}
}

// extend chooses all sentences from the anchor to another.
func (c *Chooser) extend(to int) {
	from := max(0, min(c.anchor, len(c.sentences)-1))
	c.give(append(chosen(c.answer), spanning(c.sentences[from], c.sentences[to])))
}

// take chooses a range that was drawn over; within what is chosen it takes it out.
func (c *Chooser) take(r model.Range) { c.give(toggled(chosen(c.answer), r)) }

func (c *Chooser) give(ranges []model.Range) {
	if !c.locked && c.OnChoose != nil {
		c.OnChoose(ranges)
	}
}

// Star makes the current sentence the pull quote, or takes the pull quote away
// where it is that.
func (c *Chooser) Star() {
	s, ok := c.Sentence()
	if !ok || c.locked || c.OnQuote == nil {
		return
	}
	for _, p := range c.answer.PullQuote.Parts {
		if p.Start <= s.Start && s.End <= p.End && !c.answer.PullQuote.Stale {
			c.OnQuote(nil)
			return
		}
	}
	c.OnQuote(&s)
}

// Clear prints the whole answer.
func (c *Chooser) Clear() { c.give(nil) }

func (c *Chooser) key(key fyne.KeyName, shift bool) bool {
	defer c.point()
	switch key {
	case fyne.KeyLeft, fyne.KeyUp:
		c.step(-1, shift, key == fyne.KeyUp)
	case fyne.KeyRight, fyne.KeyDown:
		c.step(1, shift, key == fyne.KeyDown)
	case fyne.KeyHome:
		c.Prose.SetCurrent(0)
	case fyne.KeyEnd:
		c.Prose.SetCurrent(len(c.sentences) - 1)
	case fyne.KeySpace:
		c.Toggle()
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnEdit == nil || c.locked {
			return false
		}
		c.OnEdit()
	default:
		return false
	}
	return true
}

// step goes to the next sentence, with Shift choosing up to it; ↑ and ↓ leave at
// the ends.
func (c *Chooser) step(by int, extend, leave bool) {
	from := c.Prose.Current()
	to := from + by
	if to < 0 || to >= len(c.sentences) {
		if leave && c.OnLeave != nil {
			c.OnLeave(by)
		}
		return
	}
	c.Prose.SetCurrent(to)
	if extend && from >= 0 {
		if c.anchor < 0 || !covers(chosen(c.answer), c.sentences[from]) {
			c.anchor = from
		}
		c.extend(to)
		return
	}
	c.anchor = to
}
