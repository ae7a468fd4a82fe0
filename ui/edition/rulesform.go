package edition

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// rulesTab is where the rules stand in the settings of an edition.
const rulesTab = 2

// rulesForm is who may stand in an edition: one check for each rule, with its
// number. The numbers of categories stand with these.
type rulesForm struct {
	parts []rulePart
}

type rulePart struct {
	kind   model.RuleKind
	check  *kit.Check
	number *kit.Field // nil for a rule without one
}

func newRulesForm(e model.Edition) *rulesForm {
	f := &rulesForm{}
	for _, r := range []struct {
		kind    model.RuleKind
		text    string
		numbers string // what is proposed
	}{
		{model.RuleOrganisation, lang.L("At most so many of one organisation"), "3"},
		{model.RuleYears, lang.L("At most so many years one after the other"), "3"},
		{model.RuleFormerFirst, lang.L("Not who was no. 1 the time before"), ""},
		{model.RuleJudges, lang.L("Not the judges"), ""},
	} {
		part := rulePart{kind: r.kind}
		if r.numbers != "" {
			part.number = kit.NewField(lang.L("At most"), r.numbers)
		}
		part.check = kit.NewCheck(r.text, func(on bool) {
			if part.number != nil {
				part.number.SetReadOnly(!on)
				if on && part.number.Text() == "" {
					part.number.SetText(r.numbers)
				}
			}
		})
		rule, has := e.RuleOf(r.kind)
		part.check.SetOn(has)
		if part.number != nil {
			part.number.SetText(number(rule.Most))
			part.number.SetReadOnly(!has)
		}
		f.parts = append(f.parts, part)
	}
	return f
}

func (f *rulesForm) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.NewParagraph(lang.L("Who does not keep a rule is marked in the list and stops a press export. The rules belong to this edition alone."), kit.Small)}
	for _, p := range f.parts {
		if p.number == nil {
			objects = append(objects, p.check)
			continue
		}
		objects = append(objects, kit.MidRow(16, kit.Grow(1, p.check), kit.Fixed(96, p.number)))
	}
	return objects
}

// rules reads the form. fault is the tab with what is wrong, or -1.
func (f *rulesForm) rules() (rules []model.Rule, fault int) {
	fault = -1
	for _, p := range f.parts {
		if !p.check.On() {
			continue
		}
		r := model.Rule{Kind: p.kind}
		if p.number != nil {
			r.Most = count(p.number)
		}
		if r.Check() != nil {
			p.number.SetError(lang.L("Write a number."))
			fault = rulesTab
			continue
		}
		rules = append(rules, r)
	}
	return rules, fault
}
