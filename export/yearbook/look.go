package yearbook

import "laurel/export/typeset"

// look is the type of a part of the book: the theme's, with what a slot changes.
type look struct {
	types  [uses]Type
	styles [uses]typeset.Style
}

// lookOf gives the look of a slot.
func (c *composition) lookOf(k slotKind) *look { return &c.looks[k] }

// loadLooks sets up the type of the pages and that of each slot.
func (c *composition) loadLooks() error {
	c.looks = make([]look, slotKinds)
	for k := range c.looks {
		l := &c.looks[k]
		l.types = c.theme.Type
		for u, t := range c.theme.Slots[k].Type {
			l.types[u] = t
		}
		for u, t := range l.types {
			if err := c.loadStyle(&l.styles[u], t); err != nil {
				return err
			}
		}
	}
	for u, t := range c.theme.Type {
		if err := c.loadStyle(&c.styles[u], t); err != nil {
			return err
		}
	}
	return nil
}

// typeOf is how a use looks where this setter is at work.
func (s *setter) typeOf(u Use) Type {
	if s.look != nil {
		return s.look.types[u]
	}
	return s.c.theme.Type[u]
}

func (s *setter) styleOf(u Use) typeset.Style {
	if s.look != nil {
		return s.look.styles[u]
	}
	return s.c.styles[u]
}

// leading is the distance of the lines of a use, in lines of the grid.
func (s *setter) leading(u Use) float64 { return s.c.inLines(s.typeOf(u).Leading) }

// caps is the height of the capitals and lining figures of a use, in lines.
func (s *setter) caps(u Use) float64 {
	style := s.styleOf(u)
	return s.c.inLines(style.Face.Scale(style.Face.CapHeight(), style.Size))
}
