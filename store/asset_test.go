package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"laurel/assets"
	"laurel/model"
)

func aFont(t testing.TB) []byte {
	t.Helper()
	f, err := assets.Fonts().Open("SourceSans3-Black.ttf")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBookKeepsWhatItIsMadeWith(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	font := aFont(t)
	logo := do(t, b, AddAsset{Kind: model.AssetLogo, File: aJPEG(t, 60, 40), Name: "mark.jpg", Alt: "A wreath"}).Created
	face := do(t, b, AddAsset{Kind: model.AssetFont, File: font, Name: "Black.ttf"}).Created
	spare := do(t, b, AddAsset{Kind: model.AssetFont, File: font, Name: "Black again.ttf"}).Created
	y := model.DefaultYearbook()
	y.Logo, y.Fonts = logo, map[model.FontRole]model.ID{model.FontDisplay: face}
	do(t, b, UpdateYearbook{EditionID: edition, Yearbook: y})

	s, err := b.Snapshot(ctx, edition)
	if err != nil {
		t.Fatal(err)
	}
	if a := s.Assets[logo]; a.Name != "mark.jpg" || a.Alt != "A wreath" || a.Width != 60 || a.Height != 40 || a.Data != nil {
		t.Errorf("the logo is %+v", a)
	}
	if picture, err := b.PhotoMaster(ctx, s.Assets[logo].Key); err != nil || !bytes.HasPrefix(picture, []byte{0xff, 0xd8}) {
		t.Errorf("the logo's picture: %d bytes, %v", len(picture), err)
	}
	if !bytes.Equal(s.Assets[face].Data, font) {
		t.Error("the font that the book names did not come with the snapshot")
	}
	if s.Assets[spare].Data != nil {
		t.Error("a font that the book does not name came with the snapshot")
	}
	if _, err := b.Do(ctx, RemoveAsset{ID: face}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("a font in use was removed: %v", err)
	}
}

func TestAssetsAreUndoneAndTidiedUp(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	empty := dump(t, b)
	id := do(t, b, AddAsset{Kind: model.AssetPicture, File: aJPEG(t, 60, 40), Name: "coast.jpg"}).Created
	do(t, b, UpdateAsset{ID: id, Alt: ptr("A coast"), Credit: ptr("Ines Calloway")})
	full := dump(t, b)
	do(t, b, RemoveAsset{ID: id})
	// The history still points at the file, so tidying up must leave it.
	if err := b.collectBlobs(ctx); err != nil {
		t.Fatal(err)
	}
	undo(t, b)
	if got := dump(t, b); got != full {
		t.Errorf("after undo:\n%s\nwant\n%s", got, full)
	}
	all, err := b.Assets(ctx)
	if err != nil || len(all) != 1 || all[0].Alt != "A coast" || all[0].Credit != "Ines Calloway" {
		t.Fatalf("%+v %v", all, err)
	}
	if _, err := b.PhotoMaster(ctx, all[0].Key); err != nil {
		t.Errorf("the picture is gone: %v", err)
	}
	undo(t, b)
	undo(t, b)
	if got := dump(t, b); got != empty {
		t.Errorf("after all was undone:\n%s\nwant\n%s", got, empty)
	}
}

func TestFilesThatCannotBeUsedAreRefused(t *testing.T) {
	b, _ := newTestBook(t)
	font := aFont(t)
	restricted := bytes.Clone(font)
	table := fontTable(restricted, "OS/2")
	table[8], table[9] = 0, 2
	otto := append([]byte("OTTO"), font[4:]...)
	for what, c := range map[string]AddAsset{
		"no kind":            {File: aJPEG(t, 10, 10)},
		"text as a logo":     {Kind: model.AssetLogo, File: []byte("<svg/>")},
		"a photo as a font":  {Kind: model.AssetFont, File: aJPEG(t, 10, 10)},
		"a logo from a font": {Kind: model.AssetLogo, File: font},
		"half a font":        {Kind: model.AssetFont, File: font[:len(font)/2]},
		"nothing":            {Kind: model.AssetFont},
		"not to be embedded": {Kind: model.AssetFont, File: restricted},
		"without outlines":   {Kind: model.AssetFont, File: bytes.Replace(otto, []byte("glyf"), []byte("CFF "), 1)},
	} {
		if _, err := b.Do(context.Background(), c); !errors.Is(err, model.ErrInvalid) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if all, err := b.Assets(context.Background()); err != nil || len(all) != 0 {
		t.Errorf("kept all the same: %+v %v", all, err)
	}
}

// A publisher's own fonts are mostly OpenType with the outlines of PostScript.
func TestFontsOfBothKindsAreTaken(t *testing.T) {
	b, _ := newTestBook(t)
	otf, err := os.ReadFile(filepath.Join("..", "export", "typeset", "testdata", "cjk.otf"))
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"TrueType": aFont(t), "PostScript": otf} {
		if _, err := b.Do(context.Background(), AddAsset{Kind: model.AssetFont, Name: name, File: file}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBadBookSettingsAreRefused(t *testing.T) {
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	y := model.DefaultYearbook()
	y.Trim = "1×1"
	if _, err := b.Do(context.Background(), UpdateYearbook{EditionID: edition, Yearbook: y}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("a page of 1 × 1 mm was taken: %v", err)
	}
}

func FuzzFont(f *testing.F) {
	font, err := os.ReadFile(filepath.Join("..", "assets", "fonts", "SourceSans3-Black.ttf"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(font[:600])
	f.Add([]byte("\x00\x01\x00\x00\xff\xff"))
	f.Fuzz(func(_ *testing.T, file []byte) { _ = checkFont(file) })
}
