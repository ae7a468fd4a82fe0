package assets

import (
	"embed"
	"io/fs"
)

//go:embed fonts
var fonts embed.FS

// Fonts gives the embedded typefaces, each as "<face ID>.ttf" with TrueType
// outlines, and beside them their licences (SIL Open Font License).
func Fonts() fs.FS {
	sub, err := fs.Sub(fonts, "fonts")
	if err != nil {
		return fonts // cannot be: the name is constant and valid
	}
	return sub
}
