package sample

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
)

//go:embed data/*.json
var files embed.FS

// Data is the whole sample. Its parts name each other by ID; the IDs are
// readable words and mean nothing outside the sample.
type Data struct {
	Lists         []List
	Organisations []Organisation
	People        []Person
	Editions      []Edition // oldest first; of one year the finished first
	Yearbooks     []Yearbook
}

// List is a series of editions.
type List struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	FormerNames []string `json:"former_names"`
}

// Organisation is where people work.
type Organisation struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	FormerNames []string `json:"former_names,omitempty"` // what older editions printed
	SortAs      string   `json:"sort_as,omitempty"`
	Sector      string   `json:"sector"`
	Country     string   `json:"country"`
}

// Person is somebody on the list, with the job of today.
type Person struct {
	ID           string `json:"id"`
	Name         Name   `json:"name"`
	SortAs       string `json:"sort_as,omitempty"` // set where the name alone would sort wrong or is not in Latin letters
	Pronouns     string `json:"pronouns"`
	Title        string `json:"title"`
	Organisation string `json:"organisation"` // ID
	Sector       string `json:"sector"`
	Country      string `json:"country"`
	Consent      string `json:"consent"` // "granted", "asked" or "unknown"
	ConsentDate  string `json:"consent_date,omitempty"`
	Notes        string `json:"notes,omitempty"` // private
	Photo        *Photo `json:"photo,omitempty"` // nil: none was sent
}

// Name is a person's name in parts.
type Name struct {
	Prefix       string `json:"prefix,omitempty"`
	Given        string `json:"given"`
	Particle     string `json:"particle,omitempty"`
	Family       string `json:"family,omitempty"`
	PostNominals string `json:"post_nominals,omitempty"`
	FamilyFirst  bool   `json:"family_first,omitempty"`
}

// Edition is one year of a list in one region, with who is on it.
type Edition struct {
	ID         string      `json:"id"`
	List       string      `json:"list"`      // ID
	ListName   string      `json:"list_name"` // as printed that year
	Year       int         `json:"year"`
	Region     string      `json:"region"`
	Size       int         `json:"size"`
	Scheme     string      `json:"scheme"` // "full" or "top 10"
	Finished   bool        `json:"finished"`
	Frozen     bool        `json:"frozen"`
	Published  string      `json:"published,omitempty"` // a date that may be partial
	Subtitle   string      `json:"subtitle,omitempty"`
	Questions  []string    `json:"questions"`
	Criteria   string      `json:"criteria,omitempty"` // Markdown
	Method     string      `json:"method,omitempty"`   // Markdown
	Imprint    string      `json:"imprint,omitempty"`  // Markdown
	Judges     []string    `json:"judges,omitempty"`
	Placements []Placement `json:"placements"` // in the order of the list
}

// Placement is an entry in an edition as printed that year.
type Placement struct {
	Kind         string   `json:"kind"`                   // "person", "joint" or "organisation"
	Entry        string   `json:"entry,omitempty"`        // printed name of a joint entry or organisation
	Organisation string   `json:"organisation,omitempty"` // ID, of an organisation as an entry
	Members      []Member `json:"members,omitempty"`
	Rank         int      `json:"rank,omitempty"` // 0: none
	Tied         bool     `json:"tied,omitempty"`
	Status       string   `json:"status"`
	Citation     string   `json:"citation,omitempty"`
	Strapline    string   `json:"strapline,omitempty"`
	Sector       string   `json:"sector"`
	Country      string   `json:"country"`
	Video        string   `json:"video,omitempty"`
	Photo        *Photo   `json:"photo,omitempty"` // only where it is not the person's own
	Answers      []Answer `json:"answers,omitempty"`
}

// Member is a person of an entry with the job as printed that year.
type Member struct {
	Person         string `json:"person"` // ID
	Title          string `json:"title"`
	Organisation   string `json:"organisation"`    // as printed
	OrganisationID string `json:"organisation_id"` // the record it belongs to
}

// Answer is what an entry said to one question.
type Answer struct {
	Question string `json:"question"`
	// Original is the text as it came, where an editor changed it; empty where
	// Text is what came.
	Original string `json:"original,omitempty"`
	Text     string `json:"text"`
	Approved bool   `json:"approved"`
	Speaker  string `json:"speaker,omitempty"` // person ID, in a joint entry
	// Excerpt holds the chosen passages in order, each an exact part of Text;
	// none means the whole text prints.
	Excerpt []string `json:"excerpt,omitempty"`
	// PullQuote is the passage that prints large, an exact part of Text.
	PullQuote string `json:"pull_quote,omitempty"`
	// StaleText, where set, is an excerpt that was chosen before Text was
	// changed and can no longer be found in it: a planted fault.
	StaleText string `json:"stale_text,omitempty"`
}

// Photo is a picture drawn by the program.
type Photo struct {
	FileName string `json:"file_name"`
	Credit   string `json:"credit,omitempty"` // empty: a planted fault
	Alt      string `json:"alt"`
	Width    int    `json:"width,omitempty"` // px; 0: PhotoWidth
	Looks    []Look `json:"looks"`           // one, or two side by side
}

// Load reads the sample. It fails only if the data within the program is damaged.
func Load() (*Data, error) {
	var d Data
	for _, part := range []struct {
		file string
		into any
	}{
		{"lists", &d.Lists},
		{"organisations", &d.Organisations},
		{"people", &d.People},
	} {
		if err := read(part.file, part.into); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"emea-2024", "emea-2025", "emea-2026", "americas-2026"} {
		var e Edition
		if err := read(name, &e); err != nil {
			return nil, err
		}
		d.Editions = append(d.Editions, e)
	}
	var y Yearbook
	if err := read("yearbook-2026", &y); err != nil {
		return nil, err
	}
	d.Yearbooks = append(d.Yearbooks, y)
	return &d, nil
}

func read(name string, into any) error {
	b, err := files.ReadFile("data/" + name + ".json")
	if err != nil {
		return fmt.Errorf("sample: reading %s: %w", name, err)
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return fmt.Errorf("sample: reading %s: %w", name, err)
	}
	return nil
}
