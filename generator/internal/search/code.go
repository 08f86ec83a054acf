package search

// digits are the 64 characters that numbers are written in. In a JavaScript string none of them needs escaping, and none is a separator.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

// appendNumber appends n, which is not negative, in groups of five bits from the lowest; every group but the last has the sixth bit set.
// It is the code of JavaScript source maps with other digits and without the sign.
func appendNumber(dst []byte, n int) []byte {
	for n >= 32 {
		dst = append(dst, digits[n&31|32])
		n >>= 5
	}
	return append(dst, digits[n])
}

// postings is a list of ids in ascending order, each with a weight below 32, coded as text: the distance from the id before, the weight.
type postings struct {
	code  []byte
	count int
	last  int
}

// add appends an id above all that were added.
func (p *postings) add(id, weight int) {
	if p.code == nil {
		p.code = make([]byte, 0, 4)
	}
	p.code = appendNumber(p.code, id-p.last)
	p.code = append(p.code, digits[weight])
	p.last = id
	p.count++
}

// compareUTF16 orders strings as JavaScript's "<" does, by 16-bit units: it differs from the order of Unicode above U+D7FF.
func compareUTF16(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] == b[i] {
			continue
		}
		// In UTF-8, 0xF0 and above begin what UTF-16 writes with surrogates (0xD800 to 0xDFFF), below the 0xEE and 0xEF of U+E000 to U+FFFF.
		if a[i] >= 0xEE && b[i] >= 0xEE && (a[i] >= 0xF0) != (b[i] >= 0xF0) {
			return int(b[i]) - int(a[i])
		}
		return int(a[i]) - int(b[i])
	}
	return len(a) - len(b)
}

// commonPrefix returns the number of bytes in which a and b begin alike.
func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// separator returns the shortest beginning of b that sorts above a, where a sorts below b.
func separator(a, b string) string {
	n := commonPrefix(a, b)
	for i := range b {
		if i > n {
			return b[:i]
		}
	}
	return b
}
