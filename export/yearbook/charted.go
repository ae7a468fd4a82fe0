package yearbook

import (
	"maps"
	"reflect"

	"laurel/export/chart"
	"laurel/export/typeset"
	"laurel/model"
)

// charted keeps the charts that were drawn. They count over all editions, which
// is dear, and hardly any edit changes what they count. It is used by one
// goroutine.
type charted struct {
	chronicle *model.Chronicle
	yearbook  model.Yearbook
	drawn     map[chartKey]*chart.Chart
}

// chartKey names a chart that was drawn.
type chartKey struct {
	kind             string
	width, row, more typeset.Length
}

// next is what can be used again in the book of another snapshot: all of it
// where the book looks the same and the numbers are, else nothing. It shares
// nothing with k but the charts, which do not change.
func (k *charted) next(s *model.Snapshot) charted {
	n := charted{chronicle: s.Chronicle, yearbook: s.Yearbook, drawn: map[chartKey]*chart.Chart{}}
	if reflect.DeepEqual(k.yearbook, s.Yearbook) && k.chronicle.CountsAlike(s.Chronicle) {
		maps.Copy(n.drawn, k.drawn)
	}
	return n
}

// drawn draws one chart, nil where the data has nothing to show; the course of
// the ranks is drawn more higher than need be. It is the same in every round:
// page numbers do not stand in charts.
func (c *composition) drawn(t *chart.Theme, kind string, w, more typeset.Length) *chart.Chart {
	key := chartKey{kind, w, t.Row, more}
	drawn, have := c.charted.drawn[key]
	if !have {
		drawn = c.draw(t, kind, w, more)
		c.charted.drawn[key] = drawn
	}
	return drawn
}
