// Package sample is the invented list that Laurel shows to somebody who wants
// to look before typing: "The Fathom 100" in three EMEA editions and an
// unfinished one of the Americas with faults planted in it.
//
// It holds text as data (data/*.json) and draws the portraits. Every person,
// organisation and place of work in it is made up; nobody real is drawn. It
// never knows how a book stores things: whoever loads it turns these plain
// records into their own.
package sample
