package model

import (
	"regexp"
	"slices"
	"strings"
)

var colourForm = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// Validate refuses a definition that no book can be made of, with ErrInvalid and
// the first reason; what can be printed but is wrong is told by Problems.
func (y Yearbook) Validate() error {
	for _, check := range []func() error{y.checkLook, y.checkPages, y.checkSections} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (y Yearbook) checkLook() error {
	if !slices.Contains(Themes, y.Theme) {
		return Faultf(ErrInvalid, "There is no theme “{{.Theme}}”: choose {{.Themes}}.", "Theme", y.Theme, "Themes", strings.Join(Themes, ", "))
	}
	if !slices.Contains(BookLanguages, y.Language) {
		return Faultf(ErrInvalid, "A book cannot be set in “{{.Language}}”: choose {{.Languages}}.", "Language", y.Language, "Languages", strings.Join(BookLanguages, ", "))
	}
	if y.Accent != "" && !colourForm.MatchString(y.Accent) {
		return Faultf(ErrInvalid, "“{{.Colour}}” is not a colour: write # and six hexadecimal digits, as in #2C5A45.", "Colour", y.Accent)
	}
	for role := range y.Fonts {
		if !slices.Contains(FontRoles, role) {
			return Faultf(ErrInvalid, "There is no use of fonts called “{{.Role}}”.", "Role", string(role))
		}
	}
	return y.House.validate()
}

func (y Yearbook) checkPages() error {
	trim, err := ParseTrim(y.Trim)
	if err != nil {
		return err
	}
	if y.PerPage < 1 || y.PerPage > MaxPerPage {
		return errPerPage(y.PerPage)
	}
	if !slices.Contains([]int{1, 4, 8, 16}, y.Multiple) {
		return Faultf(ErrInvalid, "A book is filled up to a multiple of 1, 4, 8 or 16 pages, not of {{.Number}}.", "Number", y.Multiple)
	}
	if !(y.Caliper >= 0 && y.Caliper <= 2) {
		return Faultf(ErrInvalid, "A leaf of paper is between 0 and 2 mm thick, not {{.Caliper}} mm.", "Caliper", y.Caliper)
	}
	if m := y.Margins; m != nil {
		for _, side := range []struct{ margin, of float64 }{{m.Top, trim.H}, {m.Bottom, trim.H}, {m.Inner, trim.W}, {m.Outer, trim.W}} {
			// Below 5 mm a trimming knife may cut the text; above a quarter of the page nothing fits.
			if side.margin != 0 && !(side.margin >= 5 && side.margin <= side.of/4) {
				return Faultf(ErrInvalid, "A margin of {{.Margin}} mm does not suit this page: choose from 5 mm to a quarter of it.", "Margin", side.margin)
			}
		}
	}
	return nil
}

func errPerPage(n int) error {
	return Faultf(ErrInvalid, "A page holds 1, 2, 3 or 4 profiles, not {{.Number}}.", "Number", n)
}

func (y Yearbook) checkSections() error {
	for i, s := range y.Sections {
		switch {
		case !slices.Contains(SectionKinds, s.Kind):
			return Faultf(ErrInvalid, "There is no section called “{{.Kind}}”.", "Kind", string(s.Kind))
		case !s.Kind.Repeatable() && slices.ContainsFunc(y.Sections[:i], func(o Section) bool { return o.Kind == s.Kind }):
			return Faultf(ErrInvalid, "The section “{{.Kind}}” can stand in a book only once.", "Kind", string(s.Kind))
		case s.PerPage < 0 || s.PerPage > MaxPerPage:
			return errPerPage(s.PerPage)
		case s.Count < 0:
			return Faultf(ErrInvalid, "The number of spreads cannot be {{.Number}}.", "Number", s.Count)
		case !slices.Contains([]ProfileOrder{"", OrderRank, OrderAZ, OrderCategory}, s.Order):
			return Faultf(ErrInvalid, "Profiles cannot be put in the order “{{.Order}}”: choose rank, a-z or category.", "Order", string(s.Order))
		case !slices.Contains([]StartSide{"", StartAny, StartRecto, StartVerso}, s.Start):
			return Faultf(ErrInvalid, "A section starts on any, recto or verso, not on “{{.Side}}”.", "Side", string(s.Start))
		}
		for _, chart := range s.Charts {
			if !slices.Contains(ChartKinds, chart) {
				return Faultf(ErrInvalid, "There is no chart called “{{.Chart}}”.", "Chart", chart)
			}
		}
	}
	return nil
}

// Problems tells what is wrong with a definition, one clear sentence each.
func (y Yearbook) Problems() []Problem {
	var all []Problem
	wrong := func(field string, text, remedy Message) {
		all = append(all, Problem{Severity: Error, Kind: ProblemBook, Field: field, Text: text, Remedy: remedy})
	}
	if err := y.Validate(); err != nil {
		text := Say(err.Error())
		if fault, ok := err.(*Fault); ok {
			text = fault.Message
		}
		wrong(FieldYearbook, text, Say("Change it in the book's settings."))
	}
	if y.ISBN != "" && !ValidISBN(y.ISBN) {
		wrong(FieldISBN, Say("The check digit of the ISBN {{.Number}} is wrong, or a digit is missing.", "Number", y.ISBN), Say("Copy the ISBN again from where it was given out."))
	}
	if y.ISSN != "" && !ValidISSN(y.ISSN) {
		wrong(FieldISSN, Say("The check digit of the ISSN {{.Number}} is wrong, or a digit is missing.", "Number", y.ISSN), Say("Copy the ISSN again from where it was given out."))
	}
	return all
}

// assetProblems tells which pictures and fonts of the definition are not in the book.
func (y Yearbook) assetProblems(assets map[ID]Asset) []Problem {
	used := []ID{y.Logo}
	for _, role := range FontRoles {
		used = append(used, y.Fonts[role])
	}
	for _, s := range y.Sections {
		used = append(append(used, s.Picture), s.Pictures...)
	}
	for _, id := range used {
		if _, have := assets[id]; id != "" && !have {
			return []Problem{{
				Severity: Error, Kind: ProblemBook, Field: FieldYearbook,
				Text:   Say("A picture or font that the book's settings name is not in the book any more."),
				Remedy: Say("Choose it again in the book's settings."),
			}}
		}
	}
	return nil
}

// digitsOf leaves out hyphens and spaces.
func digitsOf(number string) string {
	return strings.NewReplacer("-", "", "–", "", " ", "", "\u00a0", "").Replace(number)
}

// EAN13 gives the thirteen digits of a book's bar code: of the ISBN, else of the
// ISSN with its prefix 977. It is empty where there is no valid number.
func (y Yearbook) EAN13() string {
	if ValidISBN(y.ISBN) {
		d := digitsOf(y.ISBN)
		if len(d) == 13 {
			return d
		}
		return withEAN("978" + d[:9])
	}
	if ValidISSN(y.ISSN) {
		return withEAN("977" + digitsOf(y.ISSN)[:7] + "00")
	}
	return ""
}

// withEAN adds the check digit of ISO/IEC 15420 to twelve digits.
func withEAN(twelve string) string {
	sum := 0
	for i, r := range twelve {
		sum += int(r-'0') * (1 + 2*(i%2))
	}
	return twelve + string(rune('0'+(10-sum%10)%10))
}

// ValidISBN checks an ISBN of 13 or 10 digits (ISO 2108).
func ValidISBN(number string) bool {
	d := digitsOf(number)
	switch {
	case len(d) == 13 && onlyDigits(d) && (d[:3] == "978" || d[:3] == "979"):
		return withEAN(d[:12]) == d
	case len(d) == 10 && onlyDigits(d[:9]):
		return weighted(d)%11 == 0
	}
	return false
}

// ValidISSN checks an ISSN (ISO 3297).
func ValidISSN(number string) bool {
	d := digitsOf(number)
	return len(d) == 8 && onlyDigits(d[:7]) && weighted(d)%11 == 0
}

func onlyDigits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// weighted is the sum of the digits times len, len−1, …, 1; a final X is ten.
// What is neither gives a sum that cannot be valid.
func weighted(d string) (sum int) {
	for i, r := range d {
		value := int(r - '0')
		if i == len(d)-1 && (r == 'X' || r == 'x') {
			value = 10
		} else if r < '0' || r > '9' {
			return 1
		}
		sum += value * (len(d) - i)
	}
	return sum
}
