package topic

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// AddSplit returns the decisions file b with one more decision: in the articles of these raw texts name means another thing, which is called
// other. Comments and all other lines stay as they are. The error says what an editor has to mend or do by hand.
func AddSplit(b []byte, name, other string, files ...string) ([]byte, error) {
	file, lines, err := decisionLines(b)
	if err != nil {
		return nil, err
	}
	entry := plainScalar(other) + ": " + newValue("merge", files)
	about := pairNamed(file, name)
	switch split := splitOf(about); {
	case about == nil:
		lines = append(lines, plainScalar(name)+":", "  split:", "    "+entry)
	case split == nil:
		at := about.Key.GetToken().Position.Line
		lines = slices.Insert(lines, min(at, len(lines)), "  split:", "    "+entry)
	default:
		p := &decider{}
		for _, pair := range p.pairs(split.Value, "") {
			pos := pair.Key.GetToken().Position
			if key(scalar(pair.Key)) == key(other) {
				entry = plainScalar(other) + ": " + newValue("merge", append(p.texts(pair.Value), files...))
				lines[pos.Line-1] = strings.Repeat(" ", pos.Column-1) + entry
				entry = ""
				break
			}
		}
		if entry != "" {
			at := split.Key.GetToken().Position
			lines = slices.Insert(lines, min(at.Line, len(lines)), strings.Repeat(" ", at.Column+1)+entry)
		}
	}
	out := []byte(strings.Join(lines, "\n") + "\n")
	if !tookSplit(out, name, other, files) {
		return nil, fmt.Errorf("%s cannot be changed safely; write there, under %q, below split: %s: %s", DecisionsFile, name, plainScalar(other), newValue("merge", files))
	}
	return out, nil
}

// pairNamed returns the decision about a name, or nil.
func pairNamed(file *ast.File, name string) *ast.MappingValueNode {
	p := &decider{}
	for _, doc := range file.Docs {
		for _, pair := range p.pairs(doc.Body, "") {
			if key(scalar(pair.Key)) == key(name) {
				return pair
			}
		}
	}
	return nil
}

// splitOf returns the part of a decision that splits a name, or nil.
func splitOf(about *ast.MappingValueNode) *ast.MappingValueNode {
	if about == nil {
		return nil
	}
	p := &decider{}
	for _, pair := range p.pairs(about.Value, "") {
		if scalar(pair.Key) == "split" {
			return pair
		}
	}
	return nil
}

// tookSplit reports whether the decision is in the file now.
func tookSplit(b []byte, name, other string, files []string) bool {
	d, ds := ParseDecisions(DecisionsFile, b)
	return len(ds) == 0 && slices.ContainsFunc(d.list, func(dec decision) bool {
		return key(dec.name) == key(name) && slices.ContainsFunc(dec.split, func(s splitDecision) bool {
			return s.name == other && !slices.ContainsFunc(files, func(f string) bool { return !slices.Contains(s.files, f) })
		})
	})
}
