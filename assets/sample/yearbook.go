package sample

// Yearbook is what a publisher adds to an edition to make a book of it.
type Yearbook struct {
	Edition   string    `json:"edition"` // ID
	Publisher string    `json:"publisher"`
	Place     string    `json:"place"`
	Copyright string    `json:"copyright"`
	ISSN      string    `json:"issn"`
	Issue     string    `json:"issue"`
	Printer   string    `json:"printer"`
	Paper     string    `json:"paper"`
	Caliper   float64   `json:"caliper"` // mm
	Credits   []string  `json:"credits"` // "Editor: Ann Lee"
	Sections  []Section `json:"sections"`
	Themes    []Tag     `json:"themes"`
}

// Section is what a section of the book says. Of sections that a book repeats
// they stand in the order of the book.
type Section struct {
	Kind      string   `json:"kind"`
	Title     string   `json:"title,omitempty"`
	Text      string   `json:"text,omitempty"` // Markdown
	Byline    string   `json:"byline,omitempty"`
	Role      string   `json:"role,omitempty"`
	Portrait  *Photo   `json:"portrait,omitempty"`
	Portraits []*Photo `json:"portraits,omitempty"`
}

// Tag says what an answer is about.
type Tag struct {
	Who    string   `json:"who"`    // person ID of the entry's first member, or the entry's printed name
	Answer int      `json:"answer"` // from 0
	Themes []string `json:"themes"`
}

// Photos are the pictures of the book's own, in its order.
func (y Yearbook) Photos() []*Photo {
	var out []*Photo
	for _, s := range y.Sections {
		if s.Portrait != nil {
			out = append(out, s.Portrait)
		}
		out = append(out, s.Portraits...)
	}
	return out
}

// ThemesOf are the themes of an answer of an edition's entry.
func (d *Data) ThemesOf(edition string, p Placement, answer int) []string {
	who := p.Entry
	if len(p.Members) > 0 {
		who = p.Members[0].Person
	}
	for _, y := range d.Yearbooks {
		if y.Edition != edition {
			continue
		}
		for _, t := range y.Themes {
			if t.Who == who && t.Answer == answer {
				return t.Themes
			}
		}
	}
	return nil
}
