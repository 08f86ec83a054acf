package topic

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/news"
)

// DecisionsFile is where a site keeps the editor's decisions.
const DecisionsFile = "content/topics.yaml"

// Decisions is what the editor decided about topics. The zero value decides nothing.
//
//	Donald Trump:                     # the name the topic shall have
//	  merge: [Trump, President Trump] # these names are the same topic
//	  kind: person
//	  known as: [the Donald]
//	  description: The 45th president of the United States.
//	  same as: [https://www.wikidata.org/wiki/Q22686]
//	Burma:
//	  rename: Myanmar
//	Mr. Speaker:
//	  never: true                     # no topic
//	Georgia:
//	  split:                          # in these articles the name means another thing
//	    Georgia (country): [raw/2008-08-08-war.txt]
type Decisions struct{ list []decision }

// decision is what was decided about one name.
type decision struct {
	name        string
	line        int
	rename      string
	merge       []string
	kind        news.Kind
	knownAs     []string
	never       bool
	description string
	sameAs      []string
	split       []splitDecision
}

// splitDecision says that in some articles a name means another thing.
type splitDecision struct {
	name  string
	files []string
}

// decider collects decisions and what is wrong with them.
type decider struct {
	path string
	ds   []diag.Diagnostic
}

// ParseDecisions reads the editor's decisions. What cannot be understood is left out, with a diagnostic.
func ParseDecisions(path string, b []byte) (Decisions, []diag.Diagnostic) {
	p := &decider{path: path}
	file, err := parser.ParseBytes(lineFeeds(b), 0)
	if err != nil {
		line, text := 1, strings.SplitN(err.Error(), "\n", 2)[0]
		fmt.Sscanf(text, "[%d:", &line)
		if i := strings.Index(text, "] "); i >= 0 {
			text = text[i+2:]
		}
		return Decisions{}, []diag.Diagnostic{{Path: path, Line: line, Code: "topics-yaml", Severity: diag.Error, Text: "cannot be read as YAML: " + text,
			Fix: "mend the line; until then no decision in this file counts"}}
	}
	var out Decisions
	seen := map[string]int{}
	for _, doc := range file.Docs {
		for _, pair := range p.pairs(doc.Body, "a name with what is decided about it") {
			name := scalar(pair.Key)
			line := pair.Key.GetToken().Position.Line
			k := key(name)
			if k == "" {
				p.add(line, "a decision needs a name", "write the topic's name before the colon")
				continue
			}
			if first, ok := seen[k]; ok {
				p.add(line, fmt.Sprintf("%q is decided twice, first in line %d", name, first), "put both decisions under one name")
				continue
			}
			seen[k] = line
			d := decision{name: name, line: line}
			for _, field := range p.pairs(pair.Value, "rename, merge, kind, known as, never, description, same as or split") {
				p.field(&d, field)
			}
			out.list = append(out.list, d)
		}
	}
	diag.Sort(p.ds)
	return out, p.ds
}

// field reads one line of a decision into d.
func (p *decider) field(d *decision, pair *ast.MappingValueNode) {
	line := pair.Key.GetToken().Position.Line
	switch name := strings.ReplaceAll(scalar(pair.Key), "-", " "); name {
	case "rename":
		d.rename = p.text(pair.Value)
	case "merge":
		d.merge = p.texts(pair.Value)
	case "kind":
		d.kind = news.Kind(p.text(pair.Value))
		if !slices.Contains(kindOrder, d.kind) {
			p.add(line, fmt.Sprintf("%q is no kind", d.kind), "use person, place, organization, event, other or subject")
			d.kind = ""
		}
	case "known as", "also known as", "also":
		d.knownAs = p.texts(pair.Value)
	case "never":
		d.never = slices.Contains([]string{"true", "yes"}, strings.ToLower(p.text(pair.Value)))
	case "description":
		d.description = p.text(pair.Value)
	case "same as":
		for _, url := range p.texts(pair.Value) {
			if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") {
				p.add(line, fmt.Sprintf("%q is no web address", url), "write it with https://")
				continue
			}
			d.sameAs = append(d.sameAs, url)
		}
	case "split":
		for _, s := range p.pairs(pair.Value, "the other thing's name with its articles") {
			d.split = append(d.split, splitDecision{scalar(s.Key), p.texts(s.Value)})
		}
	default:
		p.add(line, fmt.Sprintf("%q is nothing that can be decided", name), "use rename, merge, kind, known as, never, description, same as or split")
	}
}

func (p *decider) add(line int, text, fix string) {
	p.ds = append(p.ds, diag.Diagnostic{Path: p.path, Line: line, Code: "topics-decision", Severity: diag.Warning, Text: text, Fix: fix})
}

// pairs returns the entries of a mapping.
func (p *decider) pairs(n ast.Node, want string) []*ast.MappingValueNode {
	switch n := n.(type) {
	case nil, *ast.NullNode, *ast.CommentGroupNode:
		return nil
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	p.add(n.GetToken().Position.Line, "this is not "+want, "write one entry a line: name, colon, value")
	return nil
}

// texts returns the words of a list, or of the single word that stands for one.
func (p *decider) texts(n ast.Node) []string {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		if s := p.text(n); s != "" {
			return []string{s}
		}
		return nil
	}
	var out []string
	for _, v := range list.Values {
		if s := p.text(v); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// text returns the words of a scalar.
func (p *decider) text(n ast.Node) string {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return ""
	case *ast.MappingNode, *ast.MappingValueNode, *ast.SequenceNode, *ast.AnchorNode, *ast.AliasNode:
		p.add(n.GetToken().Position.Line, "a word is wanted here, not a list", "write a word, in quotation marks where it has a colon")
		return ""
	default:
		return scalar(n)
	}
}

// scalar returns a scalar as it was meant.
func scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	}
	return n.GetToken().Value
}

// lineFeeds returns b with every line end as the parser counts it.
func lineFeeds(b []byte) []byte {
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
}
