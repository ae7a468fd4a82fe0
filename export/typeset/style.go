package typeset

import (
	"strings"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// Style is how a span of text looks. The zero Style is the library's default
// face at no size.
type Style struct {
	Face *Face
	Size Length
	// Tracking is white added after each letter, in thousandths of an em.
	// From 15 on ligatures are left apart, as loose letters must be.
	Tracking int
	// Features are OpenType features switched on ("onum") or off ("-liga"),
	// separated by commas. Kerning and common ligatures are always on.
	Features string
	// Lang is the language of the text (BCP 47): it chooses the hyphenation
	// patterns and the language's letter forms.
	Lang     string
	NoHyphen bool   // never divide a word of this span
	Rise     Length // of the baseline, upwards
}

// Span is text of one style within a paragraph.
type Span struct {
	Text  string
	Style Style
}

// Align is how the lines of a paragraph stand in the measure.
type Align uint8

// The alignments.
const (
	Justify Align = iota
	Left
	Centre
	Right
)

// looseTracking is where letters stand so far apart that a ligature between
// them would look like a fault.
const looseTracking = 15

func (s Style) fountKey(def *Face) fountKey {
	k := fountKey{face: s.Face, features: s.Features, lang: s.Lang, loose: s.Tracking >= looseTracking}
	if k.face == nil {
		k.face = def
	}
	return k
}

// parseFeatures reads "onum,-liga" and leaves out what is no feature tag.
func parseFeatures(list string, loose bool) []harfbuzz.Feature {
	var out []harfbuzz.Feature
	add := func(tag string, value uint32) {
		if len(tag) == 4 {
			out = append(out, harfbuzz.Feature{
				Tag: opentype.MustNewTag(tag), Value: value,
				Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd,
			})
		}
	}
	if loose {
		add("liga", 0)
		add("clig", 0)
	}
	for tag := range strings.SplitSeq(list, ",") {
		tag = strings.TrimSpace(tag)
		if off, ok := strings.CutPrefix(tag, "-"); ok {
			add(off, 0)
			continue
		}
		add(tag, 1)
	}
	return out
}
