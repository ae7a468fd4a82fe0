package assets

import (
	"embed"
	"io/fs"
)

//go:embed icons
var icons embed.FS

//go:embed icon.png
var appIcon []byte

// Icons gives the interface's drawings, each as "<name>.svg" on a 24 px grid in
// currentColor, and the wreath "laurel.svg".
func Icons() fs.FS {
	sub, err := fs.Sub(icons, "icons")
	if err != nil {
		return icons // cannot be: the name is constant and valid
	}
	return sub
}

// AppIcon gives the program's icon, a PNG of 512 × 512 px.
func AppIcon() []byte { return appIcon }
