package desk

import "fyne.io/fyne/v2/lang"

// fieldWords are the fields whose names say too little by themselves.
var fieldWords = map[string]string{
	"pos": "Place in the order", "rank number": "Rank", "rank tied": "Tied", "rank to": "Last rank of the band",
	"given": "Given name", "family": "Family name", "title": "Job title", "alt": "Description of the photo",
	"original": "As it came", "edited": "Edited text", "excerpt": "Sentences of the excerpt",
	"excerpt text": "Excerpt", "quote": "Sentences of the pull quote", "quote text": "Pull quote",
	"video": "Film", "list name": "Name as printed", "sort as": "Sort under", "scheme top": "Ranked places",
	"definition": "Book", "description": "Description of the photo", // "Description" alone the translation library keeps for itself
	"master": "Photo", "trashed": "In the trash",
}

// FieldWord is the name of a field in the book's history as the window shows it.
func FieldWord(field string) string {
	if word, ok := fieldWords[field]; ok {
		return lang.L(word)
	}
	return Word(field)
}
