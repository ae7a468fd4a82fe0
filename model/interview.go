package model

// Answer is what a placement said to one question.
type Answer struct {
	ID        ID
	Question  string
	Original  string // as it came: never changed by the program
	Edited    string // equal to Original until somebody edits
	Approved  bool
	Speaker   ID // in a joint entry: who speaks
	Themes    []string
	Excerpt   Excerpt
	PullQuote Excerpt // at most one range; empty: none
}

// Range is a part of a text in bytes, [Start, End).
type Range struct{ Start, End int }

// Excerpt is the chosen ranges of an edited answer. With none chosen it is the
// whole text (for a pull quote: nothing).
type Excerpt struct {
	Parts []ExcerptPart
	// Text is what printed last; a stale excerpt prints it until somebody looks.
	// Without parts it is what a curator wrote for print alone.
	Text  string
	Stale bool // the answer changed under it and it could not be found again
}

// ExcerptPart is one chosen range and the words it had when it was chosen, by
// which it is found again.
type ExcerptPart struct {
	Range
	Exact string
}
