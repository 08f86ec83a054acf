package topic

import (
	"slices"
	"strings"
)

// Find returns the topic or pair that is called name, in any spelling, or whose slug it is, or that is also known as it; nil where there is none.
func (c *Corpus) Find(name string) *Topic {
	k := key(name)
	for _, has := range [...]func(t *Topic) bool{
		func(t *Topic) bool { return t.Name == name },
		func(t *Topic) bool { return key(t.Name) == k || t.Slug == name },
		func(t *Topic) bool {
			return slices.ContainsFunc(t.KnownAs, func(other string) bool { return key(other) == k })
		},
	} {
		for _, list := range [...][]*Topic{c.Topics, c.Pairs} {
			if i := slices.IndexFunc(list, has); i >= 0 {
				return list[i]
			}
		}
	}
	return nil
}

// Names reports whether an article names something so that has no page.
func (c *Corpus) Names(name string) bool {
	k := key(name)
	return slices.ContainsFunc(c.Articles, func(a *Article) bool {
		return slices.ContainsFunc(a.Named, func(f Filing) bool { return key(f.Name) == k })
	})
}

// Naming returns the article of a raw text, whose path may be given from any folder on; nil where there is none.
func (c *Corpus) Naming(file string) *Article {
	if i := slices.IndexFunc(c.Articles, func(a *Article) bool { return SourceFile(a.File) == SourceFile(file) }); i >= 0 {
		return c.Articles[i]
	}
	return nil
}

// Like returns up to n names of topics that share a word with name, those with most articles first.
func (c *Corpus) Like(name string, n int) []string {
	var found []*Topic
	words := strings.Fields(key(name))
	for _, t := range c.Topics {
		own := strings.Fields(key(t.Name))
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(own, w) }) {
			found = append(found, t)
		}
	}
	slices.SortStableFunc(found, func(a, b *Topic) int { return len(b.Appearances) - len(a.Appearances) })
	var out []string
	for _, t := range found[:min(n, len(found))] {
		out = append(out, t.Name)
	}
	return out
}

// Under returns the name under which the decisions hold what is decided about the topic of that name: the one it had before a renaming.
func (d Decisions) Under(name string) string {
	for _, dec := range d.list {
		if dec.rename != "" && key(dec.rename) == key(name) {
			return dec.name
		}
	}
	return name
}
