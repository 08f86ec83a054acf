package search

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Briefings and topics a file of what is shown of them. Ten answers are ten files at worst, so the files are small.
const (
	docsPerFile   = 16
	topicsPerFile = 32
)

// manifest is the table of contents of the index, and the files it has so far.
type manifest struct {
	content contents
	files   []File
	err     error // the first failure to encode; later calls keep it
}

// contents is manifest.js as the browser reads it. Hashes are hashWidth characters each, in the order of the files.
type contents struct {
	Docs       int      `json:"docs"`
	PerDoc     int      `json:"perDoc"`   // briefings a file
	PerTopic   int      `json:"perTopic"` // topics a file
	Years      [][2]int `json:"years"`    // each year with the id of its first briefing, ascending
	Kinds      []string `json:"kinds"`    // kinds of topic, in the order of the numbers in postings
	Words      string   `json:"w"`        // for each file of words where it begins, with spaces between
	Spellings  string   `json:"v"`        // the same for the spellings
	WordHash   string   `json:"wh"`
	SpellHash  string   `json:"vh"`
	DocHash    string   `json:"dh"`
	TopicHash  string   `json:"th"`
	CommonDocs int      `json:"common"` // of how many briefings a word is taken to be that is in too many to list
}

// newManifest returns the contents of an index of docs and topics that has no files yet.
func newManifest(docs []Doc, topics []Topic) *manifest {
	m := &manifest{content: contents{
		Docs: len(docs), PerDoc: docsPerFile, PerTopic: topicsPerFile, CommonDocs: commonAbove(len(docs)), Years: [][2]int{},
	}}
	for _, kind := range kinds {
		m.content.Kinds = append(m.content.Kinds, string(kind))
	}
	last := -1
	for id := range docs {
		if year := docs[id].Date.Year(); year != last {
			m.content.Years = append(m.content.Years, [2]int{year, id})
			last = year
		}
	}
	return m
}

// addDocs writes what is shown of the briefings.
func (m *manifest) addDocs(docs []Doc) {
	n := 0
	for part := range slices.Chunk(docs, docsPerFile) {
		shown := make([][4]string, 0, docsPerFile)
		for _, d := range part {
			shown = append(shown, [4]string{d.Path, d.Title, d.Date.Format("2006-01-02"), shownText(&d)})
		}
		m.content.DocHash += m.put(fmt.Sprintf("d%d", n), shown)
		n++
	}
}

// addTopics writes what is shown of the topics.
func (m *manifest) addTopics(topics []Topic) {
	n := 0
	for part := range slices.Chunk(topics, topicsPerFile) {
		shown := make([][]any, 0, topicsPerFile)
		for _, t := range part {
			row := []any{t.Path, t.Name, kindIndex(t.Kind), t.Articles}
			for _, alias := range t.Aliases {
				row = append(row, alias)
			}
			shown = append(shown, row)
		}
		m.content.TopicHash += m.put(fmt.Sprintf("t%d", n), shown)
		n++
	}
}

// shownText returns what stands below the headline in a result: the description, or else how the body begins; cut at the end of a word
// where it is long.
func shownText(d *Doc) string {
	const most = 240 // bytes: about three lines
	text := strings.TrimSpace(d.Description)
	if text == "" {
		text, _, _ = strings.Cut(strings.TrimSpace(d.Body), "\n")
	}
	if len(text) <= most {
		return text
	}
	end := strings.LastIndexByte(text[:most], ' ')
	if end < 0 { // no spaces between words, or no words
		for end = most; !utf8.RuneStart(text[end]); {
			end--
		}
	}
	return strings.TrimRight(text[:end], " ,;:–—-") + " …"
}

// hashWidth is how many characters of a file's hash are in its name: 35 bits. Two versions of one file differ in it but for one time
// in 34 thousand million; two files of one index differ in the number before it.
const hashWidth = 7

// lowerBase32 has no upper-case letters: some disks do not tell the cases apart.
var lowerBase32 = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// put adds the file that hands value to the browser under key, and returns the hash in its name.
func (m *manifest) put(key string, value any) string {
	data, err := script(key, value)
	if err != nil {
		m.err = err
	}
	sum := sha256.Sum256(data)
	hash := lowerBase32.EncodeToString(sum[:])[:hashWidth]
	m.files = append(m.files, File{Name: key + "-" + hash + ".js", Data: data})
	return hash
}

// engine is the expression of a function that reads the index in the browser, given the contents and a function that loads a piece.
//
//go:embed engine.js
var engine string

// finish returns all files, the manifest among them, sorted by name. The manifest hands over the engine, waiting for the loader.
func (m *manifest) finish() ([]File, error) {
	contents, err := json.Marshal(m.content)
	if err == nil {
		err = m.err
	}
	if err != nil {
		return nil, fmt.Errorf("encode the search index: %w", err)
	}
	data := fmt.Appendf(nil, "copydeskSearch(\"manifest\",load=>\n%s(%s,load))\n", engine, contents)
	files := append(m.files, File{Name: "manifest.js", Data: data})
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files, nil
}

// script returns the text of a script that hands value to the browser.
func script(key string, value any) ([]byte, error) {
	encoded, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", key, err)
	}
	return fmt.Appendf(nil, "copydeskSearch(%q,%s)\n", key, encoded), nil
}
