package table

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/jpeg" // masters are JPEG
	"strings"
	"unicode"

	"laurel/model"
)

// PhotoFolder is where the photos of a document go.
type PhotoFolder struct {
	// Prefix is the folder as the document names it: "photos/".
	Prefix string
	// Master gives the picture of a photo by its key, as JPEG.
	Master func(ctx context.Context, key string) ([]byte, error)
	// Write keeps one file of the folder.
	Write func(name string, data []byte) error

	taken map[string]model.ID
}

// pictured describes the photo a placement prints, and writes it if asked.
func pictured(ctx context.Context, s *model.Snapshot, p model.Placement, folder *PhotoFolder) (*model.DocumentPhoto, error) {
	f, ok := s.Photos[p.PhotoID]
	if !ok && len(p.Members) == 1 {
		f, ok = s.Photos[s.People[p.Members[0].PersonID].PhotoID]
	}
	if !ok {
		return nil, nil
	}
	out := &model.DocumentPhoto{Width: f.Width, Height: f.Height, Credit: f.Credit}
	if folder == nil {
		return out, nil
	}
	data, err := folder.Master(ctx, f.Key)
	if err != nil {
		return nil, fmt.Errorf("read the photo: %w", err)
	}
	name, known := folder.name(p.PrintedName(), f.ID, extension(data))
	if !known {
		if err := folder.Write(name, data); err != nil {
			return nil, fmt.Errorf("write the photo: %w", err)
		}
	}
	out.File = folder.Prefix + name
	return out, nil
}

func extension(data []byte) string {
	if _, format, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && format != "jpeg" {
		return "." + format
	}
	return ".jpg"
}

// name is the file of a photo: the entry's name in plain letters, numbered
// where two are alike. known says that it is written already.
func (f *PhotoFolder) name(entry string, id model.ID, ext string) (name string, known bool) {
	if f.taken == nil {
		f.taken = map[string]model.ID{}
	}
	base := slug(entry)
	for n := 1; ; n++ {
		name = base + ext
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", base, n, ext)
		}
		owner, taken := f.taken[name]
		if taken && owner == id {
			return name, true
		}
		if !taken {
			f.taken[name] = id
			return name, false
		}
	}
}

// slug writes a name so that every file system takes it.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range model.Fold(name) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
		if b.Len() > 80 {
			break
		}
	}
	if b.Len() == 0 {
		return "photo"
	}
	return b.String()
}
