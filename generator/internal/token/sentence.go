package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/generator/internal/news"
)

// Sentences splits each paragraph of a into sentences, in order; none crosses a paragraph. Their spans are of a.Body, without the
// white space between them.
func Sentences(a *news.Article) []news.Sentence {
	out := make([]news.Sentence, 0, len(a.Body)/120+len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		out = appendSentences(out, a.Body, p, i+1)
	}
	return out
}

// appendSentences appends the sentences of the paragraph p of text.
func appendSentences(out []news.Sentence, text string, p news.Span, paragraph int) []news.Sentence {
	start := skipSpace(text, p.Start, p.End)
	for i := start; i < p.End; {
		mark := nextMark(text, i, p.End)
		if mark < 0 {
			break
		}
		end, next := sentenceEnd(text, mark, p.End)
		if next > end && next < p.End && ends(text, start, mark, next, p.End) {
			out = append(out, news.Sentence{Span: news.Span{Start: start, End: end}, Paragraph: paragraph})
			start = next
		}
		i = max(end, mark+1)
	}
	end := p.End
	for end > start && isSpaceByte(text[end-1]) {
		end--
	}
	if end > start {
		out = append(out, news.Sentence{Span: news.Span{Start: start, End: end}, Paragraph: paragraph})
	}
	return out
}

// nextMark returns the place of the first mark from i on, up to limit, that may end a sentence, and -1 where there is none.
func nextMark(text string, i, limit int) int {
	for ; i < limit; i++ {
		switch text[i] {
		case '.', '?', '!':
			return i
		case 0xe2, 0xe3: // the first bytes of the two beyond ASCII
			if rest := text[i:limit]; strings.HasPrefix(rest, "…") || strings.HasPrefix(rest, "。") {
				return i
			}
		}
	}
	return -1
}

// sentenceEnd returns where the sentence would end whose last mark is text[mark], after further marks and what closes quotations and
// brackets, and where the next word would begin. limit bounds both.
func sentenceEnd(text string, mark, limit int) (end, next int) {
	end = mark
	for end < limit {
		r, size := utf8.DecodeRuneInString(text[end:limit])
		if !strings.ContainsRune(".?!…。\"”’')]»", r) {
			break
		}
		end += size
	}
	return end, skipSpace(text, end, limit)
}

// skipSpace returns the first place from i on, up to limit, that is not white space.
func skipSpace(text string, i, limit int) int {
	for i < limit {
		r, size := utf8.DecodeRuneInString(text[i:limit])
		if !unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return i
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// ends reports whether the mark at text[mark] ends the sentence that began at start, given that white space follows and the next word
// begins at next.
func ends(text string, start, mark, next, limit int) bool {
	r, size := utf8.DecodeRuneInString(text[next:limit])
	for strings.ContainsRune("\"“‘'([«—–-", r) && next+size < limit {
		next += size
		r, size = utf8.DecodeRuneInString(text[next:limit])
	}
	if unicode.IsLower(r) {
		return false
	}
	if text[mark] != '.' {
		return unicode.IsUpper(r) || unicode.IsDigit(r) || text[mark] > utf8.RuneSelf || !unicode.IsLetter(r)
	}
	word := lastWord(text[start:mark])
	switch {
	case word == "":
		return true
	case isInitials(word):
		return startsSentence(text[next:limit]) && len(word) > 1 || len(word) == 1 && mark-1 == start && !unicode.IsUpper(r)
	case titles[word]:
		return false
	case numbers[word] && unicode.IsDigit(r):
		return false
	case forms[word]:
		return startsSentence(text[next:limit])
	}
	return unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLetter(r) && !unicode.IsPunct(r) || unicode.Is(unicode.Lo, r)
}

// lastWord returns the letters, digits and inner full stops that text ends in.
func lastWord(text string) string {
	i := len(text)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' {
			break
		}
		i -= size
	}
	return strings.TrimLeft(text[i:], ".")
}

// startsSentence reports whether the first word of text is one that begins sentences.
func startsSentence(text string) bool {
	n := 0
	for n < len(text) && ascii[text[n]&0x7f] == letter && text[n] < utf8.RuneSelf {
		n++
	}
	return starters[text[:n]]
}
