package alias

import (
	"slices"
	"strings"

	"copydesk/generator/internal/news"
)

// maxDescription is the length in bytes beyond which a description is a sentence rather than a phrase.
const maxDescription = 140

// describe returns how the text around p says who or what p is, in order: a title before it, a phrase before or after it between commas,
// or "the village of" before it. It finds only what is plain: a phrase counts where its head is a word for people or places, or where
// it begins with an article and is closed off, and holds no verb.
func (d *desk) describe(p *place) []news.Span {
	var out []news.Span
	for _, s := range [...]news.Span{d.titled(p), d.apposedBefore(p), d.ofPlace(p), d.apposedAfter(p)} {
		if s.Len() > 0 {
			out = append(out, s)
		}
	}
	return out
}

// titled returns what stands directly before a person's name: "Vice Defense Minister", "Secretary of State", "the former Cuban leader".
func (d *desk) titled(p *place) news.Span {
	text := d.article.Body
	if !p.person || p.Start == 0 || text[p.Start-1] != ' ' {
		return news.Span{}
	}
	end := p.Start - 1
	head := lastWord(text, end)
	if head.Len() > 0 && !roles[strings.ToLower(head.Of(text))] {
		head = officeBefore(text, head)
	}
	if head.Len() == 0 {
		return news.Span{}
	}
	s := news.Span{Start: d.nounStart(head, p), End: end}
	if isShouted(s.Of(text)) && s.Len() > 5 || slices.ContainsFunc(strings.Fields(s.Of(text)), isTicker) {
		return news.Span{}
	}
	if s == head && !isUpper(s.Of(text)) && relational[s.Of(text)] {
		return news.Span{}
	}
	return s
}

// officeBefore returns the title in an office such as "Secretary of State" or "Minister for Foreign Affairs", of which last is the last word.
func officeBefore(text string, last news.Span) news.Span {
	if w := last.Of(text); small[w] || !isUpper(w) {
		return news.Span{}
	}
	linked := false
	for n, w := 0, last; n < 6 && w.Len() > 0; n++ {
		s := w.Of(text)
		switch {
		case linked && roles[strings.ToLower(s)] && isUpper(s):
			return w
		case s == "of" || s == "for":
			linked = true
		case s == "the" || s == "and":
		case !isUpper(s) || possessive(s) > 0 || endsSentence(text, w):
			return news.Span{}
		default:
			linked = false
		}
		if w.Start == 0 || text[w.Start-1] != ' ' {
			break
		}
		w = lastWord(text, w.Start-1)
	}
	return news.Span{}
}

// endsSentence reports whether the word at w may be the last of its sentence.
func endsSentence(text string, w news.Span) bool {
	return w.Len() > 3 && text[w.End-1] == '.'
}

// nounStart returns where the noun phrase begins whose head is the word at head: before it, only words that modify it are taken.
func (d *desk) nounStart(head news.Span, p *place) int {
	text := d.article.Body
	start := head.Start
	for at := head.Start; at > 0 && head.End-at < maxDescription; {
		if text[at-1] != ' ' {
			break
		}
		if m := d.mentionEnding(at-1, p); m != nil {
			at = m.Start
			start = at
			continue
		}
		w := lastWord(text, at-1)
		s := w.Of(text)
		if s == "" || isShouted(s) && len(s) > len("UNICEF") {
			break // the last word of a heading
		}
		lower := strings.ToLower(s)
		if m := d.mentionEnding(w.End-possessive(s), p); possessive(s) > 0 && m != nil {
			return articleBefore(text, m.Start)
		}
		if determiners[lower] {
			if p.person || lower != "this" && lower != "that" {
				start = w.Start
			}
			break
		}
		if endsSentence(text, w) || !modifiers[lower] && !roles[lower] && world.demonyms[fold(s)] == nil && !isPartOfTitle(text, w, head) {
			break
		}
		at, start = w.Start, w.Start
	}
	return start
}

// isPartOfTitle reports whether the word at w belongs to the title in capitals that ends at head: "Commerce" of "Commerce Secretary".
// A word that opens a sentence has its capital from there.
func isPartOfTitle(text string, w, head news.Span) bool {
	s := w.Of(text)
	return isUpper(s) && isUpper(head.Of(text)) && !weekdays[s] && !months[s] && !honorifics[fold(s)] && s[len(s)-1] != '.' &&
		w.Start > 1 && text[w.Start-1] == ' ' && !strings.ContainsAny(text[w.Start-2:w.Start-1], ".?!:\n")
}

// apposedBefore returns the phrase in "South Korea’s liberal new president, Moon Jae-in, who": it must end in a word for people and begin
// with a possessor or an article, and the name must be closed off too.
func (d *desk) apposedBefore(p *place) news.Span {
	text := d.article.Body
	if !p.person || p.Start < 3 || text[p.Start-2:p.Start] != ", " || !isClosed(text[p.End:]) {
		return news.Span{}
	}
	end := p.Start - 2
	head := lastWord(text, end)
	if head.Len() == 0 || !roles[strings.ToLower(head.Of(text))] {
		return news.Span{}
	}
	for at := head.Start; at > 1 && end-at < maxDescription; {
		if text[at-1] != ' ' {
			return news.Span{}
		}
		w := lastWord(text, at-1)
		s := w.Of(text)
		lower := strings.ToLower(s)
		switch {
		case w.Len() == 0 || verbs[lower] || prepositions[lower]:
			return news.Span{}
		case possessive(s) > 0:
			if m := d.mentionEnding(w.End-possessive(s), p); m != nil {
				return news.Span{Start: articleBefore(text, m.Start), End: end}
			}
			if start := articleBefore(text, w.Start); start < w.Start {
				return news.Span{Start: start, End: end}
			}
			return news.Span{}
		case lower == "the" || lower == "its" || lower == "his" || lower == "her" || lower == "their":
			if lower != "the" {
				return news.Span{}
			}
			return news.Span{Start: w.Start, End: end}
		case lower == "a" || lower == "an":
			return news.Span{Start: w.Start, End: end}
		}
		at = w.Start
	}
	return news.Span{}
}

// ofPlace returns the phrase in "the border village of Panmunjom", without "of".
func (d *desk) ofPlace(p *place) news.Span {
	text := d.article.Body
	if p.person || p.Start < 5 || !strings.HasSuffix(text[:p.Start], " of ") {
		return news.Span{}
	}
	end := p.Start - 4
	head := lastWord(text, end)
	if head.Len() == 0 || !named[head.Of(text)] {
		return news.Span{}
	}
	for at, n := head.Start, 0; at > 1 && n < 5; n++ {
		if text[at-1] != ' ' {
			break
		}
		w := lastWord(text, at-1)
		lower := strings.ToLower(w.Of(text))
		if lower == "the" || lower == "a" || lower == "an" {
			if n == 0 {
				break // "the city of" says nothing
			}
			return news.Span{Start: w.Start, End: end}
		}
		if w.Len() == 0 || verbs[lower] || prepositions[lower] || possessive(lower) > 0 {
			break
		}
		at = w.Start
	}
	return news.Span{}
}

// apposedAfter returns the phrase in "Kim Ryen-hi, a North Korean defector in the South who has said".
func (d *desk) apposedAfter(p *place) news.Span {
	text := d.article.Body
	if !strings.HasPrefix(text[p.End:], ", ") || listed(text, p.Start) {
		return news.Span{}
	}
	start := p.End + 2
	start += ageLen(text[start:])
	first, _ := nextWord(text[start:])
	article := first == "a" || first == "an"
	if !article && first != "the" {
		if m := d.mentionStarting(start); m == nil || possessiveAt(text[m.End:]) == 0 {
			return news.Span{}
		}
	}
	end, closed := d.phraseEnd(start)
	s := news.Span{Start: start, End: end}
	if !closed || s.Len() < 5 || s.Len() > maxDescription || strings.Count(s.Of(text), " ") < 1 {
		return news.Span{}
	}
	if !d.headIs(s, p.person) || isClause(s.Of(text)) || !p.person && !hasLower(s.Of(text)) {
		return news.Span{}
	}
	return s
}
