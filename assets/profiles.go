package assets

import _ "embed"

// CoatedCondition is the registered name of the printing condition that
// CoatedProfile describes: offset on coated paper, ISO 12647-2.
const CoatedCondition = "FOGRA39"

//go:embed profiles/FOGRA39L_coated.icc
var coatedProfile []byte

// CoatedProfile gives the ICC profile of that condition (zlib licence, beside
// it). It must not be changed.
func CoatedProfile() []byte { return coatedProfile }
