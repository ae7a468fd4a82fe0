package desk

import (
	"laurel/model"
	"laurel/ui/kit"
)

// Edits shows how a value became another: short ones whole, long ones word by
// word.
func Edits(before, after string, style kit.Style, none string) *kit.Edits {
	const short = 40 // bytes: of so little, the whole is read more easily
	if len(before) <= short && len(after) <= short || before == "" || after == "" {
		var all []kit.Edit
		if before != "" {
			all = append(all, kit.Edit{Kind: kit.EditGone, Text: before})
		} else {
			all = append(all, kit.Edit{Text: none})
		}
		if after != "" {
			all = append(all, kit.Edit{Kind: kit.EditAdded, Text: after})
		} else {
			all = append(all, kit.Edit{Text: none})
		}
		return kit.NewEdits(style, all...)
	}
	var all []kit.Edit
	for _, w := range model.CompareWords(before, after) {
		kind := map[model.Change]kit.EditKind{model.Kept: kit.EditKept, model.Gone: kit.EditGone, model.Added: kit.EditAdded}[w.Change]
		all = append(all, kit.Edit{Kind: kind, Text: w.Text})
	}
	return kit.NewEdits(style, all...)
}
