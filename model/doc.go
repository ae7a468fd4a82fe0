// Package model holds the words of a leaders' list and their rules: names and
// sort keys, ranks and their grammar, schemes, movement, excerpts, problems.
//
// Everything here is a pure value or a pure function. The package reads no
// file, knows no SQL, no window and no page.
package model
