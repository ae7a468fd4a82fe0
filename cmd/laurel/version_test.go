package main

import (
	"os/exec"
	"strings"
	"testing"

	"laurel/assets"
)

// Everything the program is built from is named with its licence.
func TestEveryDependencyHasItsLicence(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo",
		"-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]bool{}
	for _, m := range strings.Fields(string(out)) {
		modules[m] = true
	}
	if len(modules) < 10 {
		t.Fatalf("only %d modules found", len(modules))
	}
	for m := range modules {
		if name, _, ok := assets.Licence(m); !ok || name == "see its text" {
			t.Errorf("%s: licence %q", m, name)
		}
	}
}
