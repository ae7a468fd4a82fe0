package model

// Asset is a file that the book is made with: a logo, a font, a picture of a
// foreword or free page.
type Asset struct {
	ID            ID
	Kind          AssetKind
	Name          string // as the file came, or as the curator called it
	Key           string // of its bytes, as with photos
	Width, Height int    // px; 0 for a font
	Alt           string // what is to be seen, for those who cannot
	Credit        string
	// Data is the font file itself, in a snapshot and for the fonts that the
	// book's definition names: pages cannot be set without it. Else nil.
	Data []byte
}

// AssetKind is what an asset is for.
type AssetKind string

// The kinds of asset.
const (
	AssetLogo    AssetKind = "logo"
	AssetFont    AssetKind = "font"
	AssetPicture AssetKind = "picture"
)
