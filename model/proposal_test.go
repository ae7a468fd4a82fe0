package model

import (
	"strings"
	"testing"
)

func TestProposal(t *testing.T) {
	const was = "We began with a rowing boat. Nobody believed in it. Today the harbour is full."
	tests := []struct {
		name   string
		chosen []string
		now    string
		want   []string
	}{
		{"all still there", []string{"We began with a rowing boat.", "Today the harbour is full."}, was, []string{"We began with a rowing boat.", "Today the harbour is full."}},
		{
			"one sentence rewritten",
			[]string{"We began with a rowing boat.", "Today the harbour is full."},
			"We began with a rowing boat. Nobody believed in it. Today all of the harbour is full.",
			[]string{"We began with a rowing boat.", "Today all of the harbour is full."},
		},
		{
			"one sentence gone",
			[]string{"We began with a rowing boat.", "Nobody believed in it.", "Today the harbour is full."},
			"We began with a rowing boat. Money came late. Today the harbour is full.",
			[]string{"We began with a rowing boat.", "Today the harbour is full."},
		},
		{"nothing alike", []string{"Nobody believed in it."}, "Something else was said. And more of it.", nil},
		{"the answer is gone", []string{"Nobody believed in it."}, "", nil},
	}
	for _, test := range tests {
		var ranges []Range
		for _, c := range test.chosen {
			at := strings.Index(was, c)
			ranges = append(ranges, Range{at, at + len(c)})
		}
		e := Reanchor(Choose(was, ranges), was, test.now)
		var got []string
		for _, r := range Proposal(e, test.now) {
			got = append(got, test.now[r.Start:r.End])
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// An excerpt that came without its places is found again by its sentences.
func TestProposalOfATextAlone(t *testing.T) {
	e := Excerpt{Text: "We began with a boat. Today the harbour is full.", Stale: true}
	const now = "We began with a rowing boat. Nobody believed in it. Today the harbour is full."
	var got []string
	for _, r := range Proposal(e, now) {
		got = append(got, now[r.Start:r.End])
	}
	if len(got) != 2 || got[0] != "We began with a rowing boat." || got[1] != "Today the harbour is full." {
		t.Errorf("proposed %q", got)
	}
}

func TestPrintOnlyText(t *testing.T) {
	e := ForPrint(" Kept for print. ")
	if got := e.Print("The answer."); got != "Kept for print." {
		t.Errorf("prints %q", got)
	}
	if got := e.Quote("The answer."); got != "Kept for print." {
		t.Errorf("quotes %q", got)
	}
	now := Reanchor(e, "The answer.", "Another answer.")
	if !now.Stale || now.Print("Another answer.") != "Kept for print." {
		t.Errorf("after a change %+v", now)
	}
	if same := Reanchor(e, "The answer.", "The answer."); same.Stale {
		t.Error("stale without a change")
	}
	if whole := Reanchor(Excerpt{}, "The answer.", "Another."); whole.Stale || whole.Print("Another.") != "Another." {
		t.Errorf("the whole answer became %+v", whole)
	}
}

// Joins are exactly what Print puts in.
func TestJoins(t *testing.T) {
	const text = "It took long, and most of what we call data is a decision. Nobody knew. We began with one question. Eight years on we are ninety."
	at := func(s string) Range { i := strings.Index(text, s); return Range{i, i + len(s)} }
	e := Choose(text, []Range{at("most of what we call data is a decision."), at("We began with one question."), at("Eight years on we are ninety.")})
	joins := e.Joins(text)
	if len(joins) != 2 || joins[0].Text != "[M]" || joins[0].Replaces != 1 || joins[1].Text != Cut || text[joins[1].At-1] != '.' {
		t.Fatalf("joins %+v", joins)
	}
	if got, want := e.Print(text), "[M]ost of what we call data is a decision. […] We began with one question. Eight years on we are ninety."; got != want {
		t.Errorf("prints %q", got)
	}
	e.Stale = true
	if len(e.Joins(text)) != 0 {
		t.Error("a stale excerpt has joins in the answer")
	}
}
