package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/entity/tagger"
	"copydesk/generator/internal/news"
)

// marked returns a text with the names in it, "label name", each marked where it first stands.
func marked(body string, names ...string) text {
	t := text{body: body, source: sources[0]}
	for _, n := range names {
		label, name, _ := strings.Cut(n, " ")
		start := strings.Index(body, name)
		t.spans = append(t.spans, span{news.Span{Start: start, End: start + len(name)}, label})
	}
	return t
}

// spelt lists the names of a text as marked takes them.
func spelt(t text) (names []string) {
	for _, s := range t.spans {
		names = append(names, s.label+" "+s.Of(t.body))
	}
	return names
}

func TestReadBothFormats(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	lines := write("a.bio", "# doc one\nOlga\tB-PER\nBaum\tI-PER\nflew\tO\nto\tO\nBrno\tB-LOC\n.\tO\n\n# doc two\nRain\tO\n.\tO\n")
	texts, err := readTagged(lines, sources[1])
	if err != nil || len(texts) != 2 || texts[0].id != "one" {
		t.Fatalf("read %v, %v", texts, err)
	}
	if got := spelt(texts[0]); !slices.Equal(got, []string{"PER Olga Baum", "LOC Brno"}) {
		t.Errorf("got %q of %q", got, texts[0].body)
	}
	object := write("b.jsonl", `{"id":"x","text":"In Tromsø Åse Dahl sang.","entities":[{"start":3,"end":9,"type":"LOC"},{"start":10,"end":18,"type":"PER"}]}`)
	texts, err = readMarked(object, sources[0])
	if err != nil || len(texts) != 1 {
		t.Fatalf("read %v, %v", texts, err)
	}
	if got := spelt(texts[0]); !slices.Equal(got, []string{"LOC Tromsø", "PER Åse Dahl"}) {
		t.Errorf("got %q of %q", got, texts[0].body)
	}
}

func TestHarmonise(t *testing.T) {
	in := marked("General Otto Haas met Danish envoys in Odense, Denmark.", "PER General Otto Haas", "LOC Danish", "LOC Odense, Denmark")
	harmonise(&in, map[string]tagger.Listed{"Danish": demonym})
	if got := spelt(in); !slices.Equal(got, []string{"PER Otto Haas", "LOC Odense", "LOC Denmark"}) {
		t.Errorf("got %q", got)
	}
}

// TestTrain learns from a few made-up lines, twice: the bytes must be the same, and a line of the same make must be labelled right.
func TestTrain(t *testing.T) {
	var texts []text
	for i, who := range []string{"Anna Berg", "Piet Vos", "Lena Roth", "Ivan Petrov", "Marta Silva"} {
		where := []string{"Utrecht", "Malmo", "Porto", "Riga", "Graz"}[i]
		texts = append(texts, marked(fmt.Sprintf("On Monday %s spoke in %s about rain.", who, where), "PER "+who, "LOC "+where))
	}
	names, err := readNames(gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	o := options{passes: 4, step: 0.06, decay: 3e-5, seed: 1}
	data := train(texts, names, o).Encode()
	if !bytes.Equal(data, train(texts, names, o).Encode()) {
		t.Error("the same texts gave other bytes")
	}
	model, err := tagger.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	body := "On Monday Nora Blom spoke in Leiden about rain."
	want := marked(body, "PER Nora Blom", "LOC Leiden")
	scores := map[string]*score{}
	compare(want, tagged(model, body), scores)
	if s := *scores["3class"]; s != (score{2, 2, 2}) {
		t.Errorf("%+v in %v", s, tagged(model, body))
	}
}

// gazetteer returns a folder with a small list of names.
func gazetteer(t *testing.T) string {
	dir := t.TempDir()
	list := "Latvia\tCOUNTRY\nAnna\tFIRST\nNora\tFIRST\nPiet\tFIRST\nBerg\tLAST\nRiga\tCITY\nLeiden\tCITY\nKent\tREGION\nAjax\tTEAM\nDanish\tDEMONYM\n"
	if err := os.WriteFile(filepath.Join(dir, "gazetteer.tsv"), []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}
