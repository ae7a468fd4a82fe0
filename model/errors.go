package model

import "errors"

// The kinds of failure that callers tell apart with errors.Is.
var (
	ErrNotFound  = errors.New("not found")
	ErrExists    = errors.New("already there")
	ErrConflict  = errors.New("changed elsewhere")
	ErrFrozen    = errors.New("edition is frozen")
	ErrInvalid   = errors.New("not valid")
	ErrDamaged   = errors.New("file is damaged")
	ErrNewer     = errors.New("file is of a newer Laurel")
	ErrReadOnly  = errors.New("file cannot be written")
	ErrNotLaurel = errors.New("not a Laurel book")
	ErrNothing   = errors.New("nothing left to do")
)

// Fault is an error with one sentence for people: what happened, what is safe,
// what to do next. Kind is one of the sentinel values above.
type Fault struct {
	Kind    error
	Message Message
}

// Error speaks the sentence in the source language.
func (f *Fault) Error() string { return f.Message.String() }

// Unwrap makes errors.Is(err, ErrNotFound) work.
func (f *Fault) Unwrap() error { return f.Kind }

// Faultf makes a Fault; the arguments come as name, value, name, value.
func Faultf(kind error, text string, args ...any) error {
	return &Fault{Kind: kind, Message: Say(text, args...)}
}
