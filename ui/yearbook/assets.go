package yearbook

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// assetField shows which file of the book stands somewhere (a logo, a font, a
// picture), takes another one, or none.
type assetField struct {
	s      *screen
	kind   model.AssetKind
	object fyne.CanvasObject
	name   *kit.Label
	clear  *kit.Button
	set    func(model.ID)
}

func newAssetField(s *screen, kind model.AssetKind, label string, set func(model.ID)) *assetField {
	f := &assetField{s: s, kind: kind, set: set, name: kit.NewElastic("", kit.Body)}
	choose := kit.NewSmall(lang.L("Choose…"), f.choose)
	f.clear = kit.NewIconButton(kit.IconClose, lang.L("None"), func() { set("") })
	f.object = labelled(label, kit.MidRow(8, kit.Grow(1, f.name), kit.Natural(choose), kit.Natural(f.clear)))
	return f
}

// show names the file of an id.
func (f *assetField) show(id model.ID) {
	name := lang.L("None")
	if f.s.proof != nil {
		if a, ok := f.s.proof.Snapshot.Assets[id]; ok {
			name = a.Name
		} else if id != "" {
			name = lang.L("On its way…")
		}
	}
	f.name.SetText(name)
	f.clear.SetEnabled(id != "")
}

// choose offers the files of this kind that are in the book, and new ones.
func (f *assetField) choose() {
	var items []*fyne.MenuItem
	if proof := f.s.proof; proof != nil {
		var have []model.Asset
		for _, a := range proof.Snapshot.Assets {
			if a.Kind == f.kind {
				have = append(have, a)
			}
		}
		slices.SortFunc(have, func(a, b model.Asset) int { return strings.Compare(model.Fold(a.Name), model.Fold(b.Name)) })
		for _, a := range have {
			items = append(items, kit.MenuItem(a.Name, "", func() { f.set(a.ID) }))
		}
	}
	if len(items) == 0 {
		f.open()
		return
	}
	items = append(items, fyne.NewMenuItemSeparator(), kit.MenuItem(lang.L("From a file…"), kit.IconFolder, f.open))
	kit.ShowMenu(f.clear, items...)
}

func (f *assetField) open() {
	filter := kit.FileFilter{Name: lang.L("Pictures"), Endings: []string{".jpg", ".jpeg", ".png", ".webp"}}
	if f.kind == model.AssetFont {
		filter = kit.FileFilter{Name: lang.L("Fonts"), Endings: []string{".ttf", ".otf"}}
	}
	kit.OpenFile(f.s.desk.Window(), kit.FileParams{Title: lang.L("Choose a file"), Filter: filter}, f.add)
}

// add reads a file, keeps it in the book and uses it.
func (f *assetField) add(path string) {
	f.s.desk.Fetch("yearbook.asset", func(context.Context, *store.Book) (any, error) { return os.ReadFile(path) }, func(v any, err error) {
		if err != nil {
			f.s.desk.Fail(model.Faultf(model.ErrInvalid, "{{.File}} could not be read; nothing was changed.", "File", filepath.Base(path)))
			return
		}
		f.s.desk.Do(func(r store.Receipt, err error) {
			if err == nil {
				f.set(r.Created)
			}
		}, store.AddAsset{Kind: f.kind, Name: filepath.Base(path), File: v.([]byte)})
	})
}

// logo is the field of the publisher's logo.
func (b *bookTab) logo() fyne.CanvasObject {
	d := b.s.definition
	f := newAssetField(b.s, model.AssetLogo, lang.L("Logo"), func(id model.ID) { d.edit(func(y *model.Yearbook) { y.Logo = id }) })
	d.shows = append(d.shows, func() { f.show(d.now.Logo) })
	return f.object
}

// fonts are the fields of the curator's own fonts.
func (b *bookTab) fonts() []fyne.CanvasObject {
	d := b.s.definition
	var fields []fyne.CanvasObject
	for _, role := range model.FontRoles {
		f := newAssetField(b.s, model.AssetFont, fontRoleName(role), func(id model.ID) {
			d.edit(func(y *model.Yearbook) {
				fonts := map[model.FontRole]model.ID{}
				for r, font := range y.Fonts {
					fonts[r] = font
				}
				fonts[role] = id
				if id == "" {
					delete(fonts, role)
				}
				y.Fonts = fonts
			})
		})
		d.shows = append(d.shows, func() { f.show(d.now.Fonts[role]) })
		fields = append(fields, f.object)
	}
	return fields
}

func fontRoleName(r model.FontRole) string {
	switch r {
	case model.FontText:
		return lang.L("Answers and reading")
	case model.FontTextItalic:
		return lang.L("Reading, italic")
	case model.FontTextStrong:
		return lang.L("Reading, semibold")
	case model.FontDisplay:
		return lang.L("Names, ranks and titles")
	case model.FontDisplayItalic:
		return lang.L("Pull quotes")
	case model.FontSans:
		return lang.L("Labels and tables")
	case model.FontSansStrong:
		return lang.L("Questions and labels, semibold")
	}
	return string(r)
}
