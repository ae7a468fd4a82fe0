package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"laurel/model"
)

var (
	historyHead = regexp.MustCompile(`(?i)\b(?:has|have|was|were|been|previously|also|past|previous)\b.{0,30}\b(?:included|featured|listed|named|recogni[sz]ed|ranked|placed|appear(?:ed|ances?)|list(?:s|ings?)?|rankings?|placements?|years?|editions?|inclusions?)\b|^(?:appear(?:s|ed|ances?)|featured|included|inclusions?|listed|listings?|list history|ranking history|rankings?|track record|history|placements?|years? (?:on|in) the list|on the list|lists?|editions?|accolades|honours|awards|as (?:seen|featured) in)\b|\b(?:appears|included|featured|listed|named|ranked) (?:in|on|among):?$`)

	yearFirst  = regexp.MustCompile(`^((?:19|20|21)\d\d)\s*[:,–—-]?\s+(.*\S)$`)
	yearInside = regexp.MustCompile(`^(.*\S)\s*\(((?:19|20|21)\d\d)\)$`)
	regionMid  = regexp.MustCompile(`^(.*\S)\s*(\([^()]*\))\s*[–—,-]?\s*((?:19|20|21)\d\d)$`)
	regionBare = regexp.MustCompile(`^(.*\b(?:19|20|21)\d\d)\s*[,–—-]?\s+(EMEA|USA?|UK|UKI|APAC|LATAM|MENA|ANZ|DACH|Europe|Asia|Africa|Global|Americas|North America|Middle East|Ireland|Nordics)$`)
	rankLast   = regexp.MustCompile(`(?i)^(.*\S)\s*[–—:,|-]\s*(?:ranked\s+|placed\s+|at\s+)?((?:joint\s+|equal\s+|tied\s+)?(?:no\.?|number|#|=|t)?\s*\d{1,4}(?:st|nd|rd|th)?=?)(?:\s+place)?$`)
	rankBrack  = regexp.MustCompile(`(?i)^(.*\S)\s*[(\[]((?:ranked\s+)?(?:joint\s+|equal\s+|tied\s+)?(?:no\.?|number|#|=)\s*\d{1,4}(?:st|nd|rd|th)?|\d{1,4}(?:st|nd|rd|th))[)\]]$`)
	rankFirst  = regexp.MustCompile(`(?i)^(?:ranked|placed|came|named)\s+(?:at\s+)?(.*?\d+(?:st|nd|rd|th)?=?)\s+(?:in|on|of)\s+(?:the\s+)?(.*)$`)
	rankIn     = regexp.MustCompile(`(?i)^((?:joint\s+|equal\s+)?(?:(?:no\.?|number|#)\s*\d+|\d+(?:st|nd|rd|th))(?:\s+place)?),?\s+(?:in|on)\s+(?:the\s+)?(.*)$`)
	announced  = regexp.MustCompile(`(?i)^(?:.{0,80}?\b(?:has|have|was|were)\s+)?(?:(?:also|previously)\s+)?(?:been\s+)?(?:also\s+|previously\s+)?(?:included|featured|listed|named|recogni[sz]ed|appeared|appears|placed)\s+(?:in|on|among)(?:\s+the)?\s*:?\s+(\S.*)$`)
	manyYears  = regexp.MustCompile(`^(.*?\S)\s+((?:19|20|21)\d\d(?:\s*(?:,|&|and|/|–|-|, and)\s*(?:19|20|21)\d\d)+)(\s*\([^()]*\))?$`)
	unranked   = regexp.MustCompile(`(?i)^(?:(?:unranked|not ranked)\s*[:,–—-]?\s+(\S.*)|(\S.*?)\s*[–—,:-]?\s*[(\[]?(?:unranked|not ranked)[)\]]?)$`)
	yearText   = regexp.MustCompile(`(?:19|20|21)\d\d`)
)

// historyLines reads "[No. N ]LIST YEAR (REGION)" and the other ways in which
// pages write it, several placements on a line too. Nil is a line of another kind.
func historyLines(text string) []model.HistoryLine {
	if words(text) > 40 {
		return nil
	}
	if _, after, ok := strings.Cut(text, ":"); ok && historyHead.MatchString(text[:len(text)-len(after)]) {
		if found := historyLines(after); found != nil {
			return found
		}
	}
	if m := announced.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if m := manyYears.FindStringSubmatch(squeeze(text)); m != nil {
		return severalYears(m[1], m[2], m[3])
	}
	for _, divider := range []string{"; ", " | ", " • ", " · ", ", "} {
		parts := strings.Split(text, divider)
		if len(parts) < 2 {
			continue
		}
		var all []model.HistoryLine
		for _, p := range parts {
			h, ok := historyLine(strings.TrimPrefix(p, "and "))
			if !ok {
				all = nil
				break
			}
			all = append(all, h)
		}
		if all != nil {
			return all
		}
	}
	if h, ok := historyLine(text); ok {
		return []model.HistoryLine{h}
	}
	return nil
}

// severalYears reads "100 Brands 2022, 2023 (EMEA)" and "100 Brands 2020–2022".
func severalYears(list, years, region string) []model.HistoryLine {
	found := yearText.FindAllString(years, -1)
	if len(found) == 2 && strings.ContainsAny(years, "–-") {
		from, to := number(found[0]), number(found[1])
		if from >= to || to-from > 50 {
			return nil
		}
		found = nil
		for y := from; y <= to; y++ {
			found = append(found, strconv.Itoa(y))
		}
	}
	var all []model.HistoryLine
	for _, y := range found {
		h, ok := historyLine(list + " " + y + region)
		if !ok || h.Rank.Number > 0 {
			return nil // one rank cannot be that of several years
		}
		all = append(all, h)
	}
	return all
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// historyLine brings one line into the order that the model reads.
func historyLine(text string) (model.HistoryLine, bool) {
	t := strings.TrimRight(squeeze(text), ".;,")
	if words(t) > 16 || asks(t) {
		return model.HistoryLine{}, false
	}
	rank := ""
	if m := unranked.FindStringSubmatch(t); m != nil {
		t = firstOf(m[1], m[2])
	}
	for _, form := range []*regexp.Regexp{rankBrack, rankLast} {
		if m := form.FindStringSubmatch(t); m != nil && yearText.MatchString(m[1]) && !yearText.MatchString(m[2]) {
			t, rank = m[1], m[2]
			break
		}
	}
	if rank == "" {
		for _, form := range []*regexp.Regexp{rankFirst, rankIn} {
			if m := form.FindStringSubmatch(t); m != nil {
				rank, t = m[1], m[2]
				break
			}
		}
	}
	if m := yearFirst.FindStringSubmatch(t); m != nil {
		t = yearLast(m[2], m[1])
	}
	if m := regionMid.FindStringSubmatch(t); m != nil {
		t = m[1] + " " + m[3] + " " + m[2]
	}
	if m := yearInside.FindStringSubmatch(t); m != nil && !yearText.MatchString(m[1]) {
		t = m[1] + " " + m[2]
	}
	if m := regionBare.FindStringSubmatch(t); m != nil {
		t = m[1] + " (" + m[2] + ")"
	}
	h, ok := model.ParseHistoryLine(t)
	if !ok || endsSentence(h.List) || h.List == "" {
		return model.HistoryLine{}, false
	}
	if rank != "" {
		rank = strings.TrimSuffix(strings.ToLower(rank), " place")
		p, err := model.ParseRank(strings.TrimSpace(strings.TrimPrefix(rank, "ranked ")))
		if err != nil || h.Rank.Number > 0 {
			return model.HistoryLine{}, false
		}
		h.Rank = p.Rank
	}
	return h, true
}

// yearLast moves a year behind the list's name, before its region.
func yearLast(rest, year string) string {
	if i := strings.LastIndex(rest, "("); i > 0 && strings.HasSuffix(rest, ")") {
		return strings.TrimSpace(rest[:i]) + " " + year + " " + rest[i:]
	}
	return rest + " " + year
}

// run is a stretch of lines, [from, to), that list placements.
type run struct {
	from, to int
	headed   bool
}

// findHistory finds the list history of a page: lines under a heading that
// announces them, or a run of lines that are plainly placements.
func findHistory(lines []line) []run {
	var runs []run
	for i := 0; i < len(lines); i++ {
		if len(historyLines(lines[i].text)) == 0 {
			continue
		}
		r := run{from: i, to: i + 1}
		for r.to < len(lines) {
			if len(historyLines(lines[r.to].text)) > 0 {
				r.to++
			} else if r.to+1 < len(lines) && lines[r.to].item && lines[r.from].item && len(historyLines(lines[r.to+1].text)) > 0 {
				r.to += 2 // a line that was not understood amid others
			} else {
				break
			}
		}
		for back := 0; back < 3 && r.from > 1 && lines[r.from-1].item && lines[i].item && !isHistoryTitle(lines[r.from-1]); back++ {
			r.from--
		}
		if !announces(lines, r.from) {
			r.from = i
		}
		r.headed = announces(lines, r.from) || historyHead.MatchString(lines[i].text) && strings.Contains(lines[i].text, ":")
		if r.headed || evident(lines[r.from:r.to]) {
			runs = append(runs, r)
			i = r.to - 1
		}
	}
	return runs
}

// announces says whether the line before i announces a list history.
func announces(lines []line, i int) bool {
	return i > 0 && words(lines[i-1].text) <= 14 && !asks(lines[i-1].text) && historyHead.MatchString(lines[i-1].text)
}

// evident says whether lines without a heading are placements all the same: one
// carries a rank or a region, or several name the same list.
func evident(lines []line) bool {
	lists := map[string]int{}
	for _, l := range lines {
		for _, h := range historyLines(l.text) {
			if h.Rank.Number > 0 || h.Region != "" {
				return true
			}
			lists[model.Fold(h.List)]++
			if lists[model.Fold(h.List)] > 1 {
				return true
			}
		}
	}
	return false
}

// isHistoryTitle says whether a line announces the list history below it.
func isHistoryTitle(l line) bool {
	return words(l.text) <= 14 && !asks(l.text) && (historyHead.MatchString(l.text) || l.level > 0 || l.bold || strings.HasSuffix(l.text, ":")) && !slices.Contains([]string{".", "!"}, l.text[len(l.text)-1:])
}
