package cache

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// sample has one field of each sort that a stage may hand on.
type sample struct {
	Text    string
	Yes     bool
	Number  int
	Small   int8
	Share   float64
	Half    float32
	Code    byte
	Rune    rune
	Names   []string
	Spans   [][2]int
	Inner   struct{ A, B []byte }
	Next    *sample
	When    time.Time
	Strange []*sample
	Front   map[string]any
}

func back(t *testing.T, v sample) sample {
	t.Helper()
	b, err := appendExact(nil, reflect.ValueOf(v))
	if err != nil {
		t.Fatal(err)
	}
	var got sample
	rest, err := decodeExact(b, reflect.ValueOf(&got).Elem())
	if err != nil || len(rest) > 0 {
		t.Fatalf("%v, %d bytes left", err, len(rest))
	}
	return got
}

func TestExactGivesBackTheSame(t *testing.T) {
	full := sample{Text: "Ålesund\x00", Yes: true, Number: math.MinInt, Small: -128, Share: 0.1 + 0.2, Half: 0.1, Code: 255, Rune: 'Å',
		Names: []string{"", "a"}, Spans: [][2]int{{1, -2}}, When: time.Date(2030, 5, 6, 7, 8, 9, 10, time.UTC)}
	empty := sample{Names: []string{}, Spans: [][2]int{}, Strange: []*sample{nil, {}}}
	empty.Inner.A = []byte{}
	empty.Front = map[string]any{}
	full.Front = map[string]any{"tags": []any{"a", nil, 1, int64(2), uint64(3), 0.5, true, full.When}, "more": map[string]any{"": []any(nil)}}
	full.Next = &empty
	for _, v := range []sample{{}, empty, full} {
		if got := back(t, v); !reflect.DeepEqual(got, v) {
			t.Errorf("%+v came back as %+v", v, got)
		}
	}
}

func TestExactRefusesWhatItCannotKeep(t *testing.T) {
	for _, v := range []any{
		map[int]int{}, struct{ hidden int }{1}, struct{ V any }{[]int{}}, func() {},
		time.Now(), time.Date(2030, 1, 2, 3, 4, 5, 6, time.FixedZone("", 3600)),
	} {
		if _, err := appendExact(nil, reflect.ValueOf(v)); err == nil {
			t.Errorf("%T %v was taken", v, v)
		}
	}
}

// FuzzDecodeExact states that no data makes the decoder fail otherwise than by an error, and that what it takes it writes again.
func FuzzDecodeExact(f *testing.F) {
	b, err := appendExact(nil, reflect.ValueOf(sample{Names: []string{"a"}, Next: &sample{}}))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		var v sample
		if _, err := decodeExact(b, reflect.ValueOf(&v).Elem()); err != nil {
			return
		}
		again, err := appendExact(nil, reflect.ValueOf(v))
		if err != nil {
			return // a time with a zone
		}
		var w sample
		if rest, err := decodeExact(again, reflect.ValueOf(&w).Elem()); err != nil || len(rest) > 0 {
			t.Errorf("%+v does not come back: %v", v, err)
		}
	})
}

func TestThroughMakesADamagedEntryAnew(t *testing.T) {
	c, key := Open(t.TempDir(), noon), NewKey("s")
	compute, calls := counted([]string{"ferry", ""})
	for i := range 3 {
		if got, _, err := Through(c, key, compute); err != nil || !reflect.DeepEqual(got, []string{"ferry", ""}) {
			t.Errorf("%q, %v", got, err)
		}
		if i == 0 {
			cut(t, c.path(key))
		}
	}
	if *calls != 2 {
		t.Errorf("computed %d times, want 2", *calls)
	}
}

// cut takes the last byte off a file.
func cut(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Clean(path), data[:len(data)-1], 0o644); err != nil {
		t.Fatal(err)
	}
}
