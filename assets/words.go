package assets

import (
	"embed"
	"io/fs"
)

//go:embed words
var words embed.FS

// Words gives the printed book's own words, "<language>.json" each.
func Words() fs.FS {
	sub, err := fs.Sub(words, "words")
	if err != nil {
		return words // cannot be: the name is constant and valid
	}
	return sub
}
