package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Trim is the size of a trimmed page in mm.
type Trim struct {
	Name string // of a preset
	W, H float64
}

// Trims are the preset sizes, from small to large.
var Trims = []Trim{
	{"A5", 148, 210},
	{"170×240", 170, 240},
	{"189×246", 189, 246},
	{"210×265", 210, 265},
	{"210×280", 210, 280},
	{"US Letter", 215.9, 279.4},
	{"A4", 210, 297},
	{"230×300", 230, 300},
}

// The smallest and the largest page, in mm.
const (
	MinTrimW, MinTrimH = 120, 170
	MaxTrimW, MaxTrimH = 420, 600
)

// ParseTrim reads the name of a preset or "W×H" in mm. It fails with ErrInvalid.
func ParseTrim(text string) (Trim, error) {
	for _, t := range Trims {
		if strings.EqualFold(t.Name, strings.TrimSpace(text)) {
			return t, nil
		}
	}
	w, h, found := strings.Cut(strings.NewReplacer("x", "×", "X", "×", "*", "×", ",", ".", "mm", "").Replace(text), "×")
	t := Trim{}
	var errW, errH error
	t.W, errW = strconv.ParseFloat(strings.TrimSpace(w), 64)
	t.H, errH = strconv.ParseFloat(strings.TrimSpace(h), 64)
	// Written so that what is no number fails.
	fits := t.W >= MinTrimW && t.W <= MaxTrimW && t.H >= MinTrimH && t.H <= MaxTrimH
	if !found || errW != nil || errH != nil || !fits {
		return Trim{}, Faultf(ErrInvalid, "“{{.Trim}}” is not a page size: write width × height in mm, from {{.Least}} to {{.Most}}.",
			"Trim", text, "Least", fmt.Sprintf("%d×%d", MinTrimW, MinTrimH), "Most", fmt.Sprintf("%d×%d", MaxTrimW, MaxTrimH))
	}
	t.Name = strconv.FormatFloat(t.W, 'f', -1, 64) + "×" + strconv.FormatFloat(t.H, 'f', -1, 64)
	return t, nil
}
