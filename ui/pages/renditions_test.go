package pages

import "testing"

func TestRenditionsKeepWithinTheirBudget(t *testing.T) {
	r := NewRenditions(100)
	for _, name := range []string{"a", "b", "c"} {
		r.Put(name, make([]byte, 40))
	}
	if _, ok := r.Get("a"); ok {
		t.Error("the oldest is still kept")
	}
	if _, ok := r.Get("c"); !ok {
		t.Error("the newest is not kept")
	}
	r.Put("large", make([]byte, 400))
	if _, ok := r.Get("large"); !ok || len(r.jpegs) != 1 {
		t.Errorf("%d are kept beside one that fills it", len(r.jpegs))
	}
}
