package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"strings"

	"golang.org/x/image/font/sfnt"

	"laurel/model"
)

// maxFontBytes is more than any font with a few thousand glyphs needs.
const maxFontBytes = 24 << 20

const assetColumns = "id,kind,name,blob,width,height,alt,credit"

func scanAsset(scan func(...any) error) (a model.Asset, err error) {
	return a, scan(&a.ID, &a.Kind, &a.Name, &a.Key, &a.Width, &a.Height, &a.Alt, &a.Credit)
}

// Assets gives the logos, fonts and pictures that the book is made with, oldest
// first. The picture itself is PhotoMaster's, by its key.
func (b *Book) Assets(ctx context.Context) ([]model.Asset, error) {
	all, err := collect(ctx, b.readers, scanAsset, "SELECT "+assetColumns+" FROM asset ORDER BY kind,id")
	return all, explain(b.params.Path, "read the logos and fonts", err)
}

// assetsFor gives all assets, with the files of the fonts that a definition names.
func assetsFor(ctx context.Context, q querier, y model.Yearbook) (map[model.ID]model.Asset, error) {
	all, err := collect(ctx, q, scanAsset, "SELECT "+assetColumns+" FROM asset")
	if err != nil {
		return nil, err
	}
	assets := make(map[model.ID]model.Asset, len(all))
	for _, a := range all {
		assets[a.ID] = a
	}
	for _, id := range y.Fonts {
		a, have := assets[id]
		if !have || a.Kind != model.AssetFont || a.Data != nil {
			continue
		}
		if a.Data, err = blob(ctx, q, a.Key); err != nil {
			return nil, err
		}
		assets[id] = a
	}
	return assets, nil
}

// preparedAsset is an AddAsset whose file was looked at.
type preparedAsset struct {
	AddAsset
	data          []byte // what is kept
	mime          string
	width, height int
}

func (c AddAsset) prepare() (Command, error) {
	ready := preparedAsset{AddAsset: c}
	switch c.Kind {
	case model.AssetFont:
		if err := checkFont(c.File); err != nil {
			return nil, err
		}
		ready.data, ready.mime = c.File, "font/ttf"
	case model.AssetLogo, model.AssetPicture:
		p, err := readPicture(c.File)
		if err != nil {
			return nil, err
		}
		ready.data, ready.mime, ready.width, ready.height = p.master, "image/jpeg", p.width, p.height
	default:
		return nil, invalid("Say whether this is a logo, a font or a picture.")
	}
	return ready, nil
}

func (c AddAsset) do(s *step) (model.Message, error) {
	ready, err := c.prepare()
	if err != nil {
		return model.Message{}, err
	}
	return ready.do(s)
}

func (c preparedAsset) do(s *step) (model.Message, error) {
	key, err := s.insertBlob(c.data, c.mime)
	if err != nil {
		return model.Message{}, err
	}
	s.created = s.newID("")
	var f fields
	f.set("id", s.created)
	f.set("kind", string(c.Kind))
	f.set("name", strings.TrimSpace(c.Name))
	f.set("blob", key)
	f.set("width", c.width)
	f.set("height", c.height)
	f.set("alt", c.Alt)
	f.set("credit", c.Credit)
	return model.Say("Add "+string(c.Kind)+" {{.Name}}", "Name", c.Name), s.insert("asset", f)
}

// checkFont refuses what the book could not embed: anything but one font with
// outlines, those of TrueType or of PostScript, whose maker allows embedding.
func checkFont(file []byte) error {
	if len(file) > maxFontBytes {
		return invalid("The font is larger than {{.MB}} MB: choose a smaller one.", "MB", maxFontBytes>>20)
	}
	if f, err := sfnt.Parse(file); err != nil || f.NumGlyphs() == 0 || !hasTable(file, "glyf") && !hasTable(file, "CFF ") {
		return invalid("This is not a font that can be embedded: use a TrueType or OpenType file (.ttf, .otf).")
	}
	if os2 := fontTable(file, "OS/2"); len(os2) >= 10 {
		// OpenType, fsType: of the lowest four bits only 2 set is "restricted licence".
		if binary.BigEndian.Uint16(os2[8:])&0xF == 2 {
			return invalid("The maker of this font does not allow it to be embedded: choose another one.")
		}
	}
	return nil
}

func hasTable(file []byte, tag string) bool { return fontTable(file, tag) != nil }

// fontTable gives a table of a font file by the directory at its head, nil
// where there is none or it lies outside the file.
func fontTable(file []byte, tag string) []byte {
	if len(file) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		at := 12 + 16*i
		if at+16 > len(file) {
			return nil
		}
		if !bytes.Equal(file[at:at+4], []byte(tag)) {
			continue
		}
		from, n := uint64(binary.BigEndian.Uint32(file[at+8:])), uint64(binary.BigEndian.Uint32(file[at+12:]))
		if from+n > uint64(len(file)) {
			return nil
		}
		return file[from : from+n : from+n]
	}
	return nil
}

func (s *step) asset(id model.ID) (model.Asset, error) {
	return one(s.ctx, s, scanAsset, "SELECT "+assetColumns+" FROM asset WHERE id=?", id, "This logo, font or picture is not in the book.")
}

func (c UpdateAsset) typed() string {
	var t typing
	typedIn(&t, "name", c.Name)
	typedIn(&t, "alt", c.Alt)
	typedIn(&t, "credit", c.Credit)
	return t.place(c.ID)
}

func (c UpdateAsset) do(s *step) (model.Message, error) {
	a, err := s.asset(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	var f fields
	change(&f, "name", c.Name)
	change(&f, "alt", c.Alt)
	change(&f, "credit", c.Credit)
	if err := s.update("asset", c.ID, f); err != nil {
		return model.Message{}, err
	}
	give(&a.Name, c.Name)
	return s.changeLabel("asset", c.ID, a.Name)
}

func (c RemoveAsset) do(s *step) (model.Message, error) {
	a, err := s.asset(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	using, err := collect(s.ctx, s, scanEdition, "SELECT "+editionColumns+" FROM edition e WHERE e.id IN (SELECT id FROM yearbook WHERE instr(definition,?)>0) ORDER BY e.year DESC LIMIT 1", string(c.ID))
	if err != nil {
		return model.Message{}, err
	}
	for _, e := range using {
		return model.Message{}, invalid("The yearbook of {{.Edition}} uses {{.Name}}: choose another one in its settings first.", "Edition", e.Name(), "Name", a.Name)
	}
	_, err = s.exec("DELETE FROM asset WHERE id=?", string(c.ID))
	return model.Say("Remove "+string(a.Kind)+" {{.Name}}", "Name", a.Name), err
}
