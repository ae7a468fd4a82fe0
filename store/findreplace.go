package store

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"laurel/model"
)

// TextField is a field in which words can be found and replaced.
type TextField string

// The fields, of people, of organisations, and as printed in editions that are
// not frozen.
const (
	TextTitle               TextField = "title"
	TextSector              TextField = "sector"
	TextCountry             TextField = "country"
	TextNotes               TextField = "notes"
	TextOrganisation        TextField = "organisation"
	TextPrintedTitle        TextField = "printed title"
	TextPrintedOrganisation TextField = "printed organisation"
	TextStrapline           TextField = "strapline"
	TextCitation            TextField = "citation"
	TextAnswer              TextField = "answer" // the edited text: its excerpt is anchored anew
	TextQuestion            TextField = "question"
)

// TextFields are all of them, in the order in which they are offered.
var TextFields = []TextField{
	TextTitle, TextOrganisation, TextSector, TextCountry, TextNotes,
	TextPrintedTitle, TextPrintedOrganisation, TextStrapline, TextCitation, TextAnswer, TextQuestion,
}

// TextSearch is what is looked for, and where. Case and Whole narrow it down to
// the same capitals and to whole words.
type TextSearch struct {
	Find    string
	Replace string
	Case    bool
	Whole   bool
	Fields  []TextField
	Edition model.ID // of what was printed, only this edition; "" is all that are not frozen
}

// TextHit is a field that holds the words, and what it would be without them.
type TextHit struct {
	Field    TextField
	Record   model.ID // person, organisation, placement or answer
	Member   int      // of the placement, for the printed job
	Person   model.ID // to show; empty for an organisation, question or thing
	Name     string
	Edition  string // for what was printed
	Old, New string
	Count    int // how often the words stand there
}

// ReplaceText replaces words in the fields of Hits, as FindText gave them, in
// one step. It fails with model.ErrConflict where one was changed meanwhile.
type ReplaceText struct {
	Search TextSearch
	Hits   []TextHit
}

// textQueries read the fields: record, person, name, edition, text. What is
// frozen or in the trash is left out.
var textQueries = map[TextField]string{
	TextTitle:        personTexts + ",title FROM person WHERE trashed=0 AND ?1=?1 AND title<>''",
	TextSector:       personTexts + ",sector FROM person WHERE trashed=0 AND ?1=?1 AND sector<>''",
	TextCountry:      personTexts + ",country FROM person WHERE trashed=0 AND ?1=?1 AND country<>''",
	TextNotes:        personTexts + ",notes FROM person WHERE trashed=0 AND ?1=?1 AND notes<>''",
	TextOrganisation: "SELECT id,0,'',name,'','',name FROM organisation WHERE ?1=?1",
	TextPrintedTitle: "SELECT p.id,m.pos-1,m.person,'',p.edition,trim(m.given||' '||m.particle||' '||m.family),m.title " + printedTexts + " AND m.title<>''",
	TextPrintedOrganisation: "SELECT p.id,m.pos-1,m.person,'',p.edition,trim(m.given||' '||m.particle||' '||m.family),m.organisation " +
		printedTexts + " AND m.organisation<>''",
	TextStrapline: placementTexts + ",p.strapline " + ofPlacements + " AND p.strapline<>''",
	TextCitation:  placementTexts + ",p.citation " + ofPlacements + " AND p.citation<>''",
	TextAnswer:    answerTexts + ",coalesce(a.edited,a.original) " + ofAnswers + " AND coalesce(a.edited,a.original)<>''",
	TextQuestion:  answerTexts + ",a.question " + ofAnswers + " AND a.question<>''",
}

const (
	personTexts    = "SELECT id,0,id,trim(given||' '||particle||' '||family),'',''"
	ofPlacements   = "FROM placement p JOIN edition e ON e.id=p.edition LEFT JOIN member m ON m.placement=p.id AND m.pos=1 WHERE e.frozen=0 AND (?1='' OR e.id=?1)"
	printedTexts   = "FROM placement p JOIN edition e ON e.id=p.edition JOIN member m ON m.placement=p.id WHERE e.frozen=0 AND (?1='' OR e.id=?1)"
	placementTexts = "SELECT p.id,0,coalesce(m.person,''),p.entry_name,p.edition,trim(coalesce(m.given||' '||m.particle||' '||m.family,''))"
	answerTexts    = "SELECT a.id,0,coalesce(m.person,''),p.entry_name,p.edition,trim(coalesce(m.given||' '||m.particle||' '||m.family,''))"
	ofAnswers      = `FROM answer a JOIN placement p ON p.id=a.placement JOIN edition e ON e.id=p.edition LEFT JOIN member m ON m.placement=p.id AND m.pos=1
		WHERE e.frozen=0 AND (?1='' OR e.id=?1)`
)

// FindText finds the words in the chosen fields, field by field and then by name.
func (b *Book) FindText(ctx context.Context, t TextSearch) ([]TextHit, error) {
	if strings.TrimSpace(t.Find) == "" {
		return nil, nil
	}
	editions, err := b.Editions(ctx)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, e := range editions {
		names[string(e.ID)] = e.Name()
	}
	var all []TextHit
	for _, field := range TextFields {
		if !slices.Contains(t.Fields, field) {
			continue
		}
		hits, err := collect(ctx, b.readers, func(scan func(...any) error) (h TextHit, err error) {
			var own string
			h.Field = field
			err = scan(&h.Record, &h.Member, &h.Person, &h.Name, &h.Edition, &own, &h.Old)
			if h.Name == "" {
				h.Name = own
			}
			h.Name = strings.Join(strings.Fields(h.Name), " ")
			return h, err
		}, textQueries[field], string(t.Edition))
		if err != nil {
			return nil, explain(b.params.Path, "look for words", err)
		}
		kept := hits[:0]
		for _, h := range hits {
			if h.New, h.Count = t.replaced(h.Old); h.Count > 0 && h.New != h.Old {
				h.Edition = names[h.Edition]
				kept = append(kept, h)
			}
		}
		slices.SortStableFunc(kept, func(a, b TextHit) int { return compareKeys(model.Fold(a.Name), model.Fold(b.Name)) })
		all = append(all, kept...)
	}
	return all, nil
}

// replaced gives a text with the words replaced, and how often they stood there.
func (t TextSearch) replaced(text string) (string, int) {
	find := []rune(clean(t.Find))
	if len(find) == 0 {
		return text, 0
	}
	var b strings.Builder
	replace, n, before := clean(t.Replace), 0, rune(0)
	for i := 0; i < len(text); {
		end := i
		if !t.Whole || !wordRune(before) || !wordRune(find[0]) {
			end = t.match(text, i, find)
		}
		if end > i {
			b.WriteString(replace)
			before, _ = utf8.DecodeLastRuneInString(text[i:end])
			i = end
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		b.WriteString(text[i : i+size])
		before = r
		i += size
	}
	return b.String(), n
}

// match gives where the words end that begin at i, or i where they do not stand there.
func (t TextSearch) match(text string, i int, find []rune) int {
	at := i
	for _, want := range find {
		if at >= len(text) {
			return i
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if r != want && (t.Case || unicode.ToLower(r) != unicode.ToLower(want)) {
			return i
		}
		at += size
	}
	after, _ := utf8.DecodeRuneInString(text[at:])
	if t.Whole && at < len(text) && wordRune(find[len(find)-1]) && wordRune(after) {
		return i
	}
	return at
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func (c ReplaceText) do(s *step) (model.Message, error) {
	if len(c.Hits) == 0 {
		return model.Message{}, invalid("Nothing is chosen to be replaced.")
	}
	quiet := s.quiet
	s.quiet = true
	defer func() { s.quiet = quiet }()
	n := 0
	// An organisation goes first, so that what was printed finds its new name; a
	// person last, for a corrected job is carried into what will be printed.
	hits := slices.Clone(c.Hits)
	slices.SortStableFunc(hits, func(a, b TextHit) int { return a.rank() - b.rank() })
	for _, h := range hits {
		if err := s.ctx.Err(); err != nil {
			return model.Message{}, err
		}
		old, write, err := h.write(s)
		if err != nil {
			return model.Message{}, err
		}
		text, count := c.Search.replaced(h.Old)
		switch {
		case old == text && h.Old != text:
			continue // another of the hits did it already
		case old != h.Old:
			return model.Message{}, model.Faultf(model.ErrConflict, "A text of {{.Name}} was changed meanwhile, so nothing was replaced: look again.", "Name", h.Name)
		}
		if _, err := write(text).do(s); err != nil {
			return model.Message{}, err
		}
		n += count
	}
	return model.Say("Replace “{{.Old}}” by “{{.New}}”, {{.Count}} times", "Old", clean(c.Search.Find), "New", clean(c.Search.Replace), "Count", n), nil
}

func (h TextHit) rank() int {
	switch h.Field {
	case TextOrganisation:
		return 0
	case TextTitle:
		return 2
	}
	return 1
}

// write reads what the field holds now and gives the command that writes it.
func (h TextHit) write(s *step) (now string, command func(string) Command, err error) {
	switch h.Field {
	case TextTitle, TextSector, TextCountry, TextNotes:
		p, err := personByID(s.ctx, s, h.Record)
		c := UpdatePerson{ID: h.Record}
		return map[TextField]string{TextTitle: p.Title, TextSector: p.Sector, TextCountry: p.Country, TextNotes: p.Notes}[h.Field], func(t string) Command {
			*map[TextField]**string{TextTitle: &c.Title, TextSector: &c.Sector, TextCountry: &c.Country, TextNotes: &c.Notes}[h.Field] = &t
			return c
		}, err
	case TextOrganisation:
		o, err := organisationByID(s.ctx, s, h.Record)
		return o.Name, func(t string) Command { return UpdateOrganisation{ID: h.Record, Name: &t} }, err
	case TextAnswer, TextQuestion:
		a, _, err := s.thawedAnswer(h.Record)
		if h.Field == TextQuestion {
			return a.Question, func(t string) Command { return UpdateAnswer{ID: h.Record, Question: &t} }, err
		}
		return a.Edited, func(t string) Command { return UpdateAnswer{ID: h.Record, Edited: &t} }, err
	}
	p, _, err := s.thawedPlacement(h.Record)
	if err != nil {
		return "", nil, err
	}
	switch h.Field {
	case TextStrapline:
		return p.Strapline, func(t string) Command { return UpdatePlacement{ID: h.Record, Strapline: &t} }, nil
	case TextCitation:
		return p.Citation, func(t string) Command { return UpdatePlacement{ID: h.Record, Citation: &t} }, nil
	}
	if h.Member < 0 || h.Member >= len(p.Members) {
		return "", nil, invalid("An entry has other members than before, so nothing was replaced: look again.")
	}
	members := slices.Clone(p.Members)
	m := &members[h.Member]
	field := &m.Title
	if h.Field == TextPrintedOrganisation {
		field = &m.Organisation
	}
	return *field, func(t string) Command {
		*field = t
		return UpdatePlacement{ID: h.Record, Members: &members}
	}, nil
}
