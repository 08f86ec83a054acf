package page

import (
	"slices"
	"strings"
)

// Change is how one field differs between two pages; "body" is the body.
type Change struct {
	Field      string
	Gone, Come []string // values, of a list its items, of the body its paragraphs
}

// Changes returns the fields that differ between two pages, those of old first. What the program remembers of its writing does not count.
func Changes(old, fresh Page) []Change {
	var out []Change
	add := func(name string, a, b []string) {
		c := Change{Field: name}
		for _, s := range a {
			if !slices.Contains(b, s) {
				c.Gone = append(c.Gone, s)
			}
		}
		for _, s := range b {
			if !slices.Contains(a, s) {
				c.Come = append(c.Come, s)
			}
		}
		if len(c.Gone)+len(c.Come) > 0 {
			out = append(out, c)
		}
	}
	before, after := own(old.Front), own(fresh.Front)
	for _, f := range before {
		add(f.Key, items(f.Value), items(after.Get(f.Key)))
	}
	for _, f := range after {
		if !has(old.Front, f.Key) {
			add(f.Key, nil, items(f.Value))
		}
	}
	add(bodyKey, strings.Split(old.Body, "\n\n"), strings.Split(fresh.Body, "\n\n"))
	return out
}

// items returns a value as texts: of a list one an item.
func items(value any) []string {
	list, ok := value.([]any)
	if !ok {
		if value == nil {
			return nil
		}
		list = []any{value}
	}
	out := make([]string, len(list))
	for i, v := range list {
		if s, ok := v.(string); ok {
			out[i] = s
			continue
		}
		out[i] = string(flow(nil, v))
	}
	return out
}
