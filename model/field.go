package model

import (
	"strconv"
	"strings"
)

// The names of fields, as marks of a page, problems and events of the store
// call them. Excerpt, PullQuote, Question and Answer belong to an Answer
// record, the photo's to a Photo, Member fields to "title/0", "title/1" …
// where an entry has several members; all others belong to the Placement.
const (
	FieldName         = "name"
	FieldTitle        = "title"
	FieldOrganisation = "organisation"
	FieldRank         = "rank"
	FieldCategory     = "category"
	FieldCitation     = "citation"
	FieldStrapline    = "strapline"
	FieldStatus       = "status"
	FieldVideo        = "video"
	FieldPhoto        = "photo"
	FieldCredit       = "credit"
	FieldRights       = "rights"
	FieldAlt          = "alt"
	FieldQuestion     = "question"
	FieldAnswer       = "answer"
	FieldExcerpt      = "excerpt"
	FieldPullQuote    = "pull quote"
	FieldApproved     = "approved"
	FieldHistory      = "history"
	FieldConsent      = "consent"
	FieldSize         = "size"
	FieldYearbook     = "yearbook" // the book definition, of the edition
	FieldISBN         = "isbn"
	FieldISSN         = "issn"
)

// MemberField is the field of one member of an entry that has several:
// "title/0".
func MemberField(field string, member int) string { return field + "/" + strconv.Itoa(member) }

// FieldWord is the name of a field among the arguments of a message: who speaks the
// message in another language says it in that language too.
type FieldWord string

// WordOf gives the word for a field, of whichever member.
func WordOf(field string) FieldWord {
	field, _, _ = strings.Cut(field, "/")
	return FieldWord(field)
}
