// Package yearbook composes the book of an edition: an immutable snapshot of
// the data and a theme become pages of marks and a list of problems.
//
// It decides what stands where. It does not break lines (export/typeset), paint
// (export/pdf) or read the book file. A text that does not fit is never cut and
// never shrunk: it is reported with its person, its field and the number of
// lines too many.
package yearbook
