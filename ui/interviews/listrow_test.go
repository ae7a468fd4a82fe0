package interviews

import (
	"strings"
	"testing"

	"laurel/model"
)

// A name or a question without room in one line makes its row higher, and two people
// stand one below the other.
func TestLongNamesAndQuestionsHaveSeveralLines(t *testing.T) {
	_, s, _ := open(t)
	entry := func(names ...string) row {
		p := &model.Placement{ID: model.ID(strings.Join(names, ""))}
		for _, n := range names {
			p.Members = append(p.Members, model.Member{Name: model.ParseName(n)})
		}
		return row{entry: p}
	}
	for _, c := range []struct {
		row   row
		width float32
		want  float32
	}{
		{entry("Ada Quill"), 264, rowHeight},
		{entry("Rosalind Mkhwanazi-Petersen"), 264, rowHeight + 20},
		{entry("Théodore Bettencourt-Reis", "Zbigniew Żuraw-Dębska"), 264, rowHeight + 20},
		{entry("Théodore Bettencourt-Reis", "Zbigniew Żuraw-Dębska"), 600, rowHeight},
		{row{question: "How did it begin?", told: "3 of 3 answered"}, 264, rowHeight},
		{row{question: strings.Repeat("Where is data changing? ", 20), told: "To choose 14" + between + "214 of 245 answered"}, 264, rowHeight + 2*20 + 16},
	} {
		if got := s.list.heightIn(c.row, c.width); got != c.want {
			t.Errorf("%s%.20s at %.0f px is %.0f high, want %.0f", c.row.question, c.row.told, c.width, got, c.want)
		}
	}
	v := newRowView(s.desk)
	long := entry("Théodore Bettencourt-Reis", "Zbigniew Żuraw-Dębska")
	v.fill(long, model.TieBefore, 264)
	if v.name.Tooltip() != "Théodore Bettencourt-Reis & Zbigniew Żuraw-Dębska" || v.name.Size().Height != 40 {
		t.Errorf("the name is %.0f high, its tooltip %q", v.name.Size().Height, v.name.Tooltip())
	}
}
