package yearbook

import (
	"slices"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/model"
)

// Parts that no opener opens stand in the contents all the same, lead to their
// first page, and have their profiles under them in the bookmarks.
func TestPartsWithoutOpenersAreFound(t *testing.T) {
	for _, perPage := range []int{1, 2} {
		s := sampleSnapshot(t, "emea-2026")
		s.Placements, s.Yearbook.PerPage = s.Placements[:30], perPage
		s.Yearbook.Sections = slices.DeleteFunc(s.Yearbook.Sections, func(section model.Section) bool { return section.Kind == model.SectionOpener })
		b := compose(t, s)
		contents := sectionText(b, model.SectionContents)
		for _, title := range []string{"The top ten", "A to Z"} {
			if !strings.Contains(contents, title) {
				t.Errorf("%d a page: %q is not in the contents", perPage, title)
			}
		}
		under, links := map[string]string{}, map[string]bool{}
		section := ""
		for i, p := range b.Document.Pages {
			for _, m := range p.Marks {
				switch m := m.(type) {
				case *page.Bookmark:
					if m.Level == 0 {
						section = m.Title
					} else {
						under[m.Title] = section
					}
				case *page.Link:
					links[m.Anchor] = true
				case *page.Anchor:
					if m.Name == "part-top" && i+1 != b.Pages[s.Placements[0].ID] {
						t.Errorf("%d a page: the top begins on page %d", perPage, i+1)
					}
				}
			}
		}
		first, last := "1 "+s.Placements[0].PrintedName(), s.Placements[29].PrintedName()
		if under[first] != "The top ten" || under[last] != "A to Z" {
			t.Errorf("%d a page: %q stands under %q, %q under %q", perPage, first, under[first], last, under[last])
		}
		if !links["part-top"] || !links["part-rest"] {
			t.Errorf("%d a page: the contents do not lead to the parts: %v", perPage, links)
		}
	}
}
