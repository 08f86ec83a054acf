package tagger

import "copydesk/generator/internal/news"

// Find returns the names in the body and in the headline of a, in order, not overlapping. Spans are of the text they stand in.
func (m *Model) Find(a *news.Article, sentences []news.Sentence) (body, headline []news.Mention) {
	d := NewDocument(&m.Lexicon)
	if a.Headline != "" {
		d.Add(a.Headline, []news.Sentence{{Span: news.Span{End: len(a.Headline)}}})
	}
	heads := len(d.Sentences)
	d.Add(a.Body, sentences)
	d.Ready()
	for i, names := range m.Tag(d) {
		if i < heads {
			headline = appendMentions(headline, a.Headline, &d.Sentences[i], names)
		} else {
			body = appendMentions(body, a.Body, &d.Sentences[i], names)
		}
	}
	return body, headline
}

func appendMentions(dst []news.Mention, text string, s *Sentence, names []Name) []news.Mention {
	for _, n := range names {
		span := news.Span{Start: s.Tokens[n.First].Start, End: s.Tokens[n.Last-1].End}
		dst = append(dst, news.Mention{Span: span, Surface: span.Of(text), Kind: Kinds[n.Kind]})
	}
	return dst
}
