package pdf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/typeset"
)

// run gives what a program says of a file. Where the program is not installed
// the test is reported as not run, and fails where everything must be there.
func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		missing(t, program)
	}
	out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed", what)
	}
	t.Skipf("not run: %s is not installed", what)
}

// onDisk writes the sample as each kind of file.
func onDisk(t *testing.T, people int) map[string]string {
	t.Helper()
	doc, photos := sample(t, people)
	doc.Bleed = typeset.MM(3)
	paths := map[string]string{}
	for kind, opt := range kinds(photos) {
		paths[kind] = filepath.Join(t.TempDir(), "book.pdf")
		if err := pdf.WriteFile(t.Context(), paths[kind], doc, opt); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

func TestQpdfFindsNothing(t *testing.T) {
	for kind, path := range onDisk(t, 4) {
		if out := run(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", kind, out)
		}
	}
}

func TestPopplerSeesFontsTextAndPictures(t *testing.T) {
	for kind, path := range onDisk(t, 4) {
		fonts := strings.Split(strings.TrimSpace(run(t, "pdffonts", path)), "\n")[2:]
		if len(fonts) != 2 {
			t.Errorf("%s: fonts %q", kind, fonts)
		}
		for _, line := range fonts {
			if !strings.Contains(line, "+Source") || !strings.Contains(line, "Identity-H       yes yes yes") {
				t.Errorf("%s: a font is not embedded, subset and with its text: %s", kind, line)
			}
		}
		text := run(t, "pdftotext", "-f", "2", "-l", "2", path, "-")
		for _, want := range append(strings.Fields(strings.Join(longText[1:], " ")), "office", "first", "care\u00AD", "Våvrová") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in the text", kind, want)
			}
		}
		if strings.ContainsAny(text, "\uFB01\uE000") {
			t.Errorf("%s: the text holds glyphs instead of letters: %q", kind, text)
		}
		want := map[string]int{"compact": 100}[kind]
		if want == 0 {
			want = pdf.DPI
		}
		for _, line := range strings.Split(strings.TrimSpace(run(t, "pdfimages", "-list", path)), "\n")[2:] {
			if dpi, err := strconv.Atoi(strings.Fields(line)[12]); err != nil || dpi < want-1 || dpi > want*5/4 {
				t.Errorf("%s: a picture has %d dpi, %v", kind, dpi, err)
			}
		}
	}
}

func TestPageBoxes(t *testing.T) {
	// 210 × 265 mm with 3 mm of bleed, and 7 mm more for the marks
	for kind, want := range map[string]map[string]string{
		"reading copy": {
			"MediaBox": "0.00 0.00 595.28 751.18", "TrimBox": "0.00 0.00 595.28 751.18",
		},
		"press": {
			"MediaBox": "0.00 0.00 651.97 807.87", "BleedBox": "19.84 19.84 632.13 788.03", "TrimBox": "28.35 28.35 623.62 779.53",
		},
	} {
		for _, line := range strings.Split(run(t, "pdfinfo", "-box", onDisk(t, 1)[kind]), "\n") {
			if box, sides, ok := strings.Cut(line, ":"); ok && want[box] != "" {
				if got := strings.Join(strings.Fields(sides), " "); got != want[box] {
					t.Errorf("%s: %s is %s, want %s", kind, box, got, want[box])
				}
				delete(want, box)
			}
		}
		if len(want) > 0 {
			t.Errorf("%s: no %v", kind, want)
		}
	}
}

// preflightJars are the parts of Apache PDFBox's PDF/A checker as Debian has them.
var preflightJars = []string{
	"preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api",
}

// preflight says what PDFBox finds against a file as PDF/A-1b.
func preflight(t *testing.T, path string) string {
	t.Helper()
	var class []string
	for _, jar := range preflightJars {
		jar = "/usr/share/java/" + jar + ".jar"
		if _, err := os.Stat(jar); err != nil {
			missing(t, jar+" (libpdfbox2-java, libactivation-java, libjaxb-api-java)")
		}
		class = append(class, jar)
	}
	if _, err := exec.LookPath("java"); err != nil {
		missing(t, "java (default-jre-headless)")
	}
	cmd := exec.CommandContext(t.Context(), "java", "-cp", strings.Join(class, ":"),
		"org.apache.pdfbox.preflight.Validator_A1b", path)
	out, _ := cmd.CombinedOutput() // its exit status is the verdict, which is also in words
	return string(out)
}

// TestReadingCopyIsPDFA has the archival form checked by PDFBox, also of a book
// whose every word is hostile.
func TestReadingCopyIsPDFA(t *testing.T) {
	paths := onDisk(t, 4)
	if out := preflight(t, paths["reading copy"]); !strings.Contains(out, "is a valid PDF/A-1b file") {
		t.Errorf("the reading copy: %s", out)
	}
	if out := preflight(t, paths["compact"]); !strings.Contains(out, "is not a valid PDF/A-1b file") {
		t.Errorf("the checker takes anything: %s", out)
	}
	all := strings.Join(hostile, "")
	doc := &page.Document{
		Info: page.Info{Title: all, Author: all, Subject: all, Creator: all, Lang: "en"},
		Trim: page.Size{W: 300000, H: 300000},
	}
	for _, s := range hostile {
		doc.Pages = append(doc.Pages, &page.Page{Label: s, Section: s, Marks: []page.Mark{
			&page.Text{Y: 50000, Role: page.ListItem, Line: set(face(t, "SourceSerif4-It"), 9000, "x"+s[:min(len(s), 50)])},
			&page.Path{Segments: page.Rect(0, 0, 9000, 9000), Fill: &black, Alt: s},
			&page.Bookmark{Title: s},
			&page.Link{W: 9000, H: 9000, URL: "https://example.org/" + s},
		}})
	}
	path := filepath.Join(t.TempDir(), "hostile.pdf")
	if err := pdf.WriteFile(t.Context(), path, doc, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	if out := preflight(t, path); !strings.Contains(out, "is a valid PDF/A-1b file") {
		t.Errorf("hostile strings: %s", out)
	}
}
