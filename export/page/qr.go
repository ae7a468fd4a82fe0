package page

import (
	"fmt"
	"slices"

	"rsc.io/qr"
)

// QR is a QR code, level M. The quiet zone of four modules is not part of it:
// whoever places the code keeps it free.
type QR struct {
	Size   int // modules of a side
	blocks []block
}

// EncodeQR makes the code of a text. It fails where the text is too long for one.
func EncodeQR(text string) (QR, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return QR{}, fmt.Errorf("encoding a QR code: %w", err)
	}
	return QR{code.Size, blocks(code.Size, code.Black)}, nil
}

// Path draws the code with the top left corner of its first module at x, y.
func (q QR) Path(x, y, module Length, color Color) *Path {
	var segments []Segment
	for _, b := range q.blocks {
		segments = append(segments, Rect(
			x+Length(b.x)*module, y+Length(b.y)*module,
			Length(b.w)*module, Length(b.h)*module)...)
	}
	return &Path{Segments: segments, Fill: &color}
}

// block is a rectangle of black modules.
type block struct{ x, y, w, h int }

// blocks covers the black modules of a square with rectangles, none over
// another: runs of a row, joined downwards while the run repeats. Fewer and
// larger rectangles make a smaller file and leave no hairlines on screens.
func blocks(size int, black func(x, y int) bool) []block {
	var done []block
	open := map[[2]int]block{} // by start and width of the run
	for y := range size {
		next := map[[2]int]block{}
		for x := 0; x < size; {
			if !black(x, y) {
				x++
				continue
			}
			end := x
			for end < size && black(end, y) {
				end++
			}
			run := [2]int{x, end - x}
			b, grows := open[run]
			if grows {
				b.h++
				delete(open, run)
			} else {
				b = block{x: x, y: y, w: end - x, h: 1}
			}
			next[run] = b
			x = end
		}
		done = append(done, inOrder(open)...)
		open = next
	}
	return append(done, inOrder(open)...)
}

// inOrder gives the rectangles from left to right, so that the path does not
// depend on the order of a map.
func inOrder(m map[[2]int]block) []block {
	out := make([]block, 0, len(m))
	for _, b := range m {
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b block) int { return a.x - b.x })
	return out
}
