package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// portrait draws the photos in the portrait's place, side by side where several
// members have one, or a designed monogram.
func (l placing) portrait() {
	c, s, e := l.c, l.s, l.entry
	x, w := l.in(l.plan.portrait.box)
	y := l.y(c.portraitTop(l.cell))
	foot := l.y(l.frame.foot)
	if l.plan.portrait.bleed {
		// Over head and fore-edge of a left-hand page; with nothing below it to the foot.
		x, w, y = -c.bleed, x+w+c.bleed, -c.bleed
		if l.runsOverFoot() {
			foot = c.grid.trim.H + c.bleed
		}
	}
	h := foot - y
	defer l.plate(x, y)
	if len(e.photos) == 0 {
		c.placeMonogram(s, e, x, y, w, h)
		return
	}
	n := typeset.Length(len(e.photos))
	gap := c.theme.Gutter / 4
	each := (w - (n-1)*gap) / n
	for i := range e.photos {
		c.placePhoto(s, e, i, x+typeset.Length(i)*(each+gap), y, each, h)
	}
}

// runsOverFoot says whether the portrait of a spread, with nothing below it, runs
// over the foot of its page.
func (l placing) runsOverFoot() bool {
	return l.plan.portrait.bleed && len(l.quote) == 0 && l.frame.below == l.frame.foot
}

// plate sets the rank over the portrait's top corner, where the theme does.
func (l placing) plate(x, y typeset.Length) {
	t := l.c.theme
	if !t.Portrait.Plate || l.plan.spread || len(l.figure.Glyphs) == 0 {
		return
	}
	g := l.figure.Glyphs[0]
	caps := g.Face.Scale(g.Face.CapHeight(), typeset.Length(g.Size))
	pad := caps * 55 / 100
	h := caps + 2*pad
	w := max(h, l.figure.Width+2*pad)
	mark := from(l.entry.placement, model.FieldRank).as(page.Label)
	l.s.fill(x, y, w, h, t.Main, mark.source)
	l.s.putIn(l.figure, x+(w-l.figure.Width)/2, y+pad+caps, t.Portrait.PlateColor, mark, l.s.nextBlock())
}

func (c *composition) placePhoto(s *sheet, e entry, i int, x, y, w, h typeset.Length) {
	photo := e.photos[i]
	alt := photo.Alt
	if alt == "" {
		name := e.placement.PrintedName()
		if len(e.photos) > 1 && i < len(e.placement.Members) {
			name = e.placement.Members[i].Name.Display()
		}
		alt = c.words.say("portrait of", "name", name)
	}
	crop := model.Crop{} // the curator's is for the entry's one picture
	if len(e.photos) == 1 {
		crop = e.placement.CropFor(s.page.Section)
	}
	part := fitCrop(photo, crop, float64(w)/float64(h))
	s.add(&page.Picture{
		X: x, Y: y, W: w, H: h, Photo: photo.Key, Alt: alt, Grey: c.theme.Portrait.Grey, Tone: c.theme.Portrait.Tone,
		Oval: c.theme.Portrait.Oval, Crop: part, Chosen: crop != model.Crop{},
		Source: from(e.placement, model.FieldPhoto).source,
	})
	s.checkResolution(e, photo, part, w)
}

func (c *composition) placeMonogram(s *sheet, e entry, x, y, w, h typeset.Length) {
	mark := from(e.placement, model.FieldPhoto)
	shape := page.Rect(x, y, w, h)
	if c.theme.Portrait.Oval {
		shape = page.Ellipse(x, y, w, h)
	}
	s.add(&page.Path{Segments: shape, Fill: &c.theme.Tint, Source: mark.source})
	// Display light at 0.42 of the width; wide letters are set smaller rather than
	// over the edge.
	styled := s.styled([]span{{Monogram, e.placement.Monogram()}}, true)
	for i := range styled {
		styled[i].Style.Size = min(w, h) * 42 / 100
	}
	line, _ := s.fitLine(w*3/4, 300, styled)
	if len(line.Glyphs) == 0 {
		return
	}
	g := line.Glyphs[0]
	caps := g.Face.Scale(g.Face.CapHeight(), typeset.Length(g.Size))
	s.put(line, x+(w-line.Width)/2, y+(h+caps)/2, Monogram, mark, s.nextBlock())
}

// Effective resolutions of a printed photo, in dots an inch.
const (
	wantedResolution = 250
	leastResolution  = 150
)

// checkResolution reports a photo with too few pixels for its place.
func (s *sheet) checkResolution(e entry, photo *model.Photo, part page.Crop, w typeset.Length) {
	dpi := int(part.W * float64(photo.Width) / (float64(w) / float64(72*typeset.Pt)))
	if dpi >= wantedResolution {
		return
	}
	severity := model.Warning
	if dpi < leastResolution {
		severity = model.Error
	}
	s.problem(model.Problem{
		Severity: severity, Kind: model.ProblemLowResolution,
		PlacementID: e.placement.ID, PersonID: firstPerson(e.placement), Person: e.placement.PrintedName(), Field: model.FieldPhoto,
		Text: model.Say("The photo of {{.Name}} prints at {{.Dpi}} dpi; {{.Wanted}} are asked for.",
			"Name", e.placement.PrintedName(), "Dpi", dpi, "Wanted", wantedResolution),
		Remedy: model.Say("Ask for a larger photo, or crop less of it away."),
	})
}

// fitCrop gives the part of a photo that fills a slot of the given ratio
// (width by height): within the curator's crop, or about the focal point.
func fitCrop(photo *model.Photo, crop model.Crop, ratio float64) page.Crop {
	if photo.Width <= 0 || photo.Height <= 0 {
		return page.Crop{}
	}
	frame := page.Crop{X: 0, Y: 0, W: 1, H: 1}
	fx, fy := photo.FocalX, photo.FocalY
	if crop.W > 0 && crop.H > 0 {
		frame = page.Crop(crop)
		fx, fy = crop.X+crop.W/2, crop.Y+crop.H/2
	} else if fx == 0 && fy == 0 {
		fx, fy = 0.5, 0.4 // of a portrait nobody marked: the face is above the middle
	}
	have := frame.W * float64(photo.Width) / (frame.H * float64(photo.Height))
	if have > ratio {
		w := frame.W * ratio / have
		frame.X, frame.W = clamp(fx-w/2, frame.X, frame.X+frame.W-w), w
	} else {
		h := frame.H * have / ratio
		frame.Y, frame.H = clamp(fy-h/2, frame.Y, frame.Y+frame.H-h), h
	}
	return frame
}

func clamp(v, low, high float64) float64 { return max(low, min(v, high)) }
