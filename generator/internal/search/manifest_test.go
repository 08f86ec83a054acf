package search

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShownText(t *testing.T) {
	long := strings.Repeat("ferry crews, ", 30)
	cases := []struct {
		name, description, body, want string
	}{
		{"as it is", " Crews returned. ", "Body.", "Crews returned."},
		{"of the body", "", "\nCrews returned.\nThe mayor thanked them.", "Crews returned."},
		{"long", long, "", strings.Repeat("ferry crews, ", 18) + "ferry …"},
		{"long without spaces", strings.Repeat("é", 200), "", strings.Repeat("é", 120) + " …"},
		{"nothing", "", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := shownText(&Doc{Description: c.description, Body: c.body})
			if got != c.want || !utf8.ValidString(got) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
