package model

import (
	"strings"
	"unicode"
)

// printed is a stretch of what an excerpt prints that stands in the answer.
type printed struct {
	at     int // byte of the printed text
	length int
	from   Range // of the answer
}

// stretches are those of Print that stand in the answer, in order; none where
// other words print.
func (e Excerpt) stretches(edited string) []printed {
	switch {
	case e.Stale, e.PrintOnly():
		return nil
	case len(e.Parts) == 0:
		text := strings.TrimSpace(edited)
		lead := len(edited) - len(strings.TrimLeftFunc(edited, unicode.IsSpace))
		return []printed{{0, len(text), Range{lead, lead + len(text)}}}
	case !e.fits(edited):
		return nil
	}
	var all []printed
	at := 0
	add := func(length int, from Range) {
		if length > 0 {
			all = append(all, printed{at, length, from})
			at += length
		}
	}
	for i, p := range e.Parts {
		if i > 0 {
			at += len(join(edited[e.Parts[i-1].End:p.Start]))
		}
		head, size, capital := e.capital(edited, i)
		if size == 0 {
			add(p.End-p.Start, p.Range)
			continue
		}
		add(head, Range{p.Start, p.Start + head})
		add(len(capital), Range{p.Start + head, p.Start + head + size})
		add(p.End-p.Start-head-size, Range{p.Start + head + size, p.End})
	}
	return all
}

// InAnswer gives the byte of the answer that prints at a byte of Print, or what
// follows an editor's sign there. ok is false where other words print.
func (e Excerpt) InAnswer(edited string, at int) (b int, ok bool) {
	all := e.stretches(edited)
	for _, s := range all {
		if at < s.at+s.length {
			return s.from.Start + max(0, min(at-s.at, s.from.End-s.from.Start-1)), true
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	return all[len(all)-1].from.End, true
}

// InPrint gives the part of Print that shows a part of the answer. ok is false
// where nothing of it prints.
func (e Excerpt) InPrint(edited string, r Range) (part Range, ok bool) {
	for _, s := range e.stretches(edited) {
		from := Range{max(r.Start, s.from.Start), min(r.End, s.from.End)}
		if from.Start >= from.End {
			continue
		}
		start, end := s.at+min(from.Start-s.from.Start, s.length), s.at+min(from.End-s.from.Start, s.length)
		if from.End == s.from.End {
			end = s.at + s.length // a capital in brackets is longer than its letter
		}
		if !ok {
			part, ok = Range{start, end}, true
		}
		part.End = end
	}
	return part, ok
}
