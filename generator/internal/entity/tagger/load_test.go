package tagger

import (
	"bytes"
	"testing"
)

// made returns a small model: lists, common words, and rows of every tag with weights from end to end.
func made() *Weights {
	w := &Weights{
		Lexicon: NewLexicon(map[string]Listed{"Norway": country, "Red Cross": bodies, "Norwegian": demonym}, map[string]int{"cross": 60, "red": 7, "fjord": 1}),
		Rows:    map[uint32][NumTags]int8{},
	}
	for t := range Tag(NumTags) {
		w.Steps.Start[t] = int32(t) - 7
		for n := range Tag(NumTags) {
			w.Steps.Next[t][n] = 100*int32(t) - 9*int32(n)
		}
		var row [NumTags]int8
		row[t], row[(t+1)%Tag(NumTags)] = -127, int8(t)+1
		w.Rows[feature(tWord, uint64(t))] = row
	}
	return w
}

func TestLoadGivesBackWhatWasEncoded(t *testing.T) {
	w := made()
	data := w.Encode()
	if !bytes.Equal(data, made().Encode()) {
		t.Error("the same weights gave other bytes")
	}
	m, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	if m.steps != w.Steps {
		t.Errorf("got steps %v, want %v", m.steps, w.Steps)
	}
	for f, row := range w.Rows {
		var s sum
		m.addAll(&s, []uint32{f, feature(tRaw, 1<<40)})
		for tag, got := range s.unpack() {
			if got != int32(row[tag]) {
				t.Errorf("feature %d, tag %d: got %d, want %d", f, tag, got, row[tag])
			}
		}
	}
	for word, want := range map[string]known{
		"norway": {lists: country}, "norwegian": {lists: demonym}, "cross": {common: 3}, "fjord": {common: 1}, "unheard": {},
	} {
		got := m.of(hashWord(word))
		if got.lists != want.lists || got.common != want.common {
			t.Errorf("%s: got %+v, want %+v", word, got, want)
		}
	}
	if got := m.of(join(hashWord("red"), hashWord("cross"))); got.lists != bodies {
		t.Errorf("the listed phrase is on %b, want %b", got.lists, bodies)
	}
}

func TestLoadOfDamagedData(t *testing.T) {
	data := made().Encode()
	for n := range len(data) {
		if _, err := Load(data[:n]); err == nil {
			t.Fatalf("%d of %d bytes were taken for a model", n, len(data))
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(made().Encode())
	f.Add([]byte{})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Load(data); (m == nil) == (err == nil) {
			t.Errorf("got model %v with error %v", m != nil, err)
		}
	})
}
