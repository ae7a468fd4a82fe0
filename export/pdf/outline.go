package pdf

import (
	"strconv"
	"strings"
)

// outline gives the entries beside the pages their titles and counts. Sections
// are shown closed.
func (f *finisher) outline() {
	root := f.dict(f.catalog["Outlines"])
	if root == nil {
		return
	}
	root["Count"] = f.siblings(root)
}

// siblings titles the entries below one entry and gives their number.
func (f *finisher) siblings(parent dict) int {
	n := 0
	for at, ok := parent["First"].(ref); ok; n++ {
		entry := f.dict(at)
		if entry == nil {
			break
		}
		if t, isText := entry["Title"].(text); isText {
			if i, err := strconv.Atoi(string(t)); err == nil && i >= 0 && i < len(f.painted.titles) {
				entry["Title"] = textString(f.painted.titles[i])
			}
		}
		delete(entry, "Count")
		if below := f.siblings(entry); below > 0 {
			entry["Count"] = -below
		}
		at, ok = entry["Next"].(ref)
	}
	return n
}

// labels makes the viewer show the folios that are printed, so that "go to
// page 12" finds the page that says 12.
func (f *finisher) labels() {
	nums := array{}
	style, next := name(""), 0
	for i, pg := range f.doc.Pages {
		s, n := labelStyle(pg.Label)
		if i > 0 && s != "" && s == style && n == next {
			next++
			continue
		}
		label := dict{}
		switch {
		case s != "":
			label["S"], label["St"] = s, n
		case pg.Label != "":
			label["P"] = textString(pg.Label)
		}
		nums = append(nums, i, label)
		style, next = s, n+1
	}
	f.catalog["PageLabels"] = dict{"Nums": nums}
}

// labelStyle says how a folio counts: D for 12, r for xii, none for another.
func labelStyle(label string) (name, int) {
	if n, err := strconv.Atoi(label); err == nil && n > 0 && strconv.Itoa(n) == label {
		return "D", n
	}
	for n := 1; n < 200; n++ {
		if roman(n) == label {
			return "r", n
		}
	}
	return "", 0
}

// roman writes a number below 200 in small Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		worth int
		sign  string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= step.worth; n -= step.worth {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}
