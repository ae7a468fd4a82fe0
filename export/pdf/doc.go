// Package pdf turns a display list into a PDF file. It has two steps: gofpdf
// paints the pages (paint.go, content.go, fonts.go), and a finisher rewrites
// what gofpdf wrote (finish.go and the files it names) into a file that is
// archivable, tagged, compact and the same to the byte each time.
//
// It places nothing itself: where a mark goes and what it says was decided by
// whoever made the page.Document. It is the only package that knows gofpdf.
package pdf
