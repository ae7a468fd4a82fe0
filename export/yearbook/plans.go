package yearbook

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"laurel/export/page"
	"laurel/model"
)

// Blank is a page on which nothing is printed, and why it is there.
type Blank struct {
	Page    int
	Section model.SectionKind // that begins after it; empty at the end of the book
}

// Message says why the page is there.
func (b Blank) Message() model.Message {
	if b.Section == "" {
		return model.Say("Page {{.Page}} is blank: it fills the last sheet.", "Page", b.Page)
	}
	return model.Say("Page {{.Page}} is blank, so that “{{.Section}}” begins on its side of the leaf.", "Page", b.Page, "Section", string(b.Section))
}

// Blanks names the blank pages of the book, the inner sides of a cover left out.
func (b *Book) Blanks() []Blank {
	var blanks []Blank
	for i, p := range b.Document.Pages {
		if !inkless(p) || p.Section == string(model.SectionCover) {
			continue
		}
		blank := Blank{Page: i + 1, Section: model.SectionKind(p.Section)}
		if p.Section == fillerSection {
			blank.Section = ""
		}
		blanks = append(blanks, blank)
	}
	return blanks
}

func inkless(p *page.Page) bool {
	return !slices.ContainsFunc(p.Marks, func(m page.Mark) bool {
		switch m.(type) {
		case *page.Text, *page.Picture, *page.Path:
			return true
		}
		return false
	})
}

// Plan is one way to bind the book: what would be changed in its definition,
// and what that costs.
type Plan struct {
	Yearbook model.Yearbook    // the definition that makes it
	Pages    int               // the cover's left out
	Blank    int               // of them
	Without  model.SectionKind // the section that is left out; empty: none
	Loose    bool              // sections begin on either side of the leaf
	Text     model.Message
}

// dispensable are the sections that a book may go without, the least missed first.
var dispensable = []model.SectionKind{
	model.SectionHalfTitle, model.SectionThanks, model.SectionThemes, model.SectionAlumni,
	model.SectionOrganisations, model.SectionNumbers, model.SectionGlance, model.SectionJudges,
}

// Plans gives the ways to bind a book: first as it is defined, then those that
// take fewer pages, fewer blank ones, or sheets of another size. No text is set
// again for them. It fails where the book itself cannot be made.
func (c *Composer) Plans(ctx context.Context, s *model.Snapshot) ([]Plan, error) {
	run, err := c.begin(ctx, s)
	if err != nil {
		return nil, fmt.Errorf("planning %s: %w", s.Edition.Name(), err)
	}
	profiles, err := run.pageProfiles(ctx)
	if err != nil {
		return nil, fmt.Errorf("planning %s: %w", s.Edition.Name(), err)
	}
	var plans []Plan
	for _, p := range candidates(s.Yearbook) {
		other := *s
		other.Yearbook = p.Yearbook
		again, err := c.begin(ctx, &other)
		if err != nil {
			return nil, fmt.Errorf("planning %s: %w", s.Edition.Name(), err)
		}
		again.paging = run.paging
		p.count(again, profiles)
		if err := errors.Join(ctx.Err(), again.failed); err != nil {
			return nil, fmt.Errorf("planning %s: %w", s.Edition.Name(), err)
		}
		if len(plans) == 0 || p.worthwhile(plans[0]) {
			p.say(plans)
			plans = append(plans, p)
		}
	}
	slices.SortStableFunc(plans[1:], func(a, b Plan) int {
		return cmp.Or(cmp.Compare(a.Blank, b.Blank), cmp.Compare(a.Pages, b.Pages))
	})
	return plans, nil
}

// candidates are the definitions to be tried, the present one first.
func candidates(y model.Yearbook) []Plan {
	all := []Plan{{Yearbook: y}}
	for _, n := range []int{1, 4, 8, 16} {
		if n != max(1, y.Multiple) {
			other := y
			other.Multiple = n
			all = append(all, Plan{Yearbook: other})
		}
	}
	loose := y
	loose.Sections = slices.Clone(y.Sections)
	for i := range loose.Sections {
		loose.Sections[i].Start = model.StartAny
	}
	all = append(all, Plan{Yearbook: loose, Loose: true})
	for _, kind := range dispensable {
		if slices.ContainsFunc(y.Sections, func(s model.Section) bool { return s.Kind == kind && !s.Off }) {
			other := y
			other.Sections = slices.Clone(y.Sections)
			for i := range other.Sections {
				other.Sections[i].Off = other.Sections[i].Off || other.Sections[i].Kind == kind
			}
			all = append(all, Plan{Yearbook: other, Without: kind})
		}
	}
	return all
}

// count composes everything round the profiles and counts the pages.
func (p *Plan) count(run *composition, profiles []*profile) {
	b := &binder{c: run, sheets: run.settle(profiles)}
	b.fill()
	for _, s := range b.sheets {
		if s.page.Section == string(model.SectionCover) {
			continue
		}
		p.Pages++
		if inkless(&s.page) {
			p.Blank++
		}
	}
}

// worthwhile says whether a plan offers what the present one does not: fewer
// pages, fewer blank ones, or sheets that a printer may ask for.
func (p *Plan) worthwhile(now Plan) bool {
	if p.Without != "" || p.Loose {
		return p.Pages < now.Pages || p.Blank < now.Blank
	}
	return true
}

// say puts the plan in a sentence.
func (p *Plan) say(before []Plan) {
	args := []any{"Pages", p.Pages, "Blank", p.Blank, "Section", string(p.Without), "Multiple", p.Yearbook.Multiple}
	switch {
	case len(before) == 0:
		p.Text = model.Say("As it is: {{.Pages}} pages, {{.Blank}} of them blank.", args...)
	case p.Without != "":
		p.Text = model.Say("Without “{{.Section}}”: {{.Pages}} pages, {{.Blank}} of them blank.", args...)
	case p.Loose:
		p.Text = model.Say("With sections on either side of the leaf: {{.Pages}} pages, {{.Blank}} of them blank.", args...)
	case p.Yearbook.Multiple <= 1:
		p.Text = model.Say("Without filling the last sheet: {{.Pages}} pages, {{.Blank}} of them blank.", args...)
	default:
		p.Text = model.Say("In sheets of {{.Multiple}} pages: {{.Pages}} pages, {{.Blank}} of them blank.", args...)
	}
}
