package ui

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
)

// mostRecent is how many books the start screen offers.
const mostRecent = 8

// recentBook is what the start screen knows of a book without opening it: how
// it stood when it was last open in this window.
type recentBook struct {
	Path      string `json:"path"`
	UID       string `json:"uid,omitempty"`
	Name      string `json:"name,omitempty"` // of the edition last shown, without its region
	Region    string `json:"region,omitempty"`
	Confirmed int    `json:"confirmed,omitempty"`
	Size      int    `json:"size,omitempty"`
	Frozen    bool   `json:"frozen,omitempty"`
	ChangedAt int64  `json:"changed_at,omitempty"` // Unix ms, UTC
	Problems  int    `json:"problems,omitempty"`
	Stops     int    `json:"stops,omitempty"` // problems that stop a press export
	Screen    string `json:"screen,omitempty"`
	Person    string `json:"person,omitempty"` // who was shown there
	LastStep  string `json:"last_step,omitempty"`
}

// recent gives the books opened last, the newest first.
func (w *window) recent() []recentBook {
	var books []recentBook
	if err := json.Unmarshal([]byte(w.app.Preferences().StringWithFallback(prefRecent, "[]")), &books); err != nil {
		return nil // another version's words: the list begins anew
	}
	return books
}

func (w *window) keepRecent(books []recentBook) {
	if text, err := json.Marshal(books[:min(len(books), mostRecent)]); err == nil {
		w.app.Preferences().SetString(prefRecent, string(text))
	}
}

// remember puts a book at the head of the recent ones and keeps what is known
// of it.
func (w *window) remember(path string) {
	books := w.recent()
	b := recentBook{Path: path}
	if i := slices.IndexFunc(books, func(r recentBook) bool { return r.Path == path }); i >= 0 {
		b = books[i]
		books = slices.Delete(books, i, i+1)
	}
	w.keepRecent(append([]recentBook{b}, books...))
}

// forget takes a book from the recent ones; the file stays as it is.
func (w *window) forget(path string) {
	w.keepRecent(slices.DeleteFunc(w.recent(), func(r recentBook) bool { return r.Path == path }))
}

// noteRecent keeps how the open book stands, for the start screen.
func (w *window) noteRecent() {
	books := w.recent()
	i := slices.IndexFunc(books, func(r recentBook) bool { return r.Path == w.info.Path })
	if w.session == nil || i < 0 {
		return
	}
	b := &books[i]
	b.UID = w.info.UID
	b.Screen, b.Person = string(w.current), ""
	if p := w.proof; p != nil {
		e := p.Snapshot.Edition
		b.Region, b.Frozen, b.ChangedAt = e.Region, e.Frozen, p.Snapshot.ChangedAt
		e.Region = "" // stands by itself
		b.Name = e.Name()
		b.Confirmed, b.Size = confirmed(p.Snapshot)
		stops, _ := desk.BySeverity(p.Book.Problems)
		b.Problems, b.Stops = len(p.Book.Problems), len(stops)
		if s := w.screens[w.current]; s != nil {
			b.Person = personAt(p.Snapshot, s.Place())
		}
	}
	w.keepRecent(books)
}

// noteLastStep keeps what was done last.
func (w *window) noteLastStep() {
	w.Fetch("window.laststep", func(ctx context.Context, b *store.Book) (any, error) {
		return b.History(ctx, store.HistoryFilter{Limit: 1})
	}, func(v any, err error) {
		steps, ok := v.([]store.Operation)
		books := w.recent()
		i := slices.IndexFunc(books, func(r recentBook) bool { return r.Path == w.info.Path })
		if err != nil || !ok || i < 0 || len(steps) == 0 {
			return
		}
		books[i].LastStep = speak(steps[0].Label)
		w.keepRecent(books)
	})
}

// confirmed counts the printed entries of an edition, and how many it is to have.
func confirmed(s *model.Snapshot) (done, size int) {
	all := 0
	for _, p := range s.Placements {
		switch {
		case p.Status.Printed():
			done++
			all++
		case p.Status == model.Nominated || p.Status == model.Longlisted || p.Status == model.Shortlisted:
			all++
		}
	}
	return done, max(s.Edition.Size, all)
}

// personAt is the name of who stands at a place.
func personAt(s *model.Snapshot, at desk.Place) string {
	if p, ok := s.People[at.PersonID]; ok {
		return p.Name.Display()
	}
	for _, p := range s.Placements {
		if p.ID == at.PlacementID {
			return p.PrintedName()
		}
	}
	return ""
}

// ago says when a book was changed last, as one would: today by the clock, this
// year by the day.
func ago(at, now time.Time) string {
	if at.Year() == now.Year() && at.YearDay() == now.YearDay() {
		return lang.L("Today {{.Time}}", map[string]any{"Time": at.Format("15:04")})
	}
	if y := now.AddDate(0, 0, -1); at.Year() == y.Year() && at.YearDay() == y.YearDay() {
		return lang.L("Yesterday")
	}
	month := lang.L(at.Month().String())
	if at.Year() == now.Year() {
		return lang.L("{{.Day}} {{.Month}}", map[string]any{"Day": at.Day(), "Month": month})
	}
	return lang.L("{{.Day}} {{.Month}} {{.Year}}", map[string]any{"Day": at.Day(), "Month": month, "Year": at.Year()})
}
