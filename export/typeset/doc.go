// Package typeset turns text and a width into lines: fonts, shaping, hyphenation
// and line breaking over whole paragraphs. It knows no page, no file and nothing
// of leaders' lists.
package typeset
