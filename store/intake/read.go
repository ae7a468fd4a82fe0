package intake

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"path"
	"path/filepath"
	"strings"

	"laurel/model"
)

// Read finds out what a source is and understands as much of it as it can. It
// fails with model.ErrInvalid, in one sentence, where a source is nothing that
// is read here.
func Read(ctx context.Context, src Source) (Draft, error) {
	if err := ctx.Err(); err != nil {
		return Draft{}, fmt.Errorf("read %s: %w", src.Name, err)
	}
	if len(src.Bytes) > maxDocument {
		return Draft{}, model.Faultf(model.ErrInvalid, "This is larger than {{.Limit}} MB; nothing was read.", "Limit", maxDocument>>20)
	}
	if IsTable(src) {
		return readTable(src)
	}
	if isPicture(src.Bytes) {
		if _, _, err := image.DecodeConfig(bytes.NewReader(src.Bytes)); err != nil {
			return Draft{}, model.Faultf(model.ErrInvalid, "This is not a photo that can be read: use JPEG, PNG or WebP.")
		}
		return Draft{Source: src.Name, Kind: Portrait, Photo: &Photo{FileName: path.Base(filepath.ToSlash(src.Name)), Bytes: src.Bytes}}, nil
	}
	text, err := decode(src.Bytes)
	if err != nil {
		return Draft{}, err
	}
	switch t := strings.TrimSpace(text); {
	case t == "":
		return Draft{}, model.Faultf(model.ErrInvalid, "There is nothing in it; nothing was read.")
	case (t[0] == '[' || t[0] == '"' || t == "null") && json.Valid([]byte(t)), t[0] == '{' || t[0] == '[' && strings.Contains(t[:min(len(t), 4096)], `{`):
		return readDocument(ctx, src, text)
	case len(src.Bytes) > maxPage:
		return Draft{}, model.Faultf(model.ErrInvalid, "This is larger than {{.Limit}} MB, which no profile page is; nothing was read.", "Limit", maxPage>>20)
	}
	return readPage(src, pageLines.Replace(text))
}
