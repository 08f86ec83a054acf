package clean

import (
	"regexp"
	"testing"
)

// stampForm says in one pattern what findStamp reads: the peer that it is checked against.
var stampForm = regexp.MustCompile(`(?i)(?:` + date + `[,.]?\s*(?:at|@|-|–|—|\||·|•|,|on)?\s*@?` + clock + `|` + clock + `[,.]?\s*(?:on|-|–|\||,)?\s*` + date + `|` +
	`(?:about |over |almost )?(?:\d+|an?|one|two|three) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago)`)

func TestFindStamp(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"July 20, 2017 at 10:56 PM", "July 20, 2017 at 10:56 PM"},
		{"Robin Roe on Tuesday, July 3rd, @10:49AM (#12)", "Tuesday, July 3rd, @10:49AM"},
		{"24TH JULY 2012 - 15:48", "24TH JULY 2012 - 15:48"},
		{"Kim 09. Jul, 2012, 11.30", "09. Jul, 2012, 11.30"},
		{"Posted Nov 06 2012 3:15 pm - 1 hour ago", "Nov 06 2012 3:15 pm"},
		{"10:56 on 24 July 2012", "10:56 on 24 July 2012"},
		{"Robin Roe10/8/12 2:59 PM", "10/8/12 2:59 PM"},
		{"2012-11-07 | 4pm", "2012-11-07 | 4pm"},
		{"23 seconds ago", "23 seconds ago"},
		{"written almost an hour ago", "almost an hour ago"},
		{"May 3 10:30", "May 3 10:30"},
		{"May 12:30", ""}, // a verse, or a time without a day
		{"July 20, 2017", ""},
		{"10:56 PM", ""},
		{"A march of 20, a long time ago", ""},
		{"", ""},
	} {
		got := ""
		if start, end, ok := findStamp(c.line); ok {
			got = c.line[start:end]
		}
		if got != c.want {
			t.Errorf("%q: found %q, want %q", c.line, got, c.want)
		}
	}
}

// FuzzFindStamp checks the reader against its pattern: where it finds a moment, the pattern finds one no later.
func FuzzFindStamp(f *testing.F) {
	for _, s := range []string{"July 20, 2017 at 10:56 PM", "on Tue 3rd May@10.30", "2012-11-07, 4 p.m.", "7.11.2012: 4pm", "an hour ago", "10:56:12 on 24 July", "sat. sep. 3 2:2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		start, end, ok := findStamp(s)
		if !ok {
			return
		}
		if m := stampForm.FindStringIndex(s); m == nil || m[0] > start || end > len(s) {
			t.Fatalf("found %q, the pattern %v in %q", s[start:end], m, s)
		}
	})
}

func BenchmarkFindStamp(b *testing.B) {
	const line = "Posted by Robin Roe on Tuesday, July 24, 2012 at 10:49 AM"
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		if _, _, ok := findStamp(line); !ok {
			b.Fatal("found no moment")
		}
	}
}
