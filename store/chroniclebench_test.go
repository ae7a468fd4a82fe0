package store

import (
	"context"
	"testing"

	"laurel/model"
)

// BenchmarkChronicle reads and counts a list of ten editions of 2,000 entries.
func BenchmarkChronicle(b *testing.B) {
	book := opened(b, thousandsIn(b, 2000, 10))
	ctx := context.Background()
	editions, err := book.Editions(ctx)
	if err != nil {
		b.Fatal(err)
	}
	var c *model.Chronicle
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if c, err = book.Chronicle(ctx, editions[0].ID); err != nil || len(c.Years) != 10 {
				b.Fatal(err)
			}
		}
	})
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			c.Turnovers()
			c.Sectors()
			c.Countries()
			c.Organisations()
			c.Tenure()
			c.Bump(10)
			c.Movers()
			c.Stories()
		}
	})
}
