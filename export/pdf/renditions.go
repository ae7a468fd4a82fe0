package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	_ "image/png" // masters may be PNG
	"math"

	"laurel/export/page"
)

// jpegQuality is that of a rendition (0 to 100).
const jpegQuality = 90

// maxPixels bounds the size of a master that is opened, against a small file
// that claims to be a picture larger than memory.
const maxPixels = 200 << 20

// Renditions makes the pictures for a page from master photos: JPEG or PNG
// files that are upright and in sRGB. It is a Photos.
//
// A master that already has the right shape and size goes into the file as it
// is, without its metadata. Others are cropped to the middle of what was
// asked, scaled down if they are larger, never up, and written as JPEG 4:2:0
// of quality 90.
type Renditions struct {
	// Master gives the bytes of a photo. It must be safe for several
	// goroutines. Required.
	Master func(key string) ([]byte, error)
	// Cache keeps renditions between exports; nil makes each anew.
	Cache Cache
}

// Cache keeps renditions by name. It may forget at any time, and must be safe
// for several goroutines. A name holds the photo's key, so a cache must be
// emptied of a photo whose master changes under the same key.
type Cache interface {
	Get(name string) (jpeg []byte, ok bool)
	Put(name string, jpeg []byte)
}

var _ Photos = (*Renditions)(nil)

// Rendition implements Photos.
func (r *Renditions) Rendition(ctx context.Context, key string, crop page.Crop, width, height int, grey bool) ([]byte, int, int, error) {
	if err := ctx.Err(); err != nil {
		return nil, 0, 0, err
	}
	if r.Master == nil {
		return nil, 0, 0, errors.New("no source of master photos")
	}
	name := fmt.Sprintf("%s %v %dx%d %v", key, crop, width, height, grey)
	if r.Cache != nil {
		if b, ok := r.Cache.Get(name); ok {
			if s, err := readJPEG(b); err == nil {
				return b, s.width, s.height, nil
			}
		}
	}
	master, err := r.Master(key)
	if err != nil {
		return nil, 0, 0, err
	}
	b, w, h, err := render(master, crop, width, height, grey)
	if err == nil && r.Cache != nil {
		r.Cache.Put(name, b)
	}
	return b, w, h, err
}

// render makes one rendition.
func render(master []byte, crop page.Crop, width, height int, grey bool) ([]byte, int, int, error) {
	if width <= 0 || height <= 0 {
		return nil, 0, 0, fmt.Errorf("a picture of %d by %d pixels was asked for", width, height)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(master))
	if err != nil {
		return nil, 0, 0, fmt.Errorf("opening the photo: %w", err)
	}
	if int64(config.Width)*int64(config.Height) > maxPixels {
		return nil, 0, 0, fmt.Errorf("opening the photo: %d by %d pixels is too large", config.Width, config.Height)
	}
	part := cover(image.Rect(0, 0, config.Width, config.Height), crop, width, height)
	w, h := part.Dx(), part.Dy()
	if w > width || h > height {
		w, h = min(w, width), min(h, height)
	}
	if format == "jpeg" {
		if b, w, h, ok := asItIs(master, part, w, h, grey); ok {
			return b, w, h, nil
		}
	}
	picture, _, err := image.Decode(bytes.NewReader(master))
	if err != nil {
		return nil, 0, 0, fmt.Errorf("opening the photo: %w", err)
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, scaled(picture, part, w, h, grey), &jpeg.Options{Quality: jpegQuality}); err != nil {
		return nil, 0, 0, fmt.Errorf("writing the photo: %w", err)
	}
	return out.Bytes(), w, h, nil
}

// asItIs gives the master itself where the whole of it is wanted, in its own
// colours, and it is at most half as large again as needed: prepress tools bring
// down what is finer than 450 dpi where 300 are asked for, because computing a
// photo anew for less costs sharpness and saves little.
func asItIs(master []byte, part image.Rectangle, w, h int, grey bool) ([]byte, int, int, bool) {
	s, err := readJPEG(master)
	if err != nil || !s.printable() || grey && s.components != 1 {
		return nil, 0, 0, false
	}
	if part != image.Rect(0, 0, s.width, s.height) || 2*s.width > 3*w || 2*s.height > 3*h {
		return nil, 0, 0, false
	}
	if s.metadata {
		if master, err = withoutMetadata(master); err != nil {
			return nil, 0, 0, false
		}
	}
	return master, s.width, s.height, true
}

// cover gives the pixels that fill a slot: the crop, cut evenly at both sides
// or at head and foot where its shape is not the slot's. A difference of less
// than two pixels is rounding and stays.
func cover(whole image.Rectangle, crop page.Crop, width, height int) image.Rectangle {
	part := whole
	if crop.W > 0 && crop.H > 0 {
		at := func(fraction float64, of int) int {
			return int(math.Round(max(0, min(1, fraction)) * float64(of)))
		}
		part = image.Rect(at(crop.X, whole.Dx()), at(crop.Y, whole.Dy()),
			at(crop.X+crop.W, whole.Dx()), at(crop.Y+crop.H, whole.Dy())).Intersect(whole)
		if part.Empty() {
			part = whole
		}
	}
	if w := (part.Dy()*width + height/2) / height; w > 0 && w < part.Dx()-1 {
		part.Min.X += (part.Dx() - w) / 2
		part.Max.X = part.Min.X + w
	} else if h := (part.Dx()*height + width/2) / width; h > 0 && h < part.Dy()-1 {
		part.Min.Y += (part.Dy() - h) / 2
		part.Max.Y = part.Min.Y + h
	}
	// Two pixels share one colour: on even ones nothing need be computed anew.
	return part.Sub(image.Pt(part.Min.X&1, part.Min.Y&1))
}
