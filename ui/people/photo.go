package people

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// slotWidth is the width in inches that a portrait prints at in the book of one
// profile a page, for the resolution shown beside the photo.
const slotWidth = 82 / 25.4

// photoTab is the photo with its credit, rights and description.
type photoTab struct {
	e           *editor
	object      fyne.CanvasObject
	picture     *kit.Picture
	size        *kit.Label
	dpi         *kit.Label
	credit, alt *kit.Field
	rights      *kit.Field
	photo       *model.Photo
}

func newPhotoTab(e *editor) *photoTab {
	t := &photoTab{e: e, picture: kit.NewPicture(240, 320), size: kit.NewLabel("", kit.Small), dpi: kit.NewLabel("", kit.BodyStrong)}
	t.credit = t.field("Credit", func(id model.ID, s string) store.Command { return store.UpdatePhoto{ID: id, Credit: &s} })
	t.rights = t.field("Rights", func(id model.ID, s string) store.Command { return store.UpdatePhoto{ID: id, Rights: &s} })
	t.alt = t.field("Description for those who cannot see it", func(id model.ID, s string) store.Command { return store.UpdatePhoto{ID: id, Alt: &s} })
	choose := kit.NewButton(lang.L("Choose a photo…"), t.choose).WithIcon(kit.IconPhoto)
	t.object = kit.NewScroll(kit.Pad(kit.Row(32,
		kit.Natural(kit.VBox(12, t.picture, kit.NewLabel(lang.L("Or drop a photo here: JPEG, PNG or WebP"), kit.Caption))),
		kit.Grow(1, kit.VBox(16, t.size, t.dpi, kit.HBox(0, choose), t.credit, t.rights, t.alt))), 24, 24, 32, 24))
	return t
}

func (t *photoTab) field(label string, command func(model.ID, string) store.Command) *kit.Field {
	f := kit.NewField(lang.L(label), "")
	f.OnCommit = func(s string) {
		if t.photo != nil {
			t.e.do(command(t.photo.ID, s))
		}
	}
	return f
}

func (t *photoTab) content() fyne.CanvasObject { return t.object }

func (t *photoTab) flush() {
	t.credit.Flush()
	t.rights.Flush()
	t.alt.Flush()
}

func (t *photoTab) fill(d *details) {
	t.photo = d.photo
	t.picture.SetMonogram(d.person.Name.Monogram())
	t.picture.Load(t.e.s.desk.Thumbs(), d.photoKey())
	for _, f := range []*kit.Field{t.credit, t.rights, t.alt} {
		f.SetReadOnly(d.photo == nil)
	}
	if d.photo == nil {
		t.size.SetText(lang.L("No photo yet; the monogram prints in its place."))
		t.dpi.SetText("")
		set(t.credit, "")
		set(t.rights, "")
		set(t.alt, "")
		return
	}
	t.size.SetText(lang.L("{{.Width}} × {{.Height}} px", map[string]any{"Width": kit.Number(d.photo.Width), "Height": kit.Number(d.photo.Height)}))
	dpi := int(float64(d.photo.Width) / slotWidth)
	tone := kit.Accent
	switch {
	case dpi < 150:
		tone = kit.Error
	case dpi < 250:
		tone = kit.Warn
	}
	t.dpi.Set(lang.L("Prints at {{.Dpi}} dpi, 82 mm wide", map[string]any{"Dpi": dpi}), kit.BodyStrong.In(tone))
	set(t.credit, d.photo.Credit)
	set(t.rights, d.photo.Rights)
	set(t.alt, d.photo.Alt)
}

func (t *photoTab) focus(field string) {
	switch field {
	case model.FieldAlt:
		t.alt.Focus()
	default:
		t.credit.Focus()
	}
}

var pictureEndings = []string{".jpg", ".jpeg", ".png", ".webp"}

func isPicture(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	for _, e := range pictureEndings {
		if e == ending {
			return true
		}
	}
	return false
}

// choose asks for a photo of the person shown.
func (t *photoTab) choose() {
	if t.e.id == "" {
		return
	}
	kit.OpenFile(t.e.s.desk.Window(), kit.FileParams{
		Title: lang.L("Choose a photo"), Filter: kit.FileFilter{Name: lang.L("Photos"), Endings: pictureEndings},
	}, t.take)
}

// take reads a photo file in the background and gives it to the person.
func (t *photoTab) take(path string) {
	id := t.e.id
	var file []byte
	t.e.s.desk.Work(lang.L("Reading {{.File}}", map[string]any{"File": filepath.Base(path)}), func(_ context.Context, _ func(float64)) error {
		var err error
		file, err = os.ReadFile(path)
		return err
	}, func(err error) {
		if err != nil {
			t.e.s.desk.Fail(err)
			return
		}
		t.e.s.desk.Do(func(_ store.Receipt, err error) {
			if err == nil {
				t.e.s.desk.Tell(lang.L("Photo added"), true)
			}
		}, store.AddPhoto{PersonID: id, File: file, FileName: filepath.Base(path)})
	})
}

func (t *photoTab) crop() {}
