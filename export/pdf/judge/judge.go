// Package judge asks other people's programs what they think of a PDF file, for
// tests. Where a program is not installed the test is reported as not run, and
// fails where everything must be there (CI=true).
package judge

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Run gives what a program says of a file; a failure of the program is one of
// the test.
func Run(t *testing.T, program string, args ...string) string {
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

// Sound fails the test where qpdf finds anything to say against a file.
func Sound(t *testing.T, path string) {
	t.Helper()
	if out := Run(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Errorf("%s: %s", path, out)
	}
}

// jars are the parts of Apache PDFBox's PDF/A checker as Debian has them.
var jars = []string{"preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"}

// PDFA says whether PDFBox takes a file for PDF/A-1b (ISO 19005-1), and what it
// says of it.
func PDFA(t *testing.T, path string) (valid bool, said string) {
	t.Helper()
	class := make([]string, len(jars))
	for i, jar := range jars {
		class[i] = "/usr/share/java/" + jar + ".jar"
		if _, err := os.Stat(class[i]); err != nil {
			missing(t, class[i]+" (libpdfbox2-java, libactivation-java, libjaxb-api-java)")
		}
	}
	if _, err := exec.LookPath("java"); err != nil {
		missing(t, "java (default-jre-headless)")
	}
	cmd := exec.CommandContext(t.Context(), "java", "-cp", strings.Join(class, ":"),
		"org.apache.pdfbox.preflight.Validator_A1b", path)
	out, _ := cmd.CombinedOutput() // its exit status is the verdict, which is also in words
	return strings.Contains(string(out), "is a valid PDF/A-1b file"), string(out)
}
