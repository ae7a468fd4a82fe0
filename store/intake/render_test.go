package intake

import (
	"fmt"
	"strings"
)

// render writes a draft as a person would check it.
func render(d Draft) string {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, e := range d.Editions {
		say("edition %s|%d|%s scheme=%s size=%d questions=%d", e.List, e.Year, e.Region, e.Scheme, e.Size, len(e.Questions))
	}
	for _, p := range d.Placements {
		say("placement %s|%d|%s %s rank=%d tied=%t band=%q reason=%q full=%t", p.Edition.List, p.Edition.Year, p.Edition.Region,
			p.Kind, p.Rank.Number, p.Rank.Tied, p.Rank.Band, p.Rank.Reason, p.Full)
		if !p.Full {
			continue
		}
		for _, m := range p.Members {
			say("  member [%s][%s][%s][%s][%s]\n    title        %s\n    organisation %s",
				m.Name.Prefix, m.Name.Given, m.Name.Particle, m.Name.Family, m.Name.PostNominals, m.Title, m.Organisation)
		}
		say("  citation %q\n  video %s", p.Citation, p.Video)
		for _, a := range p.Answers {
			say("  Q %s\n  A %s", a.Question, strings.ReplaceAll(a.Original, "\n", "\n    "))
		}
	}
	for _, l := range d.Leftover {
		say("left %d %q: %s", l.Number, l.Text, l.Reason)
	}
	for _, l := range d.Dropped {
		say("dropped %d %q: %s", l.Number, l.Text, l.Reason)
	}
	for _, n := range d.Notes {
		say("note %s", n)
	}
	return b.String()
}
