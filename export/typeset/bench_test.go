package typeset_test

import (
	"runtime"
	"strings"
	"sync"
	"testing"

	"laurel/export/typeset"
)

func column(text string, style typeset.Style) typeset.Paragraph {
	return typeset.Paragraph{
		Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(84), Hyphenate: true, Hang: true,
	}
}

// BenchmarkColumn sets an answer of 150 words of which every word was met before.
func BenchmarkColumn(b *testing.B) {
	lib, style := newSetter(b)
	p := column(answers(b, 1, 150)[0], style)
	for b.Loop() {
		if _, err := lib.Set(b.Context(), p); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSet60000Words sets the answers of a book on all processors, fonts
// and patterns read anew, and tells how even the lines are.
func BenchmarkSet60000Words(b *testing.B) {
	texts := answers(b, 390, 150)
	results := make([]typeset.Result, len(texts))
	for b.Loop() {
		lib := newLibrary(b)
		style := bodyStyle(b, lib)
		var group sync.WaitGroup
		workers := runtime.GOMAXPROCS(0)
		for worker := range workers {
			group.Go(func() {
				for i := worker; i < len(texts); i += workers {
					var err error
					if results[i], err = lib.Set(b.Context(), column(texts[i], style)); err != nil {
						b.Error(err)
					}
				}
			})
		}
		group.Wait()
	}
	var e evenness
	words := 0
	for i, r := range results {
		e.add(r)
		words += len(strings.Fields(texts[i]))
	}
	b.ReportMetric(float64(words), "words")
	b.ReportMetric(e.deviation(), "word-space-deviation")
	b.ReportMetric(100*float64(e.hyphenated)/float64(e.lines), "%-lines-hyphenated")
	b.ReportMetric(100*float64(e.over15)/float64(e.justified), "%-spaces-over-1.5")
	b.ReportMetric(float64(e.ladders), "ladders")
}

// BenchmarkUnspacedAnswer sets an answer of 10,000 characters in a script without
// word spaces: a single word as far as line breaking can see.
func BenchmarkUnspacedAnswer(b *testing.B) {
	lib := newLibrary(b)
	text := strings.Repeat("ข้อมูลเป็นเรื่องของความไว้วางใจเราเริ่มจากคำถามง่ายๆเพียงข้อเดียวและคำตอบก็เป็นที่เข้าใจของทุกคนในองค์กร", 100)
	p := typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: bodyStyle(b, lib)}}, Measure: typeset.MM(84)}
	for b.Loop() {
		if _, err := lib.Set(b.Context(), p); err != nil {
			b.Fatal(err)
		}
	}
}
