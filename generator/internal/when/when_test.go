package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/golden"
	"copydesk/generator/internal/news"
	"github.com/rogpeppe/go-internal/txtar"
)

// article makes an article of one paragraph a line; a sentence ends at a full stop before a space and a capital letter. published may be empty.
func article(body, published string) (*news.Article, []news.Sentence) {
	a := &news.Article{Body: body}
	if published != "" {
		t, err := time.Parse("2006-01-02", published)
		if err != nil {
			panic(err)
		}
		a.Date = news.Date{Raw: published, Time: t}
	}
	var sentences []news.Sentence
	at := 0
	for i, line := range strings.Split(body, "\n") {
		start := at
		for k := 0; k+2 < len(line); k++ {
			if line[k] == '|' {
				sentences = append(sentences, news.Sentence{Span: news.Span{Start: start, End: at + k}, Paragraph: i + 1})
				start = at + k + 1
			}
		}
		if line != "" {
			sentences = append(sentences, news.Sentence{Span: news.Span{Start: start, End: at + len(line)}, Paragraph: i + 1})
			a.Paragraphs = append(a.Paragraphs, news.Span{Start: at, End: at + len(line)})
		}
		at += len(line) + 1
	}
	return a, sentences
}

// dump is the readable form of dates in the golden files.
func dump(dates []news.DateRef) string {
	var b strings.Builder
	for _, d := range dates {
		fmt.Fprintf(&b, "%s = %s %s", d.Surface, d.Value, d.Precision)
		if d.Coming {
			b.WriteString(" coming")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestGolden reads archives whose comment is the day of publication and whose files are pairs of a text (one paragraph a line, sentences parted by
// "|") and its dates.
func TestGolden(t *testing.T) {
	golden.RunPairs(t, "testdata/*.txtar", func(archive *txtar.Archive, text string) string {
		return dump(Find(article(text, strings.TrimSpace(string(archive.Comment)))))
	})
}
