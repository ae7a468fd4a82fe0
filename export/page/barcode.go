package page

import (
	"fmt"
	"strings"
)

// The codes of EAN-13 (ISO/IEC 15420): the bars and spaces of a digit in set A,
// seven modules each. Set C is its reverse in colour, set B the mirror of set C.
var eanDigits = [10]string{
	"0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011",
}

// eanSets says by the first digit in which sets the next six stand.
var eanSets = [10]string{
	"AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA",
}

// The free space that a reader needs beside the bars, and between them and
// the bars of an add-on, in modules.
const (
	EANQuietLeft  = 11
	EANQuietRight = 7
	EANAddOnGap   = 10
	EANWidth      = 95 // of the thirteen digits
	EANAddOnWidth = 20 // of two more
)

// EAN13 draws thirteen digits as bars, with the top left corner of the first at
// x, y. The guards at both ends and in the middle reach five modules below the
// others. It fails where the digits are not thirteen; a wrong check digit is
// the caller's.
func EAN13(digits string, x, y, module, height Length, color Color) (*Path, error) {
	if len(digits) != 13 || strings.Trim(digits, "0123456789") != "" {
		return nil, fmt.Errorf("drawing a barcode: %q is not thirteen digits", digits)
	}
	var b strings.Builder
	b.WriteString("101")
	for i, set := range eanSets[digits[0]-'0'] {
		b.WriteString(eanCode(digits[1+i], byte(set)))
	}
	b.WriteString("01010")
	for i := 7; i < 13; i++ {
		b.WriteString(eanCode(digits[i], 'C'))
	}
	b.WriteString("101")
	guard := func(at int) bool { return at < 3 || at >= 45 && at < 50 || at >= 92 }
	return bars(b.String(), x, y, module, func(at int) Length {
		if guard(at) {
			return height + 5*module
		}
		return height
	}, color), nil
}

// EANAddOn draws the two digits that stand behind an EAN-13: the number of a
// serial's issue.
func EANAddOn(digits string, x, y, module, height Length, color Color) (*Path, error) {
	if len(digits) != 2 || strings.Trim(digits, "0123456789") != "" {
		return nil, fmt.Errorf("drawing a barcode: %q is not two digits", digits)
	}
	value := int(digits[0]-'0')*10 + int(digits[1]-'0')
	sets := [4]string{"AA", "AB", "BA", "BB"}[value%4]
	code := "1011" + eanCode(digits[0], sets[0]) + "01" + eanCode(digits[1], sets[1])
	return bars(code, x, y, module, func(int) Length { return height }, color), nil
}

func eanCode(digit byte, set byte) string {
	code := eanDigits[digit-'0']
	if set == 'A' {
		return code
	}
	turned := strings.NewReplacer("0", "1", "1", "0").Replace(code)
	if set == 'C' {
		return turned
	}
	mirrored := []byte(turned)
	for i, j := 0, len(mirrored)-1; i < j; i, j = i+1, j-1 {
		mirrored[i], mirrored[j] = mirrored[j], mirrored[i]
	}
	return string(mirrored)
}

// bars draws the black modules of a code, neighbours as one bar.
func bars(code string, x, y, module Length, height func(at int) Length, color Color) *Path {
	p := &Path{Fill: &color}
	for at := 0; at < len(code); {
		end := at
		for end < len(code) && code[end] == '1' && height(end) == height(at) {
			end++
		}
		if end > at {
			p.Segments = append(p.Segments, Rect(x+Length(at)*module, y, Length(end-at)*module, height(at))...)
		}
		at = max(end, at+1)
	}
	return p
}
