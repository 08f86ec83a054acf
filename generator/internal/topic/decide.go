package topic

import (
	"fmt"
	"slices"
	"strings"

	"copydesk/generator/internal/diag"
)

// splits applies the decisions that must be known before names are grouped: in the articles named, the entity gets its other name.
// The annotated articles are left as they are; the new names come back by article and entity.
func (d Decisions) splits(articles []*Article) map[ref]string {
	renamed := map[ref]string{}
	files := map[string]int{}
	for i, a := range articles {
		files[SourceFile(a.File)] = i
	}
	for _, dec := range d.list {
		for _, s := range dec.split {
			for _, f := range s.files {
				i, ok := files[SourceFile(f)]
				if !ok {
					continue
				}
				for j := range articles[i].Entities {
					e := &articles[i].Entities[j]
					if key(e.Name) == key(dec.name) || slices.ContainsFunc(e.Aliases, func(a string) bool { return key(a) == key(dec.name) }) {
						renamed[ref{i, j}] = s.name
					}
				}
			}
		}
	}
	return renamed
}

// apply merges, names and bans groups as decided. find returns the group that has a name, or nil.
func (d Decisions) apply(find func(name string) *group) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for i := range d.list {
		dec := &d.list[i]
		g := find(dec.name)
		for _, name := range dec.merge {
			switch o := find(name); {
			case o == nil:
			case g == nil:
				g = o
			default:
				g.merge(o)
			}
		}
		if dec.rename != "" {
			switch o := find(dec.rename); {
			case o == nil:
			case g == nil:
				g = o
			default:
				o.merge(g)
			}
		}
		if g == nil {
			if len(dec.split) == 0 && !pairOf(find, dec.name) {
				ds = append(ds, diag.Diagnostic{Path: DecisionsFile, Line: dec.line, Code: "topics-unused", Severity: diag.Note,
					Text: fmt.Sprintf("no article names %q", dec.name), Fix: "check the spelling, or leave it for later"})
			}
			continue
		}
		g.root().decide(dec)
	}
	return ds
}

// about reports whether anything is decided about the name.
func (d Decisions) about(name string) bool {
	return slices.ContainsFunc(d.list, func(dec decision) bool {
		return key(dec.name) == key(name) || slices.ContainsFunc(dec.merge, func(m string) bool { return key(m) == key(name) })
	})
}

// never reports whether the editor wants no topic of the name.
func (d Decisions) never(name string) bool {
	return slices.ContainsFunc(d.list, func(dec decision) bool { return dec.never && key(dec.name) == key(name) })
}

// decide remembers d on g, beside what was decided before.
func (g *group) decide(d *decision) {
	if g.decided == nil {
		g.decided = &decision{}
	}
	to := g.decided
	switch {
	case d.rename != "":
		to.name = d.rename
	case to.name == "":
		to.name = d.name
	}
	if d.kind != "" {
		to.kind = d.kind
	}
	if d.description != "" {
		to.description = d.description
	}
	to.never = to.never || d.never
	to.knownAs = append(to.knownAs, d.knownAs...)
	to.sameAs = append(to.sameAs, d.sameAs...)
}

// never reports whether the editor wants no topic of g.
func (g *group) never() bool { return g.decided != nil && g.decided.never }

// pairOf reports whether name is that of a pair of names: "Apple and Google".
func pairOf(find func(name string) *group, name string) bool {
	for i := range name {
		if strings.HasPrefix(name[i:], " and ") && find(name[:i]) != nil && find(name[i+len(" and "):]) != nil {
			return true
		}
	}
	return false
}
