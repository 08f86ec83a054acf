package clean

import "strings"

// announced reads the number of comments off a heading: "12 Comments", "Comments (12)", "One Response to …".
func announced(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' && n < 1_000_000 {
			n, ok = n*10+int(s[i]-'0'), true
		} else if ok && s[i] != ',' {
			break
		}
	}
	if !ok && strings.HasPrefix(strings.ToLower(s), "one ") {
		return 1, true
	}
	return n, ok
}

// numbered looks for a run of numbers 1, 2, 3 … that leads into the comments from above, and returns the line of the first.
func numbered(lines []line, start, first int) int {
	want, rest := number(lines[start].text)
	at := start
	if rest == lines[start].text {
		want = 0
		for i := start + 1; i < min(start+2, len(lines)); i++ {
			if n, r := number(lines[i].text); r != lines[i].text {
				want = n
				break
			}
		}
		if want == 0 {
			return start
		}
	}
	for i := start - 1; i >= first && want > 1 && at-i <= numbersApart; i-- {
		if n, r := number(lines[i].text); r != lines[i].text && n == want-1 {
			want, at = n, i
		}
	}
	if want == 1 {
		return at
	}
	return start
}

// number cuts "12. " or "12) " off a line; rest is the line where there is none.
func number(s string) (n int, rest string) {
	i := 0
	for i < len(s) && i < 4 && '0' <= s[i] && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || i+1 >= len(s) || s[i] != '.' && s[i] != ')' || s[i+1] != ' ' && s[i+1] != '\t' {
		return 0, s
	}
	return n, s[i+1:]
}

func hasNumber(s string) bool { _, rest := number(s); return rest != s }
