package sample

import "image/color"

type colour = color.RGBA

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// mix is a little of b in a: t 0 is a, 1 is b.
func mix(a, b color.RGBA, t float64) color.RGBA {
	m := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return color.RGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 255}
}

func darker(c color.RGBA, t float64) color.RGBA  { return mix(c, rgb(0x14110f), t) }
func lighter(c color.RGBA, t float64) color.RGBA { return mix(c, rgb(0xfffaf2), t) }

// skins are flat mid-tones from light to dark.
var skins = [8]color.RGBA{
	rgb(0xf1d0b9), rgb(0xe9c0a1), rgb(0xdeab86), rgb(0xcb966e),
	rgb(0xb57c55), rgb(0x966243), rgb(0x774a34), rgb(0x583629),
}

var hairColours = map[string]color.RGBA{
	"black": rgb(0x2a2525), "brown": rgb(0x4b352a), "chestnut": rgb(0x5e3c2b),
	"auburn": rgb(0x74392a), "ginger": rgb(0xae6133), "red": rgb(0x8d4330),
	"sand": rgb(0xa3835a), "blonde": rgb(0xcba971), "silver": rgb(0xb4b7b8),
	"grey": rgb(0x85878a), "white": rgb(0xd9d9d4),
}

var cloths = map[string]color.RGBA{
	"black": rgb(0x2b2b2e), "charcoal": rgb(0x3b3f45), "cream": rgb(0xece3d0),
	"forest": rgb(0x2d5141), "ivory": rgb(0xe6dfd0), "moss": rgb(0x5c6740),
	"mustard": rgb(0xc0953a), "navy": rgb(0x303f57), "ochre": rgb(0xb98238),
	"olive": rgb(0x6b693f), "plum": rgb(0x5c4058), "rust": rgb(0xa15636),
	"sage": rgb(0x95a892), "sand": rgb(0xc4ae90), "slate": rgb(0x5c6b78),
	"teal": rgb(0x33696a), "white": rgb(0xefede7), "wine": rgb(0x6b3340),
}

// walls are the two tones behind somebody: the wall and the light on it.
var walls = map[string][2]color.RGBA{
	"sand":  {rgb(0xd5ccba), rgb(0xe5ded2)},
	"mist":  {rgb(0xc6d3d0), rgb(0xdae4e1)},
	"rose":  {rgb(0xd8c9c5), rgb(0xe7dbd8)},
	"sage":  {rgb(0xc8d1bf), rgb(0xdbe2d3)},
	"stone": {rgb(0xcccdc9), rgb(0xdfe0dc)},
	"sky":   {rgb(0xc2ced9), rgb(0xd7e0e8)},
}

// tones are the colours of one head, made from its skin and hair.
type tones struct {
	skin, shade, deep, light, lip, line color.RGBA
	hair, hairDark, hairLight           color.RGBA
	brow, beard                         color.RGBA
}

func tonesOf(l Look) tones {
	s := skins[max(0, min(l.Skin, len(skins)-1))]
	red := rgb(0x7c2f28)
	t := tones{
		skin: s, shade: mix(darker(s, 0.13), red, 0.06), deep: mix(darker(s, 0.26), red, 0.10),
		light: lighter(s, 0.22), lip: mix(mix(s, rgb(0xa83f42), 0.46), rgb(0x3a1614), 0.04+0.025*float64(l.Skin)),
		line: mix(darker(s, 0.62), red, 0.12),
	}
	h, known := hairColours[l.HairColour]
	if covered(l.Hair) || !known {
		h = hairColours["black"]
		if l.Age > 58 {
			h = hairColours["grey"]
		} else if l.Skin < 2 {
			h = hairColours["brown"]
		}
	}
	t.hair, t.hairDark, t.hairLight = h, darker(h, 0.22), lighter(h, 0.13)
	t.brow = mix(darker(h, 0.18), t.line, 0.35)
	if l.Skin > 4 {
		t.brow = darker(h, 0.30)
	}
	t.beard = h
	if b, ok := hairColours[l.BeardColour]; ok {
		t.beard = b
	}
	return t
}

// cloth is a colour of clothes, scarves and turbans.
func cloth(name string) color.RGBA {
	if c, ok := cloths[name]; ok {
		return c
	}
	return cloths["slate"]
}

// covered says whether the head is covered, so that HairColour is that of a cloth.
func covered(hair string) bool {
	switch hair {
	case "hijab", "turban", "headwrap", "ghutra", "kufi":
		return true
	}
	return false
}
