package clean

import (
	"copydesk/generator/internal/news"
)

// itemise makes one removal of each comment.
func itemise(lines []line, marks []evidence, text string) []news.Removal {
	var out []news.Removal
	from := 0
	flush := func(to int) {
		if to > from {
			reason := "comment"
			if to-from == 1 && marks[from] == heading {
				reason = "comments heading"
			}
			out = append(out, removal(lines[from:to], text, reason))
		}
		from = to
	}
	for i := 1; i < len(lines); i++ {
		prev, this := marks[i-1], marks[i]
		switch {
		case prev == heading:
			flush(i)
		case hasNumber(lines[i].text) && (i+1 < len(lines) && marks[i+1] >= says || this >= says):
			flush(i)
		case this == says && !hasNumber(lines[i-1].text):
			flush(i)
		case this == stamped && prev < says && !hasNumber(lines[i-1].text):
			if isName(lines[i-1].text) && i-1 > from {
				flush(i - 1)
			}
		case this == signed:
			flush(i)
		}
	}
	flush(len(lines))
	return out
}
