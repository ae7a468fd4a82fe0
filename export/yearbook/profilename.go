package yearbook

import (
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// nameSizes are tried in turn until a name fits its place.
var nameSizes = []struct {
	use   Use
	scale int
}{{Name, 1000}, {NameLong, 1000}, {NameLong, 860}, {NameLong, 740}, {NameLong, 640}}

// setName sets the name on as few lines and as large as its place allows. In
// slots that file by name the given name stands for itself in lighter type.
func (c *composition) setName(s *setter, p *profile, w typeset.Length, most int) {
	pl := p.entry.placement
	mark := from(pl, model.FieldName)
	given, name, post := "", "", ""
	if name, post = printedName(pl); p.kind == slotThree && len(pl.Members) == 1 && pl.EntryName == "" {
		n := pl.Members[0].Name
		if n.Family != "" && n.Given != "" {
			given, name = joined(" ", n.Prefix, n.Given), strings.TrimSpace(n.Particle+" "+n.Family)
			if strings.HasSuffix(n.Particle, "-") || strings.HasSuffix(n.Particle, "’") || strings.HasSuffix(n.Particle, "'") {
				name = n.Particle + n.Family
			}
			if p.givenLast = n.FamilyFirst; p.givenLast {
				given, name = n.Given, joined(" ", n.Prefix, name)
			}
		}
	}
	if post != "" {
		p.postNominals = s.fit(mark, PostNominals, post, w)
	}
	// A little smaller before the post-nominals need a line of their own.
	for n, size := range append(nameSizes[:2:2], nameSizes...) {
		p.nameUse, p.nameScale = size.use, size.scale
		s.scale = size.scale
		bound, whole := s.boundWords(size.use, name, pl, w)
		p.name = s.nameLines(mark, size.use, name, bound, w)
		p.given = s.lines(mark, NameGiven, given, w)
		s.scale = 0
		if len(p.name)+len(p.given) <= max(1, most) && max(widest(p.name), widest(p.given)) <= w && (n > 1 || !p.postBelow(s)) && (n > 3 || whole && !parted(name, p.name)) {
			break
		}
	}
	if max(widest(p.name), widest(p.given)) > w {
		// One word wider than its place even so: the only name that is divided.
		s.scale = p.nameScale
		p.name, p.given = s.dividedLines(mark, p.nameUse, name, w), s.dividedLines(mark, NameGiven, given, w)
		s.scale = 0
	}
}

// parted says whether a line of a name ends within a word, at its own hyphen.
func parted(name string, lines []typeset.Line) bool {
	for _, l := range lines {
		if l.End < len(name) && l.End > 0 && name[l.End-1] == '-' {
			return true
		}
	}
	return false
}

// dividedLines sets text ragged and divides words where it must.
func (s *setter) dividedLines(m textMark, use Use, text string, w typeset.Length) []typeset.Line {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return s.run(m, typeset.Paragraph{Spans: s.styled([]span{{use, text}}, false), Measure: w, Align: typeset.Left, Hyphenate: true})
}

// nameLines sets a name so that no line ends at one of its own hyphens or
// within bound words, where its words allow that: the spaces at which lines
// shall end become line ends.
func (s *setter) nameLines(m textMark, use Use, name string, bound []string, w typeset.Length) []typeset.Line {
	text := []byte(name)
	within := func(i int) bool {
		for _, b := range bound {
			if at := strings.Index(name, b); at >= 0 && at <= i && i < at+len(b) {
				return true
			}
		}
		return false
	}
	start, space := 0, -1 // of the line; the last place where it may end
	for i := 0; i <= len(name); i++ {
		if i < len(name) && (name[i] != ' ' || within(i)) {
			continue
		}
		if space >= 0 && s.width(span{use, name[start:i]}) > w {
			text[space] = '\n'
			start, space = space+1, -1
		}
		space = i
	}
	return s.lines(m, use, string(text), w)
}

// boundWords are the words of a name that stay on one line: "van der Zwaluw",
// a family name of two words, each name of several with the mark or the word
// that joins it to the next. Whole says that each of several fits on a line.
func (s *setter) boundWords(use Use, name string, p *model.Placement, w typeset.Length) (bound []string, whole bool) {
	fits := func(text string) bool { return s.width(span{use, text}) <= w }
	if len(p.Members) == 1 && p.EntryName == "" {
		n := p.Members[0].Name
		if n.Particle != "" {
			bound = append(bound, n.Particle+" "+n.Family)
		}
		if fits(n.Family) {
			bound = append(bound, n.Family)
		}
	}
	if len(p.Members) < 2 {
		return bound, true
	}
	for _, m := range p.Members {
		own := m.Name.Display()
		_, rest, found := strings.Cut(name, own)
		if !found {
			return nil, true // a name of their own
		}
		if words := strings.Fields(rest); len(words) > 1 && !strings.HasPrefix(rest, ",") {
			own += " " + words[0]
		}
		if !fits(own) {
			return nil, false
		}
		bound = append(bound, own)
	}
	return bound, true
}

// printedName is the name with its prefix, and apart the post-nominals, which
// print without points in the order of precedence however they were given.
func printedName(p *model.Placement) (name, postNominals string) {
	if len(p.Members) == 1 && p.EntryName == "" {
		return p.Members[0].Name.WithPrefix(), model.OrderPostNominals(p.Members[0].Name.PostNominals)
	}
	return p.PrintedName(), ""
}

func widest(lines []typeset.Line) (w typeset.Length) {
	for _, l := range lines {
		w = max(w, l.Width)
	}
	return w
}

// job is what a member does and where, as printed that year.
type job struct {
	who   typeset.Line // only where there are several
	lines []jobLine
}

// jobLine is a line of title, of organisation, or of both.
type jobLine struct {
	runs []jobRun
}

type jobRun struct {
	line typeset.Line
	use  Use
	mark textMark
	gap  typeset.Length // before it
}

// setJobs sets title and organisation; of several people each with the name.
func (c *composition) setJobs(s *setter, p *profile, k cell) {
	pl, w := p.entry.placement, k.widthOf(ofJobs)
	several := len(pl.Members) > 1
	for i, m := range pl.Members {
		var j job
		if several && !sameJobs(pl.Members) {
			j.who = s.set(from(pl, model.FieldName), span{CaptionStrong, m.Name.Display()})
		}
		titleMark := from(pl, memberField(model.FieldTitle, i, several)).as(page.Paragraph)
		organisationMark := from(pl, memberField(model.FieldOrganisation, i, several)).as(page.Paragraph)
		title, organisation := pl.InPrint(titleMark.source.Field, m.Title), m.Organisation
		if k.job == jobOnOne && title != "" && organisation != "" {
			j.lines = s.jobOnOne(titleMark, organisationMark, title, organisation, w)
		} else {
			j.lines = append(jobLines(s.lines(titleMark, JobTitle, title, w), JobTitle, titleMark),
				jobLines(s.lines(organisationMark, Organisation, organisation, w), Organisation, organisationMark)...)
		}
		p.jobs = append(p.jobs, j)
		if several && sameJobs(pl.Members) {
			return
		}
	}
}

func jobLines(lines []typeset.Line, use Use, mark textMark) []jobLine {
	out := make([]jobLine, len(lines))
	for i, line := range lines {
		at := mark
		at.source.Start, at.source.End = line.Start, line.End
		out[i] = jobLine{[]jobRun{{line: line, use: use, mark: at}}}
	}
	return out
}

// jobOnOne sets "Title, Organisation" in one paragraph. Where both fit a line
// but not together, each has its own, and no comma stands between them.
func (s *setter) jobOnOne(titleMark, organisationMark textMark, title, organisation string, w typeset.Length) []jobLine {
	lead, comma := s.set(titleMark, span{JobTitle, title}), s.set(furniture, span{JobTitle, ","})
	tail := s.set(organisationMark, span{Organisation, organisation})
	gap := s.c.spaceOf(s.styleOf(JobTitle))
	if lead.Width+comma.Width+gap+tail.Width <= w {
		return []jobLine{{[]jobRun{{line: lead, use: JobTitle, mark: titleMark}, {comma, JobTitle, furniture, 0}, {tail, Organisation, organisationMark, gap}}}}
	}
	return append(jobLines(s.lines(titleMark, JobTitle, title, w), JobTitle, titleMark),
		jobLines(s.lines(organisationMark, Organisation, organisation, w), Organisation, organisationMark)...)
}

func sameJobs(members []model.Member) bool {
	for _, m := range members[1:] {
		if m.Title != members[0].Title || m.Organisation != members[0].Organisation {
			return false
		}
	}
	return true
}

func memberField(field string, i int, several bool) string {
	if !several {
		return field
	}
	return model.MemberField(field, i)
}
