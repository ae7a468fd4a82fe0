package model

import (
	"encoding/json"
	"reflect"
	"testing"
)

func TestYearbookIsReadWithDefaults(t *testing.T) {
	var y Yearbook
	if err := json.Unmarshal([]byte(`{"trim":"A5","per_page":9,"sections":[{"kind":"profiles","off":true}],"of next year":1}`), &y); err != nil {
		t.Fatal(err)
	}
	want := DefaultYearbook()
	want.Trim, want.Sections = "A5", []Section{{Kind: SectionOpener, Off: true}, {Kind: SectionProfiles, Off: true}}
	if !reflect.DeepEqual(y, want) {
		t.Errorf("got %+v, want %+v", y, want)
	}
	if err := json.Unmarshal([]byte(`{"trim":5}`), &y); err == nil {
		t.Error("a trim that is a number was read")
	}
}

func TestYearbookComesBack(t *testing.T) {
	want := DefaultYearbook()
	want.Title, want.PerPage, want.Sections = "Twenty years", 3, []Section{{Kind: SectionImprint, Text: "© Example Press"}}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got Yearbook
	if err := json.Unmarshal(text, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%s came back as %+v, %v", text, got, err)
	}
}

func TestOldDefinitionsKeepTheirPages(t *testing.T) {
	var y Yearbook
	if err := json.Unmarshal([]byte(`{"per_page":1,"sections":[{"kind":"title","off":true},{"kind":"method"},{"kind":"profiles"}]}`), &y); err != nil {
		t.Fatal(err)
	}
	want := []Section{
		{Kind: SectionHalfTitle, Off: true},
		{Kind: SectionTitle, Off: true},
		{Kind: SectionMethod},
		{Kind: SectionJudges},
		{Kind: SectionOpener},
		{Kind: SectionProfiles},
	}
	if !reflect.DeepEqual(y.Sections, want) || y.PerPage != 1 {
		t.Errorf("%+v", y)
	}
	text, err := json.Marshal(y)
	if err != nil {
		t.Fatal(err)
	}
	var again Yearbook
	if err := json.Unmarshal(text, &again); err != nil || !reflect.DeepEqual(again, y) {
		t.Errorf("read a second time: %+v %v", again, err)
	}
}
