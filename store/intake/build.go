package intake

import (
	"regexp"
	"slices"
	"strings"

	"laurel/model"
)

// build makes the draft's editions and placements out of what a page said. The
// newest placement gets job, answers and film; the older ones hold only what
// their lines say.
func (d *Draft) build(r pageReader) {
	history := r.history
	link, film := r.film(d)
	if len(history) == 0 && film.Year > 0 {
		history = []model.HistoryLine{film.HistoryLine}
		d.note("The page has no list history; its place is taken from the film's title “{{.Title}}”.", "Title", film.text)
	}
	slices.SortStableFunc(history, func(a, b model.HistoryLine) int { return a.Year - b.Year })
	schemes := suggestedSchemes(history)
	members := r.head.members()
	kind := model.EntryPerson
	if len(members) > 1 {
		kind = model.EntryJoint
	}
	for _, h := range history {
		key := Key{List: h.List, Year: h.Year, Region: h.Region}
		s := schemes[model.Fold(h.List)]
		d.Editions = append(d.Editions, Edition{List: h.List, Year: h.Year, Region: h.Region, Scheme: s, Size: sizeInName(h.List)})
		p := Placement{Edition: key, Kind: kind, Rank: reasoned(h.Rank, s), Status: model.Confirmed}
		for _, m := range members {
			p.Members = append(p.Members, Member{Name: m.Name})
		}
		d.Placements = append(d.Placements, p)
	}
	if len(d.Placements) == 0 {
		d.Placements = []Placement{{Kind: kind, Rank: model.Rank{Reason: model.ByScheme}, Status: model.Confirmed}}
	}
	newest := &d.Placements[len(d.Placements)-1]
	newest.Full, newest.Members, newest.Video = true, members, link
	newest.Citation = strings.Join(r.intro, "\n\n")
	if newest.Citation != "" {
		d.note("The text before the first question was taken as the citation.")
	}
	for _, p := range r.pairs {
		text := strings.Join(p.answer, "\n\n")
		newest.Answers = append(newest.Answers, Answer{Question: p.question, Original: text, Edited: text, Approved: text != ""})
		if len(d.Editions) > 0 {
			e := &d.Editions[len(d.Editions)-1]
			e.Questions = append(e.Questions, p.question)
		}
	}
	if len(r.pairs) == 0 {
		d.note("No questions were found on the page.")
	}
	d.crossCheck(film, r.head.name, r.history)
}

func (d *Draft) note(text string, args ...any) {
	d.Notes = append(d.Notes, model.Say(text, args...))
}

// suggestedSchemes says of each list how it seems to rank: where only numbers
// up to ten occur, the top ten are ranked and the rest stand A–Z.
func suggestedSchemes(history []model.HistoryLine) map[string]model.Scheme {
	schemes := map[string]model.Scheme{}
	for _, h := range history {
		name := model.Fold(h.List)
		if h.Rank.Number > 10 {
			schemes[name] = model.Scheme{Kind: model.SchemeFull}
		} else if schemes[name].Kind == "" {
			schemes[name] = model.Scheme{Kind: model.SchemeTop, Top: 10}
		}
	}
	return schemes
}

// reasoned says why a rank without a number has none.
func reasoned(r model.Rank, s model.Scheme) model.Rank {
	if r.Number == 0 && r.Band == "" && r.Reason != model.RankUnknown {
		r.Reason = model.ByScheme
		if s.Kind == model.SchemeFull {
			r.Reason = model.RankUnknown
		}
	}
	return r
}

var numberInName = regexp.MustCompile(`\b\d{2,4}\b`)

// sizeInName reads how many a list has from its name: "100 Brands", "Example 50".
func sizeInName(list string) int {
	for _, m := range numberInName.FindAllString(list, -1) {
		if n := number(m); n >= 10 && n <= 1000 {
			return n
		}
	}
	return 0
}

// filmTitle is what the title of a film says: "Example 100 2024 – Ada Example –
// Top Ten Number 3".
type filmTitle struct {
	model.HistoryLine
	text string
}

var (
	titleParts = regexp.MustCompile(`\s+[–—|-]\s+|:\s+`)
	titleRank  = regexp.MustCompile(`(?i)(?:\b(?:number|no\.?|nr\.?|rank(?:ed)?)\s*|#\s*)(\d{1,4})\b`)
)

// film chooses the film of the page and reads its title.
func (r *pageReader) film(d *Draft) (link string, title filmTitle) {
	for _, f := range r.frames {
		switch {
		case f.link == "" && f.title != "":
			d.Leftover = append(d.Leftover, Line{Text: f.title, Reason: becauseFilm})
		case f.link == "" || f.link == link:
		case link == "":
			link = f.link
		default:
			d.Leftover = append(d.Leftover, Line{Text: f.link, Reason: becauseSecond})
		}
		if title.text == "" && f.title != "" {
			title = readFilmTitle(f.title)
		}
	}
	return link, title
}

func readFilmTitle(text string) filmTitle {
	t := filmTitle{text: text}
	for _, part := range titleParts.Split(text, -1) {
		if h, ok := model.ParseHistoryLine(part); ok && t.Year == 0 {
			t.HistoryLine = h
		}
	}
	if m := titleRank.FindStringSubmatch(text); m != nil {
		t.Rank = model.Rank{Number: number(m[1])}
	}
	return t
}

// crossCheck compares a film's title with the list history: the same placement
// is told twice there, and lists are renamed.
func (d *Draft) crossCheck(t filmTitle, name string, history []model.HistoryLine) {
	if t.text == "" || len(history) == 0 {
		return
	}
	if t.Year > 0 {
		i := slices.IndexFunc(history, func(h model.HistoryLine) bool { return h.Year == t.Year })
		switch {
		case i < 0:
			d.note("The film's title “{{.Title}}” names the year {{.Year}}, which the list history has not.", "Title", t.text, "Year", t.Year)
		case model.Fold(history[i].List) != model.Fold(t.List):
			d.note("The film's title calls the list of {{.Year}} “{{.Film}}”, the page “{{.Page}}”.", "Year", t.Year, "Film", t.List, "Page", history[i].List)
		}
		if i >= 0 && t.Rank.Number != history[i].Rank.Number && t.Rank.Number > 0 {
			d.note("The film's title “{{.Title}}” gives number {{.Film}}, the list history {{.Page}}.",
				"Title", t.text, "Film", t.Rank.Number, "Page", firstOf(history[i].Rank.Display(model.TieBefore), "none"))
		}
	}
	if !strings.Contains(model.Fold(t.text), model.Fold(model.ParseName(name).Display())) {
		d.note("The film's title “{{.Title}}” does not name {{.Name}}.", "Title", t.text, "Name", name)
	}
}

// foldKey is a key as editions are compared.
func foldKey(k Key) Key {
	return Key{List: model.Fold(k.List), Year: k.Year, Region: model.Fold(k.Region)}
}
