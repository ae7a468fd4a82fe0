package desk

import (
	"fyne.io/fyne/v2/lang"

	"laurel/model"
)

// fieldWords are the fields whose names say too little by themselves.
var fieldWords = map[string]string{
	"pos": "Place in the order", "rank number": "Rank", "rank tied": "Tied", "rank to": "Last rank of the band",
	"given": "Given name", "family": "Family name", "title": "Job title", "alt": "Description of the photo",
	"original": "As it came", "edited": "Edited text", "excerpt": "Sentences of the excerpt",
	"excerpt text": "Excerpt", "quote": "Sentences of the pull quote", "quote text": "Pull quote",
	"video": "Film", "list name": "Name as printed", "sort as": "Sort under", "scheme top": "Ranked places",
	"definition": "Book", "description": "Description of the photo", // "Description" alone the translation library keeps for itself
	"master": "Photo", "trashed": "In the trash",
	"added": "Added", "removed": "Removed", "approved": "Approved", "contact": "Contact", "edition": "Edition", "history": "History",
	"crops": "Crop", "crop x": "Crop, left edge", "crop y": "Crop, top edge", "crop w": "Crop, width", "crop h": "Crop, height",
	"focal x": "Point of interest, across", "focal y": "Point of interest, down", "entry name": "Name of the entry", "filter": "Filter",
	"excerpt stale": "Excerpt is stale", "quote stale": "Pull quote is stale", "width": "Width", "height": "Height", "printed": "In print",
	"isbn": "ISBN", "issn": "ISSN", "label": "Name", "family first": "Family name first", "list": "List", "look": "Look", "noted": "Date", "notes": "Private notes",
	"organisation id": "Organisation", "override of": "Changed in print", "overrides": "Changed in print", "particle": "Particle",
	"placement": "Entry", "post nominals": "Post-nominals", "prefix": "Prefix", "rank band": "Band", "rank reason": "Why without a rank",
	"rank source": "Rank as it came", "rights until": "Rights until", "schedule": "Dates", "scheme bands": "Bands", "tie style": "How a tie prints",
	"yearbook": "Book", "blob": "File", "survivor": "Merged into", "field": "Field", "a": "Person", "b": "Person",
}

// FieldValue is the value of a field as the window shows it: words of the model
// (a status, a consent) in its language, everything else as it is.
func FieldValue(field, value string) string {
	if field == model.FieldStatus || field == model.FieldConsent {
		return Word(value)
	}
	return value
}

// FieldWord is the name of a field in the book's history as the window shows it.
func FieldWord(field string) string {
	if word, ok := fieldWords[field]; ok {
		return lang.L(word)
	}
	return Word(field)
}
