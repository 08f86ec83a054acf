package when

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/news"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

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
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			published := strings.TrimSpace(string(ar.Comment))
			for i := 0; i+1 < len(ar.Files); i += 2 {
				a, sentences := article(string(ar.Files[i].Data), published)
				got := dump(Find(a, sentences))
				if *update {
					ar.Files[i+1].Data = []byte(got)
				} else if want := string(ar.Files[i+1].Data); got != want {
					t.Errorf("%s: got\n%swant\n%s", ar.Files[i].Name, got, want)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
