package pdf

import "laurel/export/page"

// picture draws a rendition (ISO 32000-1, 8.9.5).
func (c *content) picture(r *rendition, m *page.Picture) {
	x, y, w, h := frame(m)
	c.b = append(c.b, "q "...)
	c.number(int64(w))
	c.b = append(c.b, "0 0 "...)
	c.number(int64(h))
	c.point(page.Point{X: x, Y: y + h})
	c.b = append(append(c.b, "cm /"...), r.name...)
	c.op(" Do Q")
}

// pictures puts the renditions into the file, and into the pages' resources
// under the names that their content uses.
func (f *finisher) pictures() {
	pictures := dict{}
	for _, s := range f.painted.slots.list {
		r := f.painted.slots.got[s]
		space := name("DeviceRGB")
		switch r.shape.components {
		case 1:
			space = "DeviceGray"
		case 4:
			space = "DeviceCMYK"
		}
		picture := f.addStream(dict{
			"Type": name("XObject"), "Subtype": name("Image"), "Width": r.shape.width, "Height": r.shape.height,
			"ColorSpace": space, "BitsPerComponent": 8, "Filter": name("DCTDecode"),
		}, nil)
		f.objects[picture].picture = r.jpeg
		pictures[name(r.name)] = picture
	}
	f.resources()["XObject"] = pictures
}
