package people

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// Effective resolutions of a printed photo, in dots an inch.
const (
	askedDpi  = 300
	wantedDpi = 250
	leastDpi  = 150
)

// printPlace is a place of the book in which a photo prints.
type printPlace struct {
	section string // a model.SectionKind, under which its crop is kept
	page    int
	w, h    float64 // mm
	crop    kit.CropPart
	chosen  bool // the curator chose the crop; otherwise it follows the focal point
}

func (p printPlace) ratio() float64 { return p.w / p.h }

// pixels are how many of a photo's the crop takes.
func (p printPlace) pixels(photo model.Photo) (w, h int) {
	return int(math.Round(p.crop.W * float64(photo.Width))), int(math.Round(p.crop.H * float64(photo.Height)))
}

// dpi is the effective resolution.
func (p printPlace) dpi(photo model.Photo) int {
	return int(p.crop.W*float64(photo.Width)/(p.w/25.4) + 1e-6)
}

// printPlaces finds where a photo of a placement prints: in the composed book,
// one place a section, the smallest resolution of each.
func printPlaces(p *desk.Proof, placement model.Placement, photo model.Photo) []printPlace {
	if p == nil || p.Book == nil {
		return nil
	}
	var all []printPlace
	for n, sheet := range p.Book.Document.Pages {
		for _, m := range sheet.Marks {
			picture, ok := m.(*page.Picture)
			if !ok || picture.Photo != photo.Key || picture.Source.Record != string(placement.ID) || picture.W <= 0 || picture.H <= 0 {
				continue
			}
			_, chosen := placement.Crops[sheet.Section]
			place := printPlace{
				section: sheet.Section, page: n + 1, w: picture.W.MM(), h: picture.H.MM(), chosen: chosen || placement.Crop != model.Crop{},
				crop: kit.CropPart{X: picture.Crop.X, Y: picture.Crop.Y, W: picture.Crop.W, H: picture.Crop.H},
			}
			if place.crop == (kit.CropPart{}) {
				place.crop = kit.CropPart{W: 1, H: 1}
			}
			i := slices.IndexFunc(all, func(o printPlace) bool { return o.section == place.section })
			switch {
			case i < 0:
				all = append(all, place)
			case place.dpi(photo) < all[i].dpi(photo):
				all[i] = place
			}
		}
	}
	return all
}

// about is the largest part of a photo of a shape, with the focal point as near
// its middle as the edges let it, as the book chooses it.
func about(photo model.Photo, x, y, ratio float64) kit.CropPart {
	w, h := 1.0, float64(photo.Width)/(ratio*float64(photo.Height))
	if h > 1 {
		w, h = 1/h, 1
	}
	between := func(v, most float64) float64 { return max(0, min(v, most)) }
	return kit.CropPart{X: between(x-w/2, 1-w), Y: between(y-h/2, 1-h), W: w, H: h}
}

// dpiTone is accent where a resolution is enough, and says how bad it is where not.
func dpiTone(dpi int) (kit.Token, kit.IconName) {
	switch {
	case dpi < leastDpi:
		return kit.Error, kit.IconError
	case dpi < wantedDpi:
		return kit.Warn, kit.IconWarning
	}
	return kit.Accent, kit.IconCheck
}

// placeRow is a place in the book: how the photo looks there, and how sharp.
type placeRow struct {
	kit.RowBase
	picture    *kit.Picture
	where      *kit.Label
	size       *kit.Label
	icon       *kit.Icon
	dpi, asked *kit.Label
}

func newPlaceRow() fyne.CanvasObject {
	r := &placeRow{
		picture: kit.NewPicture(40, 56), where: kit.NewElastic("", kit.BodyStrong), size: kit.NewElastic("", kit.Small),
		icon: kit.NewIcon("", 16, kit.Accent), dpi: kit.NewLabel("", kit.BodyStrong), asked: kit.NewLabel("", kit.Caption),
	}
	r.picture.Contain = true
	r.asked.Align = fyne.TextAlignTrailing
	r.Build(r, kit.Pad(kit.MidRow(16, kit.Fixed(40, r.picture), kit.Grow(1, kit.VBox(2, r.where, r.size)),
		kit.Natural(kit.VBox(2, kit.MidRow(6, kit.Space(), kit.Natural(r.icon), kit.Natural(r.dpi)), r.asked))), 0, 16, 0, 16))
	return r
}

func (r *placeRow) fill(p printPlace, photo model.Photo, whole image.Image) {
	r.where.SetText(lang.L("{{.Section}}, page {{.Page}}", map[string]any{"Section": desk.Word(p.section), "Page": p.page}))
	w, h := p.pixels(photo)
	r.size.SetText(lang.L("{{.W}} × {{.H}} mm, {{.Width}} × {{.Height}} px", map[string]any{
		"W": int(math.Round(p.w)), "H": int(math.Round(p.h)), "Width": kit.Number(w), "Height": kit.Number(h),
	}))
	dpi := p.dpi(photo)
	tone, icon := dpiTone(dpi)
	r.icon.Set(icon, tone)
	r.dpi.Set(lang.L("{{.Dpi}} dpi", map[string]any{"Dpi": kit.Number(dpi)}), kit.BodyStrong.In(tone))
	r.asked.SetText("")
	if dpi < wantedDpi {
		r.asked.SetText(lang.L("{{.Asked}} asked, {{.Least}} at least", map[string]any{"Asked": askedDpi, "Least": wantedDpi}))
	}
	r.picture.SetImage(cut(whole, p.crop))
	r.Refresh()
}

// cut is a part of a picture, nil where it cannot be cut.
func cut(whole image.Image, p kit.CropPart) image.Image {
	part, ok := whole.(interface {
		SubImage(image.Rectangle) image.Image
	})
	if !ok {
		return nil
	}
	b := whole.Bounds()
	x := func(v float64) int { return b.Min.X + int(math.Round(v*float64(b.Dx()))) }
	y := func(v float64) int { return b.Min.Y + int(math.Round(v*float64(b.Dy()))) }
	return part.SubImage(image.Rect(x(p.X), y(p.Y), x(p.X+p.W), y(p.Y+p.H)))
}
