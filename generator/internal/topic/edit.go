package topic

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// AddDecision returns the decisions file b with one more decision: field is "merge", "rename", "kind", "known as", "never", "description" or
// "same as". The lists among them are added to, the others replaced; comments and all other lines stay as they are. The error says what an
// editor has to mend or do by hand.
func AddDecision(b []byte, name, field string, values ...string) ([]byte, error) {
	file, lines, err := decisionLines(b)
	if err != nil {
		return nil, err
	}
	about := pairNamed(file, name)
	if about == nil {
		lines = append(lines, plainScalar(name)+":", "  "+field+": "+newValue(field, values))
	} else if lines, err = addTo(lines, about, field, values); err != nil {
		return nil, err
	}
	out := []byte(strings.Join(lines, "\n") + "\n")
	if !took(out, name, field, values) {
		return nil, byHand(about, name, field, values)
	}
	return out, nil
}

// decisionLines returns a decisions file without faults, parsed and in lines.
func decisionLines(b []byte) (*ast.File, []string, error) {
	if _, ds := ParseDecisions(DecisionsFile, b); len(ds) > 0 {
		return nil, nil, fmt.Errorf("%s", ds[0])
	}
	b = lineFeeds(b)
	file, err := parser.ParseBytes(b, 0)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", DecisionsFile, err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	if len(lines) == 1 && lines[0] == "" {
		lines = nil
	}
	return file, lines, nil
}

// addTo adds the values to the lines of the decision about one name.
func addTo(lines []string, about *ast.MappingValueNode, field string, values []string) ([]string, error) {
	p := &decider{}
	if m, ok := about.Value.(*ast.MappingNode); ok && m.IsFlowStyle {
		return nil, byHand(about, scalar(about.Key), field, values)
	}
	if about.Key.GetToken().Position.Line > len(lines) {
		return nil, byHand(about, scalar(about.Key), field, values)
	}
	indent := "  "
	for _, pair := range p.pairs(about.Value, "") {
		pos := pair.Key.GetToken().Position
		indent = strings.Repeat(" ", pos.Column-1)
		if strings.ReplaceAll(scalar(pair.Key), "-", " ") != field {
			continue
		}
		line := pos.Line - 1
		list, ok := pair.Value.(*ast.SequenceNode)
		switch {
		case !ok && isList(field):
			values = append(p.texts(pair.Value), values...)
			fallthrough
		case !ok:
			lines[line] = indent + field + ": " + newValue(field, values)
		case list.IsFlowStyle:
			end := list.End.Position
			at := []rune(lines[end.Line-1])
			added := ""
			for i, v := range values {
				if i > 0 || len(list.Values) > 0 {
					added += ", "
				}
				added += flowScalar(v)
			}
			lines[end.Line-1] = string(at[:end.Column-1]) + added + string(at[end.Column-1:])
		default:
			last := list.Values[len(list.Values)-1].GetToken().Position.Line
			dash := lines[list.Start.Position.Line-1]
			dash = dash[:strings.IndexByte(dash, '-')]
			for i, v := range values {
				lines = slices.Insert(lines, last+i, dash+"- "+flowScalar(v))
			}
		}
		return lines, nil
	}
	return slices.Insert(lines, about.Key.GetToken().Position.Line, indent+field+": "+newValue(field, values)), nil
}

// took reports whether the decision is in the file now.
func took(b []byte, name, field string, values []string) bool {
	d, ds := ParseDecisions(DecisionsFile, b)
	if len(ds) > 0 {
		return false
	}
	i := slices.IndexFunc(d.list, func(d decision) bool { return key(d.name) == key(name) })
	if i < 0 || len(values) == 0 {
		return false
	}
	in := func(list []string) bool {
		return !slices.ContainsFunc(values, func(v string) bool { return !slices.Contains(list, v) })
	}
	switch dec := d.list[i]; field {
	case "merge":
		return in(dec.merge)
	case "known as":
		return in(dec.knownAs)
	case "same as":
		return in(dec.sameAs)
	case "rename":
		return dec.rename == values[0]
	case "kind":
		return string(dec.kind) == values[0]
	case "description":
		return dec.description == values[0]
	case "never":
		return dec.never == (values[0] == "true")
	}
	return false
}

// byHand is the error for a file that is written in a way that is better left to a person.
func byHand(about *ast.MappingValueNode, name, field string, values []string) error {
	line := 1
	if about != nil {
		line = about.Key.GetToken().Position.Line
	}
	return fmt.Errorf("%s:%d: cannot be changed safely; write there, under %q: %s: %s", DecisionsFile, line, name, field, newValue(field, values))
}

func isList(field string) bool { return field == "merge" || field == "known as" || field == "same as" }

// newValue writes the values of a field in one line.
func newValue(field string, values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = flowScalar(v)
	}
	if isList(field) {
		return "[" + strings.Join(quoted, ", ") + "]"
	}
	return strings.Join(quoted, " ")
}

// plainWord matches what YAML reads as a text without quotation marks, wherever it stands: "Moon Jae-in", "O’Neill".
var plainWord = regexp.MustCompile(`^[\p{L}][\p{L}\p{N} .’/-]*[\p{L}\p{N}.]$`)

// plainScalar writes a text as it is where it can be, and in quotation marks elsewhere.
func plainScalar(s string) string {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off":
	default:
		if plainWord.MatchString(s) {
			return s
		}
	}
	return strconv.Quote(s)
}

// flowScalar is plainScalar for values; the words true and false stand for themselves.
func flowScalar(s string) string {
	if s == "true" || s == "false" {
		return s
	}
	return plainScalar(s)
}
