package people

import (
	"context"
	"image"
	"maps"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// crop opens the dialog for the photo of the person shown.
func (t *photoTab) crop() {
	d := t.e.shown
	if d == nil {
		return
	}
	if t.photo == nil {
		t.e.s.desk.Tell(lang.L("There is no photo to crop yet."), false)
		return
	}
	t.e.flush()
	photo := *t.photo
	c := &cropDialog{s: t.e.s, photo: photo, name: d.person.Name.Display(), placement: d.placement, placeWas: map[string]kit.CropPart{}}
	if d.placement != nil {
		c.places = printPlaces(t.e.s.desk.Proof(), *d.placement, photo)
		c.locked = d.editions[d.placement.EditionID].Frozen
	}
	c.show()
}

// cropDialog is the photo with the part that prints, one for each place.
type cropDialog struct {
	s          *screen
	photo      model.Photo
	name       string
	placement  *model.Placement
	places     []printPlace
	placeWas   map[string]kit.CropPart
	locked     bool // the edition is frozen
	at         int
	picture    image.Image
	cropper    *kit.Cropper
	list       *kit.List
	advice     *fyne.Container
	focal      *kit.Label
	credit     *kit.Field
	rights     *kit.Field
	until, alt *kit.Field
	dialog     *kit.Dialog
}

func (c *cropDialog) show() {
	c.cropper = kit.NewCropper()
	c.cropper.OnPart = c.moved
	c.cropper.OnFocal = c.pointed
	for _, p := range c.places {
		c.placeWas[p.section] = p.crop
	}
	c.dialog = kit.NewDialog(c.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Photo of {{.Name}}", map[string]any{"Name": c.name}), Primary: lang.L("Use this crop"), OnPrimary: c.confirm,
		Note: lang.L("The original picture is never changed."), Width: 1040, Height: 700, Flush: true, First: c.cropper,
		Head:    []fyne.CanvasObject{kit.NewSmall(lang.L("Replace…"), c.replace).WithIcon(kit.IconPhoto)},
		Content: kit.Row(0, kit.Grow(1, c.left()), kit.Fixed(464, c.right())),
	})
	c.dialog.Show()
	c.choose(0)
	key, width, height := c.photo.Key, c.photo.Width, c.photo.Height
	c.s.desk.Fetch("people.crop", func(ctx context.Context, b *store.Book) (any, error) {
		return b.Thumbnail(ctx, key, 1400)
	}, func(v any, err error) {
		if err != nil {
			c.s.desk.Fail(err)
			return
		}
		c.picture = v.(image.Image)
		c.cropper.SetImage(c.picture, width, height)
		c.list.Refresh()
	})
}

func (c *cropDialog) left() fyne.CanvasObject {
	size := kit.NewLabel(lang.L("{{.Width}} × {{.Height}} px", map[string]any{"Width": kit.Number(c.photo.Width), "Height": kit.Number(c.photo.Height)}), kit.Small)
	bar := kit.Pad(kit.MidRow(8, kit.Natural(size), kit.Space(),
		kit.Natural(kit.NewIconButton(kit.IconMinus, lang.L("Smaller part (−)"), func() { c.cropper.Grow(1 / 1.05) })),
		kit.Natural(kit.NewIconButton(kit.IconPlus, lang.L("Larger part (+)"), func() { c.cropper.Grow(1.05) })),
		kit.Natural(kit.NewSmall(lang.L("About the point"), c.follow).WithIcon(kit.IconFocal).WithTip(lang.L("As large as it can be, about the focal point")))), 8, 16, 8, 16)
	return kit.Column(0, kit.Grow(1, c.cropper), kit.Fixed(1, kit.NewHLine()), kit.Natural(bar))
}

func (c *cropDialog) right() fyne.CanvasObject {
	c.list = kit.NewList(kit.ListParams{
		Label: lang.L("Where it prints"), RowHeight: 72, Single: true, Separators: true,
		Length: func() int { return len(c.places) },
		Create: newPlaceRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*placeRow).fill(c.places[i], c.photo, c.picture) },
	})
	c.list.OnSelected = c.choose
	c.list.OnOpen = func(int) { c.s.desk.Window().Canvas().Focus(c.cropper) }
	c.advice = kit.VBox(0)
	c.focal = kit.NewLabel("", kit.Body)
	c.credit, c.rights = kit.NewField(lang.L("Credit"), lang.L("Who took it")), kit.NewField(lang.L("Rights"), lang.L("The licence: where it may print"))
	c.until, c.alt = kit.NewField(lang.L("Rights until"), "2026-12-31"), kit.NewField(lang.L("Description for those who cannot see it"), "")
	c.credit.SetText(c.photo.Credit)
	c.rights.SetText(c.photo.Rights)
	c.until.SetText(c.photo.RightsUntil)
	c.alt.SetText(c.photo.Alt)
	c.until.OnChanged = func(string) { c.until.SetError("") }
	head := kit.Pad(kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("Where it prints"), kit.Heading)), kit.Space(),
		kit.Natural(kit.NewLabel(lang.L("crop per place"), kit.Caption))), 12, 16, 12, 16)
	list := fyne.CanvasObject(kit.Sized(c.list, 0, 72*float32(max(1, min(3, len(c.places))))))
	if len(c.places) == 0 {
		list = kit.Pad(kit.NewParagraph(c.nowhere(), kit.Body.In(kit.Ink2)), 0, 16, 8, 16)
	}
	facts := kit.NewScroll(kit.Pad(kit.VBox(14, c.advice,
		kit.MidRow(10, kit.Natural(kit.NewIcon(kit.IconFocal, 20, kit.Accent)), kit.Grow(1, c.focal), kit.Natural(kit.NewLabel(lang.L("Click the picture, or Ctrl and arrows"), kit.Caption))),
		kit.Row(16, kit.Grow(3, c.credit), kit.Grow(2, c.until)), c.rights, c.alt), 14, 16, 16, 16))
	return kit.Column(0, kit.Natural(head), kit.Fixed(1, kit.NewHLine()), kit.Natural(list), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, facts))
}

// nowhere says why there is no place to crop for.
func (c *cropDialog) nowhere() string {
	switch {
	case c.placement == nil:
		return lang.L("Not in this edition: the focal point decides the crop wherever the photo prints later.")
	case c.s.desk.Proof() == nil:
		return lang.L("The pages are still being made; close and come back in a moment.")
	}
	return lang.L("The book of this edition prints the photo nowhere.")
}

// choose shows the crop of a place.
func (c *cropDialog) choose(i int) {
	if i >= 0 && i < len(c.places) {
		c.at = i
		c.list.Select(i)
		c.cropper.SetPart(c.places[i].crop, c.places[i].ratio())
	}
	c.cropper.SetFocal(c.photo.FocalX, c.photo.FocalY)
	c.refresh()
}

func (c *cropDialog) moved(p kit.CropPart) {
	if c.at >= len(c.places) {
		return
	}
	c.places[c.at].crop, c.places[c.at].chosen = p, true
	c.refresh()
}

// pointed moves the focal point; crops that nobody chose follow it.
func (c *cropDialog) pointed(x, y float64) {
	c.photo.FocalX, c.photo.FocalY = x, y
	for i := range c.places {
		if p := &c.places[i]; !p.chosen {
			p.crop = about(c.photo, x, y, p.ratio())
		}
	}
	if c.at < len(c.places) {
		c.cropper.SetPart(c.places[c.at].crop, c.places[c.at].ratio())
	}
	c.refresh()
}

// follow gives the crop of the place back to the focal point.
func (c *cropDialog) follow() {
	if c.at >= len(c.places) {
		return
	}
	p := &c.places[c.at]
	p.chosen, p.crop = false, about(c.photo, c.photo.FocalX, c.photo.FocalY, p.ratio())
	c.cropper.SetPart(p.crop, p.ratio())
	c.refresh()
}

// refresh says how the photo prints as it is cropped now.
func (c *cropDialog) refresh() {
	c.focal.SetText(lang.L("Focal point {{.X}} %, {{.Y}} %", map[string]any{"X": int(math.Round(c.photo.FocalX * 100)), "Y": int(math.Round(c.photo.FocalY * 100))}))
	c.list.Refresh()
	c.advice.Objects = nil
	if c.at < len(c.places) {
		c.advise(c.places[c.at])
	}
	c.advice.Refresh()
}

// advise says what a low resolution means and offers what can be done.
func (c *cropDialog) advise(p printPlace) {
	if c.locked {
		c.advice.Add(kit.NewBanner(kit.BannerParams{Tone: kit.Info, Icon: kit.IconLock, Text: lang.L("The edition is frozen and prints as it was signed off.")}))
		return
	}
	dpi := p.dpi(c.photo)
	if dpi >= wantedDpi {
		return
	}
	need := int(math.Ceil(wantedDpi * p.w / 25.4))
	text, tone := lang.L("Slightly soft in print. {{.Need}} px or more reach {{.Dpi}} dpi.", map[string]any{"Need": kit.Number(need), "Dpi": wantedDpi}), kit.Warn
	if dpi < leastDpi {
		text, tone = lang.L("Too few pixels: {{.Need}} are wanted across.", map[string]any{"Need": kit.Number(need)}), kit.Error
	}
	b := kit.BannerParams{Tone: tone, Text: text}
	most := about(c.photo, c.photo.FocalX, c.photo.FocalY, p.ratio())
	if most.W > p.crop.W*1.01 {
		b.Action, b.OnTap = lang.L("Widen"), func() { c.widen(p, need) }
	}
	c.advice.Add(kit.NewBanner(b))
}

// widen makes the crop as large as the wanted resolution asks, or as it can be.
func (c *cropDialog) widen(p printPlace, need int) {
	c.cropper.Grow(float64(need) / (p.crop.W * float64(c.photo.Width)))
}

func (c *cropDialog) replace() {
	c.dialog.Close()
	c.s.editor.photo.choose()
}

// confirm writes what was changed as one step.
func (c *cropDialog) confirm() bool {
	if until := c.until.Text(); until != "" && !model.IsDate(until) {
		c.until.SetError(lang.L("2026, 2026-03 or 2026-03-31"))
		return false
	}
	commands := c.commands()
	if len(commands) == 0 {
		return true
	}
	desk.DoAndTell(c.s.desk, lang.L("Crop of {{.Name}} kept", map[string]any{"Name": c.name}), store.Step{Label: model.Say("Crop the photo of {{.Name}}", "Name", c.name), Commands: commands})
	return true
}

func (c *cropDialog) commands() []store.Command {
	var commands []store.Command
	was := *c.s.editor.photo.photo
	update := store.UpdatePhoto{ID: c.photo.ID}
	changed := c.photo.FocalX != was.FocalX || c.photo.FocalY != was.FocalY
	if changed {
		update.FocalX, update.FocalY = &c.photo.FocalX, &c.photo.FocalY
	}
	for _, f := range []struct {
		field *kit.Field
		was   string
		to    **string
	}{{c.credit, was.Credit, &update.Credit}, {c.rights, was.Rights, &update.Rights}, {c.until, was.RightsUntil, &update.RightsUntil}, {c.alt, was.Alt, &update.Alt}} {
		if text := f.field.Text(); text != f.was {
			*f.to, changed = &text, true
		}
	}
	if changed {
		commands = append(commands, update)
	}
	if c.placement == nil || c.locked {
		return commands
	}
	crops := maps.Clone(c.placement.Crops)
	if crops == nil {
		crops = map[string]model.Crop{}
	}
	recut := false
	for _, p := range c.places {
		had := c.placement.CropFor(p.section) != model.Crop{}
		switch {
		case p.chosen && (p.crop != c.placeWas[p.section] || !had):
			crops[p.section] = model.Crop{X: p.crop.X, Y: p.crop.Y, W: p.crop.W, H: p.crop.H}
			recut = true
		case !p.chosen && had:
			crops[p.section] = model.Crop{}
			recut = true
		}
	}
	if recut {
		commands = append(commands, store.UpdatePlacement{ID: c.placement.ID, Crops: &crops})
	}
	return commands
}
