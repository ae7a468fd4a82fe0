package model_test

import (
	"fmt"
	"testing"

	"laurel/model"
)

// BenchmarkChronicle makes the chronicle of ten editions of 10,000 entries and
// counts all that is counted of it.
func BenchmarkChronicle(b *testing.B) {
	var editions []model.Edition
	var placements []model.Placement
	for y := range 10 {
		e := model.Edition{ID: model.ID(fmt.Sprint("e", y)), ListID: "l", Year: 2017 + y, Region: "EMEA", Locale: "en-GB", Scheme: model.Scheme{Kind: model.SchemeFull}}
		editions = append(editions, e)
		for i := range 10000 {
			who := (i*7919 + y*i%13) % 12000
			placements = append(placements, model.Placement{
				ID: model.ID(fmt.Sprint(e.ID, "-", i)), EditionID: e.ID, Status: model.Confirmed, Pos: i + 1, Rank: model.Rank{Number: i + 1},
				Sector: fmt.Sprint("Sector ", who%12), Country: fmt.Sprint("Country ", who%90),
				Members: []model.Member{{PersonID: model.ID(fmt.Sprint("person-", who)), Name: model.Name{Given: "Ann", Family: fmt.Sprint("Lee ", who)}, OrganisationID: model.ID(fmt.Sprint("o", who%3000)), Organisation: fmt.Sprint("O ", who%3000)}},
			})
		}
	}
	var c *model.Chronicle
	b.Run("make", func(b *testing.B) {
		for b.Loop() {
			c = model.NewChronicle(model.List{}, editions[9], editions, placements)
		}
	})
	for name, count := range map[string]func(){
		"turnover": func() { c.Turnovers() }, "sectors": func() { c.Sectors() }, "organisations": func() { c.Organisations() },
		"tenure": func() { c.Tenure() }, "bump": func() { c.Bump(10) }, "movers": func() { c.Movers() }, "stories": func() { c.Stories() },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				count()
			}
		})
	}
}
