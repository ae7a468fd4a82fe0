package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// photoTab is the photo with its credit, rights and description.
type photoTab struct {
	e           *editor
	object      fyne.CanvasObject
	picture     *kit.Picture
	size        *kit.Label
	places      *fyne.Container // where it prints, and how sharp
	cropping    *kit.Button
	choosing    *kit.Button
	credit, alt *kit.Field
	rights      *kit.Field
	until       *kit.Field
	photo       *model.Photo
}

func newPhotoTab(e *editor) *photoTab {
	t := &photoTab{e: e, picture: kit.NewPicture(240, 320), size: kit.NewLabel("", kit.Small), places: kit.VBox(6)}
	t.credit = t.field("Credit", func(id model.ID, s string) store.Command { return store.UpdatePhoto{ID: id, Credit: &s} })
	t.rights = t.field("Rights", func(id model.ID, s string) store.Command { return store.UpdatePhoto{ID: id, Rights: &s} })
	t.until = t.field("Rights until", func(id model.ID, s string) store.Command { return store.UpdatePhoto{ID: id, RightsUntil: &s} })
	t.until.SetPlaceHolder("2026-12-31")
	t.alt = t.field("Description for those who cannot see it", func(id model.ID, s string) store.Command { return store.UpdatePhoto{ID: id, Alt: &s} })
	t.choosing = kit.NewButton(lang.L("Choose a photo…"), t.choose).WithIcon(kit.IconPhoto)
	for _, f := range []struct {
		field         *kit.Field
		title, column string
	}{{t.credit, "Credit", "credit"}, {t.rights, "Rights", "rights"}, {t.until, "Rights until", "rights until"}, {t.alt, "Description of the photo", "alt"}} {
		e.track(tracked{f.field, lang.L(f.title), ofPhoto, f.column, false})
	}
	t.cropping = kit.NewButton(lang.L("Crop…"), t.crop).WithIcon(kit.IconCrop)
	t.object = kit.NewScroll(kit.Pad(kit.AtMost(formWidth, kit.Row(32,
		kit.Natural(kit.VBox(12, t.picture, kit.NewLabel(lang.L("Or drop a photo here: JPEG, PNG or WebP"), kit.Caption))),
		kit.Grow(1, kit.VBox(16, t.size, t.places, kit.HBox(12, t.cropping, t.choosing), t.credit, kit.Row(16, kit.Grow(3, t.rights), kit.Grow(2, t.until)), t.alt)))), 24, 24, 32, 24))
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
	t.until.Flush()
	t.alt.Flush()
}

func (t *photoTab) fill(d *details) {
	t.photo = d.photo
	t.cropping.SetEnabled(d.photo != nil)
	t.picture.SetMonogram(d.person.Name.Monogram())
	t.picture.Load(t.e.s.desk.Thumbs(), d.photoKey())
	for _, f := range []*kit.Field{t.credit, t.rights, t.until, t.alt} {
		f.SetReadOnly(d.photo == nil)
	}
	if d.photo == nil {
		t.size.SetText(lang.L("No photo yet; the monogram prints in its place."))
		set(t.credit, "")
		set(t.rights, "")
		set(t.until, "")
		set(t.alt, "")
		return
	}
	t.size.SetText(lang.L("{{.Width}} × {{.Height}} px", map[string]any{"Width": kit.Number(d.photo.Width), "Height": kit.Number(d.photo.Height)}))
	set(t.credit, d.photo.Credit)
	set(t.rights, d.photo.Rights)
	set(t.until, d.photo.RightsUntil)
	set(t.alt, d.photo.Alt)
}

// proofed shows where the photo prints in the composed book.
func (t *photoTab) proofed(p *desk.Proof) {
	t.places.Objects = nil
	if d := t.e.shown; d != nil && d.placement != nil && t.photo != nil {
		for _, place := range printPlaces(p, *d.placement, *t.photo) {
			t.places.Add(placeLine(place, *t.photo))
		}
	}
	t.places.Refresh()
}

// placeLine is a place in the book in one line: where, how large, how sharp.
func placeLine(p printPlace, photo model.Photo) fyne.CanvasObject {
	dpi := p.dpi(photo)
	tone, icon := dpiTone(dpi)
	return kit.MidRow(8, kit.Natural(kit.NewIcon(icon, 16, tone)),
		kit.Natural(kit.NewLabel(lang.L("{{.Dpi}} dpi", map[string]any{"Dpi": kit.Number(dpi)}), kit.BodyStrong.In(tone))),
		kit.Grow(1, kit.NewElastic(lang.L("{{.Section}}, page {{.Page}}, {{.W}} × {{.H}} mm", map[string]any{
			"Section": desk.Word(p.section), "Page": p.page, "W": int(p.w + 0.5), "H": int(p.h + 0.5),
		}), kit.Small)))
}

func (t *photoTab) focus(field string) {
	switch {
	case field == model.FieldPhoto || field == "" && t.photo == nil:
		t.e.s.desk.Window().Canvas().Focus(t.choosing)
	case field == model.FieldAlt:
		t.alt.Focus()
	default:
		t.credit.Focus()
	}
}

// choose asks for a photo of the person shown.
func (t *photoTab) choose() {
	if t.e.id == "" {
		return
	}
	kit.OpenFile(t.e.s.desk.Window(), kit.FileParams{
		Title: lang.L("Choose a photo"), Filter: kit.FileFilter{Name: lang.L("Photos"), Endings: desk.PictureEndings},
	}, t.take)
}

// take gives a photo file to the person.
func (t *photoTab) take(path string) { desk.TakePhoto(t.e.s.desk, t.e.id, path) }
