package typeset

// Glyph is one shape of a font at its place in a line.
type Glyph struct {
	Face *Face  // the face that has the shape: the asked one or a fallback
	ID   uint16 // glyph index in the face
	// Scale widens the shape, in thousandths: 1000 is as drawn. 0 is 1000.
	Scale int16
	// Start is the byte offset in the paragraph's text of what the glyph's
	// cluster shows. Glyphs stand in the order of the page from left to right;
	// sorted by Start they give the order of reading.
	Start int32
	// Advance is how far the pen moves, kerning and justification included.
	// XOffset and YOffset (up is positive) displace the shape without moving the pen.
	Advance, XOffset, YOffset Short
	// Text is what the glyph stands for. One glyph of a cluster, the widest,
	// carries the whole cluster ("ffi"), the others "". A line-end hyphen that
	// is not in the text carries U+00AD.
	Text string
	Size Short // of the type
}

// Line is one set line.
type Line struct {
	Glyphs []Glyph
	Width  Length // sum of the advances without a trailing space
	// Start and End are the byte range of the paragraph's text that the line shows.
	Start, End int
	// Hyphenated says that the line ends in a hyphen, added or of the text.
	Hyphenated bool
	// Space is the mean word space of a justified line in units of the font's
	// own space (1.0 is unchanged); 0 where the line is not justified or has none.
	Space float64
	// Indent is where the line begins, from the left edge of the measure: the
	// indent of a first line, or what centring and the like ask for.
	Indent Length
	// Hang is how far the first glyph hangs out to the left of the measure. The
	// line's first glyph belongs at left edge + Indent - Hang.
	Hang Length
}
