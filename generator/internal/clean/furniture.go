package clean

import (
	"regexp"
	"strings"

	"copydesk/generator/internal/news"
)

// furnitureLongest is how many bytes a line of page furniture has at most; a paragraph is longer.
const furnitureLongest = 200

// pattern tells one sort of page furniture by a whole line.
type pattern struct {
	reason string
	line   *regexp.Regexp
	max    int // bytes
}

// patterns are tried in order. Each matches a whole line, so a sentence that begins like one stays.
var patterns = []pattern{
	// "Share this article on Facebook", "Tweet", "Click to email this to a friend (Opens in new window)"
	{"share line", regexp.MustCompile(`(?i)^(?:share(?: (?:this|on|via|with|it)\b.*)?|tweet(?: this)?|e-?mail(?: this)?|print(?: this)?|pin it|facebook|twitter|linkedin|pinterest|reddit|whatsapp|google\+|stumbleupon|digg|click to (?:share|email|print)\b.*|share:.*|like this:?|follow (?:us|@\w+|me)(?: on .*)?|\d+ shares?)$`), 80},
	// "Read more: Council votes again", "Related articles", "See also: …", "More from Opinion"
	{"link line", regexp.MustCompile(`(?i)^(?:read (?:more|next|also|the full (?:story|article))(?:\s*(?:[:»>→|]|at|here|about|on\b).*)?|related(?: (?:articles?|stories|posts?|links?|content|coverage|topics?))?(?:\s*[:»>].*)?|see also\s*:.*|more (?:from|on|in|like) .{1,60}|also (?:on|in) .{1,40}:|recommended(?: for you| stories)?:?|you (?:may|might) (?:also )?(?:like|be interested in).*|continue reading(?: the main story)?|story continues (?:below|after).*|(?:previous|next|older|newer) (?:post|article|story|entry|page).*|« .{1,80}|.{1,60} »)$`), 140},
	// "Sign up for our newsletter", "Subscribe now", "Get the day's top stories in your inbox"
	{"newsletter box", regexp.MustCompile(`(?i)^(?:(?:sign up|subscribe|register)\b.{0,90}(?:newsletter|e-?mails?|updates|alerts|inbox|today|now|feed|free)\b.{0,40}|subscribe|sign up|get .{1,60} (?:in|to) your inbox.*|enter your e-?mail.*|thank you for (?:subscribing|signing up).*)$`), 160},
	// "(Photo by Jane Roe/Agency)", "Photograph: Jane Roe", "Image credit: Agency", "Jane Roe/Getty Images", "Image source, Jane Roe"
	{"caption", regexp.MustCompile(`(?i)^(?:[(\[]?(?:photo(?:graph)?|image|picture|credit|photo credit|image credit|file photo|video)s?(?: (?:by|via|courtesy(?: of)?))?\s*[:/].{1,120}|\(photo(?:graph)?s? by .{1,100}\)|[\w .'’-]{2,50}/(?:getty images|reuters|associated press|ap|afp|bloomberg)(?: photo)?|image (?:source|caption)\b,?.{0,120}|(?:getty images|enlarge|enlarge image|view gallery|photo gallery|slideshow))$`), 160},
	// "Tags: harbour, ferries", "Filed under: Transport", "Posted in News | 3 Comments"
	{"tag list", regexp.MustCompile(`(?i)^(?:tags?|tagged(?: (?:with|as))?|filed under|filed in|categor(?:y|ies)|topics?|posted in|keywords?|labels?)\s*:.{1,150}$`), 180},
	// "© 2019 The Riverton Herald. All rights reserved.", "Copyright 2019 Riverton Media"
	{"copyright line", regexp.MustCompile(`(?i)^(?:(?:©|\(c\)|copyright\b).{0,160}|all rights reserved\.?|this (?:material|article) may not be (?:published|reproduced).{0,120}|our standards:.*)$`), 200},
	// "Skip to content", "Advertisement", "Back to top", "Loading…", "Published", "jane.roe@herald.example"
	{"page furniture", regexp.MustCompile(`(?i)^(?:skip to (?:main )?(?:content|navigation|search)|advertisements?|advertising|sponsored(?: content)?|back to top|scroll down(?: for (?:video|more|photos|comments|galler)\b.{0,30})?|scroll to top|loading(?:\.\.\.|…)?|please wait.*|menu|main menu|close|log ?in|sign in|log ?out|my account|search|toggle navigation|print edition|text size|font size|home(?: [>»/|] .*)+|play video|watch (?:live|now|video)|listen (?:live|now)|permalink|report (?:abuse|a typo|an error)|cookie policy|privacy policy|terms of (?:use|service)|contact us|about us|\[?zergnet\]?|powered by .{1,40}|published|last updated|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|javascript (?:is|must be) .*)$`), 120},
}

// furniture takes the lines that belong to a page, not to its article, out of lines, but for those whose reason is to be kept.
func furniture(lines []line, text string, keep map[string]bool) (kept []line, removed []news.Removal) {
	kept = make([]line, 0, len(lines))
	gap := false
	for _, l := range lines {
		reason := furnitureReason(l.text)
		if keep["all"] || keep[reason] {
			reason = ""
		}
		// The first line is the headline, whatever it looks like.
		if reason == "" || len(kept) == 0 && reason != "page furniture" && reason != "share line" && reason != "rule" {
			l.gap = l.gap || gap
			kept = append(kept, l)
			gap = false
			continue
		}
		gap = true
		removed = append(removed, removal([]line{l}, text, reason))
	}
	return kept, removed
}

// furnitureReason returns why a line is furniture, or "".
func furnitureReason(s string) string {
	if strings.Trim(s, ".-*_=~#•· ") == "" {
		return "rule" // "* * *", "---", a full stop left over
	}
	if len(s) > furnitureLongest || !mayBeFurniture(s) {
		return ""
	}
	return match(s)
}

// match tries the patterns.
func match(s string) string {
	for _, p := range patterns {
		if len(s) <= p.max && p.line.MatchString(s) {
			return p.reason
		}
	}
	return ""
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// mayBeFurniture passes over most lines by their first word, since trying the patterns takes far longer.
func mayBeFurniture(s string) bool {
	if isDigit(s[0]) || strings.HasSuffix(s, "»") || strings.Contains(s, "/") || strings.Contains(s, "@") && !strings.Contains(s, " ") || strings.HasPrefix(s, "©") || strings.HasPrefix(s, "«") {
		return true
	}
	s = strings.TrimLeft(s, "([")
	var word [16]byte // longer than any of the words
	n := 0
	for n < len(s) && n < len(word) && 'a' <= lower(s[n]) && lower(s[n]) <= 'z' {
		word[n] = lower(s[n])
		n++
	}
	return furnitureWords[string(word[:n])]
}

// furnitureWords are the words that the patterns begin with.
var furnitureWords = func() map[string]bool {
	const words = "share tweet e email print pin facebook twitter linkedin pinterest reddit whatsapp google stumbleupon digg click like follow " +
		"read related see more also recommended you continue story previous next older newer sign subscribe register get enter thank " +
		"photo photos photograph photographs image images picture pictures credit credits file video videos getty enlarge view slideshow " +
		"tag tags tagged filed category categories topic topics posted keyword keywords label labels c copyright all this our " +
		"skip advertisement advertisements advertising sponsored back scroll loading please menu main close log login logout my search toggle text font " +
		"home play watch listen permalink report cookie privacy terms contact about zergnet powered javascript published last"
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}()
