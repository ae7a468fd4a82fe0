package intake

import (
	"html"
	"regexp"
	"strings"
)

// The addresses of films. Only provider and number are kept, so quotes gone
// wrong, entities and settings behind them do no harm.
var (
	vimeoLink   = regexp.MustCompile(`(?i)\b(?:player\.)?vimeo\.com/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/|showcase/\d+/video/)?(\d{5,12})(?:/([0-9a-f]{8,12})\b)?(?:[^\s<>]*?[?&]h=([0-9a-f]{8,12})\b)?`)
	youtubeLink = regexp.MustCompile(`(?i)\b(?:youtube(?:-nocookie)?\.com/(?:embed/|shorts/|live/|v/|watch\?(?:[^\s<>]*?&)?v=)|youtu\.be/)([\w-]{11})(?:[^\w-]|$)`)
	onlyLink    = regexp.MustCompile(`(?i)^(?:(?:watch|view|see|video|film|the|full|interview|here|on|vimeo|youtube)[\s:–-]+){0,5}<?(?:https?://)?(?:www\.)?((?:player\.)?vimeo\.com|(?:www\.)?youtube(?:-nocookie)?\.com|youtu\.be)/\S+>?$`)
)

// videoLink finds a film in an address or in a piece of markup and gives its
// canonical link, or nothing.
func videoLink(text string) string {
	text = html.UnescapeString(html.UnescapeString(text))
	if m := vimeoLink.FindStringSubmatch(text); m != nil {
		link := "https://vimeo.com/" + m[1]
		if key := firstOf(m[2], m[3]); key != "" {
			link += "/" + strings.ToLower(key) // an unlisted film is not found without it
		}
		return link
	}
	if m := youtubeLink.FindStringSubmatch(text); m != nil {
		return "https://youtu.be/" + m[1]
	}
	return ""
}

var (
	frameTag   = regexp.MustCompile(`(?is)<iframe\b.*?(?:>|$)(?:\s*</iframe\s*>)?`)
	frameTitle = regexp.MustCompile(`(?is)[\s"'”″’]title\s*=\s*(?:["'“”„″‘’′]|&quot;)*([^"“”„″<>]*)`)
	scriptTag  = regexp.MustCompile(`(?is)<(script|style)\b.*?(?:</(?:script|style)\s*>|$)`)
	otherTag   = regexp.MustCompile(`(?is)</?(?:iframe|script|style|div|p|span|figure|figcaption|section|center|br|a|em|strong|b|i|h[1-6]|ul|ol|li|img|blockquote|object|embed|param|video|source)(?:\s[^<>]*)?/?>`)
)

// takeFrames cuts embedded films out of markup, whatever became of its quotes.
// Line ends stay, so that lines keep their numbers.
func takeFrames(text string) (string, []frame) {
	var frames []frame
	text = frameTag.ReplaceAllStringFunc(text, func(tag string) string {
		f := frame{link: videoLink(tag)}
		if m := frameTitle.FindStringSubmatch(tag); m != nil {
			f.title = squeeze(html.UnescapeString(m[1]))
		}
		frames = append(frames, f)
		return blank(tag)
	})
	return text, frames
}

// takeMarkup cuts pieces of markup out of text and gives the films they showed.
func takeMarkup(text string) (string, []frame) {
	if strings.Contains(text, "&lt;iframe") {
		text = strings.NewReplacer("&lt;", "<", "&gt;", ">").Replace(text)
	}
	if !strings.Contains(text, "<") {
		return text, nil
	}
	text, frames := takeFrames(text)
	text = scriptTag.ReplaceAllStringFunc(text, blank)
	return otherTag.ReplaceAllStringFunc(text, blank), frames
}

// blank keeps nothing of a piece but its line ends.
func blank(piece string) string {
	if n := strings.Count(piece, "\n"); n > 0 {
		return strings.Repeat("\n", n)
	}
	return " "
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}
