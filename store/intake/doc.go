// Package intake reads what others wrote into drafts, and plans what a draft
// would change in a book.
//
// Three kinds of sources are read, each in whatever encoding it comes:
//
//   - A published page of one person, as HTML or as copied text: a headline
//     “Name, Title, Organisation”, questions with answers below them, a film,
//     and lines such as “No. 3 100 Brands 2024 (EMEA)”, which make editions.
//   - A table, as text with cells parted by tabs, commas, semicolons or bars,
//     or as a sheet of a workbook: a row for each entry under the names of the
//     columns. What a column means is guessed from its name and from what
//     stands in it, and can be said; see Meaning and Mapping.
//   - A JSON document of Laurel's own, see model.Document.
//
// Reading never fails on a source it only half understands: what it did not
// understand is listed in the draft. It fetches nothing, renders nothing and
// keeps no markup. Planning reads the book and gives commands; the package
// never writes and knows no SQL.
package intake
