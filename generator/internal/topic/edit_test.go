package topic

import "testing"

func TestAddDecision(t *testing.T) {
	const file = "# ours\nJan Berg: # the master\n  merge: [Old Berg] # sure\n  kind: person\n\nVika:\n  also:\n    - V.\nGeorgia:\n  same-as:\n  - https://example.org/a\nX: {never: true}\n"
	tests := []struct {
		before, name, field, value, after string // after "" for an error
	}{
		{"", "Jan Berg", "merge", "Old Berg", "Jan Berg:\n  merge: [Old Berg]\n"},
		{"", "Yes: no", "never", "true", "\"Yes: no\":\n  never: true\n"},
		{"# a comment\n", "Vika", "kind", "place", "# a comment\nVika:\n  kind: place\n"},
		{file, "jan berg", "merge", "J. Berg", "# ours\nJan Berg: # the master\n  merge: [Old Berg, J. Berg] # sure\n  kind: person\n\nVika:\n  also:\n    - V.\nGeorgia:\n  same-as:\n  - https://example.org/a\nX: {never: true}\n"},
		{file, "Jan Berg", "kind", "other", "# ours\nJan Berg: # the master\n  merge: [Old Berg] # sure\n  kind: other\n\nVika:\n  also:\n    - V.\nGeorgia:\n  same-as:\n  - https://example.org/a\nX: {never: true}\n"},
		{file, "Vika", "rename", "Vika Town", "# ours\nJan Berg: # the master\n  merge: [Old Berg] # sure\n  kind: person\n\nVika:\n  rename: Vika Town\n  also:\n    - V.\nGeorgia:\n  same-as:\n  - https://example.org/a\nX: {never: true}\n"},
		{file, "Georgia", "same as", "https://example.org/b", "# ours\nJan Berg: # the master\n  merge: [Old Berg] # sure\n  kind: person\n\nVika:\n  also:\n    - V.\nGeorgia:\n  same-as:\n  - https://example.org/a\n  - \"https://example.org/b\"\nX: {never: true}\n"},
		{file, "X", "kind", "place", ""},
		{file, "Vika", "kind", "town", ""},
		{"a: [", "Vika", "kind", "place", ""},
	}
	for _, tt := range tests {
		got, err := AddDecision([]byte(tt.before), tt.name, tt.field, tt.value)
		if string(got) != tt.after || (err == nil) != (tt.after != "") {
			t.Errorf("AddDecision(%q, %s, %s, %s) =\n%s%v, want\n%s", tt.before, tt.name, tt.field, tt.value, got, err, tt.after)
		}
	}
}

func FuzzDecisions(f *testing.F) {
	f.Add("Jan Berg:\n  merge: [Old Berg]\n  kind: person\nGeorgia:\n  split:\n    Georgia (ship): [raw/b.txt]\n", "Vika")
	f.Add("- a\n- b\n", "x: y")
	f.Add("&a A: *a\n? [b]\n: c\n<<: {never: true}\n", "'")
	f.Fuzz(func(t *testing.T, file, name string) {
		ParseDecisions(DecisionsFile, []byte(file))
		got, err := AddDecision([]byte(file), name, "never", "true")
		if err == nil && !took(got, name, "never", []string{"true"}) {
			t.Errorf("%q: the decision is not in %q", name, got)
		}
	})
}

func TestAddSplit(t *testing.T) {
	tests := []struct{ before, after string }{ // after "" for an error
		{"", "Georgia:\n  split:\n    \"Georgia (ship)\": [raw/b.txt]\n"},
		{"# ours\nGeorgia: # both\n  kind: place\n", "# ours\nGeorgia: # both\n  split:\n    \"Georgia (ship)\": [raw/b.txt]\n  kind: place\n"},
		{"Georgia:\n  split:\n    Georgia (state): [raw/a.txt]\n", "Georgia:\n  split:\n    \"Georgia (ship)\": [raw/b.txt]\n    Georgia (state): [raw/a.txt]\n"},
		{"Georgia:\n  split:\n    Georgia (ship): [raw/a.txt]\nVika:\n", "Georgia:\n  split:\n    \"Georgia (ship)\": [raw/a.txt, raw/b.txt]\nVika:\n"},
		{"Georgia: {kind: place}\n", ""},
	}
	for _, tt := range tests {
		got, err := AddSplit([]byte(tt.before), "Georgia", "Georgia (ship)", "raw/b.txt")
		if string(got) != tt.after || (err == nil) != (tt.after != "") {
			t.Errorf("AddSplit(%q) =\n%s%v, want\n%s", tt.before, got, err, tt.after)
		}
	}
}
