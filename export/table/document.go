package table

import "laurel/model"

// The JSON document, field by field in the order in which it is written. It is
// a contract: fields may be added, none renamed or moved.
type (
	document struct {
		List       string      `json:"list"`
		Year       int         `json:"year"`
		Region     string      `json:"region"`
		Scheme     string      `json:"scheme"`
		Size       int         `json:"size"`
		Placements []placement `json:"placements"`
	}
	placement struct {
		Rank         *int     `json:"rank"` // null: unranked, or in a band
		RankDisplay  string   `json:"rank_display"`
		Tied         bool     `json:"tied"`
		Band         string   `json:"band"`
		Category     string   `json:"category"`
		Status       string   `json:"status"`
		Entry        string   `json:"entry"` // printed name without prefix and post-nominals
		People       []person `json:"people"`
		Title        string   `json:"title"`
		Organisation string   `json:"organisation"`
		Citation     string   `json:"citation"`
		Interview    []answer `json:"interview"`
		Video        string   `json:"video"`
		Photo        *photo   `json:"photo"`
		Movement     movement `json:"movement"`
		History      []past   `json:"history"`
	}
	person struct {
		ID           model.ID `json:"id"`
		Name         string   `json:"name"`
		Prefix       string   `json:"prefix"`
		Given        string   `json:"given"`
		Particle     string   `json:"particle"`
		Family       string   `json:"family"`
		PostNominals string   `json:"post_nominals"`
		SortKey      string   `json:"sort_key"`
		Title        string   `json:"title"`
		Organisation string   `json:"organisation"`
	}
	answer struct {
		Question string `json:"question"`
		Answer   string `json:"answer"`
		Edited   string `json:"edited"`
		Excerpt  string `json:"excerpt"` // as it prints
	}
	photo struct {
		Width  int    `json:"width"`
		Height int    `json:"height"`
		Credit string `json:"credit"`
		File   string `json:"file,omitempty"` // relative to the document
	}
	movement struct {
		Kind     model.MovementKind `json:"kind"`
		From     *int               `json:"from"`
		Places   int                `json:"places"`
		LastSeen *int               `json:"last_seen"`
	}
	past struct {
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
