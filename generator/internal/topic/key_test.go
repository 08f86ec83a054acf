package topic

import (
	"testing"

	"copydesk/generator/internal/news"
)

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"Moon Jae-in": "moon jae in", "The U.S.": "us", "Zoë  Ek’s": "zoe eks", "AT&T": "at&t", " -a- ": "a", "": "", "Łódź": "łodz", "Straße 7": "straße 7", "ﬁ": "fi", "’": "",
		"O'Neill": "oneill", "Å": "a", "x é": "x e", "the": "the",
	} {
		if got := key(in); got != want {
			t.Errorf("key(%q) = %q, want %q", in, got, want)
		}
		if got := foldKey(nil, false, in); got != want {
			t.Errorf("foldKey(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNameKey(t *testing.T) {
	tests := []struct {
		name          string
		kind          news.Kind
		key, initials string
	}{
		{"President Donald J. Trump", news.Person, "donald trump", "j"},
		{"Kim Jong Un", news.Person, "kim jong un", ""},
		{"Wells Fargo & Co.", news.Organization, "wells fargo", ""},
		{"U.S. Justice Department", news.Organization, "justice department", ""},
		{"U.S. Steel", news.Organization, "us steel", ""},
		{"Delta Air Lines", news.Organization, "delta airlines", ""},
	}
	for _, tt := range tests {
		if k, initials := nameKey(tt.name, tt.kind); k != tt.key || initials != tt.initials {
			t.Errorf("nameKey(%q) = %q %q, want %q %q", tt.name, k, initials, tt.key, tt.initials)
		}
	}
}

func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		"Boeing ( BA.N": "Boeing", "AM.N": "", "American Greetings Corp AM.N": "American Greetings Corp", "At Lazard": "Lazard", "Janus CEO": "Janus", "GDP": "",
		"Motorola Inc Droid": "Motorola Inc", "Abu Dhabi will": "Abu Dhabi", "Trump administration": "Trump administration", "Enterprise Corp of Japan": "Enterprise Corp of Japan",
		"Dubai World subsidiary Nakheel": "Nakheel", "Washington, D.C.": "Washington, D.C.", "U.S.": "U.S.", "S.": "", "iPhone": "iPhone",
	} {
		if got := tidy(in); got != want {
			t.Errorf("tidy(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	tests := []struct {
		short, long string
		want        bool
	}{
		{"jal", "japan airlines", true}, {"etic", "enterprise turnaround initiative corp of japan", true}, {"tarp", "troubled asset relief program", true},
		{"gm", "general electric", false}, {"abc", "alpha delta", false}, {"imf", "international monetary fund", true},
	}
	for _, tt := range tests {
		if got := initialsOf(tt.short, tt.long) || abbreviates(tt.short, tt.long); got != tt.want {
			t.Errorf("%q short for %q: %v", tt.short, tt.long, got)
		}
	}
}
