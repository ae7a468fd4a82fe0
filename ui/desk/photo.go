package desk

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
)

// PictureEndings are those of the files that can be somebody's photo.
var PictureEndings = []string{".jpg", ".jpeg", ".png", ".webp"}

// IsPicture says whether a path names one picture and nothing else.
func IsPicture(paths []string) bool {
	return len(paths) == 1 && slices.Contains(PictureEndings, strings.ToLower(filepath.Ext(paths[0])))
}

// TakePhoto reads a photo file in the background and gives it to somebody.
func TakePhoto(d Desk, person model.ID, path string) {
	var file []byte
	name := filepath.Base(path)
	d.Work(lang.L("Reading {{.File}}", map[string]any{"File": name}), func(context.Context, func(float64)) error {
		var err error
		file, err = os.ReadFile(path)
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		DoAndTell(d, lang.L("Photo added"), store.AddPhoto{PersonID: person, File: file, FileName: name})
	})
}
