package clean

import "testing"

func TestFurnitureReason(t *testing.T) {
	for line, want := range map[string]string{
		"Share this article on Facebook":          "share line",
		"12 shares":                               "share line",
		"E-mail this":                             "share line",
		"Google+":                                 "share line",
		"Read more: Harbour board votes again":    "link line",
		"« Older harbour news":                    "link line",
		"Ferry returns to the bay »":              "link line",
		"Sign up for our morning newsletter":      "newsletter box",
		"(Photo by Robin Roe/Harbour Agency)":     "caption",
		"Credit: Robin Roe":                       "caption",
		"Photos: Robin Roe":                       "caption",
		"Robin Roe/Getty Images":                  "caption",
		"[Image: Robin Roe]":                      "caption",
		"Filed under: Harbour":                    "tag list",
		"Categories: Harbour, Ferries":            "tag list",
		"© 2019 The Harbour Herald":               "copyright line",
		"(c) 2019 The Harbour Herald":             "copyright line",
		"ALL RIGHTS RESERVED.":                    "copyright line",
		"Skip to main content":                    "page furniture",
		"[ZergNet]":                               "page furniture",
		"Home > News > Harbour":                   "page furniture",
		"JavaScript is off":                       "page furniture",
		"* * *":                                   "rule",
		"Share prices fell on Tuesday":            "",
		"Advertisements for the ferry were dear.": "",
		"The board met on Tuesday.":               "",
		"3 of 5 boats are back":                   "",
	} {
		if got := furnitureReason(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// FuzzFurnitureReason checks that passing over lines by their first word loses none that a pattern matches.
func FuzzFurnitureReason(f *testing.F) {
	for _, s := range []string{"Related articles »", "«x", "[credit:x", "Newer page", "subscribe", "A b/AP", "pictures via: me", "older entry"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" || len(s) > furnitureLongest || furnitureReason(s) == "rule" {
			return
		}
		if got, want := furnitureReason(s), match(s); got != want {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	})
}
