package clean

import (
	"regexp"
	"strings"
	"testing"
)

// talkForm says in one pattern what talks reads: the peer that it is checked against.
var talkForm = regexp.MustCompile(`(?i)(?:^|[^"“”\p{L}])(?:i|im|ive|my|me|your?|thanks?|great|awesome|lol|post|blog|article|nice|cool|haha|re:|yeah)(?:$|[^"“”\p{L}])|[!?]{2,}|[:;]-?[)(D]|!$|(?-i:^[a-z@])`)

// TestTalks reads lines of readers and of an article.
func TestTalks(t *testing.T) {
	for text, want := range map[string]bool{
		"I took that boat.":                    true,
		"It’s my boat":                         true,
		"What?! Never.":                        true,
		"So sad :-(":                           true,
		"A fine boat!":                         true,
		"so late":                              true,
		"Re: the boat":                         true,
		"Mama says you’re late":                true,
		"The board voted on Tuesday.":          false,
		"“I voted for it,” said the chair.":    false,
		"Mexican and Ilse are names, as is Éi": false,
		"The word “you” is a pronoun.":         false,
	} {
		if got := talks(line{text: text}); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// FuzzTalks checks the reader against its pattern.
func FuzzTalks(f *testing.F) {
	for _, s := range []string{"I took it.", "“I”", "cool", "Re: a boat", "Wow?!", "X ;-)", "Été me", "Mé", "your’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		lines := split(s, 0)
		if len(lines) != 1 || strings.ContainsAny(s, "\u017f\u212a") { // the pattern takes these for an s and a k
			return
		}
		if got, want := talks(lines[0]), talkForm.MatchString(lines[0].text); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	})
}
