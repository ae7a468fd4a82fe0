package model

import (
	"strings"
	"testing"
	"unicode"
)

func TestSentences(t *testing.T) {
	// Sentences are parted by | in the expectation.
	tests := []string{
		"",
		"One.",
		"One.|Two.",
		"No mark at the end",
		"Is it?|Yes!|Really?!|Good.",
		"On the side…but it wasn’t to be.|I left.",
		"We tried…|Then we won.",
		"We tried... and we won.",
		"We tried...|Then we won.",
		"I met Dr. Reed and Prof. Marsh.|Then Mrs. Vale.",
		"She was No. 3 in 2024.|I said no.|We go on.",
		"Use tools, e.g. Python or R, i.e. code.|Good.",
		"J. R. R. Marlow wrote it.|We read it.",
		"So did I.|We all did.",
		"It grew 2.5 per cent to £3.4m.|Then 10.",
		"In 2019.|We began in 2020.",
		"1. First of all we listen.|2. Then we act.",
		"We work in the U.K. Parliament.|Fine.",
		"We work in the U.K.|We like it.",
		"Example Ltd. Holdings grew.|Example Ltd.|They grew.",
		"We had data, people, etc.|The rest came later.",
		"“Why now?” she asked.|“Because.”|Good.",
		"(We tried it.)|It failed.",
		"See data.example.com for more.|Thanks.",
		"Yahoo! is a name.|So is it.",
		"It was late – very late.|“Go!” – and we went.",
		"One.\n\n|Two without mark\n\n|Three.",
		"• first point\n|• second point",
		"数据很重要。|我们开始吧！|好。",
		"Τι είναι;|Είναι αυτό.",
		"هل هذا صحيح؟|نعم، صحيح.",
		"Меня зовут д-р Ветрова.|Я здесь.",
		"यह सच है।|हाँ।",
		"It took 3 a.m. calls.|At 3 a.m. we slept.",
		"Cost: $1,000.00.|Fine.",
		"What?|Why?|How?",
	}
	for _, test := range tests {
		text := strings.ReplaceAll(test, "|", " ")
		var got []string
		for _, r := range Sentences(text) {
			got = append(got, text[r.Start:r.End])
		}
		want := strings.Split(test, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, "|"), strings.Join(want, "|"))
		}
	}
}

func TestSentencesWithoutSpaces(t *testing.T) {
	text := "数据很重要。我们开始吧！"
	if got := Sentences(text); len(got) != 2 || text[got[1].Start:got[1].End] != "我们开始吧！" {
		t.Errorf("Sentences = %v", got)
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{"One. Two.", "Dr. No… “Yes.”\n\n1. x", "..!?", "a.\u0301 b", "。。", "I. I. I."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, r := range Sentences(text) {
			if r.Start < end || r.End <= r.Start || r.End > len(text) {
				t.Fatalf("range %v after %d in %q", r, end, text)
			}
			if gap := text[end:r.Start]; strings.ContainsFunc(gap, func(r rune) bool { return !unicode.IsSpace(r) }) {
				t.Fatalf("%q of %q is in no sentence", gap, text)
			}
			end = r.End
		}
		if strings.TrimSpace(text[end:]) != "" {
			t.Fatalf("%q of %q is in no sentence", text[end:], text)
		}
	})
}
