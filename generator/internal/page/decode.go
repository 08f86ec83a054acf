package page

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/adrg/frontmatter"
	"gopkg.in/yaml.v2"
)

// paramsKey holds what is the site's own; generatedKey, inside it, what the program remembers of its writing.
const (
	paramsKey    = "params"
	generatedKey = "generated"
	addressKey   = "address" // inside generated: where the page lived when it was written last
	bodyKey      = "body"    // inside generated: the hash of the body
	aliasesKey   = "aliases"
)

// Decode reads a page that may have been edited by hand. A file without front matter is a page of body alone. The error says what in the
// front matter cannot be read.
func Decode(path string, file []byte) (Page, error) {
	var m yaml.MapSlice
	// adrg/frontmatter knows LF alone.
	rest, err := frontmatter.Parse(bytes.NewReader(bytes.ReplaceAll(file, []byte("\r\n"), []byte("\n"))), &m)
	if err != nil {
		return Page{}, fmt.Errorf("front matter of %s: %w", path, err)
	}
	front, _ := plainValue(m).(Fields)
	for i, f := range front {
		if s, ok := f.Value.(string); ok && slices.Contains(dateKeys[:], f.Key) {
			front[i].Value = moment(s)
		}
	}
	return Page{Path: path, Source: front.Fields(paramsKey).Fields("source").String("file"), Front: front, Body: strings.Trim(string(rest), "\n")}, nil
}

// dateKeys hold dates. The YAML reader hands dates on as texts.
var dateKeys = [...]string{"date", "lastmod", "publishDate", "expiryDate"}

// moment returns a text that Hugo would read as a date as time.Time, and any other as it is.
func moment(s string) any {
	for _, layout := range [...]string{time.RFC3339, time.DateOnly, time.DateTime, "2006-01-02T15:04:05", "2006-01-02 15:04:05 -07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return s
}

// plainValue turns what the YAML reader gives into the values that Field has.
func plainValue(value any) any {
	switch v := value.(type) {
	case yaml.MapSlice:
		f := make(Fields, 0, len(v))
		for _, item := range v {
			f = append(f, Field{fmt.Sprint(item.Key), plainValue(item.Value)})
		}
		return f
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plainValue(v[i])
		}
		return out
	case int64:
		return int(v)
	case uint64:
		return float64(v)
	case string, bool, int, float64, time.Time, nil:
		return v
	}
	return fmt.Sprint(value)
}

// heads are the beginnings of the lines that DecodeHead reads, in a page that is laid out as Encode does it.
var heads = [...]string{"title: ", "date: ", "slug: ", "aliases: ", "params:", "  kind: ", "  of: ", "  source: ", "  generated: "}

// DecodeHead reads what says where a page lives and who wrote it: title, date, slug, aliases, kind, what a pair is of, source and the record of what was written.
// It is some ten times faster than Decode, to which it leaves pages that are laid out in another way.
func DecodeHead(path string, file []byte) (Page, error) {
	var short bytes.Buffer
	sealed := false
	for i, rest := 0, file; len(rest) > 0; i++ {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		rest = after
		if i == 0 || string(line) == "---" {
			short.Write(line)
			short.WriteByte('\n')
			if i > 0 {
				break
			}
			continue
		}
		for _, h := range heads {
			if bytes.HasPrefix(line, []byte(h)) {
				short.Write(line)
				short.WriteByte('\n')
				sealed = sealed || h == heads[len(heads)-1]
			}
		}
	}
	if sealed {
		if p, err := Decode(path, short.Bytes()); err == nil && Ours(p) && p.Front.String("title") != "" {
			p.Body = ""
			return p, nil
		}
	}
	return Decode(path, file)
}
