package intake

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	htmlStart = regexp.MustCompile(`(?i)^\s*<(!doctype|!--|html|head|body|meta|main|article|section|header|div|p|h[1-6])\b`)
	htmlBlock = regexp.MustCompile(`(?i)</(p|h[1-6]|li|ul|ol|article|section|main|body|html|blockquote)>`)
	htmlBox   = regexp.MustCompile(`(?i)</(div|dl|dt|dd|table|tr|td|th|header|footer|nav|aside)>`)
)

// looksLikeHTML tells a page in markup from text in which a piece of markup
// was left behind.
func looksLikeHTML(text string) bool {
	n := len(htmlBlock.FindAllStringIndex(text, 3))
	start := htmlStart.MatchString(text)
	return n >= 3 || start && (n >= 1 || len(htmlBox.FindAllStringIndex(text, 3)) >= 3)
}

// unseen are elements whose contents nobody reads on the page.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Svg: true,
	atom.Math: true, atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Select: true, atom.Textarea: true,
	atom.Audio: true, atom.Video: true, atom.Map: true,
}

// flowing are elements that stand within a line.
var flowing = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Strong: true, atom.I: true, atom.Em: true, atom.Span: true, atom.U: true, atom.S: true,
	atom.Small: true, atom.Sub: true, atom.Sup: true, atom.Mark: true, atom.Abbr: true, atom.Cite: true, atom.Q: true,
	atom.Code: true, atom.Kbd: true, atom.Samp: true, atom.Var: true, atom.Time: true, atom.Font: true, atom.Bdi: true,
	atom.Bdo: true, atom.Data: true, atom.Del: true, atom.Ins: true, atom.Dfn: true, atom.Label: true, atom.Wbr: true,
	atom.Big: true, atom.Tt: true, atom.Ruby: true, atom.Rt: true, atom.Rp: true, atom.Strike: true, atom.Button: true,
}

// readHTML takes the lines out of a page. It parses, and does nothing else.
func readHTML(text string) page {
	text, frames := takeFrames(text)
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return readText(text) // what cannot be parsed is read as it stands
	}
	w := htmlWalk{page: page{frames: frames}}
	w.walk(root, around{})
	w.breakLine(true)
	w.cutMarkup()
	for i := range w.page.lines {
		w.page.lines[i].number = i + 1
	}
	return w.page
}

// around is what an element inherits from those it stands in.
type around struct {
	level int
	bold  bool
	item  bool
	site  bool
}

type htmlWalk struct {
	page   page
	text   strings.Builder
	lead   string // what of the line is bold before anything is not
	state  around
	plain  bool // some of the line is not bold
	block  int
	inText bool
}

func (w *htmlWalk) walk(n *html.Node, a around) {
	switch n.Type {
	case html.TextNode:
		w.add(n.Data, a)
		return
	case html.ElementNode:
		if w.element(n, &a) {
			return
		}
	}
	block := n.Type == html.ElementNode && !flowing[n.DataAtom] && n.DataAtom != 0
	if block {
		w.breakLine(true)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, a)
	}
	if block {
		w.breakLine(true)
	}
}

// element looks at what an element itself says; true if its contents do not count.
func (w *htmlWalk) element(n *html.Node, a *around) bool {
	switch n.DataAtom {
	case atom.Title:
		if w.page.title == "" && n.FirstChild != nil {
			w.page.title = squeeze(n.FirstChild.Data)
		}
		return true
	case atom.Br:
		w.breakLine(false)
		return true
	case atom.A:
		if link := videoLink(attribute(n, "href")); link != "" {
			w.page.frames = append(w.page.frames, frame{link: link})
		}
	case atom.Head: // only its title is read
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Title {
				w.element(c, a)
			}
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		a.level = int(n.Data[1] - '0')
	case atom.Dt, atom.Summary:
		a.level = 6
	case atom.B, atom.Strong:
		a.bold = true
	case atom.Li:
		a.item = !holdsAnswer(n)
	case atom.Nav, atom.Footer, atom.Form, atom.Dialog:
		a.site = true
	case atom.Aside:
		a.site = a.site || !holdsHistory(n)
	case atom.Header:
		a.site = a.site || !holds(n, atom.H1)
	}
	if link := embedded(n); link != "" {
		w.page.frames = append(w.page.frames, frame{link: link})
	}
	if strings.Contains(strings.ToLower(attribute(n, "class")), "breadcrumb") || strings.EqualFold(attribute(n, "aria-label"), "breadcrumb") {
		a.site = true
	}
	_, hidden := find(n, "hidden")
	return unseen[n.DataAtom] || hidden
}

func (w *htmlWalk) add(text string, a around) {
	if squeeze(text) != "" {
		if !w.inText {
			w.state, w.plain, w.inText, w.lead = a, false, true, ""
		}
		if !w.plain && !a.bold {
			w.plain, w.lead = true, w.text.String()
		}
		w.state.level = max(w.state.level, a.level)
	}
	w.text.WriteString(text)
}

// breakLine ends the line; a block ends the paragraph too.
func (w *htmlWalk) breakLine(block bool) {
	text, lead := squeeze(w.text.String()), squeeze(w.lead)
	l := line{block: w.block, level: w.state.level, item: w.state.item, site: w.state.site}
	if rest, ok := strings.CutPrefix(text, lead); ok && lead != "" && w.plain && (asks(lead) || prompts(lead)) {
		// "<b>Question?</b> Answer" in one paragraph.
		q := l
		q.text, q.bold = lead, true
		w.page.lines = append(w.page.lines, q)
		text = squeeze(rest)
	}
	if mark, rest := bullet(text); mark != 0 && strings.ContainsRune(sureBullets, mark) {
		text, l.item = rest, true
	}
	if text != "" {
		l.text, l.bold = text, !w.plain
		w.page.lines = append(w.page.lines, l)
	}
	w.text.Reset()
	w.inText, w.lead = false, ""
	if block {
		w.block++
	}
}

// cutMarkup takes out markup that stands as words on the page, because
// somebody pasted it into an editor that shows it.
func (w *htmlWalk) cutMarkup() {
	kept := w.page.lines[:0]
	for _, l := range w.page.lines {
		text, frames := takeMarkup(l.text)
		w.page.frames = append(w.page.frames, frames...)
		if l.text = squeeze(text); l.text != "" {
			kept = append(kept, l)
		}
	}
	w.page.lines = kept
}

func holds(n *html.Node, a atom.Atom) bool {
	for d := range n.Descendants() {
		if d.DataAtom == a {
			return true
		}
	}
	return false
}

// holdsAnswer says whether an item of a list is a question with its answer: a
// heading or bold words, and paragraphs that are not these.
func holdsAnswer(li *html.Node) bool {
	paragraphs, lead := 0, false
	for d := range li.Descendants() {
		switch d.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return true
		case atom.P, atom.Div:
			paragraphs++
		case atom.B, atom.Strong:
			if paragraphs == 0 && d.Parent == li {
				lead = true
			}
			if d.Parent != li && paragraphs == 1 && d.Parent.FirstChild == d && d.NextSibling == nil {
				lead, paragraphs = true, 0
			}
		}
	}
	return lead && paragraphs > 0
}

// embedded finds the film that a script would show in an element's place: its
// number or its address stands in an attribute.
func embedded(n *html.Node) string {
	for _, a := range n.Attr {
		link := ""
		switch {
		case a.Key == "data-vimeo-id" || a.Key == "videoid" && n.Data == "lite-vimeo":
			link = videoLink("https://vimeo.com/" + a.Val)
		case a.Key == "data-youtube-id" || a.Key == "videoid" && n.Data == "lite-youtube":
			link = videoLink("https://youtu.be/" + a.Val)
		case strings.HasPrefix(a.Key, "data-"):
			link = videoLink(a.Val)
		}
		if link != "" {
			return link
		}
	}
	return ""
}

// holdsHistory says whether a list history stands in an element.
func holdsHistory(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && len(historyLines(squeeze(d.Data))) > 0 {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
	v, _ := find(n, name)
	return v
}

func find(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
