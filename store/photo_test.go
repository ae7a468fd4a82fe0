package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"laurel/model"
)

// halves is a picture that is red on the left and blue on the right.
func halves(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{R: 255, A: 255}
			if x >= w/2 {
				c = color.NRGBA{B: 255, A: 255}
			}
			img.Set(x, y, c)
		}
	}
	return img
}

func aJPEG(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, halves(w, h), &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withSegment puts a segment behind the start of a JPEG.
func withSegment(file []byte, marker byte, body []byte) []byte {
	out := append([]byte{}, file[:2]...)
	out = append(out, 0xff, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(append(out, body...), file[2:]...)
}

// exif is the smallest metadata that says how a camera was held.
func exif(orientation byte) []byte {
	return append([]byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), orientation, 0, 0, 0, 0, 0, 0)
}

func TestMasterIsUprightAndBare(t *testing.T) {
	// Where red must be after turning: the EXIF value says where the camera's
	// left half belongs.
	for turn, red := range map[byte]image.Point{1: {0, 1}, 2: {2, 1}, 3: {2, 1}, 4: {0, 1}, 5: {1, 0}, 6: {1, 0}, 7: {1, 2}, 8: {1, 2}} {
		file := withSegment(withSegment(aJPEG(t, 80, 40), 0xe1, exif(turn)), 0xfe, []byte("taken at home"))
		p, err := readPicture(file)
		if err != nil {
			t.Fatalf("orientation %d: %v", turn, err)
		}
		img, err := jpeg.Decode(bytes.NewReader(p.master))
		if err != nil {
			t.Fatal(err)
		}
		w, h := img.Bounds().Dx(), img.Bounds().Dy()
		if w != p.width || h != p.height || (turn >= 5) != (h == 80) {
			t.Errorf("orientation %d: %d×%d, said to be %d×%d", turn, w, h, p.width, p.height)
		}
		at := func(x, y int) color.Color { return img.At((w-1)*x/2, (h-1)*y/2) }
		if r, _, b, _ := at(red.X, red.Y).RGBA(); r < b {
			t.Errorf("orientation %d: red is not at %v", turn, red)
		}
		if bytes.Contains(p.master, []byte("Exif")) || bytes.Contains(p.master, []byte("taken at home")) {
			t.Errorf("orientation %d: the master still says what the camera wrote", turn)
		}
	}
}

func TestPlainJPEGIsTakenOverUntouched(t *testing.T) {
	file := aJPEG(t, 60, 80)
	p, err := readPicture(withSegment(file, 0xe1, exif(1)))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(p.master, file) {
		t.Errorf("%d bytes became %d: the picture was coded again", len(file), len(p.master))
	}
}

func TestLargeAndTransparentPhotos(t *testing.T) {
	var b bytes.Buffer
	img := image.NewNRGBA(image.Rect(0, 0, masterSide+1000, 400)) // wholly transparent
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	p, err := readPicture(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if p.width != masterSide || p.height != 300 || p.mime != "image/png" {
		t.Errorf("%d×%d %s", p.width, p.height, p.mime)
	}
	out, err := jpeg.Decode(bytes.NewReader(p.master))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, bl, _ := out.At(5, 5).RGBA(); r+g+bl < 3*0xfe00 {
		t.Error("nothing became something else than white paper")
	}
}

func TestPhotosThatAreRefused(t *testing.T) {
	whole := aJPEG(t, 400, 400)
	huge := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x00\x00\x00\x01\x00\x00\x08\x02\x00\x00\x00")
	huge = append(huge, 0x5c, 0x3d, 0x2d, 0x3d)
	for name, file := range map[string][]byte{
		"nothing": nil, "text": []byte("not a photo"), "cut off": whole[:len(whole)/2], "too many bytes": make([]byte, maxPhotoBytes+1), "too many pixels": huge,
	} {
		if _, err := readPicture(file); !errors.Is(err, model.ErrInvalid) {
			t.Errorf("%s: got %v, want ErrInvalid", name, err)
		}
	}
}

// wideProfile is an ICC matrix profile with the primaries of Adobe RGB (1998).
func wideProfile() []byte {
	xyz := func(x, y, z float64) []byte {
		b := []byte("XYZ \x00\x00\x00\x00")
		for _, v := range []float64{x, y, z} {
			b = binary.BigEndian.AppendUint32(b, uint32(int32(v*65536)))
		}
		return b
	}
	curve := append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), 0x02, 0x33) // gamma 2.2
	tags := []struct {
		name string
		data []byte
	}{
		{"rXYZ", xyz(0.60974, 0.31111, 0.01947)},
		{"gXYZ", xyz(0.20528, 0.62567, 0.06087)},
		{"bXYZ", xyz(0.14919, 0.06322, 0.74457)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	}
	head := make([]byte, 128)
	copy(head[16:], "RGB ")
	out := binary.BigEndian.AppendUint32(head, uint32(len(tags)))
	at := len(out) + 12*len(tags)
	var body []byte
	for _, tag := range tags {
		out = append(out, tag.name...)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tag.data)))
		body = append(body, tag.data...)
	}
	return append(out, body...)
}

func TestWideColoursBecomeSRGB(t *testing.T) {
	p, ok := parseProfile(wideProfile())
	if !ok || p.isSRGB() {
		t.Fatal("the profile was not understood")
	}
	// Known pairs, computed from the two spaces' definitions (Lindbloom).
	for from, want := range map[[3]uint8][3]uint8{
		{255, 255, 255}: {255, 255, 255}, {0, 0, 0}: {0, 0, 0}, {128, 128, 128}: {128, 128, 128}, {150, 100, 100}: {164, 100, 100},
	} {
		got := p.convert(from)
		for i := range 3 {
			if d := int(got[i]) - int(want[i]); d > 3 || d < -3 {
				t.Errorf("%v became %v, want about %v", from, got, want)
				break
			}
		}
	}
	rgb := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for y := range 16 {
		for x := range 16 {
			rgb.Set(x, y, color.RGBA{60, 160, 60, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, rgb, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	picture, err := readPicture(withSegment(b.Bytes(), 0xe2, append([]byte("ICC_PROFILE\x00\x01\x01"), wideProfile()...)))
	if err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(bytes.NewReader(picture.master))
	if err != nil {
		t.Fatal(err)
	}
	if r, _, _, _ := img.At(8, 8).RGBA(); r>>8 > 20 {
		t.Errorf("red is %d: the green of Adobe RGB is less red in sRGB", r>>8)
	}
}

func TestPhotosAreKeptOnceAndCollected(t *testing.T) {
	b, c := newTestBook(t)
	ctx := context.Background()
	blobs := func() (n int) {
		t.Helper()
		if err := b.readers.QueryRow("SELECT count(*) FROM blob").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	ada, ben := addPerson(t, b, "Ada Example"), addPerson(t, b, "Ben Other")
	file := aJPEG(t, 60, 80)
	id := do(t, b, AddPhoto{PersonID: ada, File: file, FileName: "ada.jpg", Credit: "Nell"}).Created
	do(t, b, AddPhoto{PersonID: ben, File: file})
	if blobs() != 1 {
		t.Errorf("%d pictures, want one for both", blobs())
	}
	photo, err := b.Photo(ctx, id)
	if err != nil || photo.Width != 60 || photo.Height != 80 || photo.Credit != "Nell" {
		t.Fatalf("%+v %v", photo, err)
	}
	master, err := b.PhotoMaster(ctx, photo.Key)
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(master); hex.EncodeToString(sum[:]) != photo.Key {
		t.Error("the key is not the hash of the master")
	}
	small, err := b.Thumbnail(ctx, photo.Key, 20)
	if err != nil || small.Bounds().Dx() != 15 || small.Bounds().Dy() != 20 {
		t.Errorf("%v %v", small.Bounds(), err)
	}
	undo(t, b)
	undo(t, b)
	b = reopen(t, b)
	if blobs() != 1 {
		t.Error("a picture that redo needs was collected")
	}
	redo(t, b)
	if p, err := b.Person(ctx, ada); err != nil || p.PhotoID != id {
		t.Errorf("%+v %v", p, err)
	}
	// A picture nothing points at: its step was never finished.
	if _, err := b.writer.Exec("INSERT INTO blob VALUES(?,?,?)", hex.EncodeToString(make([]byte, 32)), "image/jpeg", []byte("x")); err != nil {
		t.Fatal(err)
	}
	c.pass(1)
	b = reopen(t, b)
	if blobs() != 1 {
		t.Error("a picture nobody needs was kept")
	}
}

func TestFrozenPhotoStays(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	ada := addPerson(t, b, "Ada Example")
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	placed := do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: ada}}}}).Created
	photo := do(t, b, AddPhoto{PersonID: ada, File: aJPEG(t, 60, 80), Credit: "Nell"}).Created
	do(t, b, Freeze{EditionID: edition})
	do(t, b, UpdatePhoto{ID: photo, Credit: ptr("Somebody else")})
	do(t, b, AddPhoto{PersonID: ada, File: aJPEG(t, 90, 120)})
	s, err := b.Snapshot(ctx, edition)
	if err != nil {
		t.Fatal(err)
	}
	printed := s.Photos[s.Placements[0].PhotoID]
	if printed.Width != 60 || printed.Credit != "Nell" {
		t.Errorf("%s now prints %+v", placed, printed)
	}
	if _, err := b.Do(ctx, UpdatePhoto{ID: printed.ID, Credit: ptr("x")}); !errors.Is(err, model.ErrFrozen) {
		t.Errorf("got %v, want ErrFrozen", err)
	}
}

// The photos of a step are made ready before it, which can be watched and stopped.
func TestPhotosOfAStepAreMadeReady(t *testing.T) {
	b, _ := newTestBook(t)
	ada, ben := addPerson(t, b, "Ada Quill"), addPerson(t, b, "Ben Quill")
	step := Step{Kind: KindImport, Commands: []Command{
		AddPhoto{PersonID: ada, File: aJPEG(t, 60, 80)},
		Step{Commands: []Command{AddPhoto{PersonID: ben, File: aJPEG(t, 80, 60)}}},
	}}
	var told []float64
	ready, err := step.Ready(t.Context(), func(share float64) { told = append(told, share) })
	if err != nil || !slices.Equal(told, []float64{0.5, 1}) {
		t.Fatalf("told %v, %v", told, err)
	}
	do(t, b, ready)
	for _, id := range []model.ID{ada, ben} {
		if photos, err := b.PhotosOf(t.Context(), id); err != nil || len(photos) != 1 {
			t.Errorf("%d photos, %v", len(photos), err)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	if _, err := step.Ready(stopped, func(float64) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	step.Commands = []Command{AddPhoto{PersonID: ada, File: []byte("no picture")}}
	if _, err := step.Ready(t.Context(), func(float64) {}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("no picture: %v", err)
	}
}
