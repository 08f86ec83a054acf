package when

import (
	"testing"
)

// FuzzFind checks on any text that the dates slice back, stand in order without overlap, have a value, and are the same a second time.
func FuzzFind(f *testing.F) {
	f.Add("He met them on Monday, July 17, and will return on Aug. 1.", "2017-07-18")
	f.Add("’90s 1950-53 the end of the year, the day before", "")
	f.Add("January of that year|in January of this year|Sept. 31, 2017|Feb. 29", "2016-02-29")
	f.Fuzz(func(t *testing.T, body, published string) {
		if published != "" {
			published = "2017-07-18"
		}
		a, sentences := article(body, published)
		dates := Find(a, sentences)
		last := 0
		for _, d := range dates {
			if d.Start < last || d.End <= d.Start || d.Of(body) != d.Surface || d.Value == "" {
				t.Fatalf("%+v after byte %d of %q", d, last, body)
			}
			last = d.End
		}
		if again := dump(Find(a, sentences)); again != dump(dates) {
			t.Fatalf("not the same twice: %q and %q", dump(dates), again)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	body := ""
	for len(body) < 100_000 {
		body += "The committee said on Monday that it would hold a further meeting with the growers of the valley on Friday, 18 months after a May 2015 decision.|" +
			" Its chair, who has led it since 2009, told reporters that nothing had been settled, and that the price of water was still too high for most farms.|"
	}
	a, sentences := article(body, "2017-07-18")
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		Find(a, sentences)
	}
}
