package intake

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"laurel/model"
)

const twoEditions = `[
 {"list":"Power List","year":2023,"region":"UK","scheme":"full","size":3,"placements":[
  {"rank":1,"rank_display":"1=","tied":true,"status":"signed off","entry":"Ada Example",
   "people":[{"id":"a","name":"Dr Ada Example OBE","prefix":"Dr","given":"Ada","family":"Example","post_nominals":"OBE","sort_key":"example ada","title":"Chair","organisation":"Example Ltd"}],
   "interview":[{"question":"Why?","answer":"It rained. It poured. It stopped.","edited":"It rained. It poured. It stopped.","excerpt":"It rained. […] It stopped."}],
   "photo":{"width":1,"height":1,"credit":"Di","file":"photos/ada.jpg"}},
  {"rank":null,"rank_display":"101–150","band":"101–150","status":"nobody knows","entry":"The Lantern","people":[],"organisation":"The Lantern","shoe_size":44},
  {"rank":null,"rank_display":"","entry":"#Tides","people":[],"photo":{"file":"../secret.jpg"}},
  {"rank":2,"rank_display":"No. 2","people":[]}
 ]},
 {"list":"Power List","year":2024,"region":"UK","scheme":"categories","size":2,"placements":[
  {"rank":1,"rank_display":"No. 1","category":"Public","entry":"Kovács Anna","people":[{"id":"k","name":"Kovács Anna","given":"Anna","family":"Kovács"}]},
  {"rank":1,"rank_display":"No. 1","category":"Private","entry":"Ada Example","people":[{"id":"a","name":"Dr Ada Example OBE","given":"Ada","family":"Example"}],
   "movement":{"kind":"re-entry","from":null,"places":0,"last_seen":2021},
   "history":[{"list":"Might List","year":2021,"region":"UK","rank":37,"rank_display":"No. 37"},
              {"list":"Power List","year":2023,"region":"UK","rank":1,"rank_display":"1="},
              {"list":"Duos","year":2022,"region":"","rank":4,"rank_display":"No. 4","entry":"Ada Example & Bo Sample"}]}
 ]}
]`

func TestReadDocument(t *testing.T) {
	d, err := Read(context.Background(), Source{Name: "two.json", Bytes: []byte(twoEditions), Beside: fstest.MapFS{"photos/ada.jpg": {Data: []byte("pixels")}}})
	if err != nil {
		t.Fatal(err)
	}
	var editions, placements, left []string
	for _, e := range d.Editions {
		editions = append(editions, fmt.Sprintf("%s %s ties %s %v was %q", e.model().Name(), e.Scheme, e.TieStyle, e.Categories, e.Series))
	}
	for _, p := range d.Placements {
		placements = append(placements, fmt.Sprintf("%s %d: %s %q %s %d%s%s tied %t %s full %t", p.Edition.List, p.Edition.Year, p.Kind, p.name(), p.Category, p.Rank.Number, p.Rank.Band, p.Rank.Reason, p.Rank.Tied, p.Status, p.Full))
	}
	for _, l := range d.Leftover {
		left = append(left, l.Text+": "+l.Reason.String())
	}
	for what, c := range map[string]struct {
		got  []string
		want string
	}{
		"editions": {editions, `
Might List 2021 (UK) full ties  [] was "Power List"
Duos 2022 top 10 ties  [] was ""
Power List 2023 (UK) full ties 3= [] was ""
Power List 2024 (UK) categories ties =3 [Public Private] was ""`},
		"placements": {placements, `
Power List 2023: person "Ada Example"  1 tied true signed off full true
Power List 2023: organisation "The Lantern"  0101–150 tied false confirmed full true
Power List 2023: thing "#Tides"  0unknown tied false confirmed full true
Power List 2024: person "Anna Kovács" Public 1 tied false confirmed full true
Power List 2024: person "Ada Example" Private 1 tied false confirmed full true
Might List 2021: person "Ada Example"  37 tied false confirmed full false
Duos 2022: joint "Ada Example & Bo Sample"  4 tied false confirmed full false`},
		"left over": {left, `
../secret.jpg: the photo does not lie in the folder of the document
placements[3] of Power List 2023: nobody is named
placements.shoe_size: a field that is not known`},
	} {
		want := strings.ReplaceAll(c.want, `"Anna Kovács"`, `"Kovács Anna"`)
		if got := "\n" + strings.Join(c.got, "\n"); got != want {
			t.Errorf("%s: got%s", what, got)
		}
	}
	first := d.Placements[0]
	if first.Photo == nil || string(first.Photo.Bytes) != "pixels" || first.Photo.Credit != "Di" {
		t.Errorf("the photo is %+v", first.Photo)
	}
	if e := first.Answers[0].model().Excerpt; len(e.Parts) != 2 || e.Stale {
		t.Errorf("the excerpt is %+v", e)
	}
}

func TestExcerptIsFoundAgain(t *testing.T) {
	const text = "We count boats. Then, having counted, we count again. Nobody minds.\n\nAlmost nobody."
	for _, c := range []struct {
		printed string
		parts   int
		stale   bool
	}{
		{"", 0, false},
		{text, 0, false},
		{"We count boats.", 1, false},
		{"We count boats. […] Nobody minds.", 2, false},
		{"We count boats. […] [H]aving counted, we count again.", 2, false},
		{"Then, having counted, we count again. […]\n\nAlmost nobody.", 2, false},
		{"We count ships.", 0, true},
		{"Nobody minds. […] We count boats.", 0, true},
	} {
		e := excerptOf(text, c.printed)
		if len(e.Parts) != c.parts || e.Stale != c.stale {
			t.Errorf("%q is found as %+v", c.printed, e)
		}
		if want := c.printed; want != "" && e.Print(text) != want {
			t.Errorf("%q prints as %q", want, e.Print(text))
		}
	}
}

// An import of a document into an empty book carries all of it there.
func TestPlanOfADocument(t *testing.T) {
	b := newBook(t)
	d, err := Read(context.Background(), Source{Name: "two.json", Bytes: []byte(twoEditions)})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, b, Options{}, d)
	if p := planOf(t, b, Options{}, d); !p.Empty() {
		t.Errorf("importing it again would do %+v", p.Rows)
	}
	lists, err := b.Lists(context.Background())
	if err != nil || len(lists) != 2 {
		t.Fatalf("the lists are %+v, %v", lists, err)
	}
	s := snapshotOf(t, b, "Power List 2024 (UK)")
	var ada model.Placement
	for _, p := range s.Placements {
		if p.PrintedName() == "Ada Example" {
			ada = p
		}
	}
	if got := len(s.History[ada.Members[0].PersonID]); got != 3 {
		t.Errorf("Ada was placed %d times before", got)
	}
	if p := planOf(t, b, Options{Edition: "Duos 2022"}, d); !p.Empty() {
		t.Errorf("one edition of it would do %+v", p.Rows)
	}
}

// JSON may hold within a string, as it is, what ends a line of a page; and no space
// of an answer becomes another.
func TestDocumentWithOtherLineEnds(t *testing.T) {
	const text = "{\"list\":\"Quay List\",\"year\":2024,\r\n\"scheme\":\"full\",\"placements\":[{\"rank\":1,\"entry\":\"Ada Example\",\r\"people\":[{\"name\":\"Ada Example\"}]," +
		"\"interview\":[{\"question\":\"Why?\",\"answer\":\"It rained.\u2028It\u00a0poured \u2029for 12\u202fhours.\"}]}]}"
	d, err := Read(context.Background(), Source{Name: "a.json", Bytes: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := d.Placements[0].Answers[0].model().Original, "It rained.\nIt\u00a0poured \n\nfor 12\u202fhours."; model.NormaliseText(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
