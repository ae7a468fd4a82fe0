package yearbook

import "strconv"

// locators writes the pages of an index entry: each once, in order, neighbours
// joined to a range ("12–15"), those of the main entry in semibold. The first is
// preceded by lead.
func locators(main, other []int, lead string) []span {
	type place struct {
		from, to int
		main     bool
	}
	main = merged(main)
	other = without(merged(other), main)
	var places []place
	for len(main) > 0 || len(other) > 0 {
		next := place{}
		if len(other) == 0 || len(main) > 0 && main[0] < other[0] {
			next, main = place{main[0], main[0], true}, main[1:]
		} else {
			next, other = place{other[0], other[0], false}, other[1:]
		}
		if n := len(places); n > 0 && places[n-1].main == next.main && places[n-1].to+1 == next.from {
			places[n-1].to = next.to
			continue
		}
		places = append(places, next)
	}
	var out []span
	for i, p := range places {
		text := strconv.Itoa(p.from)
		if p.to > p.from {
			text += "–" + strconv.Itoa(p.to)
		}
		use := IndexEntry
		if p.main {
			use = IndexMain
		}
		before := ", "
		if i == 0 {
			before = lead
		}
		if before != "" {
			out = append(out, span{IndexEntry, before})
		}
		out = append(out, span{use, text})
	}
	return out
}

// pageRanges writes pages as a sentence would: "12, 14–16".
func pageRanges(pages []int) string {
	text := ""
	for _, p := range locators(nil, pages, "") {
		text += p.text
	}
	return text
}
