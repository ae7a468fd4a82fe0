package yearbook

import (
	"encoding/binary"

	"laurel/export/typeset"
)

// memo keeps what was set round the profiles: contents, lists and indexes are
// composed in several rounds until their page numbers are true, and again at
// every edit, but hardly any of their lines changes. What was not asked for in
// one book is forgotten after the next. It is used by one goroutine.
type memo struct {
	now, before map[string]setText
}

// setText is what came of a text.
type setText struct {
	lines   []typeset.Line
	missing []typeset.MissingGlyph
	over    bool // a line that is wider than it should be
}

func newMemo(before map[string]setText) *memo {
	return &memo{now: map[string]setText{}, before: before}
}

// get gives what was kept under a key, or sets it. A nil memo keeps nothing.
func (m *memo) get(key func() []byte, set func() setText) setText {
	if m == nil {
		return set()
	}
	k := key()
	if kept, ok := m.now[string(k)]; ok {
		return kept
	}
	kept, ok := m.before[string(k)]
	if !ok {
		kept = set()
	}
	m.now[string(k)] = kept
	return kept
}

// keyOfParagraph names everything that the setting of a paragraph depends on. No
// paragraph of a book runs round a picture: its Shape is not looked at.
func keyOfParagraph(p typeset.Paragraph) []byte {
	flags := byte(p.Align) << 2
	if p.Hyphenate {
		flags |= 1
	}
	if p.Hang {
		flags |= 2
	}
	k := append(make([]byte, 0, 160), 'P', flags)
	k = binary.AppendVarint(k, int64(p.Measure))
	k = binary.AppendVarint(k, int64(p.Indent))
	k = binary.AppendVarint(k, int64(p.Looseness))
	k = binary.AppendVarint(k, int64(len(p.NoHyphenAfter)))
	for _, n := range p.NoHyphenAfter {
		k = binary.AppendVarint(k, int64(n))
	}
	return appendSpans(k, p.Spans)
}

// keyOfLine names everything that the setting of a single line depends on.
func keyOfLine(spans []typeset.Span) []byte {
	return appendSpans(append(make([]byte, 0, 120), 'L'), spans)
}

// keyOfFitted names everything that a line set within a width depends on.
func keyOfFitted(w typeset.Length, least int, spans []typeset.Span) []byte {
	k := append(make([]byte, 0, 120), 'F')
	k = binary.AppendVarint(k, int64(w))
	k = binary.AppendVarint(k, int64(least))
	return appendSpans(k, spans)
}

func appendSpans(k []byte, spans []typeset.Span) []byte {
	for _, s := range spans {
		k = append(append(k, 0), s.Style.Face.ID()...)
		k = binary.AppendVarint(append(k, 0), int64(s.Style.Size))
		k = binary.AppendVarint(k, int64(s.Style.Tracking))
		k = binary.AppendVarint(k, int64(s.Style.Rise))
		if s.Style.NoHyphen {
			k = append(k, 1)
		}
		k = append(append(append(append(k, 0), s.Style.Features...), 0), s.Style.Lang...)
		k = binary.AppendVarint(append(k, 0), int64(len(s.Text)))
		k = append(k, s.Text...)
	}
	return k
}
