package model

import "strconv"

// Barcode is what the bars on a back cover say.
type Barcode struct {
	Digits  string // thirteen, the check digit among them (EAN-13)
	AddOn   string // two more, of a serial's issue; empty: none
	Caption string // as printed above the bars: "ISBN 978-0-000000-00-2"
}

// Barcode gives the barcode of a book: see EAN13; to an ISSN the year is added
// as the number of the issue. ok is false where it has no valid number.
func (y Yearbook) Barcode(year int) (b Barcode, ok bool) {
	b.Digits = y.EAN13()
	switch {
	case b.Digits == "":
		return Barcode{}, false
	case ValidISBN(y.ISBN):
		b.Caption = "ISBN " + oneLine(y.ISBN)
	default:
		b.Caption = "ISSN " + oneLine(y.ISSN)
		b.AddOn = strconv.Itoa(100 + year%100)[1:]
	}
	return b, true
}

// SpineWidth is how thick the pages of a book lie, in mm: half as many leaves
// of its paper.
func (y Yearbook) SpineWidth(pages int) float64 {
	caliper := y.Caliper
	if caliper == 0 {
		caliper = DefaultCaliper
	}
	return float64((pages+1)/2) * caliper
}
