package interviews

import (
	"testing"

	"laurel/export/yearbook"
	"laurel/model"
)

// An answer of which nothing was chosen prints whole; where it has room the list
// says so, and counts no excerpts that nobody needs.
func TestAnswersThatPrintWholeSaySo(t *testing.T) {
	p := &model.Placement{ID: "p", Answers: []model.Answer{{Question: "Why?", Original: "So.", Edited: "So."}}}
	at := func(lines int) *yearbook.Book {
		return &yearbook.Book{Slots: map[model.ID]yearbook.Slot{"p": {Lines: lines, MaxLines: 10}}}
	}
	for _, c := range []struct {
		book *yearbook.Book
		want summary
	}{
		{nil, summary{stateToChoose, "0 of 1 excerpts"}},
		{at(4), summary{stateToChoose, "Prints whole"}},
		{at(12), summary{stateOver, "Over by 2 lines"}},
	} {
		if got := summaryOf(p, c.book); got != c.want {
			t.Errorf("it says %+v, want %+v", got, c.want)
		}
	}
	p.Answers[0].Approved = true
	if got := summaryOf(p, at(4)); got != (summary{stateApproved, "1 of 1 excerpts"}) {
		t.Errorf("approved, it says %+v", got)
	}
}
