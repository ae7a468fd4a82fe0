package importer

import (
	"context"
	"image"

	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/kit"
)

// newFaces gives small pictures of the photos of a plan by the keys of their rows,
// as the book would have them. The rows of photos stand in the order of the drafts.
func newFaces(plan intake.Plan) *kit.PictureCache {
	var files [][]byte
	for _, d := range plan.Drafts {
		if d.Photo != nil {
			files = append(files, d.Photo.Bytes)
		}
	}
	of := map[string][]byte{}
	for _, r := range plan.Rows {
		if r.Photo != "" {
			of[r.Key], files = files[0], files[1:]
		}
	}
	return kit.NewPictureCache(kit.PictureCacheParams{Load: func(ctx context.Context, key string) (image.Image, error) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return store.Preview(of[key], 4*thumbSize)
	}})
}

// dropFaces gives up the pictures of the import.
func (c *changes) dropFaces() {
	if c.faces != nil {
		c.faces.Stop()
		c.faces = nil
	}
}
