package model

import (
	"strconv"
	"strings"
)

// PrintField is a text of a placement that may print in another wording than
// the data have it.
type PrintField struct {
	Field string // one of Field…, of a member as MemberField makes it
	Data  string // what the data hold
	Print string // what prints
	// Own says that Print is the curator's, written for print alone, and Of is
	// what the data held when it was written.
	Own bool
	Of  string
}

// Changed says that the data changed under a text written for print alone.
func (f PrintField) Changed() bool { return f.Own && f.Of != f.Data }

// PrintFields gives the texts of a placement that may print in another wording,
// in the order of its page.
func (p Placement) PrintFields() []PrintField {
	var all []PrintField
	add := func(field, data string) {
		f := PrintField{Field: field, Data: data, Print: p.InPrint(field, data), Of: data}
		if _, own := p.Overrides[field]; own {
			f.Own = true
			if of, known := p.OverrideOf[field]; known {
				f.Of = of
			}
		}
		all = append(all, f)
	}
	for i, m := range p.Members {
		title, organisation := FieldTitle, FieldOrganisation
		if len(p.Members) > 1 {
			title, organisation = MemberField(title, i), MemberField(organisation, i)
		}
		add(title, m.Title)
		add(organisation, m.Organisation)
	}
	add(FieldStrapline, p.Strapline)
	add(FieldCitation, p.Citation)
	return all
}

// PrintFieldOf gives one of the PrintFields by its name.
func (p Placement) PrintFieldOf(field string) (PrintField, bool) {
	for _, f := range p.PrintFields() {
		if f.Field == field {
			return f, true
		}
	}
	return PrintField{}, false
}

// InPrint is the text of a field as the book prints it: the curator's print-only
// text where there is one, else the text itself.
func (p Placement) InPrint(field, text string) string {
	if own, have := p.Overrides[field]; have {
		return own
	}
	return text
}

// SplitMemberField takes a field of one member apart: "title/1" is the title of
// the second. One without a number belongs to the first.
func SplitMemberField(field string) (name string, member int) {
	name, number, found := strings.Cut(field, "/")
	if n, err := strconv.Atoi(number); found && err == nil && n >= 0 {
		member = n
	}
	return name, member
}
