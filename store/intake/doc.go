// Package intake reads what others wrote – a published profile page, a JSON
// document of Laurel's own – into drafts, and plans what a draft would change
// in a book.
//
// Reading never fails on a page it only half understands: what it did not
// understand is listed in the draft. It fetches nothing, renders nothing and
// keeps no markup. Planning reads the book and gives commands; the package
// never writes and knows no SQL.
package intake
