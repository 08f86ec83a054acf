package entity

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/token"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden archives")

// TestGolden reads archives of made-up news: an article (headline, blank line, paragraphs) and the names that Find finds in it, one a line.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("archive of %d files, want 2: %v", len(archive.Files), err)
			}
			got := found(string(archive.Files[0].Data))
			want := &archive.Files[1]
			if *update {
				want.Data = got
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(got, want.Data) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want.Data)
			}
		})
	}
}

// found lists the names of an article's headline and body, each with its kind.
func found(text string) []byte {
	headline, body, _ := strings.Cut(text, "\n\n")
	a := article(body)
	a.Headline = headline
	inBody, inHeadline := Find(a, token.Sentences(a))
	var b bytes.Buffer
	list := func(of string, mentions []news.Mention) {
		for _, m := range mentions {
			fmt.Fprintf(&b, "%s: %s %q\n", of, m.Kind, m.Surface)
		}
	}
	list("headline", inHeadline)
	list("body", inBody)
	return b.Bytes()
}
