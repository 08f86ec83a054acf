package page

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Encode returns the page as a file: YAML front matter, a blank line, the body.
//
// The YAML is a small part of the language that every reader agrees on: params is a block, a list of mappings has a line for each, all else
// is written in one line, and every text is in double quotes with the escapes of JSON.
func Encode(p Page) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	block(&b, p.Front, "")
	b.WriteString("---\n")
	if p.Body != "" {
		b.WriteString("\n" + strings.TrimRight(p.Body, "\n") + "\n")
	}
	return b.Bytes()
}

// block writes the fields one a line.
func block(b *bytes.Buffer, fields Fields, indent string) {
	for _, f := range fields {
		b.WriteString(indent)
		writeKey(b, f.Key)
		b.WriteByte(':')
		switch v := f.Value.(type) {
		case Fields:
			if f.Key == paramsKey && len(v) > 0 {
				b.WriteByte('\n')
				block(b, v, indent+"  ")
				continue
			}
		case []any:
			if mappings(v) {
				b.WriteByte('\n')
				for _, item := range v {
					b.WriteString(indent + "  - ")
					flow(b, item)
					b.WriteByte('\n')
				}
				continue
			}
		}
		b.WriteByte(' ')
		flow(b, f.Value)
		b.WriteByte('\n')
	}
}

// mappings reports whether a list has a mapping, and so deserves a line for each item.
func mappings(list []any) bool {
	for _, v := range list {
		if _, ok := v.(Fields); ok {
			return true
		}
	}
	return false
}

// flow writes a value in one line.
func flow(b *bytes.Buffer, value any) {
	switch v := value.(type) {
	case Fields:
		b.WriteByte('{')
		for i, f := range v {
			if i > 0 {
				b.WriteString(", ")
			}
			writeKey(b, f.Key)
			b.WriteString(": ")
			flow(b, f.Value)
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteString(", ")
			}
			flow(b, item)
		}
		b.WriteByte(']')
	case string:
		quote(b, v)
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case int:
		b.WriteString(strconv.Itoa(v))
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			v = 0
		}
		b.WriteString(strconv.FormatFloat(v, 'f', -1, 64))
	case time.Time:
		b.WriteString(v.Format(time.RFC3339))
	default:
		b.WriteString("null")
	}
}

// writeKey writes a key, in quotes unless it is a plain word that no reader of YAML takes for something else.
func writeKey(b *bytes.Buffer, key string) {
	switch strings.ToLower(key) {
	case "", "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		quote(b, key)
		return
	}
	for i := 0; i < len(key); i++ {
		c := key[i]
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || i > 0 && (c == '-' || c >= '0' && c <= '9')) {
			quote(b, key)
			return
		}
	}
	b.WriteString(key)
}

// quote writes s in double quotes. The texts of articles come without control characters; an editor's own text may have some.
func quote(b *bytes.Buffer, s string) {
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r >= 0x7f && r <= 0x9f || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == 0xfffe || r == 0xffff:
			const hex = "0123456789abcdef"
			b.WriteString(`\u`)
			for shift := 12; shift >= 0; shift -= 4 {
				b.WriteByte(hex[r>>shift&15])
			}
		case r == utf8.RuneError:
			b.WriteString("\ufffd")
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
}
