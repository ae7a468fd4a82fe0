package pdf

import (
	"fmt"
	"strings"
)

// standIn is the head of a JPEG of one grey pixel. gofpdf is given it in place
// of every picture, followed by the picture's name: it copies what it is given
// three times over, and this way pages are painted while photos are still
// being fetched.
const standIn = "\xFF\xD8" +
	"\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" +
	"\xFF\xC0\x00\x0B\x08\x00\x01\x00\x01\x01\x01\x11\x00"

// pictures puts the renditions where their stand-ins are.
func (f *finisher) pictures() error {
	byName := make(map[string]*rendition, len(f.painted.slots.got))
	for _, r := range f.painted.slots.got {
		byName[r.name] = r
	}
	for _, o := range f.objects {
		if o == nil || !o.isStream {
			continue
		}
		d, ok := o.value.(dict)
		if !ok || d["Subtype"] != name("Image") {
			continue
		}
		picture, ok := strings.CutPrefix(string(o.stream), standIn)
		r := byName[picture]
		if !ok || r == nil {
			return fmt.Errorf("%w: an unknown picture", errSyntax)
		}
		o.stream, o.picture = nil, r.jpeg
		d["Width"], d["Height"], d["ColorSpace"] = r.shape.width, r.shape.height, name("DeviceRGB")
		switch r.shape.components {
		case 1:
			d["ColorSpace"] = name("DeviceGray")
		case 4:
			d["ColorSpace"] = name("DeviceCMYK")
		}
	}
	return nil
}
