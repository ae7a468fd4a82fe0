package model

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
)

// sound is an edition with nothing to say against it.
func sound(names ...string) *Snapshot {
	s := &Snapshot{
		Edition: Edition{ID: "e", Scheme: Scheme{Kind: SchemeFull}, Size: len(names), Finished: true},
		People:  map[ID]Person{}, Photos: map[ID]Photo{},
	}
	for i, name := range names {
		id := ID(fmt.Sprint("person", i+1))
		photo := ID(fmt.Sprint("photo", i+1))
		n := ParseName(name)
		s.People[id] = Person{ID: id, Name: n, PhotoID: photo, Consent: ConsentGranted}
		s.Photos[photo] = Photo{ID: photo, Key: "key" + string(photo), Credit: "Kim Vale"}
		s.Placements = append(s.Placements, Placement{
			ID: ID(fmt.Sprint("entry", i+1)), Kind: EntryPerson, Status: Confirmed, Pos: i + 1, Rank: Rank{Number: i + 1},
			Members: []Member{{PersonID: id, Name: n, Title: "Director of Data", Organisation: "Example Service"}},
			Answers: []Answer{{ID: ID(fmt.Sprint("answer", i+1)), Question: "What’s next?", Original: "More.", Edited: "More.", Approved: true}},
		})
	}
	return s
}

// said lists problems as "error rank-hole entry3 rank: text".
func said(problems []Problem) string {
	var lines []string
	for _, p := range problems {
		where := p.Field
		if p.Record != "" {
			where = string(p.Record) + "." + where
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s: %s", p.Severity, p.Kind, p.PlacementID, where, p.Text))
	}
	return strings.Join(lines, "\n")
}

func TestCheck(t *testing.T) {
	five := []string{"Ada Example", "Ben Marsh", "Cy Dale", "Di Rees", "Ed Abel"}
	tests := []struct {
		name  string
		spoil func(s *Snapshot)
		want  string
	}{
		{"nothing", func(*Snapshot) {}, ""},

		// interviews
		{"one has not answered", func(s *Snapshot) { s.Placements[2].Answers = nil }, "warning no-interview entry3 answer: Nothing answered, and no citation"},
		{"nobody was asked", func(s *Snapshot) { silence(s) }, ""},
		{"nobody answered", func(s *Snapshot) {
			silence(s)
			s.Edition.Questions = []string{"What’s next?"}
		}, "warning no-interview  e.answer: None of 5 people has answered anything"},

		// signs that are not seen
		{
			"a sign that turns the direction", func(s *Snapshot) { s.Placements[1].Answers[0].Edited = "Quay \u202e100\u202c." },
			"warning direction-sign entry2 answer2.answer: Hidden sign that turns the direction of writing: 100.",
		},
		{
			"one in a name", func(s *Snapshot) { s.Placements[1].Members[0].Name.Given = "B\u2066en" },
			"warning direction-sign entry2 name: Hidden sign that turns the direction of writing: Ben",
		},

		// number
		{"one too few, finished", func(s *Snapshot) { s.Edition.Size = 6 }, "error wrong-number  e.size: 5 of 6 entries confirmed"},
		{"one too few, draft", func(s *Snapshot) { s.Edition.Size, s.Edition.Finished = 6, false }, "warning wrong-number  e.size: 5 of 6 entries confirmed"},
		{"one too many, draft", func(s *Snapshot) { s.Edition.Size, s.Edition.Finished = 4, false }, "error wrong-number  e.size: 5 of 4 entries confirmed"},
		{"size unknown", func(s *Snapshot) { s.Edition.Size = 0 }, ""},
		{"those who do not print", func(s *Snapshot) {
			s.Placements = append(s.Placements, Placement{Status: Reserve, Members: []Member{{}}}, Placement{Status: Shortlisted, Rank: Rank{Number: 1}})
		}, ""},

		// ranks
		{"hole", func(s *Snapshot) { s.Placements[3].Rank.Number, s.Placements[4].Rank.Number = 5, 6 }, "error rank-hole entry4 rank: Nobody at rank 4"},
		{"wide hole", func(s *Snapshot) { s.Placements[4].Rank.Number = 9 }, "error rank-hole entry5 rank: Nobody at ranks 5–8"},
		{"hole at the top", func(s *Snapshot) {
			for i := range s.Placements {
				s.Placements[i].Rank.Number++
			}
		}, "error rank-hole entry1 rank: Nobody at rank 1"},
		{"twice", func(s *Snapshot) { s.Placements[3].Rank.Number = 3 }, "error rank-duplicate entry4 rank: Rank 3 is given to Cy Dale too"},
		{"tie", func(s *Snapshot) {
			s.Placements[2].Rank, s.Placements[3].Rank = Rank{Number: 3, Tied: true}, Rank{Number: 3, Tied: true}
		}, ""},
		{"tie half marked", func(s *Snapshot) {
			s.Placements[2].Rank, s.Placements[3].Rank = Rank{Number: 3}, Rank{Number: 3, Tied: true}
		}, "error tie-unmarked entry3 rank: Shares rank 3 without being marked as equal"},
		{"tie without skipping", func(s *Snapshot) {
			s.Placements[2].Rank, s.Placements[3].Rank, s.Placements[4].Rank = Rank{Number: 3, Tied: true}, Rank{Number: 3, Tied: true}, Rank{Number: 4}
		}, "error rank-duplicate entry5 rank: Rank 4 is taken up by a tie at 3"},
		{"tie with nobody", func(s *Snapshot) { s.Placements[2].Rank.Tied = true }, "warning tie-unmarked entry3 rank: Marked as equal at rank 3, but nobody else is there"},
		{"no rank", func(s *Snapshot) { s.Placements[4].Rank = Rank{Reason: NotYetRanked} }, "error rank-missing entry5 rank: No rank in a full ranking"},
		{"honorary", func(s *Snapshot) { s.Placements[4].Rank = Rank{Reason: OutsideRanked} }, ""},
		{"top three", func(s *Snapshot) {
			s.Edition.Scheme = Scheme{Kind: SchemeTop, Top: 3}
			s.Placements[3].Rank, s.Placements[4].Rank = Rank{Reason: ByScheme}, Rank{Reason: ByScheme}
		}, ""},
		{"top three with a fourth", func(s *Snapshot) {
			s.Edition.Scheme = Scheme{Kind: SchemeTop, Top: 3}
			s.Placements[4].Rank = Rank{Reason: ByScheme}
		}, "error wrong-number entry4 rank: Rank 4 in a top 3"},
		{"top three not filled", func(s *Snapshot) {
			s.Edition.Scheme = Scheme{Kind: SchemeTop, Top: 3}
			for i := 1; i < 5; i++ {
				s.Placements[i].Rank = Rank{Reason: ByScheme}
			}
		}, "error rank-hole entry1 rank: Nobody at ranks 2–3"},
		{"categories", func(s *Snapshot) {
			s.Edition.Scheme = Scheme{Kind: SchemeCategories}
			for i := range s.Placements {
				s.Placements[i].Category, s.Placements[i].Rank.Number = []string{"Retail", "Energy"}[i%2], i/2+1
			}
		}, ""},
		{"bands", func(s *Snapshot) {
			s.Edition.Scheme = Scheme{Kind: SchemeBands}
			for i := range s.Placements {
				s.Placements[i].Rank = Rank{Band: "Band 1"}
			}
			s.Placements[1].Rank = Rank{Reason: NotYetRanked}
		}, "error rank-missing entry2 rank: No band"},
		{"unranked", func(s *Snapshot) {
			s.Edition.Scheme = Scheme{Kind: SchemeUnranked}
			for i := range s.Placements {
				s.Placements[i].Rank = Rank{Reason: ByScheme}
			}
		}, ""},

		// photos
		{"no photo", func(s *Snapshot) { delete(s.Photos, "photo2") }, "warning missing-photo entry2 person2.photo: No photo"},
		{"no photo of the person, but of the year", func(s *Snapshot) {
			s.Photos["year"] = Photo{ID: "year", Key: "year", Credit: "Kim Vale"}
			s.Placements[1].PhotoID = "year"
			delete(s.Photos, "photo2")
		}, ""},
		{"no credit", func(s *Snapshot) { s.Photos["photo2"] = Photo{ID: "photo2", Key: "k", Credit: " "} }, "warning missing-credit entry2 photo2.credit: Photo has no credit"},
		{"same photo", func(s *Snapshot) {
			s.Photos["photo4"] = Photo{ID: "photo4", Key: s.Photos["photo2"].Key, Credit: "Kim Vale"}
		}, "error same-photo entry4 photo4.photo: Same photo as Ben Marsh"},
		{"same picture in another file", func(s *Snapshot) {
			look := func(id ID, img image.Image) {
				photo := s.Photos[id]
				photo.Look = LookOf(img)
				s.Photos[id] = photo
			}
			look("photo1", face(60, 80, 0.2, 120))
			look("photo2", face(60, 80, 0.25, 210))
			look("photo4", face(90, 120, 0.25, 210))
		}, "warning same-photo entry4 photo4.photo: The photo looks the same as that of Ben Marsh"},
		{"another file of the same person", func(s *Snapshot) {
			for _, id := range []ID{"photo1", "other"} {
				s.Photos[id] = Photo{ID: id, Key: string(id), Credit: "Kim Vale", Look: LookOf(face(60, 80, 0.25, 210))}
			}
			s.Placements[4].Kind, s.Placements[4].Members, s.Placements[4].PhotoID = EntryJoint, append(slices.Clone(s.Placements[4].Members), s.Placements[0].Members[0]), "other"
		}, ""},
		{"licence ended", func(s *Snapshot) { rights(s, "2026-03", "2026-04-01") }, "error rights-ended entry2 photo2.rights: The licence of the photo ends before the book is published: 2026-03"},
		{"licence ends on the day", func(s *Snapshot) { rights(s, "2026-03", "2026-03-31") }, ""},
		{"licence ended when the data last changed", func(s *Snapshot) {
			rights(s, "2025-12-31", "in spring")
			s.ChangedAt = 1_767_323_045_000
		}, "error rights-ended entry2 photo2.rights: The licence of the photo ends before the book is published: 2025-12-31"},
		{"same person twice", func(s *Snapshot) {
			s.Placements[4].Kind, s.Placements[4].Members = EntryJoint, append(slices.Clone(s.Placements[4].Members), s.Placements[0].Members[0])
		}, ""},
		{"organisation without a photo", func(s *Snapshot) {
			s.Placements[4] = Placement{ID: "org", Kind: EntryOrganisation, EntryName: "Example Trust", Status: Confirmed, Pos: 5, Rank: Rank{Number: 5}}
		}, ""},

		// people
		{"refused", func(s *Snapshot) { consent(s, "person2", ConsentRefused) }, "error no-consent entry2 person2.consent: Does not want to be printed"},
		{"asked", func(s *Snapshot) { consent(s, "person2", ConsentAsked) }, "warning no-consent entry2 person2.consent: Asked for consent, no answer yet"},
		{"never asked", func(s *Snapshot) { consent(s, "person2", ConsentUnknown) }, "warning no-consent entry2 person2.consent: No consent recorded"},
		{"no title", func(s *Snapshot) { s.Placements[1].Members[0].Title = "" }, "warning no-title entry2 title: No job title"},
		{"no job", func(s *Snapshot) { s.Placements[1].Members[0].Title, s.Placements[1].Members[0].Organisation = "", " " }, "warning no-title entry2 title: Neither job title nor organisation"},
		{"no title of the second of two", func(s *Snapshot) {
			second := s.Placements[1].Members[0]
			second.Title = ""
			s.Placements[0].Kind, s.Placements[0].Members = EntryJoint, append(slices.Clone(s.Placements[0].Members), second)
		}, "warning no-title entry1 title/1: No job title"},

		// interview
		{"stale", func(s *Snapshot) {
			s.Placements[1].Answers[0].Excerpt = Excerpt{Text: "More.", Stale: true, Parts: []ExcerptPart{{Exact: "More."}}}
		}, "warning stale-excerpt entry2 answer2.excerpt: Excerpt is stale, question 1"},
		{"stale pull quote", func(s *Snapshot) {
			s.Placements[1].Answers[0].PullQuote = Excerpt{Text: "More.", Stale: true, Parts: []ExcerptPart{{Exact: "More."}}}
		}, "warning stale-excerpt entry2 answer2.pull quote: Pull quote is stale, question 1"},
		{"not approved", func(s *Snapshot) { s.Placements[1].Answers[0].Approved = false }, "warning unapproved entry2 answer2.approved: Answer not approved, question 1"},
		{"several not approved", func(s *Snapshot) {
			a := s.Placements[1].Answers[0]
			a.Approved = false
			s.Placements[1].Answers = []Answer{a, a, a}
		}, "warning unapproved entry2 answer2.approved: 3 answers not approved"},
		{"nothing answered", func(s *Snapshot) { s.Placements[1].Answers[0].Edited = "\n" }, "warning no-interview entry2 answer: Nothing answered, and no citation"},
		{"a citation is enough", func(s *Snapshot) { s.Placements[1].Answers, s.Placements[1].Citation = nil, "A steady hand." }, ""},

		// words
		{"straight quotes", func(s *Snapshot) { s.Placements[1].Answers[0].Edited = `We said "no more" often.` }, `warning straight-quotes entry2 answer2.answer: Straight quotation mark: "no`},
		{"straight apostrophe in a title", func(s *Snapshot) { s.Placements[1].Members[0].Title = "Head of Children's Data" }, "warning straight-quotes entry2 title: Straight quotation mark: Children's"},
		{"feet and inches", func(s *Snapshot) { s.Placements[1].Answers[0].Edited = `It was 6'2" high.` }, ""},
		{"double space", func(s *Snapshot) { s.Placements[1].Citation = "A steady\u00a0 hand." }, "warning double-space entry2 citation: Double space after “steady”"},
		{"what does not print", func(s *Snapshot) {
			a := &s.Placements[1].Answers[0]
			a.Edited = "More. It's  \"on\"."
			a.Excerpt = Choose(a.Edited, []Range{{0, 5}})
		}, ""},
		{"own name", func(s *Snapshot) { s.Placements[0].Citation = "Ada Exampel leads. Ada Example wins." }, "warning own-name entry1 citation: Name spelled differently: “Exampel”"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := sound(five...)
			test.spoil(s)
			if got := said(Check(s)); got != test.want {
				t.Errorf("\n got %s\nwant %s", got, test.want)
			}
		})
	}
}

// silence takes all answers away.
func silence(s *Snapshot) {
	for i := range s.Placements {
		s.Placements[i].Answers = nil
	}
}

func rights(s *Snapshot, until, published string) {
	photo := s.Photos["photo2"]
	photo.RightsUntil = until
	s.Photos["photo2"], s.Edition.Published = photo, published
}

func consent(s *Snapshot, id ID, c Consent) {
	p := s.People[id]
	p.Consent = c
	s.People[id] = p
}

func TestProblemsAreInTheOrderOfTheBook(t *testing.T) {
	s := sound("Zoe Abel", "Ada Example", "Ben Marsh")
	s.Edition.Scheme, s.Edition.Size = Scheme{Kind: SchemeTop, Top: 1}, 4
	for i := range s.Placements {
		s.Placements[i].Rank = Rank{Reason: ByScheme}
		s.Placements[i].Members[0].Title = ""
	}
	s.Placements[2].Rank = Rank{Number: 1}
	consent(s, "person2", ConsentRefused)
	delete(s.Photos, "photo3")
	want := strings.Join([]string{
		"error wrong-number  e.size: 3 of 4 entries confirmed",
		"error no-consent entry2 person2.consent: Does not want to be printed",
		"warning missing-photo entry3 person3.photo: No photo",
		"warning no-title entry3 title: No job title",
		"warning no-title entry1 title: No job title",
		"warning no-title entry2 title: No job title",
	}, "\n")
	if got := said(Check(s)); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	for _, p := range Check(s) {
		if p.Text.String() == "" || p.Remedy.String() == "" || strings.Contains(p.Text.String()+p.Remedy.String(), "{{") {
			t.Errorf("%s says %q and %q", p.Kind, p.Text, p.Remedy)
		}
		if p.PlacementID != "" && p.Kind != ProblemRankHole && p.Person == "" {
			t.Errorf("%s names nobody", p.Kind)
		}
	}
}

func TestMisspelt(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"Ada Example", "Ada Example leads. Example’s team, the Examples, and Ada.", nil},
		{"Ada Example", "Then Ada Exampel came.", []string{"Exampel"}},
		{"Ada Example", "Then Dr Exmaple came.", []string{"Exmaple"}},
		{"Ada Example", "then exampel came", nil},
		{"Agnieszka Żuraw-Dębska", "When Agnieska began, Zuraw-Debska was small.", []string{"Agnieska", "Zuraw-Debska"}},
		{"Zoë Brontë", "Zoe led it, said Zoë. Bronte agreed.", []string{"Bronte"}},
		{"Zoë Brontë", "ZOË BRONTE", nil},
		{"Tom Reed", "Read Reed. The Reef is far.", nil},
		{"Tom Reed", "It was Tom Read who came.", []string{"Read"}},
		{"Tom Reed", "It was Tim Reed who came.", nil},
		{"Anna Browne", "Brownie recipes. We met Anna Brown there.", []string{"Brown"}},
		{"Gabriel García Márquez", "So Gabriel Garcia Marquez came.", []string{"Garcia", "Marquez"}},
		{"Анна Ветрова", "Я видел Анну Ветрову.", nil},
		{"Zendara", "Here Zendra sings.", []string{"Zendra"}},
		{"", "Nobody here.", nil},
	}
	for _, test := range tests {
		if got := Misspelt(ParseName(test.name), test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s in %q: %q, want %q", test.name, test.text, got, test.want)
		}
	}
}

func FuzzCheckWords(f *testing.F) {
	f.Add("Ada Example", `It's  "Exampel"`+"\u00a0 x")
	f.Fuzz(func(t *testing.T, name, text string) {
		for _, w := range Misspelt(ParseName(name), text) {
			if !strings.Contains(text, w) {
				t.Errorf("%q is not in %q", w, text)
			}
		}
		for _, s := range (Writing{}).Slips(text) {
			if s.Start < 0 || s.Start >= s.End || s.End > len(text) || !strings.Contains(text, s.Near) {
				t.Errorf("%+v is not in %q", s, text)
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	names := make([]string, 100)
	for i := range names {
		names[i] = fmt.Sprintf("Ada%d Example%d", i, i)
	}
	s := sound(names...)
	for i := range s.Placements {
		s.Placements[i].Answers[0].Edited = strings.Repeat("Data literacy is a key enabler of value. How are we approaching it? ", 30)
	}
	for b.Loop() {
		Check(s)
	}
}

func TestProblemsAreReadPageByPage(t *testing.T) {
	problems := []Problem{
		{Severity: Warning, PlacementID: "b", Page: 9, Kind: ProblemMissingPhoto},
		{Severity: Warning, PlacementID: "none", Kind: ProblemNoTitle},
		{Severity: Warning, PlacementID: "a", Page: 4, Kind: ProblemMissingPhoto},
		{Severity: Error, PlacementID: "b", Page: 9, Kind: ProblemMissingGlyph},
		{Severity: Warning, PlacementID: "a", Page: 4, Kind: ProblemLooseLine},
		{Severity: Warning, Kind: ProblemSpineText},
	}
	SortProblems(problems)
	var got []string
	for _, p := range problems {
		got = append(got, string(p.Kind))
	}
	if want := "missing-glyph spine-text missing-photo loose-line missing-photo no-title"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
