package ui

import (
	"bytes"
	"context"
	"image"

	// The formats in which masters are kept.
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"

	"laurel/store"
	"laurel/ui/kit"
)

// thumbHeight is the height in px of the small pictures: sharp at 128 on a
// screen of double density.
const thumbHeight = 288

func newThumbs(b *store.Book) *kit.PictureCache {
	return kit.NewPictureCache(kit.PictureCacheParams{Load: func(ctx context.Context, key string) (image.Image, error) {
		master, err := b.PhotoMaster(ctx, key)
		if err != nil {
			return nil, err
		}
		img, _, err := image.Decode(bytes.NewReader(master))
		if err != nil || ctx.Err() != nil {
			return nil, err
		}
		return shrink(img, thumbHeight), nil
	}})
}

// shrink scales a picture down to a height; a smaller one stays as it is.
func shrink(img image.Image, height int) image.Image {
	size := img.Bounds().Size()
	if size.Y <= height {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, max(1, size.X*height/size.Y), height))
	draw.ApproxBiLinear.Scale(out, out.Bounds(), img, img.Bounds(), draw.Src, nil)
	return out
}
