package intake

import (
	"regexp"
	"strings"

	"laurel/model"
)

// What belongs to the site and not to the person.
var (
	crumbLine = regexp.MustCompile(`(?i)^(?:(?:you are here:?\s*)?home(?:page)?\b\s*(?:[>»›/|→•·].*)?|[>»›/|→•·\s]+|[>»›/|→].*|menu|search|close|skip to (?:main )?(?:content|navigation)|(?:log|sign)[ -]?in|log ?out|register|subscribe|about(?: us)?|contact(?: us)?|news|events|people|profiles|leaders|back(?: to .*)?|previous|next)$`)

	footerLine = regexp.MustCompile(`(?i)^(?:join (?:our|the|us|over)\b|become a member|sign up\b|subscribe\b|newsletter|our newsletter|register (?:now|for|here)|follow us|connect with us|share (?:this|on|via)\b|©|\(c\)\s|copyright\b|all rights reserved|cookies?\b|we use cookies|this (?:web)?site uses|privacy\b|terms\b|legal notice|back to (?:top|the list|all|list)|related\b|read (?:next|more)|you may also|more (?:from|profiles|leaders|interviews)|see (?:all|more)|view (?:all|more)|other (?:profiles|leaders)|next profile|previous profile|download (?:the|our|your)|nominate\b|get in touch|contact us|about us|membership\b|sponsored by|in partnership with|powered by|website by|designed by|tags?:|filed under|posted (?:in|on)|published (?:on|by)|advertisement|leave a (?:comment|reply))`)

	buttonLine = regexp.MustCompile(`(?i)^(?:(?:(?:share|tweet|post|pin|like|follow|email|print|save)(?: (?:this|it|us|page|article|profile|on|via|to|by|with|email|e-mail|facebook|twitter|x|linkedin|instagram|youtube|whatsapp|xing|bluesky))*[\s|·•,/:]*)+|share|tweet|post|pin|like|email|e-mail|print|save|copy link|facebook|twitter|x|linkedin|instagram|youtube|whatsapp|share this(?: (?:page|article|profile))?:?|advertisement|play(?: video)?|watch(?: (?:the )?(?:video|film|interview))?|read more|show more|expand|collapse|close)$`)
)

// reasons that lines have for standing in no field.
var (
	becauseCrumb   = model.Say("breadcrumb or menu of the site")
	becauseFooter  = model.Say("foot of the site")
	becauseButton  = model.Say("a button of the site")
	becauseAgain   = model.Say("the headline or the name once more")
	becauseHeading = model.Say("heading of the list history")
	becauseSection = model.Say("a heading with nothing of its own under it")
	becauseBefore  = model.Say("stands before the headline")
	becauseNoPlace = model.Say("stands before the first question")
	becauseHistory = model.Say("not understood as a line of the list history")
	becauseAfter   = model.Say("stands after the list history")
	becauseSecond  = model.Say("a second film; a placement has one")
	becauseFilm    = model.Say("the address of a film that was not understood")
	becauseTwice   = model.Say("the same edition once more")
)

// isFooterStart says whether a line begins the foot of a site.
func isFooterStart(text string) bool {
	return footerLine.MatchString(strings.TrimLeft(text, "•·*–—- "))
}
