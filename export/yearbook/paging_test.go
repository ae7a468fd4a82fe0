package yearbook

import (
	"slices"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// answered gives everybody three answers of so many words.
func answered(s *model.Snapshot, words int) *model.Snapshot {
	for i := range s.Placements {
		p := &s.Placements[i]
		p.Strapline, p.Video = "Counts the boats twice, and then the people", "https://films.example/"+itoa(i+1)
		p.Answers = nil
		for n := range 3 {
			p.Answers = append(p.Answers, model.Answer{
				ID: model.ID("answer-" + itoa(i+1) + "-" + itoa(n)), Question: "Which number do you trust least, and why?", Edited: proseOf(words),
			})
		}
	}
	return s
}

// An interview of three answers of 150 words fits its place on every trim, and
// leaves no page blank.
func TestUsualInterviewsFitEveryTrim(t *testing.T) {
	atLength(t)
	for _, theme := range model.Themes {
		for _, trim := range model.Trims {
			for _, kind := range []slotKind{slotSpread, slotOne} {
				s := answered(difficult(1), 150)
				for range 5 {
					s.Placements = append(s.Placements, s.Placements[0])
				}
				for i := range s.Placements {
					s.Placements[i].ID, s.Placements[i].Rank.Number = model.ID("entry-"+itoa(i+1)), i+1
				}
				s.Yearbook.Theme, s.Yearbook.Trim = theme, trim.Name
				inSlots(s, kind)
				b := compose(t, s)
				for _, p := range problemsOf(b, model.ProblemOverset) {
					if p.Field != model.FieldPullQuote {
						t.Errorf("%s %s %s: %s", theme, trim.Name, slotNames[kind], p.Text)
					}
				}
				for i, p := range b.Document.Pages {
					if between := i > 0 && p.Section != fillerSection; between && inkless(p) {
						t.Errorf("%s %s %s: page %d is blank", theme, trim.Name, slotNames[kind], i+1)
					}
				}
			}
		}
	}
}

// Texts too long for any place run on and leave no page blank.
func TestLongInterviewsLeaveNoPageBlank(t *testing.T) {
	atLength(t)
	for _, trim := range []string{"120×170", "A5", "210×265"} {
		for kind := range slotKinds {
			s := answered(difficult(11), 100)
			s.Yearbook.Trim = trim
			inSlots(s, kind)
			for i := range s.Placements {
				if i%2 == 0 {
					s.Placements[i].Answers[0].Edited = "We measured the harbour again, and it was deeper than we thought. " + proseOf(900)
				}
			}
			b := compose(t, s)
			checkClear(t, b)
			for i, p := range b.Document.Pages {
				if i > 0 && p.Section != fillerSection && inkless(p) {
					t.Errorf("%s, %s: page %d is blank", trim, slotNames[kind], i+1)
				}
			}
		}
	}
}

func TestShareOut(t *testing.T) {
	for _, test := range []struct {
		name  string
		usual int
		most  []int
		want  []int
	}{
		{"all fit", 2, []int{2, 2, 2, 2}, []int{2, 2}},
		{"one is left at the end", 2, []int{2, 2, 2}, []int{2, 1}},
		{"a long one after a pair", 2, []int{2, 2, 1, 2, 2}, []int{2, 1, 2}},
		{"a long one within a pair", 2, []int{2, 1, 2, 2}, []int{1, 1, 2}},
		{"a long one among four", 4, []int{4, 4, 4, 2, 4, 4, 4, 4}, []int{2, 2, 4}},
		{"five by four", 4, []int{4, 4, 4, 4, 4}, []int{3, 2}},
		{"one a page", 1, []int{1, 1}, []int{1, 1}},
		{"nobody", 3, nil, nil},
	} {
		entries := make([]int, len(test.most))
		for i := range entries {
			entries[i] = i
		}
		if got := shareOut(entries, test.most, test.usual); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// Where most texts are too long, all profiles have the next larger slot, which is
// said; where one is, it has a larger one for itself, and nothing goes overleaf.
func TestLongTextsTakeLargerSlots(t *testing.T) {
	for _, test := range []struct {
		name  string
		long  func(i int) bool
		pages []int // on which the profiles begin
		kind  model.ProblemKind
	}{
		{"none", func(int) bool { return false }, []int{1, 1, 2, 2, 3, 3, 4, 4}, ""},
		{"the fourth", func(i int) bool { return i == 3 }, []int{1, 1, 2, 3, 4, 4, 5, 5}, model.ProblemOverset},
		{"most", func(i int) bool { return i > 1 }, []int{1, 2, 3, 4, 5, 6, 7, 8}, model.ProblemBook},
	} {
		s := answered(difficult(1), 40)
		for range 7 {
			s.Placements = append(s.Placements, s.Placements[0])
		}
		for i := range s.Placements {
			p := &s.Placements[i]
			p.ID, p.Rank.Number, p.Answers = model.ID("entry-"+itoa(i+1)), i+1, slices.Clone(p.Answers)
			if test.long(i) {
				p.Answers[0].Edited = proseOf(160)
			}
		}
		inSlots(s, slotTwo)
		s.Edition.Scheme = model.Scheme{Kind: model.SchemeFull}
		b := compose(t, s)
		for i, want := range test.pages {
			if got := b.Pages[s.Placements[i].ID]; got != want {
				t.Errorf("%s: entry %d is on page %d, want %d", test.name, i+1, got, want)
			}
		}
		said := false
		for _, p := range b.Problems {
			said = said || p.Kind == test.kind && p.Severity == model.Warning
			if p.Kind == model.ProblemOverset && p.Severity == model.Error {
				t.Errorf("%s: %s", test.name, p.Text)
			}
		}
		if said == (test.kind == "") {
			t.Errorf("%s: said that it takes a larger place: %t", test.name, said)
		}
		for n, p := range b.Document.Pages {
			for _, m := range p.Marks {
				if text, ok := m.(*page.Text); ok && readLine(text) == "continued" {
					t.Errorf("%s: something goes on on page %d", test.name, n+1)
				}
			}
		}
	}
}

// Where long texts stand so that every other page would differ from the rest,
// the whole book takes the larger slot, although most texts are short.
func TestNoPatchworkOfSlots(t *testing.T) {
	s := answered(difficult(1), 20)
	for range 19 {
		s.Placements = append(s.Placements, s.Placements[0])
	}
	for i := range s.Placements {
		p := &s.Placements[i]
		p.ID, p.Rank.Number, p.Answers = model.ID("entry-"+itoa(i+1)), i+1, slices.Clone(p.Answers)
		if i%4 == 1 {
			p.Answers[0].Edited = proseOf(200)
		}
	}
	inSlots(s, slotTwo)
	b := compose(t, s)
	for i := range s.Placements {
		if got := b.Pages[s.Placements[i].ID]; got != i+1 {
			t.Errorf("entry %d is on page %d", i+1, got)
		}
	}
}

// Portraits of a page each are taller where answers are short, all alike, and
// as drawn where they are not.
func TestPortraitsFollowTheAnswers(t *testing.T) {
	heights := func(words int) (all []page.Length) {
		s := answered(difficult(1), words)
		for range 5 {
			s.Placements = append(s.Placements, s.Placements[0])
		}
		for i := range s.Placements {
			s.Placements[i].ID, s.Placements[i].Rank.Number = model.ID("entry-"+itoa(i+1)), i+1
		}
		inSlots(s, slotOne)
		for _, p := range compose(t, s).Document.Pages {
			for _, m := range p.Marks {
				if picture, ok := m.(*page.Picture); ok {
					all = append(all, picture.H)
				}
			}
		}
		return all
	}
	short, long := heights(30), heights(110)
	if len(short) != 6 || len(long) != 6 || slices.Min(short) != slices.Max(short) || slices.Min(short) <= slices.Max(long) {
		t.Errorf("portraits are %v high with short answers, %v with long ones", short, long)
	}
}

// Where pages stay open at the foot all profiles begin lower, but not where one of
// them needs the room.
func TestShortProfilesBeginLower(t *testing.T) {
	for _, theme := range model.Themes {
		tops := map[bool]page.Length{}
		for _, long := range []bool{false, true} {
			s := answered(difficult(1), 12)
			for range 5 {
				s.Placements = append(s.Placements, s.Placements[0])
			}
			for i := range s.Placements {
				p := &s.Placements[i]
				p.ID, p.Rank.Number = model.ID("entry-"+itoa(i+1)), i+1
				if p.Answers = slices.Clone(p.Answers[:1]); long && i == 3 {
					p.Answers[0].Edited = proseOf(300)
				}
			}
			s.Yearbook.Theme = theme
			inSlots(s, slotOne)
			b := compose(t, s)
			checkClear(t, b)
			for _, p := range problemsOf(b, model.ProblemOverset) {
				t.Errorf("%s, one is long %t: %s", theme, long, p.Text)
			}
			for i, p := range b.Document.Pages {
				for _, m := range p.Marks {
					if picture, ok := m.(*page.Picture); ok {
						if top := tops[long]; top > 0 && picture.Y != top {
							t.Errorf("%s, one is long %t: page %d begins at %.1f mm, others at %.1f mm", theme, long, i+1, picture.Y.MM(), top.MM())
						}
						tops[long] = picture.Y
					}
				}
			}
		}
		if tops[false] < tops[true]+typeset.MM(8) {
			t.Errorf("%s: short profiles begin at %.1f mm, with a long one at %.1f mm", theme, tops[false].MM(), tops[true].MM())
		}
	}
}

// Movement stands with the rank, above the name; without a rank below the job, so
// that names stand level.
func TestMovementStandsWithTheRank(t *testing.T) {
	for _, ranked := range []bool{true, false} {
		s := difficult(8)
		inSlots(s, slotOne)
		if !ranked {
			for i := range s.Placements {
				s.Placements[i].Rank = model.Rank{Reason: model.ByScheme}
			}
		}
		for _, p := range compose(t, s).Document.Pages {
			at, moved := map[string]page.Length{}, map[string]page.Length{}
			for _, text := range pageTexts(p) {
				switch {
				case text.Source.Field == model.FieldName && text.Role == page.Heading2 && at[text.Source.Record] == 0:
					at[text.Source.Record] = text.Y
				case text.Source.Field == model.FieldRank && text.Role == page.Paragraph:
					moved[text.Source.Record] = text.Y
				}
			}
			for record, y := range moved {
				if name, ok := at[record]; ok && (y < name) != ranked {
					t.Errorf("ranked %t: movement stands at %.1f mm, the name at %.1f", ranked, y.MM(), name.MM())
				}
			}
		}
	}
}

// Profiles short enough for a slot stand in it clear of each other, in every theme
// and language, on every trim that has room for it.
func TestShortProfilesStandClear(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range append(slices.Clone(model.Trims), model.Trim{Name: "120×170"}) {
			for i, kind := range []slotKind{slotTwo, slotTwoFiled, slotThree, slotFour} {
				s := answered(difficult(1), 45)
				for range 11 {
					s.Placements = append(s.Placements, s.Placements[0])
				}
				for i := range s.Placements {
					p := &s.Placements[i]
					p.ID, p.Rank.Number, p.Answers = model.ID("entry-"+itoa(i+1)), i+1, p.Answers[:1]
				}
				s.Yearbook.Theme, s.Yearbook.Trim, s.Yearbook.Language = theme, trim.Name, model.BookLanguages[i*2]
				inSlots(s, kind)
				checkClear(t, compose(t, s))
				if t.Failed() {
					t.Fatalf("%s %s %s", theme, trim.Name, slotNames[kind])
				}
			}
		}
	}
}

// A mark beside a rank keeps within its column, shorter where that is narrow.
func TestMarksBesideRanksKeepTheirColumn(t *testing.T) {
	for _, theme := range model.Themes {
		s := sampleSnapshot(t, "emea-2026")
		s.Edition.Scheme = model.Scheme{Kind: model.SchemeFull}
		for i := range s.Placements {
			p := &s.Placements[i]
			p.Answers = p.Answers[:min(1, len(p.Answers))]
			if p.Rank.Number == 0 {
				p.Rank = model.Rank{Number: i + 1}
			}
		}
		s.Yearbook.Theme, s.Yearbook.Trim = theme, "A5"
		inSlots(s, slotThree)
		b := compose(t, s)
		checkClear(t, b)
		marks := 0
		for _, p := range b.Document.Pages {
			for _, text := range pageTexts(p) {
				if text.Source.Field == model.FieldRank && strings.HasPrefix(readLine(text), "RE") {
					marks++
				}
			}
		}
		if marks == 0 {
			t.Errorf("%s: nobody is marked as back", theme)
		}
	}
}

// Those left at the end of a part stand in the form of all others.
func TestTheLastPageKeepsItsForm(t *testing.T) {
	for _, theme := range model.Themes {
		for perPage := 2; perPage <= 4; perPage++ {
			s := invented(4*perPage + 1)
			s.Edition.Scheme = model.Scheme{Kind: model.SchemeFull}
			s.Yearbook.Theme, s.Yearbook.PerPage = theme, perPage
			s.Yearbook.Sections = []model.Section{{Kind: model.SectionProfiles}}
			c := newComposer(t, 0)
			run, err := c.begin(t.Context(), s)
			if err != nil {
				t.Fatal(err)
			}
			profiles, err := run.pageProfiles(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range profiles {
				if p.kind != profiles[0].kind {
					t.Errorf("%s, %d a page: profile %d stands as %s, the first as %s", theme, perPage, i+1, slotNames[p.kind], slotNames[profiles[0].kind])
				}
			}
			checkClear(t, compose(t, s))
		}
	}
}

// What is said of movement stays in its column on small pages in every language:
// where a line has no room for both, the note stands below the mark.
func TestMovementHasRoomInEveryLanguage(t *testing.T) {
	for _, theme := range model.Themes {
		for _, language := range model.BookLanguages {
			s := sampleSnapshot(t, "emea-2026")
			s.Yearbook.Theme, s.Yearbook.Trim, s.Yearbook.Language = theme, "A5", language
			s.Yearbook.Sections = []model.Section{{Kind: model.SectionTop}}
			s.Placements = s.Placements[:10]
			b := compose(t, s)
			checkClear(t, b)
			for _, p := range problemsOf(b, model.ProblemNearEdge) {
				t.Errorf("%s %s, page %d: %s", theme, language, p.Page, p.Text)
			}
		}
	}
}

// Beside a portrait that runs over the foot of its page, who took it is named at
// the foot of the text, beside any other where the picture ends.
func TestTheCreditStandsAtThePortraitsFoot(t *testing.T) {
	for _, theme := range []string{"laurel", "gazette"} {
		for _, quoted := range []bool{true, false} {
			s := sampleSnapshot(t, "emea-2026")
			s.Yearbook.Theme, s.Placements = theme, s.Placements[:10]
			s.Yearbook.Sections = []model.Section{{Kind: model.SectionTop}}
			for i := range s.Placements {
				for j := range s.Placements[i].Answers {
					if !quoted {
						s.Placements[i].Answers[j].PullQuote = model.Excerpt{}
					}
				}
			}
			b := compose(t, s)
			checkClear(t, b)
			c, err := newComposer(t, 1).begin(t.Context(), s)
			if err != nil {
				t.Fatal(err)
			}
			p := b.Document.Pages[b.Pages[s.Placements[0].ID]-1]
			var foot, credit typeset.Length
			for _, m := range p.Marks {
				switch m := m.(type) {
				case *page.Picture:
					foot = m.Y + m.H
				case *page.Text:
					if m.Source.Field == model.FieldCredit {
						credit = m.Y
					}
				}
			}
			want := foot
			if over := foot > b.Document.Trim.H; over == quoted {
				t.Errorf("%s, quoted %t: the portrait ends at %.0f mm", theme, quoted, foot.MM())
			} else if over {
				want = c.grid.ln(float64(c.grid.last))
			}
			if off := credit - want; max(off, -off) > 2*typeset.Pt {
				t.Errorf("%s, quoted %t: the credit stands at %.1f mm, want %.1f mm", theme, quoted, credit.MM(), want.MM())
			}
		}
	}
}
