package chart

import (
	"fmt"

	"laurel/export/page"
	"laurel/export/typeset"
)

// Faces sets the type of a theme: a plain and a strong face of one family at a
// size, figures of one width.
func (t *Theme) Faces(lib *typeset.Library, plain, strong string, size Length) error {
	t.Library = lib
	regular, err := lib.Face(plain)
	if err != nil {
		return fmt.Errorf("the type of charts: %w", err)
	}
	bold, err := lib.Face(strong)
	if err != nil {
		return fmt.Errorf("the type of charts: %w", err)
	}
	style := func(f *typeset.Face, share Length) typeset.Style {
		return typeset.Style{Face: f, Size: size * share / 100, Features: "tnum,lnum", NoHyphen: true}
	}
	t.Text = Type{style(regular, 100), t.Ink}
	t.Strong = Type{style(bold, 100), t.Ink}
	t.Number = Type{style(bold, 100), t.Ink}
	t.Note = Type{style(regular, 90), t.Grey}
	t.Small = Type{style(bold, 90), t.OnMain}
	return nil
}

// OneColour completes a theme that draws with an accent and one paler tone, as
// a book does: everything else is mixed from them.
func (t *Theme) OneColour() {
	t.Back, t.Other = blend(t.Mid, t.Main, 0.45), t.Mid
	t.Up, t.Down = t.Main, t.Grey
	t.Series = [6]page.Color{t.Main, t.Main, blend(t.Mid, t.Main, 0.5), t.Mid, blend(t.Paper, t.Mid, 0.6), t.Light}
}
