package assets

import (
	"embed"
	"io/fs"
)

//go:embed hyphenation
var hyphenation embed.FS

// Hyphenation gives the hyphenation patterns of the hyph-utf8 collection as it
// publishes them, "hyph-<language>.tex". Each file begins with its authors and
// its licence, which are kept with it unchanged.
func Hyphenation() fs.FS {
	sub, err := fs.Sub(hyphenation, "hyphenation")
	if err != nil {
		return hyphenation // cannot be: the name is constant and valid
	}
	return sub
}
