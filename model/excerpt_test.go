package model

import (
	"strings"
	"testing"
	"unicode"
)

// pick makes ranges of the words between ⟨ and ⟩, which are taken out of the text.
func pick(marked string) (text string, ranges []Range) {
	var b strings.Builder
	for _, r := range marked {
		switch r {
		case '⟨':
			ranges = append(ranges, Range{Start: b.Len(), End: -1})
		case '⟩':
			open := len(ranges) - 1
			for ranges[open].End >= 0 {
				open--
			}
			ranges[open].End = b.Len()
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), ranges
}

func TestExcerptPrints(t *testing.T) {
	tests := []struct{ name, marked, want string }{
		{"nothing chosen", " One two. Three. ", "One two. Three."},
		{"first sentence", "⟨One two.⟩ Three.", "One two."},
		{"join", "⟨One two.⟩ Three four. ⟨Five six.⟩", "One two. […] Five six."},
		{"neighbours are one", "⟨One two.⟩ ⟨Three four.⟩ Five.", "One two. Three four."},
		{"overlap", "⟨One ⟨two.⟩ Three⟩ four. ⟨Five.⟩", "One two. Three […] Five."},
		{"inside a sentence", "⟨We built⟩, slowly, ⟨a team.⟩", "We built […] a team."},
		{"capital after a full stop", "⟨We began.⟩ Later, after a while, ⟨we built a team.⟩", "We began. […] [W]e built a team."},
		{"capital at the beginning", "Later on, ⟨we built a team.⟩", "[W]e built a team."},
		{"capital behind a quotation mark", "She said, ⟨‘this is it.’⟩", "‘[T]his is it.’"},
		{"capital that is there", "Later on, ⟨London called.⟩", "London called."},
		{"word with its own ways", "Later on, ⟨iPads came.⟩", "iPads came."},
		{"the speaker’s small letter", "⟨k.d. is how I sign.⟩ More.", "k.d. is how I sign."},
		{"accent", "Later on, ⟨étude came.⟩", "[É]tude came."},
		{"no capitals in the script", "אמרתי, ⟨בנינו צוות.⟩", "בנינו צוות."},
		{"the speaker’s own points", "⟨On the side…but it wasn’t to be.⟩ I left. ⟨I am here.⟩", "On the side…but it wasn’t to be. […] I am here."},
		{"question", "⟨Why now?⟩ Well. ⟨Because.⟩", "Why now? […] Because."},
		{"end of a paragraph cut", "⟨One.⟩ Two.\n\n⟨Three.⟩", "One. […]\n\nThree."},
		{"beginning of a paragraph cut", "⟨One.⟩\n\nTwo. ⟨Three.⟩", "One.\n\n[…] Three."},
		{"paragraph cut", "⟨One.⟩\n\nTwo.\n\n⟨Three.⟩", "One.\n\n[…]\n\nThree."},
		{"across a paragraph", "Zero. ⟨One.\n\nTwo.⟩ Three.", "One.\n\nTwo."},
		{"new paragraph in the middle of a sentence", "⟨We built it⟩ well.\n\nAnd so ⟨it stood.⟩", "We built it […]\n\n[I]t stood."},
		{"spaces at the ends", "One.⟨ Two. ⟩Three.", "Two."},
		{"only spaces", "One.⟨ ⟩Two.", "One. Two."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, ranges := pick(test.marked)
			if got := Choose(text, ranges).Print(text); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestChooseKeepsCharactersWhole(t *testing.T) {
	text := "ne\u0301e 👩‍💻 🇬🇧🇫🇷 café"
	tests := []struct {
		r    Range
		want string
	}{
		{Range{1, 2}, "e\u0301"},
		{Range{3, 4}, "e\u0301"},
		{Range{len("ne\u0301e 👩"), len("ne\u0301e 👩") + 1}, "👩‍💻"},
		{Range{len("ne\u0301e 👩‍💻 🇬🇧"), len("ne\u0301e 👩‍💻 🇬🇧") + 2}, "🇫🇷"},
		{Range{len(text) - 1, len(text) + 50}, "é"},
		{Range{-5, 1}, "n"},
	}
	for _, test := range tests {
		e := Choose(text, []Range{test.r})
		if len(e.Parts) != 1 || e.Parts[0].Exact != test.want {
			t.Errorf("Choose(%v) = %+v, want %q", test.r, e.Parts, test.want)
		}
	}
	if e := Choose(text, []Range{{4, 2}, {90, 99}, {-3, -1}}); len(e.Parts) != 0 || e.Text != "" {
		t.Errorf("ranges of nothing chose %+v", e)
	}
}

func TestExcerptOfAnotherText(t *testing.T) {
	text, ranges := pick("⟨One.⟩ Two. ⟨Three.⟩")
	e := Choose(text, ranges)
	for _, other := range []string{"", "Short.", "Uno. Two. Three and more."} {
		if got := e.Print(other); got != "One. […] Three." {
			t.Errorf("Print(%q) = %q, want the words that were chosen", other, got)
		}
	}
	e.Text = ""
	if got := e.Print(""); got != "One. […] Three." {
		t.Errorf("without a last text: %q", got)
	}
}

func TestQuoteOfNothing(t *testing.T) {
	if got := (Excerpt{}).Quote("The whole answer."); got != "" {
		t.Errorf("no pull quote was chosen, but %q prints", got)
	}
	if got := Choose("One. Two.", []Range{{0, 4}}).Quote("One. Two."); got != "One." {
		t.Errorf("quote = %q", got)
	}
}

func TestWordCount(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "one": 1, "two words": 2, "a spaced – dash": 3, "cut […] here": 2, "it’s well-known": 2, "£2.5m in 2024": 3,
		"three\n\nmore words": 3, "数据很重要": 5, "用 SQL 写": 3,
	} {
		if got := WordCount(text); got != want {
			t.Errorf("WordCount(%q) = %d, want %d", text, got, want)
		}
	}
}

// bare leaves of a text what an excerpt may neither lose nor invent.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '[' || r == ']' || r == '…' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

func FuzzExcerpt(f *testing.F) {
	f.Add("One two. Three four. Five six.", "One two. Three. Five six.", 0, 8, 21, 30)
	f.Add("a\u0301 🇬🇧🇫🇷\r\n\n“x”", "b", 1, 2, 4, 9)
	f.Add("ſtrange ǆ ßtill", "", 3, 90, -1, 2)
	f.Fuzz(func(t *testing.T, text, edited string, a, b, c, d int) {
		text, edited = NormaliseText(text), NormaliseText(edited)
		e := Choose(text, []Range{{a, b}, {c, d}})
		end := 0
		var chosen strings.Builder
		for _, p := range e.Parts {
			if p.Start < end || p.End > len(text) || p.Start >= p.End || text[p.Start:p.End] != p.Exact || p.Exact != strings.TrimSpace(p.Exact) {
				t.Fatalf("Choose(%q) made part %+v", text, p)
			}
			end = p.End
			chosen.WriteString(p.Exact)
		}
		if got := e.Print(text); len(e.Parts) > 0 && bare(got) != bare(strings.ToUpper(chosen.String())) && bare(got) != bare(chosen.String()) {
			t.Errorf("Print of %q is %q", chosen.String(), got)
		}
		if again := Reanchor(e, text, text); again.Print(text) != e.Print(text) || again.Stale {
			t.Errorf("reanchored in its own text: %+v, was %+v", again, e)
		}
		moved := Reanchor(e, text, edited)
		for _, p := range moved.Parts {
			if p.Start < 0 || p.End < p.Start || p.End > len(edited) {
				t.Errorf("Reanchor left %+v outside %q", p, edited)
			}
		}
		if moved.Stale && moved.Print(edited) != e.Print(text) {
			t.Errorf("a stale excerpt prints %q, not its last text %q", moved.Print(edited), e.Print(text))
		}
		if ahead := "☃ Ahead. " + text; !strings.HasPrefix(text, "☃") {
			if after := Reanchor(e, text, ahead); after.Stale || len(e.Parts) > 0 && after.Parts[0].Start != e.Parts[0].Start+len(ahead)-len(text) {
				t.Errorf("words put ahead of %q lost %+v: %+v", text, e, after)
			}
		}
	})
}

func BenchmarkReanchor(b *testing.B) {
	text := strings.Repeat("Data literacy is a key enabler of value. How are we approaching it? ", 40)
	e := Choose(text, []Range{{0, 41}, {680, 720}, {2000, 2100}})
	edited := text[:1000] + "A new sentence. " + text[1000:]
	for b.Loop() {
		Reanchor(e, text, edited)
	}
}
