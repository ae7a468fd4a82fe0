package page

import "testing"

func TestWhereAFieldStands(t *testing.T) {
	p := &Page{Marks: []Mark{
		&Picture{X: 10, Y: 20, W: 30, H: 40, Source: Source{Record: "a", Field: "photo"}},
		&Path{Segments: Rect(100, 100, 5, 5), Source: Source{Record: "a", Field: "video"}},
		&Path{Segments: Rect(120, 90, 5, 5), Source: Source{Record: "a", Field: "video"}},
		&Path{Segments: Rect(0, 0, 500, 1)},
		&Picture{X: 300, Y: 300, W: 1, H: 1, Source: Source{Record: "b", Field: "photo"}},
	}}
	for _, test := range []struct {
		record, field string
		want          Box
		ok            bool
	}{
		{"a", "photo", Box{10, 20, 30, 40}, true},
		{"a", "video", Box{100, 90, 25, 15}, true},
		{"a", "", Box{10, 20, 115, 85}, true},
		{"b", "video", Box{}, false},
		{"", "", Box{}, false}, // furniture is nobody's
	} {
		if got, ok := p.Where(test.record, test.field); got != test.want || ok != test.ok {
			t.Errorf("%s %s: %+v %v", test.record, test.field, got, ok)
		}
	}
	if shown := p.Shown(); len(shown) != 3 || shown[1] != (Source{Record: "a", Field: "video"}) {
		t.Errorf("shown: %+v", shown)
	}
	if b := (Box{10, 20, 30, 40}); !b.Contains(40, 60) || b.Contains(41, 60) {
		t.Error("the edge belongs to the box, what is beyond does not")
	}
}
