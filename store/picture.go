package store

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png"
	"io"

	"github.com/bep/imagemeta"
	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"laurel/model"
)

// Limits of a photo: more is refused before it is decoded.
const (
	maxPhotoBytes  = 64 << 20
	maxPhotoPixels = 100_000_000
	// masterSide is the longest side of a master in px: 250 mm at 300 dpi.
	masterSide = 3000
	// masterQuality keeps a master free of visible loss.
	masterQuality = 93
)

// picture is a photo as it came, made ready for the book.
type picture struct {
	mime          string // of the file as it came
	master        []byte // JPEG: upright, sRGB, without metadata
	width, height int    // px of the master
	look          string // see model.LookOf
}

// readPicture makes a master out of a JPEG, PNG or WebP file.
func readPicture(file []byte) (picture, error) {
	if len(file) > maxPhotoBytes {
		return picture{}, invalid("The photo is larger than {{.MB}} MB: save it smaller and try again.", "MB", maxPhotoBytes>>20)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return picture{}, invalid("This is not a photo that can be read: use JPEG, PNG or WebP.")
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxPhotoPixels/config.Height {
		return picture{}, invalid("The photo has more than {{.Mpx}} million pixels: save it smaller and try again.", "Mpx", maxPhotoPixels/1_000_000)
	}
	p := picture{mime: "image/" + format}
	turn := orientation(file, format)
	profile := colourProfile(file, format)
	if format == "jpeg" && turn == 1 && profile == nil && max(config.Width, config.Height) <= masterSide && !fourColours(config) {
		// Already what a master is, but for what the camera wrote about itself:
		// its pixels are taken over untouched.
		if p.master, err = bareJPEG(file); err == nil {
			p.width, p.height = config.Width, config.Height
		}
	}
	img, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return picture{}, invalid("The photo is damaged: ask for it again.")
	}
	if p.master != nil {
		p.look = model.LookOf(img)
		return p, nil
	}
	flat := profile.toSRGB(upright(shrink(img, masterSide), turn))
	var out bytes.Buffer
	if err := jpeg.Encode(&out, flat, &jpeg.Options{Quality: masterQuality}); err != nil {
		return picture{}, err
	}
	p.look = model.LookOf(flat)
	p.master, p.width, p.height = out.Bytes(), flat.Bounds().Dx(), flat.Bounds().Dy()
	return p, nil
}

// fourColours says whether a file is made of printing inks.
func fourColours(c image.Config) bool { return c.ColorModel == color.CMYKModel }

// shrink scales a picture down to a longest side, onto white paper.
func shrink(img image.Image, side int) *image.RGBA {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if long := max(w, h); long > side {
		w, h = max(1, w*side/long), max(1, h*side/long)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	if w == b.Dx() {
		draw.Draw(out, out.Bounds(), img, b.Min, draw.Over)
	} else {
		draw.CatmullRom.Scale(out, out.Bounds(), img, b, draw.Over, nil)
	}
	return out
}

// orientation is how the camera was held: the EXIF value, 1 (upright) to 8.
func orientation(file []byte, format string) int {
	kinds := map[string]imagemeta.ImageFormat{"jpeg": imagemeta.JPEG, "png": imagemeta.PNG, "webp": imagemeta.WebP}
	turn := 1
	_, err := imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(file), ImageFormat: kinds[format], Sources: imagemeta.EXIF,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool { return t.Tag == "Orientation" },
		HandleTag: func(t imagemeta.TagInfo) error {
			if v, ok := t.Value.(uint16); ok && v >= 1 && v <= 8 {
				turn = int(v)
			}
			return imagemeta.ErrStopWalking
		},
		Warnf: func(string, ...any) {},
	})
	if err != nil {
		return 1 // metadata nobody can read turns nothing
	}
	return turn
}

// upright turns a picture the way the camera was held.
func upright(src *image.RGBA, turn int) *image.RGBA {
	if turn <= 1 {
		return src
	}
	w, h := src.Bounds().Dx(), src.Bounds().Dy()
	size := image.Rect(0, 0, w, h)
	if turn >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch turn {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			copy(out.Pix[out.PixOffset(tx, ty):][:4], src.Pix[src.PixOffset(x, y):][:4])
		}
	}
	return out
}

// bareJPEG copies a JPEG without what is written about the picture: metadata,
// comments, thumbnails, further pictures behind it. It fails where the file is
// not built as it should be (ISO/IEC 10918-1, annex B).
func bareJPEG(file []byte) ([]byte, error) {
	errOdd := errors.New("not a plain JPEG")
	out := bytes.NewBuffer(make([]byte, 0, len(file)))
	out.Write([]byte{0xff, 0xd8})
	for i := 2; ; {
		if i+2 > len(file) || file[i] != 0xff {
			return nil, errOdd
		}
		marker := file[i+1]
		if marker == 0xff { // filling
			i++
			continue
		}
		if marker == 0xd9 { // the end of the picture
			out.Write([]byte{0xff, 0xd9})
			break
		}
		if i+4 > len(file) {
			return nil, errOdd
		}
		end := i + 2 + int(file[i+2])<<8 + int(file[i+3])
		if end < i+4 || end > len(file) {
			return nil, errOdd
		}
		if marker == 0xda {
			end += scanLength(file[end:])
		}
		// JFIF says how dense the pixels are, Adobe how the colours are coded.
		adobe := marker == 0xee && bytes.HasPrefix(file[i+4:], []byte("Adobe"))
		if marker != 0xfe && (marker < 0xe0 || marker > 0xef) || adobe {
			out.Write(file[i:end])
		}
		i = end
	}
	// What was copied must still be the picture.
	if _, err := jpeg.Decode(bytes.NewReader(out.Bytes())); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// scanLength is how far the coded pixels go: up to a marker that is neither a
// stuffed byte nor a restart.
func scanLength(b []byte) int {
	for i := 0; i+1 < len(b); i++ {
		if b[i] == 0xff && b[i+1] != 0 && (b[i+1] < 0xd0 || b[i+1] > 0xd7) {
			return i
		}
	}
	return len(b)
}

// readAll reads at most limit bytes.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = errors.New("too long")
	}
	return b, err
}
