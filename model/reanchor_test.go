package model

import (
	"strings"
	"testing"
)

func TestReanchor(t *testing.T) {
	tests := []struct {
		name, marked, edited string
		want                 string // what prints; empty: stale
	}{
		{"nothing changed", "⟨One.⟩ Two.", "One. Two.", "One."},
		{"text before", "One. ⟨Two.⟩", "Zero. One. Two.", "Two."},
		{"text between", "⟨One.⟩ Two. ⟨Three.⟩", "One. Two and a half. Three.", "One. […] Three."},
		{"text between gone", "⟨One.⟩ Two. ⟨Three.⟩", "One. Three.", "One. Three."},
		{"text put between", "Zero. ⟨One. Two.⟩", "Zero. One. New. Two.", ""},
		{"a word corrected inside", "⟨We use data ads.⟩ More.", "We use data aids. More.", ""},
		{"a word corrected outside", "⟨We use data.⟩ More ads.", "We use data. More aids.", "We use data."},
		{"all gone", "⟨One.⟩", "", ""},
		{"curly quotes", "⟨It's \"on\".⟩ More.", "Yes. It’s “on”. More.", "It’s “on”."},
		{"spaces", "⟨One  two.⟩ More.", "One two. More.", "One two."},
		{"dashes", "⟨One - two.⟩ More.", "One – two. More.", "One – two."},
		{"the second of two", "We grew. Fine. ⟨We grew.⟩ Then left.", "Then. We grew. Fine. We grew. Then left.", "We grew."},
		{"order turned", "⟨One.⟩ Two. ⟨Three.⟩", "Three. Two. One.", ""},
		{"only inside another word", "Pure ⟨art⟩ now.", "Pure heart now.", ""},
		{"chosen inside a word", "Pure he⟨art⟩ now.", "Very pure heart now.", "[A]rt"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, ranges := pick(test.marked)
			e := Choose(text, ranges)
			got := Reanchor(e, text, test.edited)
			if got.Stale != (test.want == "") {
				t.Fatalf("stale = %v: %+v", got.Stale, got)
			}
			want := test.want
			if got.Stale {
				want = e.Text
			}
			if printed := got.Print(test.edited); printed != want {
				t.Errorf("prints %q, want %q", printed, want)
			}
		})
	}
}

// Of words that stand twice the one with the same neighbours is meant.
func TestReanchorKnowsItsNeighbours(t *testing.T) {
	text, ranges := pick("We grew. It was hard. ⟨We grew.⟩ It was easy.")
	edited := "It was hard. We grew. It was easy. And then: We grew. It was something else."
	got := Reanchor(Choose(text, ranges), text, edited)
	if got.Stale || got.Parts[0].Start != strings.Index(edited, "We grew.") {
		t.Errorf("found at %+v", got)
	}
}

func TestReanchorComesBack(t *testing.T) {
	text, ranges := pick("Zero. ⟨One.⟩ Two. ⟨Three.⟩")
	e := Choose(text, ranges)
	broken := "Zero. One. Two. Thre."
	stale := Reanchor(e, text, broken)
	if !stale.Stale || stale.Print(broken) != "One. […] Three." {
		t.Fatalf("not stale with its last text: %+v", stale)
	}
	if stale.Parts[0].Range != (Range{6, 10}) || stale.Parts[1].Start != stale.Parts[1].End {
		t.Errorf("parts of a stale excerpt: %+v; the found one stands, the lost one is empty", stale.Parts)
	}
	again := Reanchor(stale, broken, "Well. "+text)
	if again.Stale || again.Print("Well. "+text) != "One. […] Three." {
		t.Errorf("the words are back, but %+v", again)
	}
	if still := Reanchor(stale, broken, broken+" More."); !still.Stale || still.Print("") != "One. […] Three." {
		t.Errorf("still gone, but %+v", still)
	}
}

func TestReanchorLeavesTheWholeText(t *testing.T) {
	if got := Reanchor(Excerpt{}, "One.", "Two."); got.Stale || got.Print("Two.") != "Two." {
		t.Errorf("the whole answer became %+v", got)
	}
}
