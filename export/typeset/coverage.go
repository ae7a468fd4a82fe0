package typeset

import (
	"reflect"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// listCoverages writes every coverage table of a font as a list of glyphs
// instead of ranges. The shaper (go-text/typesetting 0.3.5, its issue 278)
// forgets the ranges that follow one of 63 glyphs or more, and with them half
// of the Arabic letter forms and much kerning; lists it reads right. To be
// taken out with the release that holds the correction.
func listCoverages(f *font.Font) {
	for i := range f.GSUB.Lookups {
		for j := range f.GSUB.Lookups[i].Subtables {
			listCoverage(reflect.ValueOf(&f.GSUB.Lookups[i].Subtables[j]).Elem())
		}
	}
	for i := range f.GPOS.Lookups {
		for j := range f.GPOS.Lookups[i].Subtables {
			listCoverage(reflect.ValueOf(&f.GPOS.Lookups[i].Subtables[j]).Elem())
		}
	}
}

// listCoverage mends the coverages within a subtable. Slices of plain values
// hold none and are not walked: they are the bulk of a font.
func listCoverage(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() || !v.CanSet() {
			return
		}
		if ranges, ok := v.Interface().(tables.Coverage2); ok {
			v.Set(reflect.ValueOf(glyphList(ranges)))
			return
		}
		if v.Elem().Kind() != reflect.Struct {
			return
		}
		mended := reflect.New(v.Elem().Type()).Elem()
		mended.Set(v.Elem())
		listCoverage(mended)
		v.Set(mended)
	case reflect.Struct:
		for i := range v.NumField() {
			listCoverage(v.Field(i))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Interface {
			for i := range v.Len() {
				listCoverage(v.Index(i))
			}
		}
	}
}

// glyphList gives the glyphs of the ranges in the order of their coverage
// index. Ranges out of order or with gaps in the index stay as they are, since
// a list could not say the same.
func glyphList(c tables.Coverage2) tables.Coverage {
	var out tables.Coverage1
	for _, r := range c.Ranges {
		n := len(out.Glyphs)
		if int(r.StartCoverageIndex) != n || r.EndGlyphID < r.StartGlyphID || n > 0 && out.Glyphs[n-1] >= r.StartGlyphID {
			return c
		}
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			out.Glyphs = append(out.Glyphs, tables.GlyphID(g))
		}
	}
	return out
}
