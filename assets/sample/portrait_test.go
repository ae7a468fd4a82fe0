package sample

import (
	"bytes"
	"crypto/sha256"
	"image/jpeg"
	"slices"
	"testing"
)

func photos(d *Data) []Photo {
	var out []Photo
	for _, p := range d.People {
		if p.Photo != nil {
			out = append(out, *p.Photo)
		}
	}
	for _, e := range d.Editions {
		for _, pl := range e.Placements {
			if pl.Photo != nil && e.Year == 2026 {
				out = append(out, *pl.Photo)
			}
		}
	}
	return out
}

// Two people who look alike would be taken for one photo used twice.
func TestEveryPortraitIsItsOwn(t *testing.T) {
	seen := map[[32]byte]string{}
	for _, p := range photos(load(t)) {
		drawn, err := p.draw(96)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(drawn.img.Pix)
		if other := seen[sum]; other != "" {
			t.Errorf("%s and %s are the same picture", other, p.FileName)
		}
		seen[sum] = p.FileName
	}
	if len(seen) < 170 {
		t.Errorf("%d portraits", len(seen))
	}
}

func TestPortraitIsTheSameEveryTime(t *testing.T) {
	p := photos(load(t))[0] // of somebody with a spread: larger than usual
	a, err := p.JPEG()
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.JPEG()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("two drawings of the same photo differ")
	}
	img, err := jpeg.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	if s := img.Bounds().Size(); s.X != p.Width || s.Y != p.Width*4/3 || p.Width <= PhotoWidth {
		t.Errorf("size %v", s)
	}
}

func TestPhotoOfNobodyIsAnError(t *testing.T) {
	if _, err := (Photo{FileName: "nobody.jpg"}).JPEG(); err == nil {
		t.Error("no error")
	}
}

// An unknown word would draw something, but not what was meant.
func TestLooksUseKnownWords(t *testing.T) {
	hair := []string{
		"crop", "fade", "buzz", "side", "quiff", "undercut", "waves", "curls", "bun_m", "afro", "receding", "bald",
		"bob", "fringe", "long", "wavylong", "curlylong", "pixie", "bun", "pony", "braid", "braids", "twists", "locs",
		"hijab", "turban", "headwrap", "ghutra", "kufi",
	}
	used := map[string]bool{}
	for _, p := range photos(load(t)) {
		for _, l := range p.Looks {
			used[l.Hair] = true
			_, hairKnown := hairColours[l.HairColour]
			if covered(l.Hair) {
				_, hairKnown = cloths[l.HairColour]
			}
			_, clothKnown := cloths[l.Colour]
			_, wallKnown := walls[l.Background]
			ok := slices.Contains(hair, l.Hair) && hairKnown && clothKnown && wallKnown && l.Skin >= 0 && l.Skin < 8 &&
				slices.Contains([]string{"", "stubble", "short", "full", "goatee", "moustache"}, l.Beard) &&
				slices.Contains([]string{"", "round", "square", "half"}, l.Glasses) &&
				slices.Contains([]string{"oval", "round", "long", "square"}, l.Face) &&
				slices.Contains([]string{"suit", "blazer", "jacket", "roll", "shirt", "collar", "blouse", "shawl", "robe", "thobe", "crew", "knit"}, l.Wear)
			if !ok {
				t.Errorf("%s: %+v", p.FileName, l)
			}
		}
	}
	for _, h := range hair {
		if !used[h] {
			t.Errorf("nobody has %q", h)
		}
	}
}

func BenchmarkPhotoJPEG(b *testing.B) {
	d, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	all := photos(d)
	for i := 0; b.Loop(); i++ {
		if _, err := all[i%len(all)].JPEG(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
