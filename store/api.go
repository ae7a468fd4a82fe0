// Package store is one .laurel file: opening, creating and migrating it,
// commands in and events out, queries, history and undo, search, backup.
//
// It is the only package that knows SQL. It never prints, never composes a
// page and never shows a window.
package store

import (
	"time"

	"laurel/model"
)

// Event says what changed, so that screens fetch again. IDs may be empty when
// too many changed to name.
type Event struct {
	Op    int64
	Topic Topic
	IDs   []model.ID
}

// Topic is a kind of record that changed.
type Topic string

// The topics.
const (
	TopicPeople        Topic = "people"
	TopicOrganisations Topic = "organisations"
	TopicEditions      Topic = "editions" // lists and editions
	TopicPlacements    Topic = "placements"
	TopicAnswers       Topic = "answers"
	TopicPhotos        Topic = "photos"
	TopicYearbooks     Topic = "yearbooks"
	TopicAssets        Topic = "assets"
	TopicFields        Topic = "fields"   // the curator's own
	TopicSearches      Topic = "searches" // saved ones
	TopicHistory       Topic = "history"
)

// Receipt is given when a change is safely on disk. Op is 0 where the command
// changed nothing and no step was recorded.
type Receipt struct {
	Op     int64
	Label  model.Message
	Events []Event
	// Created is the ID of the record a Create…, Place or Add… command made.
	Created model.ID
}

// Operation is one step of the history.
type Operation struct {
	ID      int64
	At      time.Time
	Actor   string
	Device  string
	Label   model.Message
	Kind    string // edit, undo, redo, import, migrate
	Undone  bool
	Changes int
}

// FieldChange is one changed field of one record in one operation.
type FieldChange struct {
	Op       int64
	At       time.Time
	Actor    string
	Label    model.Message
	Record   model.ID
	Topic    Topic
	Field    string
	Custom   string // what a field of the curator's own is called
	Old, New string
	// Of is what the record is called, and Person who it speaks of, if one person;
	// both are empty beyond the first hundreds of changes.
	Of     string
	Person model.ID
	// Restorable says that RestoreField can bring the old value back.
	Restorable bool
}

// PersonRow is a person as the list of people shows them.
type PersonRow struct {
	ID             model.ID
	Name           string // with prefix and post-nominals
	SortKey        string
	Title          string // today's
	Organisation   string
	OrganisationID model.ID
	Sector         string
	Country        string
	Pronouns       string
	Consent        model.Consent
	Custom         map[model.ID]string // values of the curator's own fields; not to be changed
	PhotoKey       string              // key of the master, "" if there is none
	// In the edition asked for; empty PlacementID: not placed there.
	PlacementID model.ID
	Rank        model.Rank
	Status      model.Status
	Missing     []Missing
}

// Missing is what a person or placement still lacks.
type Missing string

// What can be missing; in the order of the five dots of a ranked row.
const (
	MissingPhoto    Missing = "photo"
	MissingCredit   Missing = "credit"
	MissingAnswers  Missing = "answers"
	MissingExcerpt  Missing = "excerpt" // stale
	MissingApproval Missing = "approval"
)

// EntryRow is a placement as the edition's list shows it.
type EntryRow struct {
	Placement    model.Placement // without answers
	Name         string          // printed, with prefix and post-nominals
	SortKey      string
	Title        string
	Organisation string
	PhotoKeys    []string // one a member; "" where there is none
	Movement     model.Movement
	Earlier      []model.Appearance // of the same members in the same list, oldest first
	Errata       []model.Erratum    // oldest first
	Missing      []Missing
}

// SearchHit is a person found by the index.
type SearchHit struct {
	PersonID model.ID
	Name     string
	Snippet  string // of the answer or field in which the words stand
}

// BookInfo is what the file says of itself.
type BookInfo struct {
	UID       string
	Title     string
	Path      string
	CreatedAt time.Time
	Change    int64 // number of the last operation
	ChangedAt time.Time
	ReadOnly  bool
	Notice    model.Message // empty, or what opening had to say ("made by a newer Laurel")
}
