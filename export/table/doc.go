// Package table writes an edition as data for other programs: the JSON
// document that is Laurel's contract with them.
//
// It is made from a snapshot alone. It never reads a book, never composes a
// page, and gives nothing out that is private or not yet confirmed.
package table
