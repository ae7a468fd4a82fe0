package typeset

import (
	"context"
	"fmt"
	"strings"
	"sync"
)

// Set divides a paragraph into lines and places every glyph. No text makes it
// fail or is lost: what no face can show becomes a box and is reported, what
// fits no line is divided somewhere. The only error is that of the context.
func (l *Library) Set(ctx context.Context, p Paragraph) (Result, error) {
	s, _ := setters.Get().(*setter)
	defer setters.Put(s)
	s.begin(l, p.Spans)
	s.fitter.p = &p
	var res Result
	text := s.seq.text
	for at := 0; at < len(text); {
		if err := ctx.Err(); err != nil {
			return Result{}, fmt.Errorf("setting a paragraph: %w", err)
		}
		end, next := hardLine(text, at)
		s.seq.read(int32(at), int32(end))
		s.fitter.first = len(res.Lines)
		stops, err := s.fitter.fit(ctx)
		if err != nil {
			return Result{}, err
		}
		s.build(&res, &p, stops, at, next, next == len(text))
		at = next
	}
	res.Missing = append([]MissingGlyph(nil), s.seq.missing...)
	s.seq.release()
	return res, nil
}

// hardLine gives the end of the text up to the next forced line end, and where
// the text goes on after it.
func hardLine(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		c := text[i]
		if c > '\r' && c != 0xC2 && c != 0xE2 || c < '\n' {
			continue
		}
		if n := lineEnd(text[i:]); n > 0 {
			return i, i + int(n)
		}
	}
	return len(text), len(text)
}

// SetLine sets text in a single line, however wide it becomes. White at its
// beginning and end stays; a line end counts as a space. What no face can show
// becomes a box and is reported.
func (l *Library) SetLine(spans ...Span) (Line, []MissingGlyph) {
	s, _ := setters.Get().(*setter)
	defer setters.Put(s)
	s.begin(l, spans)
	q := &s.seq
	if strings.ContainsAny(q.text, "\n\r\v\f\u0085\u2028\u2029") {
		q.text = spacesForLineEnds(q.text)
	}
	q.keepWhite = true
	q.read(0, int32(len(q.text)))
	line := s.line(lineJob{to: int32(len(q.words))})
	q.keepWhite = false
	line.End = len(q.text)
	missing := append([]MissingGlyph(nil), q.missing...)
	q.release()
	return line, missing
}

// spacesForLineEnds keeps the length of the text, so that offsets stay true.
func spacesForLineEnds(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		n := lineEnd(text[i:])
		if n == 0 {
			b.WriteByte(text[i])
			i++
			continue
		}
		for range n {
			b.WriteByte(' ')
		}
		i += int(n)
	}
	return b.String()
}

// Measure is the width of text in a single line.
func (l *Library) Measure(spans ...Span) Length {
	line, _ := l.SetLine(spans...)
	return line.Width
}

// FitLine sets text in a single line no wider than limit, at the largest size of
// least to 1000 thousandths of the asked one. The size taken is given back;
// where even the least does not fit, ok is false and the line is set at it.
func (l *Library) FitLine(limit Length, least int, spans ...Span) (line Line, size int, ok bool) {
	line, _ = l.SetLine(spans...)
	if line.Width <= limit || line.Width == 0 {
		return line, 1000, true
	}
	size = max(int(int64(limit)*1000/int64(line.Width)), least)
	for ; size >= least; size-- { // rounding may cost a step or two
		smaller := append([]Span(nil), spans...)
		for i := range smaller {
			smaller[i].Style.Size = Length(divRound(int64(spans[i].Style.Size)*int64(size), 1000))
		}
		if line, _ = l.SetLine(smaller...); line.Width <= limit {
			return line, size, true
		}
	}
	return line, least, false
}

// setter is the working memory of one setting.
type setter struct {
	seq    sequence
	fitter fitter
	parts  []part
	levels []int8
	spaces []int32
}

var setters = sync.Pool{New: func() any { return new(setter) }}

func (s *setter) begin(l *Library, spans []Span) {
	q := &s.seq
	q.lib, q.spans = l, spans
	q.founts, q.ends, q.missing = q.founts[:0], q.ends[:0], q.missing[:0]
	end := 0
	for i := range spans {
		end += len(spans[i].Text)
		q.ends = append(q.ends, int32(end))
		q.founts = append(q.founts, l.fount(spans[i].Style))
	}
	switch len(spans) {
	case 0:
		q.text = ""
	case 1:
		q.text = spans[0].Text
	default:
		var b strings.Builder
		b.Grow(end)
		for i := range spans {
			b.WriteString(spans[i].Text)
		}
		q.text = b.String()
	}
	s.fitter.q = q
}

// release lets go of the text, so that a pooled setter holds none.
func (q *sequence) release() {
	clear(q.pieces[:cap(q.pieces)])
	clear(q.words[:cap(q.words)])
	q.pieces, q.words, q.text, q.spans, q.lib = q.pieces[:0], q.words[:0], "", nil, nil
}
