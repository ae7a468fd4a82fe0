package sample

// Look is what a drawn portrait shows. The words are those of the tables in
// the drawing; an unknown word draws the first of its table.
type Look struct {
	Skin        int    `json:"skin"`                   // 0 lightest … 7 darkest
	Age         int    `json:"age"`                    // years
	Face        string `json:"face"`                   // "oval", "round", "long", "square"
	Hair        string `json:"hair"`                   // "crop", "bob", "hijab", …
	HairColour  string `json:"hair_colour"`            // "black", "chestnut", "grey", …; of a scarf or turban its cloth
	Beard       string `json:"beard,omitempty"`        // "", "stubble", "short", "full", "moustache", "goatee"
	Glasses     string `json:"glasses,omitempty"`      // "", "round", "square", "half"
	Wear        string `json:"wear"`                   // "suit", "crew", "roll", …
	Colour      string `json:"colour"`                 // of the clothes
	Background  string `json:"background,omitempty"`   // of the wall
	BeardColour string `json:"beard_colour,omitempty"` // where it is not that of the hair
	Seed        uint64 `json:"seed"`                   // small differences of proportion
}
