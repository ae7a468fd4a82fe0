package kit

// commit hands a typed text on: after a pause in typing, when the field is
// left, on Enter, or when asked to.
type commit struct {
	// OnCommit gets a text that differs from the one loaded or handed on last.
	OnCommit func(text string)

	text func() string
	last string
	stop func()
}

func (c *commit) reset(text string) {
	c.cancel()
	c.last = text
}

func (c *commit) cancel() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}

func (c *commit) changed() {
	c.cancel()
	if c.OnCommit != nil {
		c.stop = after(typingPause, c.Flush)
	}
}

// Flush hands on now what was typed and not yet handed on.
func (c *commit) Flush() {
	c.cancel()
	text := c.text()
	if text == c.last {
		return
	}
	c.last = text
	if c.OnCommit != nil {
		c.OnCommit(text)
	}
}

// Pending tells whether something was typed that is not yet handed on.
func (c *commit) Pending() bool { return c.text() != c.last }
