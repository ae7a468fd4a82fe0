package intake

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	letter "unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"laurel/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestReadPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*")
	if err != nil || len(pages) < 12 {
		t.Fatalf("found %d pages, %v", len(pages), err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Read(context.Background(), Source{Name: filepath.Base(path), Bytes: raw})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata/drafts", filepath.Base(path)+".golden"), render(d))
		})
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the draft is not that of %s (write it anew with -update and look at the difference); got\n%s", path, strings.TrimSpace(got))
	}
}

// Whatever encoding and line ends a page comes in, the draft is the same.
func TestReadEncodings(t *testing.T) {
	utf8Page := readFile(t, "testdata/pages/first-light.txt")
	text := string(utf8Page)
	western, err := charmap.Windows1252.NewEncoder().String(strings.ReplaceAll(text, "″", "”"))
	if err != nil {
		t.Fatal(err)
	}
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	big, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	want := draftOf(t, utf8Page)
	for name, raw := range map[string]string{
		"byte order mark":     "\ufeff" + text,
		"Windows-1252":        western,
		"UTF-16 without mark": little,
		"UTF-16 with mark":    big,
		"CRLF":                strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":                  strings.ReplaceAll(text, "\n", "\r"),
		"no-break spaces":     strings.ReplaceAll(text, " ", "\u00a0"),
		"decomposed":          norm.NFD.String(text),
	} {
		if got := draftOf(t, []byte(raw)); got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// Every word of a page is in some field, left over or dropped with a reason.
func TestReadLosesNothing(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(pages) < 5 {
		t.Fatalf("found %d pages, %v", len(pages), err)
	}
	for _, path := range pages {
		raw := readFile(t, path)
		got := draftOf(t, raw)
		for _, word := range strings.FieldsFunc(string(raw), func(r rune) bool { return !letter.IsLetter(r) }) {
			if len(word) > 3 && !strings.Contains(got, word) && !inMarkup[word] {
				t.Errorf("%s: the word %q is nowhere in the draft", path, word)
			}
		}
	}
}

// Words of the pages' markup and addresses, and of headings of the history that
// stand on one line with it.
var inMarkup = map[string]bool{
	"iframe": true, "https": true, "player": true, "video": true, "badge": true, "autopause": true, "amp": true, "frameborder": true,
	"allow": true, "autoplay": true, "fullscreen": true, "picture": true, "clipboard": true, "write": true, "title": true, "Number": true,
	"script": true, "youtube": true, "watch": true, "Listed": true, "Featured": true,
	// of ranks
	"Joint": true, "Unranked": true, "unranked": true,
}

// twoPages are two pages joined by somebody; the second is no answer of the first person.
const twoPages = `Ada Example, Director of Data, Example Ferry Service

What do you read?

The sea.

Bo Sample, Head of Weather, Sample Office

What do you read?

The sky.
`

func TestReadRefuses(t *testing.T) {
	for name, raw := range map[string]string{
		"nothing":        "",
		"white space":    " \n\t\n",
		"ZIP":            "PK\x03\x04\x14\x00",
		"PDF":            "%PDF-1.7\n",
		"old picture":    "GIF89a",
		"no picture":     "\xff\xd8\xffthis begins as a photo does",
		"noise":          strings.Repeat("\x00\x01\x02\xff", 200),
		"controls":       strings.Repeat("a\x01\x02", 200),
		"no name":        "this page is about nothing at all, and says so at length.",
		"too large":      "Ada Example, Director, Example Ltd\n" + strings.Repeat("a line of prose\n", maxPage/16+1),
		"too many lines": "Ada Example, Director, Example Ltd\n" + strings.Repeat("a line\n\n", maxLines),
		"broken JSON":    `{"list":"100 Harbours","year":`,
		"JSON null":      "null",
		"empty list":     "[]",
		"JSON text":      `"Ada Example"`,
		"two pages":      twoPages,
		"JSON of other":  `{"name":"x","version":1}`,
	} {
		_, err := Read(context.Background(), Source{Name: name, Bytes: []byte(raw)})
		if !errors.Is(err, model.ErrInvalid) {
			t.Errorf("%s: got %v, want a refusal", name, err)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %q is not one line", name, err)
		}
	}
}

func TestReadKnowsTheBooksQuestions(t *testing.T) {
	page := "Ada Example, Director, Example Ltd\n\nAnswer in one breath.\n\nNo.\n\nThe sea, the sea\n\nYes.\n\n100 Harbours 2024 (EMEA)\n"
	d, err := Read(context.Background(), Source{Bytes: []byte(page), Questions: []string{"Answer in one breath", "The Sea, the sea?"}})
	if err != nil {
		t.Fatal(err)
	}
	got := d.Placements[0].Answers
	if len(got) != 2 || got[0].Original != "No." || got[1].Original != "Yes." {
		t.Errorf("got %+v", got)
	}
}

func FuzzRead(f *testing.F) {
	pages, _ := filepath.Glob("testdata/pages/*")
	for _, path := range pages {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte(`[{"list":"100 Harbours","year":2024,"placements":[{"rank":1,"people":[{"name":"Ada Example"}]}]}]`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := Read(context.Background(), Source{Name: "fuzz", Bytes: raw})
		if err != nil {
			if !errors.Is(err, model.ErrInvalid) {
				t.Fatalf("unexpected failure: %v", err)
			}
			return
		}
		if got := render(d); !utf8.ValidString(got) {
			t.Fatalf("the draft is not valid UTF-8: %q", got)
		}
		if d.Kind == Page && len(d.Placements) == 0 {
			t.Fatal("a page without anybody")
		}
	})
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func draftOf(t *testing.T, raw []byte) string {
	t.Helper()
	d, err := Read(context.Background(), Source{Bytes: raw})
	if err != nil {
		t.Fatal(err)
	}
	return render(d)
}
