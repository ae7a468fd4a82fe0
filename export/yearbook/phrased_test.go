package yearbook

import (
	"context"
	"strings"
	"testing"

	"laurel/export/typeset"
)

// A quotation in large type breaks where its sense does, if that makes lines of
// about a length, and never within what belongs together.
func TestQuotationsBreakAtPhrases(t *testing.T) {
	run, err := newComposer(t, 0).begin(context.Background(), full(3))
	if err != nil {
		t.Fatal(err)
	}
	s := &setter{c: run}
	for _, text := range []string{
		"‘If the two books differ,|theirs is right until proved wrong.’",
		"‘The number was 11.4.|No one could say of what.’",
		"‘Of all the doors it was No. 3|and nobody had ever opened it.’",
		"‘A door is an opinion|held by a carpenter.’",
		"‘No, it was never the weather|that had made us late again.’",
	} {
		plain := strings.Replace(text, "|", " ", 1)
		var got []string
		end := 0
		for _, l := range s.phrased(furniture, LargeQuote, plain, typeset.MM(148)) {
			if l.Start != end {
				t.Errorf("%q: a line begins at %d, the one before ends at %d", plain, l.Start, end)
			}
			end = l.End
			got = append(got, strings.TrimSpace(plain[l.Start:l.End]))
		}
		if strings.Join(got, "|") != text || end != len(plain) {
			t.Errorf("got %q, want %q", got, text)
		}
	}
}
