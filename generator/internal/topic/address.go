package topic

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
	"copydesk/generator/internal/slug"
)

// Addresses is what the pages on disk are called, so that no address moves. The zero value is a new site.
type Addresses struct {
	Briefings map[string]Address // by the raw text's path, as in SourceFile
	Topics    []Address
}

// Address is where one page lives.
type Address struct {
	Name  string // file name without ".md"
	Slug  string
	Date  time.Time // of a briefing whose date an editor changed
	Title string
	Kind  news.Kind // of a topic
	Old   []string  // its own address when it was written last, and its redirects
	Of    []string  // slugs of the two topics that a pair is of
}

// SourceFile returns how a raw text's path is written in a page: from "raw/" on, whatever folder the program was run in.
func SourceFile(file string) string {
	file = path.Clean(strings.ReplaceAll(file, `\`, "/"))
	if i := strings.LastIndex("/"+file, "/content/"); i >= 0 {
		return ("/" + file)[i+len("/content/"):]
	}
	if i := strings.LastIndex("/"+file, "/raw/"); i >= 0 {
		return ("/" + file)[i+1:]
	}
	return "raw/" + path.Base(file)
}

// order returns the articles newest first, one of a day after the other by file name.
func order(corpus []*news.Annotated) (articles []*Article, at []int) {
	at = make([]int, len(corpus))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, j int) int {
		a, b := corpus[i], corpus[j]
		return cmp.Or(-a.Date.Time.Compare(b.Date.Time), cmp.Compare(SourceFile(a.File), SourceFile(b.File)), cmp.Compare(a.SHA256, b.SHA256))
	})
	articles = make([]*Article, len(corpus))
	position := make([]int, len(corpus))
	for to, from := range at {
		articles[to] = &Article{Annotated: corpus[from], Dated: corpus[from].Date.Time, first: firstMentions(corpus[from])}
		position[from] = to
	}
	return articles, position
}

// firstMentions returns where the body first mentions each entity; beyond its end where it does not.
func firstMentions(a *news.Annotated) []int {
	at := make(map[string]int, len(a.Entities))
	for _, m := range slices.Backward(a.Mentions) {
		at[m.Entity] = m.Start
	}
	first := make([]int, len(a.Entities))
	for i := range first {
		var named bool
		if first[i], named = at[a.Entities[i].ID]; !named {
			first[i] = len(a.Body)
		}
	}
	return first
}

// address gives every article its file name and address: the ones on disk keep theirs, the others take the next that is free.
func address(articles []*Article, known map[string]Address) []diag.Diagnostic {
	names, paths := map[string]bool{}, map[string]*Article{}
	var ds []diag.Diagnostic
	byFile := slices.Clone(articles)
	slices.SortStableFunc(byFile, func(a, b *Article) int { return cmp.Compare(SourceFile(a.File), SourceFile(b.File)) })
	for _, a := range byFile {
		k, ok := known[SourceFile(a.File)]
		if !ok || k.Name == "" || k.Slug == "" || names[strings.ToLower(k.Name)] {
			continue
		}
		if !k.Date.IsZero() {
			a.Dated = k.Date
		}
		a.Name = k.Name
		a.Slug = slug.Unique(k.Slug, func(s string) bool { return paths[articlePath(a.Dated, s)] != nil })
		a.Path = articlePath(a.Dated, a.Slug)
		a.Redirects = slices.DeleteFunc(slices.Clone(k.Old), func(old string) bool { return old == a.Path })
		names[strings.ToLower(a.Name)], paths[a.Path] = true, a
	}
	for _, a := range byFile {
		if a.Path != "" {
			continue
		}
		base := headlineSlug(a)
		a.Slug = slug.Unique(base, func(s string) bool {
			return paths[articlePath(a.Dated, s)] != nil || names[articleName(a.Dated, s)]
		})
		a.Name, a.Path = articleName(a.Dated, a.Slug), articlePath(a.Dated, a.Slug)
		if other := paths[articlePath(a.Dated, base)]; a.Slug != base && other != nil {
			ds = append(ds, diag.Diagnostic{Path: a.File, Line: 1, Code: "address-taken", Severity: diag.Warning,
				Text: fmt.Sprintf("%s has the same headline in the same month, so this one is %s", other.File, a.Path),
				Fix:  "if one is a copy, remove it; else give one another headline"})
		}
		names[a.Name], paths[a.Path] = true, a
	}
	return ds
}

// headlineSlug returns the slug of the article's headline. A number alone is an address of a day or a page of a list.
func headlineSlug(a *Article) string {
	s := slug.Make(cmp.Or(a.Headline, strings.TrimSuffix(path.Base(SourceFile(a.File)), path.Ext(a.File))))
	if strings.Trim(s, "0123456789") == "" || s == "page" {
		s = "briefing-" + s
	}
	return s
}

func articleName(date time.Time, slug string) string {
	if date.IsZero() {
		return "undated-" + slug
	}
	return date.Format(time.DateOnly) + "-" + slug
}

func articlePath(date time.Time, slug string) string {
	if date.IsZero() {
		return "/undated/" + slug + "/"
	}
	return date.Format("/2006/01/") + slug + "/"
}

// addressTopics gives every topic its slug. Topics keep the one their name has on disk; of two that would have the same, the one with more
// articles gets it. An address on disk whose name now belongs to another topic becomes a redirect to it.
func addressTopics(topics []*Topic, known []Address) {
	slugs, byTitle := map[string]bool{"page": true}, map[string][]Address{}
	for _, k := range known {
		if k.Of == nil {
			byTitle[k.Title] = append(byTitle[k.Title], k)
		} else {
			slugs[k.Slug] = true // a topic that is new does not take the address of a pair
		}
	}
	ranked := slices.Clone(topics)
	slices.SortFunc(ranked, func(a, b *Topic) int {
		return cmp.Or(-cmp.Compare(len(a.group.refs), len(b.group.refs)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
	})
	keep := func(t *Topic, of func(k Address) bool) {
		base := slug.Make(t.Name)
		for _, k := range byTitle[t.Name] {
			if t.Slug == "" && !slugs[k.Slug] && of(k) && (k.Slug == base || strings.HasPrefix(k.Slug, base+"-")) {
				t.Slug = k.Slug
				slugs[t.Slug] = true
			}
		}
	}
	for _, t := range ranked {
		keep(t, func(k Address) bool { return k.Kind == t.Kind }) // of two things of one name each its own
	}
	for _, t := range ranked {
		keep(t, func(Address) bool { return true })
	}
	for _, t := range ranked {
		if t.Slug != "" {
			continue
		}
		base := slug.Make(t.Name)
		if slugs[base] {
			base = slug.Make(t.Name + " " + string(t.Kind))
		}
		t.Slug = slug.Unique(base, func(s string) bool { return slugs[s] })
		slugs[t.Slug] = true
	}
}

// redirectTopics adds to each topic the addresses that its names had on disk. The address of a name that shall be no topic leads to an article
// that names it. resolve returns the topic that has the name, or nil; carrier returns that article, or nil.
func redirectTopics(topics []*Topic, articles []*Article, known []Address, resolve func(name string) *Topic, carrier func(name string) *Article) {
	slugs := map[string]*Topic{}
	for _, t := range topics {
		slugs[t.Slug] = t
	}
	bySlug := sync.OnceValue(func() map[string]*Topic { return slugsOfNames(topics) })
	for _, k := range known {
		if k.Of != nil {
			continue // see redirectPairs
		}
		t := slugs[k.Slug]
		moved := t == nil
		if moved {
			t = resolve(k.Title)
			if whole, _, ok := strings.Cut(k.Title, " ("); ok && t == nil {
				t = resolve(whole) // "Georgia (country)" was split off once
			}
		}
		for _, old := range k.Old {
			// A topic that was renamed before is known by the name its first address was made of.
			if s, ok := topicSlug(old); ok && t == nil {
				t = bySlug()[s]
			}
		}
		if t == nil {
			if a := carrier(k.Title); a != nil {
				for _, old := range append([]string{"/topics/" + k.Slug + "/"}, k.Old...) {
					a.Redirects = appendNew(a.Redirects, old)
				}
			}
			continue
		}
		if moved {
			t.Redirects = append(t.Redirects, "/topics/"+k.Slug+"/")
		}
		for _, old := range k.Old {
			if s, ok := topicSlug(old); ok && slugs[s] == nil {
				t.Redirects = append(t.Redirects, old)
			}
		}
	}
	taken := map[string]bool{}
	for _, t := range topics {
		slices.Sort(t.Redirects)
		t.Redirects = slices.Compact(t.Redirects)
		taken[t.Path()] = true
		for _, old := range t.Redirects {
			taken[old] = true
		}
	}
	for _, a := range articles {
		a.Redirects = slices.DeleteFunc(a.Redirects, func(old string) bool { return taken[old] })
	}
}

// topicSlug returns the slug in a topic's address: "seoul" of "/topics/seoul/".
func topicSlug(address string) (string, bool) {
	return strings.CutPrefix(strings.TrimSuffix(address, "/"), "/topics/")
}

// slugsOfNames returns the topics by the slugs of the names that the articles give them.
func slugsOfNames(topics []*Topic) map[string]*Topic {
	out := map[string]*Topic{}
	for _, t := range topics {
		for name := range t.group.names {
			if s := slug.Make(name); out[s] == nil || len(out[s].group.refs) < len(t.group.refs) {
				out[s] = t
			}
		}
	}
	return out
}
