package edition

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
)

// schemeKinds are offered in this order.
var schemeKinds = []model.SchemeKind{model.SchemeFull, model.SchemeTop, model.SchemeBands, model.SchemeCategories, model.SchemeUnranked}

// known is what the dialog of an edition offers to choose from.
type known struct {
	lists    []model.List
	editions []model.Edition
}

// newEdition asks for an edition and shows it. It proposes the next year of
// the edition shown.
func (s *screen) newEdition() {
	s.desk.Fetch("edition.known", func(ctx context.Context, b *store.Book) (any, error) {
		lists, err := b.Lists(ctx)
		if err != nil {
			return nil, err
		}
		editions, err := b.Editions(ctx)
		return known{lists, editions}, err
	}, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.askNew(v.(known))
	})
}

func (s *screen) askNew(k known) {
	var proposed model.Edition
	if s.shown != nil {
		e := s.shown.edition
		proposed = model.Edition{
			ListID: e.ListID, ListName: e.ListName, Year: e.Year + 1, Region: e.Region, Size: e.Size, Scheme: e.Scheme, TieStyle: e.TieStyle,
			Categories: e.Categories, Questions: e.Questions, Locale: e.Locale, Method: e.Method, Criteria: e.Criteria, Rules: e.Rules,
		}
	}
	f := newEditionForm(k, proposed, true)
	f.show(s.desk.Window(), lang.L("New edition"), lang.L("Create"), func(e model.Edition) {
		s.desk.Do(func(r store.Receipt, err error) {
			if err == nil {
				s.desk.SetEdition(r.Created)
			}
		}, store.CreateEdition{Edition: e})
	})
}

// editEdition shows the settings of the edition.
func (s *screen) editEdition() { s.settings(0) }

// editQuestions shows what the edition asks, ready to write the next question.
func (s *screen) editQuestions() {
	if s.shown == nil {
		return
	}
	f := s.settings(tabQuestions)
	f.questions.append()
	// Not before it is painted does the toolkit know on which canvas a field is.
	s.desk.Window().Canvas().Focus(f.questions.field.Focusable())
}

func (s *screen) settings(tab int) *editionForm {
	e := s.shown.edition
	f := newEditionForm(known{s.shown.lists, s.shown.editions}, e, false)
	f.show(s.desk.Window(), lang.L("Edition settings"), lang.L("Save"), func(now model.Edition) {
		c := store.UpdateEdition{
			ID: e.ID, ListName: &now.ListName, Year: &now.Year, Region: &now.Region, Size: &now.Size, TieStyle: &now.TieStyle,
			Categories: &now.Categories, Questions: &now.Questions, Predecessor: &now.Predecessor,
			Finished: &now.Finished, Published: &now.Published, Method: &now.Method, Criteria: &now.Criteria, Judges: &now.Judges,
			Rules: &now.Rules, Schedule: &now.Schedule,
		}
		if schemeText(now.Scheme) != schemeText(e.Scheme) {
			c.Scheme = &now.Scheme // a new scheme renumbers: only where it is one
		}
		s.desk.Do(nil, c)
	})
	f.open(tab)
	return f
}

func schemeText(s model.Scheme) string { return s.String() + "\n" + strings.Join(s.Bands, "\n") }

// linesIn gives the lines of a text that hold something.
func linesIn(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
