package intake

import (
	"strings"
	"unicode/utf8"

	"laurel/model"
)

// excerptOf finds the ranges of a text that print as the given excerpt. Where
// they cannot be found the excerpt is stale and prints as it came.
func excerptOf(edited, printed string) model.Excerpt {
	if printed == "" || printed == strings.TrimSpace(edited) {
		return model.Excerpt{}
	}
	var ranges []model.Range
	from := 0
	for _, part := range strings.Split(printed, model.Cut) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		at, n := findPart(edited[from:], part)
		if at < 0 {
			return model.Excerpt{Text: printed, Stale: true}
		}
		ranges = append(ranges, model.Range{Start: from + at, End: from + at + n})
		from += at + n
	}
	e := model.Choose(edited, ranges)
	if e.Print(edited) != printed {
		return model.Excerpt{Text: printed, Stale: true}
	}
	return e
}

// findPart finds a printed part in a text: as it stands, or with the bracketed
// capital of its beginning as the small letter it was ("[T]his" as "this").
func findPart(text, part string) (at, length int) {
	if i := strings.Index(text, part); i >= 0 {
		return i, len(part)
	}
	open := strings.IndexByte(part, '[')
	if open < 0 {
		return -1, 0
	}
	r, size := utf8.DecodeRuneInString(part[open+1:])
	end := open + 1 + size
	if end >= len(part) || part[end] != ']' {
		return -1, 0
	}
	small := part[:open] + strings.ToLower(string(r)) + part[end+1:]
	return strings.Index(text, small), len(small)
}
