package model

type (
	// Document is the JSON document of an edition, as it is exported and imported.
	// It is a contract: fields may be added, none renamed or moved. Movement,
	// displayed ranks and the like follow from the rest; they stand there for those
	// who read the document without Laurel.
	Document struct {
		List       string              `json:"list"`
		Year       int                 `json:"year"`
		Region     string              `json:"region"`
		Scheme     string              `json:"scheme"`
		Size       int                 `json:"size"`
		Placements []DocumentPlacement `json:"placements"`
	}
	// DocumentPlacement is an entry of the list.
	DocumentPlacement struct {
		Rank         *int             `json:"rank"` // null: unranked, or in a band
		RankDisplay  string           `json:"rank_display"`
		Tied         bool             `json:"tied"`
		Band         string           `json:"band"`
		Category     string           `json:"category"`
		Status       string           `json:"status"`
		Entry        string           `json:"entry"` // printed name without prefix and post-nominals
		People       []DocumentPerson `json:"people"`
		Title        string           `json:"title"`
		Organisation string           `json:"organisation"`
		Citation     string           `json:"citation"`
		Interview    []DocumentAnswer `json:"interview"`
		Video        string           `json:"video"`
		Photo        *DocumentPhoto   `json:"photo"`
		Movement     DocumentMovement `json:"movement"`
		History      []DocumentPast   `json:"history"`
	}
	// DocumentPerson is one of those who stand behind an entry.
	DocumentPerson struct {
		ID           ID     `json:"id"`
		Name         string `json:"name"`
		Prefix       string `json:"prefix"`
		Given        string `json:"given"`
		Particle     string `json:"particle"`
		Family       string `json:"family"`
		PostNominals string `json:"post_nominals"`
		SortKey      string `json:"sort_key"`
		Title        string `json:"title"`
		Organisation string `json:"organisation"`
	}
	// DocumentAnswer is a question with what was answered, edited and printed.
	DocumentAnswer struct {
		Question string `json:"question"`
		Answer   string `json:"answer"`
		Edited   string `json:"edited"`
		Excerpt  string `json:"excerpt"` // as it prints
	}
	// DocumentPhoto is a photo that lies beside the document.
	DocumentPhoto struct {
		Width  int    `json:"width"`
		Height int    `json:"height"`
		Credit string `json:"credit"`
		File   string `json:"file,omitempty"` // relative to the document
	}
	// DocumentMovement compares with the edition before.
	DocumentMovement struct {
		Kind     MovementKind `json:"kind"`
		From     *int         `json:"from"`
		Places   int          `json:"places"`
		LastSeen *int         `json:"last_seen"`
	}
	// DocumentPast is an entry’s place in an earlier edition.
	DocumentPast struct {
		List        string `json:"list"`
		Year        int    `json:"year"`
		Region      string `json:"region"`
		Rank        *int   `json:"rank"`
		RankDisplay string `json:"rank_display"`
		// Entry is there only where it was another than here: somebody who was
		// placed together with others, or under another name.
		Entry string `json:"entry,omitempty"`
	}
)
