package page

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// Merged is a page as it shall be written, and what of it is the editor's.
type Merged struct {
	Page
	Edited  []string // fields that were changed by hand, in order; "body" for the body
	Outrun  []string // of Edited, those for which the program now has another value than when the editor changed them
	Foreign bool     // the file on disk was not written by the program, or cannot be read: it must stay as it is
}

// Seal returns the page with a record of what the program wrote: a hash of every field, and the address.
func Seal(p Page) Page { return merge(p, nil, nil) }

// Merge returns the generated page with the changes an editor made in the file on disk. A field, or the body, whose value on disk no longer
// has the hash that was recorded for it was changed by hand and stays, one that was taken out stays out, and fields the program does not
// know stay. Redirects are only ever added. The error says why the file on disk cannot be read.
func Merge(generated Page, onDisk []byte) (Merged, error) {
	old, err := Decode(generated.Path, onDisk)
	if err != nil {
		return Merged{Page: generated, Foreign: true}, err
	}
	record := old.Front.Fields(paramsKey).Fields(generatedKey)
	if len(record) == 0 {
		return Merged{Page: generated, Foreign: true}, nil
	}
	m := Merged{Edited: Edited(old)}
	m.Page = merge(generated, &old, m.Edited)
	fresh := m.Front.Fields(paramsKey).Fields(generatedKey)
	for _, name := range m.Edited {
		if record.Get(name) != nil && fresh.String(name) != "" && fresh.String(name) != record.String(name) {
			m.Outrun = append(m.Outrun, name)
		}
	}
	return m, nil
}

// Restore is Merge for a page of which the fields named are the program's again, or all where none is named. It returns what was restored.
func Restore(generated Page, onDisk []byte, fields []string) (Page, []string, error) {
	old, err := Decode(generated.Path, onDisk)
	if err != nil {
		return generated, nil, err
	}
	var kept, restored []string
	for _, name := range Edited(old) {
		if len(fields) == 0 || slices.Contains(fields, name) {
			restored = append(restored, name)
		} else {
			kept = append(kept, name)
		}
	}
	return merge(generated, &old, kept), restored, nil
}

// Edited lists the fields of a page from disk that an editor changed, added or took out; "body" for the body. It is empty for a page that
// is just as the program wrote it, and for one the program did not write.
func Edited(p Page) []string {
	params := p.Front.Fields(paramsKey)
	record := params.Fields(generatedKey)
	if len(record) == 0 {
		return nil
	}
	var out []string
	for _, f := range own(p.Front) {
		if record.String(f.Key) != hash(f.Value) {
			out = append(out, f.Key)
		}
	}
	if p.Body != "" && record.String(bodyKey) != hash(p.Body) {
		out = append(out, bodyKey)
	}
	for _, r := range record {
		switch {
		case r.Key == addressKey:
		case r.Key == bodyKey && p.Body == "" && r.Value != hash(""), r.Key != bodyKey && !has(p.Front, r.Key):
			out = append(out, r.Key)
		}
	}
	return out
}

// Ours reports whether the program wrote the page.
func Ours(p Page) bool { return len(p.Front.Fields(paramsKey).Fields(generatedKey)) > 0 }

// Address returns where the page lived when the program last wrote it, or "".
func Address(p Page) string {
	return p.Front.Fields(paramsKey).Fields(generatedKey).String(addressKey)
}

// own returns the fields that are kept apart: those of the page and those of its params.
func own(front Fields) Fields {
	var out Fields
	for _, f := range front {
		if f.Key != paramsKey {
			out = append(out, f)
		}
	}
	for _, f := range front.Fields(paramsKey) {
		if f.Key != generatedKey {
			out = append(out, f)
		}
	}
	return out
}

func has(front Fields, key string) bool {
	return slices.ContainsFunc(own(front), func(f Field) bool { return f.Key == key })
}

// merge lays the editor's changes in old over the generated page and seals it. old is nil for a new page.
func merge(generated Page, old *Page, edited []string) Page {
	record := Fields{{addressKey, generated.Address}}
	for _, f := range own(generated.Front) {
		record = append(record, Field{f.Key, hash(f.Value)})
	}
	record = append(record, Field{bodyKey, hash(generated.Body)})
	out := generated
	if old != nil {
		oldRecord := old.Front.Fields(paramsKey).Fields(generatedKey)
		out.Front = overlay(generated.Front, old.Front, edited)
		if slices.Contains(edited, bodyKey) {
			out.Body = old.Body
		}
		for _, name := range edited {
			// A field the program no longer writes stays on record, so that it is still seen as changed.
			h := oldRecord.String(name)
			if h != "" && record.Get(name) == nil {
				record = append(record, Field{name, h})
			}
			// The program takes an editor's date for its own, to address the page by: the next build must see that it is not.
			if i := slices.IndexFunc(record, func(f Field) bool { return f.Key == name }); name == "date" && h != "" && i >= 0 {
				if date := old.Front.Get(name); date != nil && record[i].Value == hash(date) {
					record[i].Value = h
				}
			}
		}
	} else {
		out.Front = overlay(generated.Front, nil, nil)
	}
	params, at := Fields(nil), slices.IndexFunc(out.Front, func(f Field) bool { return f.Key == paramsKey })
	if at < 0 {
		out.Front = append(out.Front, Field{paramsKey, nil})
		at = len(out.Front) - 1
	} else {
		params, _ = out.Front[at].Value.(Fields)
	}
	out.Front[at].Value = append(params, Field{generatedKey, record})
	return out
}

// overlay returns the generated fields with those of old that were edited.
func overlay(generated, old Fields, edited []string) Fields {
	var out Fields
	for _, f := range generated {
		switch {
		case f.Key == paramsKey:
			params, _ := f.Value.(Fields)
			out = append(out, Field{paramsKey, overlay(params, old.Fields(paramsKey), edited)})
		case f.Key == generatedKey:
		case !slices.Contains(edited, f.Key):
			out = append(out, f)
		default:
			i := slices.IndexFunc(old, func(o Field) bool { return o.Key == f.Key })
			switch {
			case f.Key == aliasesKey:
				out = append(out, Field{f.Key, union(f.Value, old.Get(f.Key))})
			case i >= 0:
				out = append(out, old[i])
			}
		}
	}
	for _, f := range old {
		if f.Key != generatedKey && slices.Contains(edited, f.Key) && !slices.ContainsFunc(generated, func(g Field) bool { return g.Key == f.Key }) {
			out = append(out, f)
		}
	}
	if len(old.Fields(paramsKey)) > 0 && generated.Get(paramsKey) == nil {
		out = append(out, Field{paramsKey, overlay(nil, old.Fields(paramsKey), edited)})
	}
	return out
}

// union returns the texts of both lists, each once, sorted.
func union(a, b any) []any {
	seen := map[string]bool{}
	for _, list := range [...]any{a, b} {
		items, _ := list.([]any)
		for _, v := range items {
			seen[fmt.Sprint(v)] = true
		}
	}
	out := []any{}
	for _, s := range slices.Sorted(maps.Keys(seen)) {
		out = append(out, s)
	}
	return out
}

// hash returns eight hexadecimal digits that stand for a value, whatever way it was written down.
func hash(value any) string {
	sum := sha256.Sum256(appendCanon(nil, value))
	return hex.EncodeToString(sum[:4])
}

// appendCanon appends a value so that equal values look alike: keys sorted, numbers in one form.
func appendCanon(b []byte, value any) []byte {
	switch v := value.(type) {
	case Fields:
		sorted := slices.Clone(v)
		slices.SortStableFunc(sorted, func(x, y Field) int { return cmp.Compare(x.Key+`"`, y.Key+`"`) }) // as the keys stand in their quotes
		b = append(b, '{')
		for i, f := range sorted {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendQuoted(b, f.Key), ':')
			b = appendCanon(b, f.Value)
		}
		return append(b, '}')
	case []any:
		b = append(b, '[')
		for i, item := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendCanon(b, item)
		}
		return append(b, ']')
	case string:
		return appendQuoted(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case time.Time:
		return v.UTC().AppendFormat(b, time.RFC3339)
	}
	return fmt.Append(b, value)
}

// appendQuoted is strconv.AppendQuote, which goes letter by letter, for texts that have little to quote.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	for from, i := 0, 0; ; i++ {
		if i < len(s) && ordinary(s[i]) {
			continue
		}
		b = append(b, s[from:i]...)
		if i == len(s) {
			return append(b, '"')
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		at := len(b)
		b = strconv.AppendQuote(b, s[i:i+size])
		b = append(b[:at], b[at+1:len(b)-1]...) // without the quotation marks
		from, i = i+size, i+size-1
	}
}

// EditedDate returns the date of a page where a person changed it, and zero elsewhere.
func EditedDate(p Page) time.Time {
	date, ok := p.Front.Get("date").(time.Time)
	if recorded := p.Front.Fields(paramsKey).Fields(generatedKey).String("date"); !ok || recorded == "" || recorded == hash(date) {
		return time.Time{}
	}
	return date.UTC()
}
