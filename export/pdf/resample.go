package pdf

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// The scaler works on the three planes of a JPEG as they are, in whole numbers:
// no turning into RGB and back, and the same bytes on every machine. It is ten
// times as fast as a general one, which matters when a hundred photos are
// exported for the first time.

// scaled gives a part of a picture at the size w × h, in a grey or a 4:2:0 image.
func scaled(picture image.Image, part image.Rectangle, w, h int, grey bool) image.Image {
	part = part.Add(picture.Bounds().Min)
	whole := image.Rect(0, 0, w, h)
	if g, ok := picture.(*image.Gray); ok {
		out := image.NewGray(whole)
		from := part.Sub(g.Rect.Min)
		resample(plane{g.Pix, g.Stride, g.Rect.Dx(), g.Rect.Dy()}, newWindow(from, 1, 1), plane{out.Pix, out.Stride, w, h})
		return out
	}
	y, ok := picture.(*image.YCbCr)
	if !ok {
		y = planes(picture, part)
		part = y.Rect
	}
	part = part.Sub(y.Rect.Min)
	luma := plane{y.Y, y.YStride, y.Rect.Dx(), y.Rect.Dy()}
	if grey {
		out := image.NewGray(whole)
		resample(luma, newWindow(part, 1, 1), plane{out.Pix, out.Stride, w, h})
		return out
	}
	out := image.NewYCbCr(whole, image.YCbCrSubsampleRatio420)
	resample(luma, newWindow(part, 1, 1), plane{out.Y, out.YStride, w, h})
	across, down := subsampling(y.SubsampleRatio)
	window := newWindow(part, across, down)
	for _, c := range [][2][]byte{{y.Cb, out.Cb}, {y.Cr, out.Cr}} {
		resample(plane{c[0], y.CStride, (luma.w + across - 1) / across, (luma.h + down - 1) / down}, window,
			plane{c[1], out.CStride, (w + 1) / 2, (h + 1) / 2})
	}
	return out
}

// planes turns a part of any picture into planes, on white where the picture
// is transparent.
func planes(picture image.Image, part image.Rectangle) *image.YCbCr {
	whole := image.Rect(0, 0, part.Dx(), part.Dy())
	flat := image.NewRGBA(whole)
	draw.Draw(flat, whole, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, whole, picture, part.Min, draw.Over)
	out := image.NewYCbCr(whole, image.YCbCrSubsampleRatio444)
	for i := range out.Y {
		p := flat.Pix[4*i : 4*i+3]
		out.Y[i], out.Cb[i], out.Cr[i] = color.RGBToYCbCr(p[0], p[1], p[2])
	}
	return out
}

// subsampling is how many pixels share one value of colour.
func subsampling(r image.YCbCrSubsampleRatio) (across, down int) {
	switch r {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

// plane is one channel of a picture.
type plane struct {
	pix    []byte
	stride int
	w, h   int
}

// window is the part of a plane that is drawn, in its own pixels.
type window struct{ x, y, w, h float64 }

func newWindow(r image.Rectangle, across, down int) window {
	a, d := float64(across), float64(down)
	return window{float64(r.Min.X) / a, float64(r.Min.Y) / d, float64(r.Dx()) / a, float64(r.Dy()) / d}
}

// plain says whether the window has the size of the result and lies on whole
// pixels, so that they need only be copied. Half a value of colour at the edge
// of an odd window is nothing.
func (p window) plain(from, to plane) (x, y int, ok bool) {
	x, y = int(p.x), int(p.y)
	ok = float64(x) == p.x && float64(y) == p.y && to.w == int(math.Ceil(p.w)) && to.h == int(math.Ceil(p.h))
	return x, y, ok && x+to.w <= from.w && y+to.h <= from.h
}

// weightBits is how finely a weight is counted, valueBits the values between
// the two passes.
const (
	weightBits = 14
	valueBits  = 6
)

// taps are the pixels that one pixel of the result is made of.
type taps struct {
	first   int
	weights []int32 // their sum is 1 << weightBits
}

// catmullRom is the weight of a pixel at distance x (Keys 1981, a = -1/2). The
// conversions keep machines that multiply and add in one step from rounding
// differently.
func catmullRom(x float64) float64 {
	x = math.Abs(x)
	switch {
	case x < 1:
		return float64(float64(float64(1.5*x)-2.5)*float64(x*x)) + 1
	case x < 2:
		return float64(float64(float64(-0.5*x)+2.5)*float64(x*x)) - float64(4*x) + 2
	}
	return 0
}

// makeTaps gives the taps for n pixels drawn from start to start+span of a row
// of size pixels. What would lie beyond the edge is the pixel at the edge.
func makeTaps(size int, start, span float64, n int) []taps {
	step := span / float64(n)
	wide := max(1, step)
	list := make([]taps, n)
	for i := range list {
		center := start + float64((float64(i)+0.5)*step) - 0.5
		from, to := int(math.Ceil(center-float64(2*wide))), int(math.Floor(center+float64(2*wide)))
		first, last := min(max(from, 0), size-1), min(max(to, 0), size-1)
		raw, sum := make([]float64, last-first+1), 0.0
		for j := from; j <= to; j++ {
			v := catmullRom((float64(j) - center) / wide)
			raw[min(max(j, first), last)-first] += v
			sum += v
		}
		t := taps{first: first, weights: make([]int32, len(raw))}
		rest, largest := int32(1<<weightBits), 0
		for j, v := range raw {
			t.weights[j] = int32(math.Round(v / sum * (1 << weightBits)))
			rest -= t.weights[j]
			if t.weights[j] > t.weights[largest] {
				largest = j
			}
		}
		t.weights[largest] += rest
		list[i] = t
	}
	return list
}

// resample draws a window of a plane over the whole of another: first across,
// then down.
func resample(from plane, part window, to plane) {
	if x, y, ok := part.plain(from, to); ok {
		for row := range to.h {
			copy(to.pix[row*to.stride:][:to.w], from.pix[(y+row)*from.stride+x:])
		}
		return
	}
	across := makeTaps(from.w, part.x, part.w, to.w)
	down := makeTaps(from.h, part.y, part.h, to.h)
	top, end := from.h, 0
	for _, t := range down {
		top, end = min(top, t.first), max(end, t.first+len(t.weights))
	}
	between := make([]int16, (end-top)*to.w)
	for y := top; y < end; y++ {
		row, out := from.pix[y*from.stride:y*from.stride+from.w], between[(y-top)*to.w:(y-top+1)*to.w]
		for x := range out {
			t := &across[x]
			v := int32(1 << (weightBits - valueBits - 1))
			pixels := row[t.first : t.first+len(t.weights)]
			for j, w := range t.weights {
				v += w * int32(pixels[j])
			}
			out[x] = int16(v >> (weightBits - valueBits))
		}
	}
	sums := make([]int32, to.w)
	for y := range to.h {
		for x := range sums {
			sums[x] = 1 << (weightBits + valueBits - 1)
		}
		for j, w := range down[y].weights {
			row := between[(down[y].first+j-top)*to.w:][:to.w]
			for x, v := range row {
				sums[x] += w * int32(v)
			}
		}
		out := to.pix[y*to.stride : y*to.stride+to.w]
		for x, v := range sums {
			out[x] = uint8(min(max(v>>(weightBits+valueBits), 0), 255))
		}
	}
}
