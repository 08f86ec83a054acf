package slug

import (
	"regexp"
	"strings"
	"testing"
)

func TestMake(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"South Korea", "south-korea"},
		{"South Korea Proposes Military Talks With North at Their Border", "south-korea-proposes-military-talks-with-north-at-their-border"},
		{"São Tomé and Príncipe", "sao-tome-and-principe"},
		{"U.S.", "us"},
		{"J.K. Rowling", "jk-rowling"},
		{"St. Louis", "st-louis"},
		{"Amazon.com", "amazon-com"},
		{"Xi’an", "xian"},
		{"AT&T", "at-and-t"},
		{"Disney+", "disney-plus"},
		{"Straße", "strasse"},
		{"Łódź", "lodz"},
		{"Чехов", "chekhov"},
		{"Йошкар-Ола", "ioshkar-ola"},
		{"ﬁnance", "finance"},
		{"Con", "con-0"},
		{"../../etc/passwd", "etc-passwd"},
		{"Sōka 創価", "soka-x52e6c6fa"},
		{"", "x811c9dc5"},
		{"!!!", "x2d53a722"},
		{strings.Repeat("word ", 30), strings.TrimSuffix(strings.Repeat("word-", 16), "-")},
		{strings.Repeat("w", 100), strings.Repeat("w", 80)},
	} {
		if got := Make(c.in); got != c.want {
			t.Errorf("Make(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestUnique(t *testing.T) {
	taken := map[string]bool{"kim": true, "kim-2": true, strings.Repeat("w", 80): true}
	has := func(s string) bool { return taken[s] }
	for _, c := range []struct{ in, want string }{
		{"park", "park"},
		{"kim", "kim-3"},
		{strings.Repeat("w", 80), strings.Repeat("w", 78) + "-2"},
	} {
		if got := Unique(c.in, has); got != c.want {
			t.Errorf("Unique(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzMake(f *testing.F) {
	for _, s := range []string{"Moon Jae-in", "日本", "CON", "a.b.c", "\xff\xfe", "İstanbul", "e\u0301", "Page", strings.Repeat("日a-", 60)} {
		f.Add(s)
	}
	// south-korea
	shape := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	f.Fuzz(func(t *testing.T, s string) {
		got := Make(s)
		if !shape.MatchString(got) || len(got) > Max || reserved[got] {
			t.Errorf("Make(%q) = %q is no slug", s, got)
		}
		if again := Make(got); again != got {
			t.Errorf("Make(%q) = %q, and of that %q", s, got, again)
		}
	})
}
