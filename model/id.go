package model

import "github.com/google/uuid"

// ID names a record for ever: a UUIDv7 as 36 characters of lower-case text.
// The empty ID is "none".
type ID string

// NewID gives a fresh ID. IDs made later sort later.
func NewID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }
