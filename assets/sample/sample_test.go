package sample

import "testing"

func TestNewestEditionIsAFinishedHundred(t *testing.T) {
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range d.Editions {
		if e.ID == "emea-2026" && (len(e.Placements) != 100 || !e.Finished) {
			t.Errorf("%d placements, finished %v", len(e.Placements), e.Finished)
		}
	}
}
