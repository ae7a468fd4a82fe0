package yearbook

import (
	"fmt"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// difficult is an edition of people whom no slot was drawn for: names of forty
// letters, titles of three lines, nobody's photo, no answers, joint entries,
// things, long histories, long addresses.
func difficult(n int) *model.Snapshot {
	s := invented(n)
	s.Edition.Scheme = model.Scheme{Kind: model.SchemeFull}
	s.History, s.Predecessor = map[model.ID][]model.Appearance{}, &model.Edition{Year: 2030}
	s.Earlier = map[model.ID][]model.Appearance{}
	for i := range s.Placements {
		p := &s.Placements[i]
		p.Rank = model.Rank{Number: i + 1}
		p.Sector, p.Country = "Tides and harbours", "North"
		p.Strapline = "Counts the boats twice, and then the people in them"
		p.Video = "https://films.example/" + itoa(i+1)
		m := &p.Members[0]
		id := model.ID("photo-" + itoa(i))
		s.Photos[id] = model.Photo{ID: id, Key: string(id), Width: 3000, Height: 4000, Credit: "Ines Calloway"}
		s.People[m.PersonID] = model.Person{ID: m.PersonID, PhotoID: id}
		s.History[m.PersonID] = []model.Appearance{{EditionID: "a", ListID: "list", Region: "North", Year: 2029, Rank: model.Rank{Number: 40 + i}}}
		if i%2 == 1 {
			s.Earlier[p.ID] = []model.Appearance{{Year: 2030, Rank: model.Rank{Number: i + 4}, Status: model.Confirmed}}
		}
		complicate(s, p, i)
	}
	return s
}

func complicate(s *model.Snapshot, p *model.Placement, i int) {
	m := &p.Members[0]
	switch i % 10 {
	case 1:
		m.Name.Family = "Featherstonehaugh-Cholmondeley-Marjoribanks"
	case 2:
		m.Title = "Vice-President for Data Governance, Business Intelligence, Advanced Analytics and Responsible Machines"
		m.Organisation = "International Federation of Meteorological and Oceanographic Institutes"
	case 3:
		p.Answers, p.Strapline = nil, ""
	case 4:
		m.Name = model.Name{Given: "Xi", Family: "Hadjipanayiotopoulouconstantinidis"}
	case 5:
		m.Name.Prefix, m.Name.PostNominals = "The Right Honourable Professor Dame", "GBE KCB FRS FREng MP"
	case 6:
		p.Video = "https://www.films-of-the-year.example/watch/a-very-long-address/123456"
		for y := 2001; y < 2031; y++ {
			s.History[m.PersonID] = append(s.History[m.PersonID], model.Appearance{
				EditionID: model.ID(fmt.Sprint("x", y)), ListID: "list", Region: "North", Year: y, Rank: model.Rank{Number: y - 2000},
			})
		}
	case 7:
		delete(s.People, m.PersonID)
		p.Strapline = strings.TrimSpace(strings.Repeat("Never wants to end and goes on. ", 9))
	case 8:
		other := member(i + 40)
		other.Title, other.Organisation = "Director of Records", "Kuzey Risk Pool"
		p.Kind, p.Members = model.EntryJoint, append(p.Members, other)
	case 9:
		p.Kind, p.EntryName, p.Members = model.EntryThing, "The Great Tidal Calendar of the Northern Harbours", nil
	}
}

// inSlots puts all profiles into one kind of slot.
func inSlots(s *model.Snapshot, kind slotKind) {
	s.Yearbook.Sections = []model.Section{{Kind: model.SectionProfiles, PerPage: 1}}
	switch kind {
	case slotSpread:
		s.Yearbook.Sections = []model.Section{{Kind: model.SectionTop, Count: len(s.Placements)}}
	case slotTwo:
		s.Yearbook.Sections[0].PerPage = 2
	case slotTwoFiled:
		s.Yearbook.Sections[0].PerPage = 2
		for i := range s.Placements {
			s.Placements[i].Rank = model.Rank{Reason: model.ByScheme}
		}
	case slotThree:
		s.Yearbook.Sections[0].PerPage = 3
	case slotFour:
		s.Yearbook.Sections[0].PerPage = 4
	}
}

var slotNames = [slotKinds]string{"spread", "one", "two", "two without ranks", "three", "four"}

// TestEverySlotInEveryThemeOnEveryTrim looks that difficult profiles are placed
// whole, on the page, clear of each other.
func TestEverySlotInEveryThemeOnEveryTrim(t *testing.T) {
	trims := []string{"120×170", "420×600"}
	for _, preset := range model.Trims {
		trims = append(trims, preset.Name)
	}
	for _, theme := range model.Themes {
		for _, trim := range trims {
			for kind := range slotKinds {
				t.Run(theme+" "+trim+" "+slotNames[kind], func(t *testing.T) {
					t.Parallel()
					s := difficult(11)
					s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
					inSlots(s, kind)
					if kind == slotThree || kind == slotFour {
						for i := range s.Placements {
							s.Placements[i].Strapline = "" // they are not drawn with one
						}
					}
					b := compose(t, s)
					checkNothingLost(t, s, b)
					checkContains(t, s, b)
					checkClear(t, b)
				})
			}
		}
	}
}

// ink is the box of a text's capitals.
type ink struct {
	x0, x1, y0, y1 typeset.Length
	text           string
	block          int
}

// checkClear looks that no text of a page stands in another, in a picture or a
// code, or off the page.
func checkClear(t *testing.T, b *Book) {
	t.Helper()
	for n, p := range b.Document.Pages {
		var all []ink
		for _, m := range p.Marks {
			if picture, ok := m.(*page.Picture); ok {
				all = append(all, ink{x0: picture.X, x1: picture.X + picture.W, y0: picture.Y, y1: picture.Y + picture.H, text: "a photo"})
			}
			if code, ok := m.(*page.Path); ok && strings.HasPrefix(code.Alt, "QR") {
				all = append(all, boxOf(code))
			}
			text, ok := m.(*page.Text)
			if !ok || len(text.Line.Glyphs) == 0 || text.Source.Field == model.FieldRank && plated(p, text) {
				continue
			}
			g := text.Line.Glyphs[0]
			caps := g.Face.Scale(g.Face.XHeight(), typeset.Length(g.Size))
			left, _, _, _, _ := g.Face.GlyphBox(g.ID) // large figures are hung by their ink
			k := ink{text.X + max(0, g.Face.Scale(left, typeset.Length(g.Size))), text.X + text.Line.Width, text.Y - caps, text.Y, readLine(text), text.Block}
			if k.x0 < 0 || k.x1 > b.Document.Trim.W || k.y0 < 0 || k.y1 > b.Document.Trim.H-4*typeset.Pt {
				t.Errorf("page %d: %q stands off the page: %.1f–%.1f × %.1f mm", n+1, k.text, k.x0.MM(), k.x1.MM(), k.y1.MM())
			}
			for _, o := range all {
				const touch = typeset.Pt
				if k.x0+touch < o.x1 && o.x0+touch < k.x1 && k.y0 < o.y1 && o.y0 < k.y1 {
					t.Errorf("page %d: %q stands in %q", n+1, k.text, o.text)
				}
			}
			all = append(all, k)
		}
	}
}

func boxOf(path *page.Path) ink {
	box := ink{x0: 1 << 40, y0: 1 << 40, text: "a code"}
	for _, segment := range path.Segments {
		if segment.Op == page.Close {
			continue
		}
		at := segment.P[0]
		box.x0, box.x1, box.y0, box.y1 = min(box.x0, at.X), max(box.x1, at.X), min(box.y0, at.Y), max(box.y1, at.Y)
	}
	return box
}

// plated says whether a rank stands on a plate of its own over the portrait.
func plated(p *page.Page, rank *page.Text) bool {
	for _, m := range p.Marks {
		if plate, ok := m.(*page.Path); ok && plate.Fill != nil && plate.Source.Field == model.FieldRank && plate.Source.Record == rank.Source.Record {
			return true
		}
	}
	return false
}

// In the first edition of a list nobody is said to be included for the first time,
// and where nothing else is known of an entry the answers have the foot of its slot.
func TestFootOfASlotWithNothingToSay(t *testing.T) {
	foot := func(sector string, predecessor *model.Edition, perPage func(*model.Snapshot) *model.Snapshot) (*Book, Slot) {
		s := perPage(invented(3))
		s.Predecessor = predecessor
		for i := range s.Placements {
			s.Placements[i].Sector = sector
		}
		b := compose(t, s)
		return b, b.Slots["entry-2"]
	}
	asTheyCome := func(s *model.Snapshot) *model.Snapshot { return s }
	for name, form := range map[string]func(*model.Snapshot) *model.Snapshot{"one per page": onePerPage, "spreads": asTheyCome} {
		first, silent := foot("", nil, form)
		later, labelled := foot("", &model.Edition{Year: 2030}, form)
		_, spoken := foot("Harbours", nil, form)
		for b, want := range map[*Book]bool{first: false, later: true} {
			text := ""
			for _, n := range b.PagesOf("entry-2") {
				text += pageText(b.Document.Pages[n-1])
			}
			if got := strings.Contains(strings.ToLower(text), "first time included"); got != want {
				t.Errorf("%s: included for the first time: %v, want %v", name, got, want)
			}
		}
		if silent.MaxLines <= spoken.MaxLines {
			t.Errorf("%s: with nothing at the foot there are %d lines, with a sector %d", name, silent.MaxLines, spoken.MaxLines)
		}
		if name == "spreads" && labelled.MaxLines != spoken.MaxLines {
			t.Errorf("the history stands along the foot of a spread, which has %d lines and not %d", labelled.MaxLines, spoken.MaxLines)
		}
	}
}

// A rule has something below it: a person of whom there is no more than a name has none.
func TestNoRuleOverNothing(t *testing.T) {
	for _, asked := range []bool{true, false} {
		s := invented(2)
		for i := range s.Placements {
			s.Placements[i].Sector = ""
			if !asked {
				s.Placements[i].Answers = nil
			}
		}
		b := compose(t, s)
		rules := 0
		for _, m := range b.Document.Pages[b.Pages["entry-1"]].Marks { // the right-hand page of the spread
			if path, ok := m.(*page.Path); ok && path.Stroke != nil && len(path.Segments) == 2 {
				rules++
			}
		}
		if (rules > 0) != asked {
			t.Errorf("answers %v: %d rules", asked, rules)
		}
	}
}

// Leading entries of which there is nothing to read have a page each: the second one
// of a spread would be empty. One who answers gives all of them their spreads.
func TestLeadingEntriesWithNothingToRead(t *testing.T) {
	for answering, pages := range map[int]int{0: 1, 1: 2} {
		s := invented(6)
		for i := range s.Placements[answering:] {
			s.Placements[answering+i].Answers = nil
		}
		b := compose(t, s)
		checkOnThePage(t, b)
		for i := 1; i < 6; i++ {
			a, z := b.Pages[model.ID("entry-"+itoa(i))], b.Pages[model.ID("entry-"+itoa(i+1))]
			if z-a != pages {
				t.Errorf("%d answer: entries %d and %d stand on pages %d and %d", answering, i, i+1, a, z)
			}
		}
		if found := problemsOf(b, model.ProblemOnPages); len(found) > 0 {
			t.Errorf("%d answer: %v", answering, found)
		}
	}
}
