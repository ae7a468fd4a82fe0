package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// CustomKind is what a curator's own field holds.
type CustomKind string

// The kinds of custom field.
const (
	CustomText   CustomKind = "text"
	CustomChoice CustomKind = "choice"
	CustomDate   CustomKind = "date"   // may be partial: "2026", "2026-03"
	CustomNumber CustomKind = "number" // with a point: "12.5"
	CustomYesNo  CustomKind = "yes or no"
)

// CustomKinds are all kinds, in the order in which they are offered.
var CustomKinds = []CustomKind{CustomText, CustomChoice, CustomDate, CustomNumber, CustomYesNo}

// CustomField is a field that a curator added to every person of the book.
type CustomField struct {
	ID      ID
	Name    string
	Kind    CustomKind
	Choices []string // for CustomChoice
	Printed bool     // stands beside sector and country in the book; otherwise it never leaves it
}

// Fact is a person's value of a field that prints.
type Fact struct {
	FieldID     ID
	Name, Value string
}

// FactOf gives what prints of a value: nothing of an empty one, nor of a No.
func (f CustomField) FactOf(value string) (Fact, bool) {
	if !f.Printed || value == "" || f.Kind == CustomYesNo && value != CustomYes {
		return Fact{}, false
	}
	if f.Kind == CustomYesNo {
		value = ""
	}
	return Fact{FieldID: f.ID, Name: f.Name, Value: value}, true
}

// Text is the fact as it prints: "Born: 1974", or its name alone where that says it all.
func (f Fact) Text() string {
	if f.Value == "" {
		return f.Name
	}
	return f.Name + ": " + f.Value
}

// The values of a yes-or-no field; empty is not known.
const (
	CustomYes = "yes"
	CustomNo  = "no"
)

// Tidy gives a value as the field keeps it. It fails with ErrInvalid where the
// value is not of the field's kind. An empty value is always right.
func (f CustomField) Tidy(value string) (string, error) {
	v := strings.TrimSpace(NormaliseText(value))
	if v == "" {
		return "", nil
	}
	switch f.Kind {
	case CustomChoice:
		i := slices.IndexFunc(f.Choices, func(c string) bool { return Fold(c) == Fold(v) })
		if i < 0 {
			return "", Faultf(ErrInvalid, "“{{.Value}}” is not one of the choices of {{.Field}}: {{.Choices}}.", "Value", v, "Field", f.Name, "Choices", strings.Join(f.Choices, ", "))
		}
		return f.Choices[i], nil
	case CustomDate:
		if !IsDate(v) {
			return "", Faultf(ErrInvalid, "“{{.Value}}” is no date: write 2026, 2026-03 or 2026-03-31.", "Value", v)
		}
	case CustomNumber:
		v = strings.ReplaceAll(v, ",", "")
		if _, err := strconv.ParseFloat(v, 64); err != nil || strings.ContainsAny(v, "xXpPnN_") {
			return "", Faultf(ErrInvalid, "“{{.Value}}” is no number.", "Value", value)
		}
	case CustomYesNo:
		switch Fold(v) {
		case "yes", "y", "true", "1":
			return CustomYes, nil
		case "no", "n", "false", "0":
			return CustomNo, nil
		}
		return "", Faultf(ErrInvalid, "{{.Field}} is yes or no.", "Field", f.Name)
	}
	return v, nil
}

var isoDate = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)

// IsDate says whether a text is a date that may be partial: "2026", "2026-03",
// "2026-03-31".
func IsDate(s string) bool {
	m := isoDate.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	if m[2] == "" {
		return true
	}
	month := atoi(m[2])
	if month < 1 || month > 12 {
		return false
	}
	if m[3] == "" {
		return true
	}
	day := atoi(m[3])
	return day >= 1 && day <= daysIn(atoi(m[1]), month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
