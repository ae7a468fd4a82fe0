package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Measures of the barcode: GS1's nominal size, at which every till reads it.
var (
	eanModule  = typeset.MM(0.33)
	eanHeight  = typeset.MM(18) // of the short bars
	eanPadding = typeset.MM(2)
)

// addOnQuiet is the free space behind an add-on, in modules.
const addOnQuiet = 5

// placeBarcode draws the bars in black on a white plate, whose lower right
// corner is given, with the number above and the digits below; it gives the left
// edge of the plate.
func (c *composition) placeBarcode(s *sheet, code model.Barcode, right, foot typeset.Length) (left typeset.Length) {
	wide := page.EANQuietLeft + page.EANWidth + page.EANQuietRight
	if code.AddOn != "" {
		wide = page.EANQuietLeft + page.EANWidth + page.EANAddOnGap + page.EANAddOnWidth + addOnQuiet
	}
	line := c.theme.Type[Table].Size
	w, h := typeset.Length(wide)*eanModule, eanHeight+3*line+2*eanPadding
	left = right - w
	top := foot - h
	s.fill(left, top, w, h, page.Color{R: 255, G: 255, B: 255}, page.Source{})

	black := page.Color{K: 100}
	source := page.Source{Record: string(c.snapshot.Edition.ID), Field: model.FieldISBN}
	x, y := left+page.EANQuietLeft*eanModule, top+eanPadding+line*3/2
	bars, err := page.EAN13(code.Digits, x, y, eanModule, eanHeight, black)
	if err != nil {
		return left // only a valid number makes a Barcode
	}
	bars.Alt, bars.Source = c.words.say("barcode", "number", code.Caption), source
	s.add(bars)
	s.putIn(s.fit(furniture, Table, code.Caption, w-2*page.EANQuietRight*eanModule), x, top+eanPadding+line*3/4, black, furniture, s.nextBlock())
	under := y + eanHeight + line
	s.barDigits(code.Digits[:1], x-10*eanModule, under, black)
	s.barDigits(code.Digits[1:7], x+3*eanModule, under, black)
	s.barDigits(code.Digits[7:], x+50*eanModule, under, black)
	if code.AddOn == "" {
		return left
	}
	// The digits of an add-on stand above its bars, which end with the others.
	ax := x + (page.EANWidth+page.EANAddOnGap)*eanModule
	if bars, err = page.EANAddOn(code.AddOn, ax, y+line, eanModule, eanHeight-line+5*eanModule, black); err == nil {
		s.add(bars)
		s.barDigits(code.AddOn[:1], ax+4*eanModule, y+line*3/4, black)
		s.barDigits(code.AddOn[1:], ax+13*eanModule, y+line*3/4, black)
	}
	return left
}

// barDigits sets digits, each in the middle of its seven modules.
func (s *sheet) barDigits(digits string, x, y typeset.Length, color page.Color) {
	block := s.nextBlock()
	for i := range digits {
		line := s.set(furniture, span{Table, digits[i : i+1]})
		s.putIn(line, x+typeset.Length(i)*7*eanModule+(7*eanModule-line.Width)/2, y, color, furniture, block)
	}
}
