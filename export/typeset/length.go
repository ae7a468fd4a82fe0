package typeset

import "math"

// Length is a distance on a page in thousandths of a point (1/72000 inch).
// It is a whole number so that the same text gives the same page, to the
// byte, on every machine.
type Length int64

// Short is a Length within a line. A book of a thousand people has millions of
// glyphs, and half the memory is room enough: two kilometres.
type Short int32

// Pt is one point (1/72 inch).
const Pt Length = 1000

// MM gives v millimetres.
func MM(v float64) Length { return Length(math.Round(v * 72000 / 25.4)) }

// Points gives v points.
func Points(v float64) Length { return Length(math.Round(v * 1000)) }

// Pt gives the length in points.
func (l Length) Pt() float64 { return float64(l) / 1000 }

// MM gives the length in millimetres.
func (l Length) MM() float64 { return float64(l) * 25.4 / 72000 }
