package model

// Join is a sign of the editor's that prints in an excerpt and is not in the
// answer: […] between two parts, or a capital in brackets.
type Join struct {
	At       int // byte of the answer before which it stands
	Replaces int // how many bytes of the answer it stands in place of
	Text     string
}

// Joins gives the signs that Print puts in, by their places in the answer. A
// stale excerpt, and one for print alone, have none: they do not stand in it.
func (e Excerpt) Joins(edited string) []Join {
	if e.Stale || !e.fits(edited) {
		return nil
	}
	var joins []Join
	for i, p := range e.Parts {
		if i > 0 && !isBlank(edited[e.Parts[i-1].End:p.Start]) {
			joins = append(joins, Join{At: e.Parts[i-1].End, Text: Cut})
		}
		if at, size, capital := e.capital(edited, i); size > 0 {
			joins = append(joins, Join{At: p.Start + at, Replaces: size, Text: capital})
		}
	}
	return joins
}
