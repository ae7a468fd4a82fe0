package main

import (
	"fmt"
	"runtime/debug"
	"text/tabwriter"

	"laurel/assets"
)

// release is the version of this program.
const release = "0.1"

// version says what Laurel is, what it is built from and under which licences.
func (p *program) version() error {
	fmt.Fprintln(p.stdout, "laurel", release)
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return nil
	}
	fmt.Fprintln(p.stdout, info.GoVersion)
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		licence, _, _ := assets.Licence(m.Path)
		fmt.Fprintf(t, "%s\t%s\t%s\n", m.Path, m.Version, licence)
	}
	return t.Flush()
}
