package table

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"laurel/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

// snapshot is an edition with one entry of every kind, in no order.
func snapshot() *model.Snapshot {
	person := func(id model.ID, name, title, organisation string) model.Member {
		return model.Member{PersonID: id, Name: model.ParseName(name), Title: title, Organisation: organisation}
	}
	edition := model.Edition{
		ID: "e2024", ListID: "l", ListName: "100 Harbours", Year: 2024, Region: "EMEA", Size: 100, Locale: "en-GB",
		Scheme: model.Scheme{Kind: model.SchemeTop, Top: 10}, TieStyle: model.TieBefore,
	}
	before := model.Edition{ID: "e2023", ListID: "l", ListName: "100 Harbours", Year: 2023, Region: "EMEA", Scheme: edition.Scheme}
	answer := "We count. Then we count again, which is the point. Nobody minds."
	seen := func(rank int, entry string) model.Appearance {
		return model.Appearance{
			EditionID: "e2023", ListID: "l", List: "100 Harbours", Year: 2023, Region: "EMEA", Scheme: edition.Scheme,
			Rank: model.Rank{Number: rank}, Status: model.Confirmed, Entry: entry,
		}
	}
	return &model.Snapshot{
		Edition: edition, Predecessor: &before,
		Placements: []model.Placement{
			{ID: "p1", EditionID: "e2024", Kind: model.EntryPerson, Pos: 4, Status: model.Confirmed, Rank: model.Rank{Reason: model.ByScheme}, Members: []model.Member{person("zoe", "Zoë Ångström", "Chair", "Ä & B <Ltd>")}},
			{
				ID: "p2", EditionID: "e2024", Kind: model.EntryPerson, Pos: 1, Status: model.SignedOff, Rank: model.Rank{Number: 1},
				Members: []model.Member{person("ada", "Dr Ada van der Example OBE", "Director of Data", "Example Ferry Service")},
				Video:   "https://vimeo.com/1", Citation: "For counting.",
				Answers: []model.Answer{
					{Question: "Why?", Original: answer + " Really.", Edited: answer, Excerpt: model.Choose(answer, []model.Range{{Start: 0, End: 9}, {Start: 15, End: 50}})},
					{Question: "And then?", Original: "Tea.", Edited: "Tea."},
				},
			},
			{
				ID: "p3", EditionID: "e2024", Kind: model.EntryJoint, Pos: 2, Status: model.Confirmed, Rank: model.Rank{Number: 2, Tied: true}, PhotoID: "pair",
				Members: []model.Member{person("bo", "Bo Sample", "Founder", "Sample Ltd"), person("cy", "Cy Sample", "Chair", "Sample Ltd")},
			},
			{ID: "p4", EditionID: "e2024", Kind: model.EntryOrganisation, EntryName: "The Lantern Registry", OrganisationID: "lantern", Pos: 3, Status: model.Confirmed, Rank: model.Rank{Number: 2, Tied: true}},
			{ID: "p5", EditionID: "e2024", Kind: model.EntryThing, EntryName: "#Tides", Pos: 5, Status: model.Confirmed, Rank: model.Rank{Band: "11–20", To: 20}},
			{ID: "p6", EditionID: "e2024", Kind: model.EntryPerson, Pos: 6, Status: model.Declined, Members: []model.Member{person("no", "Not Printed", "", "")}},
		},
		People:        map[model.ID]model.Person{"ada": {ID: "ada", PhotoID: "portrait", Notes: "private"}, "bo": {ID: "bo"}, "cy": {ID: "cy"}, "zoe": {ID: "zoe"}},
		Organisations: map[model.ID]model.Organisation{"lantern": {ID: "lantern", Name: "The Lantern Registry"}},
		Photos: map[model.ID]model.Photo{
			"portrait": {ID: "portrait", Key: "k1", Width: 600, Height: 800, Credit: "Di Photographer"},
			"pair":     {ID: "pair", Key: "k2", Width: 900, Height: 600},
		},
		Earlier: map[model.ID][]model.Appearance{"p2": {seen(4, "")}},
		History: map[model.ID][]model.Appearance{
			"ada": {seen(4, "")}, "bo": {seen(0, "")}, "cy": {seen(7, "Cy Sample & Di Other")},
		},
	}
}

func TestWriteJSON(t *testing.T) {
	written := map[string]string{}
	folder := &PhotoFolder{
		Prefix: "photos/",
		Master: func(_ context.Context, key string) ([]byte, error) { return []byte(key), nil },
		Write:  func(name string, data []byte) error { written[name] = string(data); return nil },
	}
	for name, o := range map[string]Options{"plain.json": {}, "photos.json": {Photos: folder}} {
		var out bytes.Buffer
		if err := WriteJSON(context.Background(), &out, snapshot(), o); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(out.Bytes(), want) {
			t.Errorf("%s: got\n%s", path, out.String())
		}
	}
	if written["ada-van-der-example.jpg"] != "k1" || written["bo-sample-cy-sample.jpg"] != "k2" || len(written) != 2 {
		t.Errorf("the photos written are %v", written)
	}
}

func TestWriteJSONStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	if err := WriteJSON(ctx, &out, snapshot(), Options{}); !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("cancelled: %v, %d bytes", err, out.Len())
	}
	failure := errors.New("the disk is full")
	folder := &PhotoFolder{
		Master: func(context.Context, string) ([]byte, error) { return nil, nil },
		Write:  func(string, []byte) error { return failure },
	}
	if err := WriteJSON(context.Background(), &out, snapshot(), Options{Photos: folder}); !errors.Is(err, failure) || out.Len() > 0 {
		t.Errorf("a full disk: %v, %d bytes", err, out.Len())
	}
}

func TestPhotoNames(t *testing.T) {
	f := &PhotoFolder{}
	for _, c := range []struct {
		entry string
		id    model.ID
		want  string
		known bool
	}{
		{"Ada Example", "1", "ada-example.jpg", false},
		{"ADA EXAMPLE", "2", "ada-example-2.jpg", false},
		{"Ada Example", "1", "ada-example.jpg", true},
		{"Łukasz Ørsted", "3", "lukasz-orsted.jpg", false},
		{"../../etc", "4", "etc.jpg", false},
		{"…", "5", "photo.jpg", false},
		{"Ευανθία", "6", "ευανθια.jpg", false},
	} {
		if name, known := f.name(c.entry, c.id, ".jpg"); name != c.want || known != c.known {
			t.Errorf("%q is called %q (known: %t), want %q", c.entry, name, known, c.want)
		}
	}
}
