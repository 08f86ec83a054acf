package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"copydesk/generator/internal/news"
	"copydesk/generator/internal/source"
)

// shortestTwin is how many letters an article must have to be known again inside another text: fewer could be there by chance.
const shortestTwin = 80

// twin returns the file below dir, named from there, that holds the same bytes or the whole words of the article, or "".
func twin(dir string, raw []byte, article *news.Annotated) (string, error) {
	words := news.Letters(article.Body)
	found := ""
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == dir {
			return nil
		}
		if err != nil || !e.Type().IsRegular() || !strings.EqualFold(filepath.Ext(name), ".txt") {
			return err
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return nil // a build says so
		}
		if !bytes.Equal(b, raw) {
			if len(words) < shortestTwin || len(b) < len(words) {
				return nil
			}
			if file, _ := source.Decode(name, b); !strings.Contains(news.Letters(file.Text), words) {
				return nil
			}
		}
		rel, err := filepath.Rel(dir, name)
		found = filepath.ToSlash(rel)
		return errors.Join(err, fs.SkipAll)
	})
	if errors.Is(err, fs.SkipAll) {
		err = nil
	}
	return found, err
}
