package page

import (
	"fmt"
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
	return Append(make([]byte, 0, 4096+len(p.Body)), p)
}

// Append appends what Encode returns.
func Append(b []byte, p Page) []byte {
	b = append(b, "---\n"...)
	b = block(b, p.Front, "")
	b = append(b, "---\n"...)
	if p.Body != "" {
		b = append(b, '\n')
		b = append(b, strings.TrimRight(p.Body, "\n")...)
		b = append(b, '\n')
	}
	return b
}

// block appends the fields one a line.
func block(b []byte, fields Fields, indent string) []byte {
	for _, f := range fields {
		b = append(b, indent...)
		b = appendKey(b, f.Key)
		b = append(b, ':')
		switch v := f.Value.(type) {
		case Fields:
			if f.Key == paramsKey && len(v) > 0 {
				b = append(b, '\n')
				b = block(b, v, indent+"  ")
				continue
			}
		case []any:
			if mappings(v) {
				b = append(b, '\n')
				for _, item := range v {
					b = append(b, indent...)
					b = append(b, "  - "...)
					b = flow(b, item)
					b = append(b, '\n')
				}
				continue
			}
		}
		b = append(b, ' ')
		b = flow(b, f.Value)
		b = append(b, '\n')
	}
	return b
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

// flow appends a value in one line.
func flow(b []byte, value any) []byte {
	switch v := value.(type) {
	case Fields:
		b = append(b, '{')
		for i, f := range v {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = appendKey(b, f.Key)
			b = append(b, ": "...)
			b = flow(b, f.Value)
		}
		return append(b, '}')
	case []any:
		b = append(b, '[')
		for i, item := range v {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = flow(b, item)
		}
		return append(b, ']')
	case string:
		return quote(b, v)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			v = 0
		}
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case time.Time:
		return v.AppendFormat(b, time.RFC3339)
	}
	return append(b, "null"...)
}

// appendKey appends a key, in quotes unless it is a plain word that no reader of YAML takes for something else.
func appendKey(b []byte, key string) []byte {
	switch strings.ToLower(key) {
	case "", "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return quote(b, key)
	}
	for i := 0; i < len(key); i++ {
		c := key[i]
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || i > 0 && (c == '-' || c >= '0' && c <= '9')) {
			return quote(b, key)
		}
	}
	return append(b, key...)
}

// quote appends s in double quotes. The texts of articles come without control characters; an editor's own text may have some.
func quote(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0 // what stands before is written
	for i := 0; i < len(s); {
		if ordinary(s[i]) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if escaped := escapeRune(r); escaped != "" {
			b = append(append(b, s[from:i]...), escaped...)
			from = i + size
		}
		i += size
	}
	return append(append(b, s[from:]...), '"')
}

// ordinary reports whether a byte stands for itself between double quotes, whoever reads it.
func ordinary(c byte) bool { return c >= ' ' && c < 0x7f && c != '"' && c != '\\' }

// escapeRune returns how a character is written between double quotes, or "" where it stands for itself.
func escapeRune(r rune) string {
	switch {
	case r == '"' || r == '\\':
		return "\\" + string(r)
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r < ' ' || r >= 0x7f && r <= 0x9f || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == 0xfffe || r == 0xffff:
		return fmt.Sprintf(`\u%04x`, r)
	case r == utf8.RuneError:
		return "\ufffd" // the bytes were no character
	}
	return ""
}
