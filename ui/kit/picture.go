package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Picture)(nil)

// Picture shows a raster image with rounded corners, or where there is none a
// monogram in a dashed frame. It fills its place and cuts what juts out; two
// pictures share it, for a joint entry.
type Picture struct {
	widget.BaseWidget

	// Radius of the corners; 0 follows the size: 4 up to 36 px, 6 at 40, 8 above.
	Radius float32
	// Contain shows the whole image instead of filling the place.
	Contain bool
	// Tip is what a list shows when the pointer rests on the picture.
	Tip string

	width, height float32
	monogram      string
	images        [2]image.Image
	waiting       bool
	drop          func() // forgets the picture asked for
	asked         string // the key of the image on its way
}

// NewPicture gives an empty picture of a size.
func NewPicture(width, height float32) *Picture {
	p := &Picture{width: width, height: height}
	p.ExtendBaseWidget(p)
	return p
}

// SetMonogram says which letters stand in while there is no image.
func (p *Picture) SetMonogram(letters string) {
	if p.monogram != letters {
		p.monogram = letters
		p.Refresh()
	}
}

// SetImage shows an image, already scaled for its place; nil shows the monogram.
func (p *Picture) SetImage(img image.Image) { p.set(img, nil, false) }

// SetPair shows two images beside each other.
func (p *Picture) SetPair(left, right image.Image) { p.set(left, right, false) }

// SetWaiting shows a plain ground: an image is on its way.
func (p *Picture) SetWaiting() { p.set(nil, nil, true) }

func (p *Picture) set(left, right image.Image, waiting bool) {
	if p.images == [2]image.Image{left, right} && p.waiting == waiting {
		return
	}
	p.images, p.waiting = [2]image.Image{left, right}, waiting
	p.Refresh()
}

// Load shows the image of a key out of a cache: at once if it is there, else
// when it has been read. What was asked for before is dropped. An empty key
// shows the monogram.
func (p *Picture) Load(cache *PictureCache, key string) {
	if key != "" && key == p.asked {
		return // on its way: asking again would put it off
	}
	p.cancel()
	if key == "" {
		p.SetImage(nil)
		return
	}
	if img, ok := cache.Get(key); ok {
		p.SetImage(img)
		return
	}
	p.SetWaiting()
	p.asked = key
	p.drop = cache.Want(key, func(img image.Image) {
		p.asked = ""
		p.SetImage(img)
	})
}

// LoadPair shows the images of two keys.
func (p *Picture) LoadPair(cache *PictureCache, left, right string) {
	p.cancel()
	l, _ := cache.Get(left)
	r, _ := cache.Get(right)
	p.SetPair(l, r)
	var drops []func()
	want := func(key string, have bool, show func(image.Image)) {
		if key != "" && !have {
			drops = append(drops, cache.Want(key, show))
		}
	}
	want(left, l != nil, func(img image.Image) { p.SetPair(img, p.images[1]) })
	want(right, r != nil, func(img image.Image) { p.SetPair(p.images[0], img) })
	p.drop = func() {
		for _, d := range drops {
			d()
		}
	}
}

func (p *Picture) cancel() {
	p.asked = ""
	if p.drop != nil {
		p.drop()
		p.drop = nil
	}
}

// Tooltip is the picture's Tip.
func (p *Picture) Tooltip() string { return p.Tip }

func (p *Picture) radius() float32 {
	if p.Radius > 0 {
		return p.Radius
	}
	switch side := fyne.Min(p.width, p.height); {
	case side <= 36:
		return 4
	case side <= 40:
		return 6
	}
	return 8
}

// CreateRenderer is called by the toolkit.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &pictureRenderer{p: p, ground: canvas.NewRectangle(nil), dashes: NewDashed(Sunken, Edge, p.radius()), letters: newTextLine()}
	for i := range r.images {
		r.images[i] = &canvas.Image{FillMode: canvas.ImageFillCover, ScaleMode: canvas.ImageScaleSmooth}
	}
	r.Refresh()
	return r
}

type pictureRenderer struct {
	p       *Picture
	ground  *canvas.Rectangle
	dashes  *Dashed
	letters *textLine
	images  [2]*canvas.Image
}

func (r *pictureRenderer) Destroy() {}
func (r *pictureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.dashes, r.letters.text, r.images[0], r.images[1]}
}

func (r *pictureRenderer) MinSize() fyne.Size { return fyne.NewSize(r.p.width, r.p.height) }

func (r *pictureRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.dashes.Resize(size)
	r.letters.place((size.Width-r.letters.width())/2, 0, size.Height)
	first := size
	if r.p.images[1] != nil {
		first.Width = (size.Width - 1) / 2
		r.images[1].Move(fyne.NewPos(size.Width-first.Width, 0))
		r.images[1].Resize(first)
	}
	r.images[0].Resize(first)
}

func (r *pictureRenderer) Refresh() {
	p := r.p
	none := p.images[0] == nil && p.images[1] == nil
	r.ground.FillColor, r.ground.CornerRadius = Color(Sunken), p.radius()
	SetVisible(r.ground, none && p.waiting)
	r.ground.Refresh()
	SetVisible(r.dashes, none && !p.waiting)
	r.dashes.Radius = p.radius()
	r.dashes.Refresh()
	size := fyne.Max(10, fyne.Min(p.width, p.height)*0.36)
	letters := p.monogram
	if !none || p.waiting {
		letters = ""
	}
	r.letters.set(letters, Style{Size: size, Line: size, Serif: true, Bold: true, Color: Ink3})
	for i, img := range p.images {
		r.images[i].Image = img
		r.images[i].CornerRadius = p.radius()
		r.images[i].FillMode = canvas.ImageFillCover
		if p.Contain {
			r.images[i].FillMode = canvas.ImageFillContain
		}
		SetVisible(r.images[i], img != nil)
		r.images[i].Refresh()
	}
	r.Layout(p.Size())
}
