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

// toned is the colour space in which a grey picture prints in two colours: a table
// of what each of its 256 greys is (ISO 32000-1, 8.6.6.3), for a press in inks.
// A spot colour would want plates of its own.
func toned(tone page.Tone, press bool) array {
	table := make(text, 0, 256*4)
	for grey := range 256 {
		from, to, share := tone.Dark, tone.Middle, 2*grey
		if grey >= 128 {
			from, to, share = tone.Middle, page.Color{R: 255, G: 255, B: 255}, 2*grey-255
		}
		mix := func(a, b uint8) int { return (int(a)*(255-share) + int(b)*share + 127) / 255 }
		if !press {
			table = append(table, byte(mix(from.R, to.R)), byte(mix(from.G, to.G)), byte(mix(from.B, to.B)))
			continue
		}
		a, b := inks(from), inks(to) // within the limit, and so all between them
		for k := range a {
			table = append(table, byte(mix(a[k], b[k])*255/100))
		}
	}
	base := name("DeviceRGB")
	if press {
		base = "DeviceCMYK"
	}
	return array{name("Indexed"), base, 255, table}
}

// pictures puts the renditions into the file, and into the pages' resources
// under the names that their content uses.
func (f *finisher) pictures() {
	pictures := dict{}
	for _, s := range f.painted.slots.list {
		r := f.painted.slots.got[s]
		var space value = name("DeviceRGB")
		switch {
		case r.shape.components == 1 && s.tone != page.Tone{}:
			space = toned(s.tone, f.painted.slots.inks != nil)
		case r.shape.components == 1:
			space = name("DeviceGray")
		case r.shape.components == 4:
			space = name("DeviceCMYK")
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
