package search

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/generator/internal/golden"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestIndexGolden keeps the format: what is in the archive is what search.js reads.
func TestIndexGolden(t *testing.T) {
	files, err := Index(madeUpDocs(), madeUpTopics())
	if err != nil {
		t.Fatal(err)
	}
	archive := &txtar.Archive{Comment: []byte("The whole index of the made-up site.\n")}
	for _, f := range files {
		data := f.Data
		if f.Name == "manifest.js" { // without the engine
			_, contents, _ := bytes.Cut(data, []byte("\n})\n("))
			data = contents
		}
		archive.Files = append(archive.Files, txtar.File{Name: f.Name, Data: data})
	}
	golden.Check(t, "testdata/index.txtar", archive)
}

func TestIndexRefusesPaths(t *testing.T) {
	d, topic := Doc{Path: "/a/", Title: "A"}, Topic{Path: "/t/", Name: "T"}
	cases := []struct {
		name   string
		docs   []Doc
		topics []Topic
		want   string
	}{
		{"empty", []Doc{{Title: "A"}}, nil, `path "" does not begin with a slash`},
		{"relative", nil, []Topic{{Path: "topics/t/", Name: "T"}}, `path "topics/t/" does not begin with a slash`},
		{"two briefings", []Doc{d, d}, nil, `path "/a/" is taken`},
		{"briefing and topic", []Doc{{Path: "/t/"}}, []Topic{topic}, `path "/t/" is taken`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Index(c.docs, c.topics); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
}

func TestIndexOfNothing(t *testing.T) {
	files, err := Index(nil, nil)
	if err != nil || len(files) != 1 || files[0].Name != "manifest.js" {
		t.Errorf("files %v, error %v; want the manifest alone", files, err)
	}
}

// manyDocs makes n briefings of made-up words, the common ones of which are common.
func manyDocs(n, words int) []Doc {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		v := int(r.ExpFloat64() * 300)
		return string(rune('a'+v%26)) + string(rune('a'+v/26%26)) + string(rune('a'+v/7%26)) + fmt.Sprint(v%3)
	}
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(word())
			b.WriteByte(' ')
		}
		return b.String()
	}
	docs := make([]Doc, n)
	for i := range docs {
		docs[i] = Doc{
			Path: fmt.Sprintf("/b/%d/", i), Title: "The " + text(8), Date: time.Date(2001, 1, 1+i, 0, 0, 0, 0, time.UTC),
			Description: text(12), Body: text(words), Tags: []string{word(), word()},
		}
	}
	return docs
}

// decoded is an index as the browser sees it.
type decoded struct {
	contents
	words map[string]string // each word with its record
	file  map[string]int    // each word with the number of its file
}

// readContents returns what follows the engine in the manifest.
func readContents(t *testing.T, manifest []byte) contents {
	t.Helper()
	_, rest, ok := strings.Cut(string(manifest), "\n})\n(")
	text, ok2 := strings.CutSuffix(rest, ",load))\n")
	var c contents
	if err := json.Unmarshal([]byte(text), &c); !ok || !ok2 || err != nil {
		t.Fatalf("the manifest ends in %q: %v", rest, err)
	}
	return c
}

func decode(t *testing.T, files []File) decoded {
	t.Helper()
	d := decoded{words: map[string]string{}, file: map[string]int{}}
	for _, f := range files {
		if f.Name == "manifest.js" {
			d.contents = readContents(t, f.Data)
			continue
		}
		call, ok := strings.CutPrefix(string(f.Data), "copydeskSearch(")
		call, ok2 := strings.CutSuffix(call, ")\n")
		key, value, ok3 := strings.Cut(call, ",")
		if !ok || !ok2 || !ok3 {
			t.Fatalf("%s is not a call: %.40q", f.Name, f.Data)
		}
		if !json.Valid([]byte(value)) {
			t.Errorf("%s does not hand over a value: %q", f.Name, value)
		}
		var number int
		if _, err := fmt.Sscanf(key, `"w%d"`, &number); err == nil {
			for _, record := range strings.Split(strings.Trim(value, `"`), " ") {
				word, _, _ := strings.Cut(record, ",")
				d.words[word], d.file[word] = record, number
			}
		}
	}
	return d
}

// readPostings is the inverse of postings.add.
func readPostings(code string) (ids, weights []int) {
	id := 0
	for i := 0; i < len(code); {
		step, shift := 0, 0
		for {
			v := strings.IndexByte(digits, code[i])
			i++
			step |= v & 31 << shift
			shift += 5
			if v < 32 {
				break
			}
		}
		id += step
		ids, weights = append(ids, id), append(weights, strings.IndexByte(digits, code[i]))
		i++
	}
	return ids, weights
}

// TestIndexHasEveryWord reads the index back and compares it with the briefings, word for word.
func TestIndexHasEveryWord(t *testing.T) {
	docs := manyDocs(700, 120)
	files, err := Index(docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	index := decode(t, files)
	want := map[string][]int{}
	for id := range docs {
		d := &docs[id]
		Words(strings.Join(append(d.Tags, d.Title, d.Description, d.Body), " "), func(w []byte) {
			if ids := want[string(w)]; len(ids) == 0 || ids[len(ids)-1] != id {
				want[string(w)] = append(ids, id)
			}
		})
	}
	if len(index.words) != len(want) {
		t.Errorf("%d words, want %d", len(index.words), len(want))
	}
	firsts, common := strings.Split(index.Words, " "), 0
	for word, ids := range want {
		_, code, _ := strings.Cut(index.words[word], ",")
		if newest, cut := strings.CutPrefix(code, "!"); cut {
			common++
			if got, _ := readPostings(newest); len(ids) <= index.CommonDocs || len(got) > commonKept || len(got) > 0 && !slices.Contains(ids, got[0]) {
				t.Errorf("%s is in %d briefings, listed with %d", word, len(ids), len(got))
			}
		} else if got, _ := readPostings(code); !slices.Equal(got, ids) {
			t.Errorf("%s: briefings %v, want %v", word, got, ids)
		}
		file, found := slices.BinarySearchFunc(firsts, word, compareUTF16)
		if !found {
			file--
		}
		if file != index.file[word] {
			t.Errorf("%s is in file %d and would be looked for in %d", word, index.file[word], file)
		}
	}
	if common == 0 || len(firsts) < 3 {
		t.Errorf("%d common words in %d files: the case is too small", common, len(firsts))
	}
}

func TestIndexDoesNotDependOnOrder(t *testing.T) {
	docs, topics := manyDocs(100, 50), madeUpTopics()
	want, err := Index(docs, topics)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(docs)
	slices.Reverse(topics)
	got, err := Index(docs, topics)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(got, want, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
		t.Error("another order of the input gives another index")
	}
}

// TestIndexKeepsFiles adds one briefing: most files must keep their names, so that readers and publishers load few anew.
func TestIndexKeepsFiles(t *testing.T) {
	docs := manyDocs(2000, 100)
	docs[1999].Body, docs[1999].Description = "a short note", ""
	before, err := Index(docs[:1999], nil)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Index(docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range before {
		names[f.Name] = true
	}
	kept := 0
	for _, f := range after {
		if names[f.Name] {
			kept++
		}
	}
	if kept < len(after)*3/4 {
		t.Errorf("%d of %d files are as they were", kept, len(after))
	}
}

// firstQuery is what a first query may cost a reader in bytes, compressed as a server sends it.
const firstQuery = 100_000

// TestFirstQueryIsSmall adds up the largest files that one word, its ten briefings and five topics can need.
func TestFirstQueryIsSmall(t *testing.T) {
	files, err := Index(manyDocs(4000, 300), madeUpTopics())
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[byte][]int{}
	for _, f := range files {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(f.Data)
		_ = z.Close() // neither fails on a buffer
		sizes[f.Name[0]] = append(sizes[f.Name[0]], b.Len())
	}
	total := 0
	for kind, n := range map[byte]int{'m': 1, 'w': 3, 'd': 10, 't': 5} {
		slices.Sort(sizes[kind])
		slices.Reverse(sizes[kind])
		for _, size := range sizes[kind][:min(n, len(sizes[kind]))] {
			total += size
		}
	}
	if total > firstQuery {
		t.Errorf("%d bytes, more than %d", total, firstQuery)
	}
}

// FuzzIndex states that no text breaks a file of the index: each is one call, and the words have nothing in them that separates.
func FuzzIndex(f *testing.F) {
	f.Add("Ferry, crews!", "<script>alert(1)</script>\u2028", "harbor \xff board, !")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, title, description, body string) {
		doc := Doc{Path: "/" + title, Title: title, Description: description, Body: body, Tags: []string{body}}
		files, err := Index([]Doc{doc}, []Topic{{Path: "/topics/" + body, Name: description, Aliases: []string{body}}})
		if err != nil {
			t.Skip() // the two paths are one
		}
		index := decode(t, files)
		for word, record := range index.words {
			if strings.Trim(record[len(word):], digits+",!") != "" || word == "" {
				t.Errorf("the record %q of %q", record, word)
			}
		}
		for _, f := range files {
			if f.Name != "manifest.js" && bytes.ContainsAny(f.Data, "<>\u2028") {
				t.Errorf("%s has markup: %q", f.Name, f.Data)
			}
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	for _, n := range []int{1, 100, 10000} {
		docs := manyDocs(n, 400)
		size := 0
		for i := range docs {
			size += len(docs[i].Title) + len(docs[i].Description) + len(docs[i].Body)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				if _, err := Index(docs, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
