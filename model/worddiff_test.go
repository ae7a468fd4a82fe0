package model

import (
	"strings"
	"testing"
)

func TestCompareWords(t *testing.T) {
	tests := []struct{ before, after, want string }{
		{"", "", ""},
		{"the same words", "the same words", "the same words"},
		{"", "new", "+new+"},
		{"old", "", "-old-"},
		{"We began with a boat.", "We began with a rowing boat.", "We began with a +rowing +boat."},
		{"Nobody believed in it.", "Nobody trusted it.", "Nobody -believed in -+trusted +it."},
		{"one two three", "three one two", "+three +one two- three-"},
		{"Nobody asked for it.", "Nobody asked for it. Today it fits.", "Nobody asked for it.+ Today it fits.+"},
		{"Nobody asked for it. Today it fits.", "Nobody asked for it.", "Nobody asked for it.- Today it fits.-"},
		{"a\n\nb", "a b", "-a\n\n-+a +b"},
	}
	for _, test := range tests {
		var b strings.Builder
		for _, w := range CompareWords(test.before, test.after) {
			mark := map[Change]string{Added: "+", Gone: "-"}[w.Change]
			b.WriteString(mark + w.Text + mark)
		}
		if got := b.String(); got != test.want {
			t.Errorf("%q to %q: %q, want %q", test.before, test.after, got, test.want)
		}
		rebuilt(t, test.before, test.after)
	}
}

func rebuilt(t *testing.T, before, after string) {
	t.Helper()
	var old, now strings.Builder
	for _, w := range CompareWords(before, after) {
		if w.Change != Added {
			old.WriteString(w.Text)
		}
		if w.Change != Gone {
			now.WriteString(w.Text)
		}
	}
	if old.String() != before || now.String() != after {
		t.Errorf("%q to %q is told as %q to %q", before, after, old.String(), now.String())
	}
}

func FuzzCompareWords(f *testing.F) {
	f.Add("We began with a boat.", "We began, at last, with\n\na boat")
	f.Fuzz(func(t *testing.T, before, after string) { rebuilt(t, before, after) })
}

func BenchmarkCompareWords(b *testing.B) {
	before := strings.Repeat("Data literacy is a key enabler of value. How are we approaching it? ", 65) // 900 words
	after := strings.ReplaceAll(before, "value", "worth")
	for b.Loop() {
		CompareWords(before, after)
	}
}
