package clean

import (
	"slices"
	"strings"
	"testing"

	"copydesk/generator/internal/source"
)

// harbour is an article that none of the comments below may take a line of.
const harbour = "Ferry returns to the bay\n\nMay 2, 2012\n\nThe harbour board voted on Tuesday to bring the evening ferry back to the bay after four years, and to pay for it from the fees that cruise ships leave at the northern pier.\n\nThe first boat leaves in May.\n\n"

// TestCommentsCut reads the tails of pages: everything below the article goes out, with a reason.
func TestCommentsCut(t *testing.T) {
	for name, tail := range map[string]string{
		"set in":     "pierfisher\n\n    I used to take that boat every day. Thanks!\n    Anna Holm\n\n    My kids will love it.\n    http://bay.example/ Robin Roe\n\n    You are all too kind to the board.",
		"bare names": "baywatcher\n\nGreat, my boat is back!\nAnna Holm\n\nI doubt it, they said so before.\nRobin\n\nWhen can I buy a ticket?\nbaywatcher\n\nAsk at the pier, I did.",
		"points":     "Tall Ship? (2, Funny)\n    I would rather swim.\n        Re: the water is too cold for my taste, thanks\n        1 reply beneath your current threshold.\n    Not a ferry! (1)\n    It is a barge, I tell you.\n    Nice colour (1)\n    You must like grey.",
		"likes":      "pierfisher 6 pts\nHi Jane - I hope that it runs on Sundays?",
		"numbered":   "(1) Robin says:\n    I will be there with my mother, who sold the tickets once.",
		"two lines":  "Aug 6, 2012\n5:06 pm EDT\nI will also admit to liking the old boat better than any bus.",
		"next day":   "I was told the pier is too short for that boat.\nPosted by: Robin  May 4, 2012 at 10:59 AM",
		"thanked":    "Robin Roe May 2, 2012\nGreat post. See you on board!",
		"many said":  strings.Repeat("Robin said,\nI like it.\nAnna said,\nI do not, and you know why.\nKim said,\nMe neither.\n", 4),
		"name below": "Hi Jane,\n\nThe evening boat was full whenever it ran.\n\nPosted by: Robin Roe | May 3, 2012 at 10:02 AM\n\nI agree.\n\nPosted by: Anna Holm | May 3, 2012 at 11:12 AM",
	} {
		c, _ := Clean(source.File{Path: "a.txt", Text: harbour + tail})
		var kept []string
		for _, p := range c.Paragraphs {
			kept = append(kept, p.Text)
		}
		if got, want := strings.Join(kept, "\n\n"), strings.TrimSpace(harbour); got != want {
			t.Errorf("%s: kept %q, want %q", name, got, want)
		}
		for _, r := range c.Removed {
			if r.Reason == "" || r.Text != r.Span.Of(harbour+tail) {
				t.Errorf("%s: removal %+v cannot be brought back", name, r)
			}
		}
	}
}

// TestCommentsKept reads tails that only look like comments: nothing goes out.
func TestCommentsKept(t *testing.T) {
	for name, tail := range map[string]string{
		"list":       "Boats:\n\n    The Gull, built in 1961\n    The Tern, built in 1974\n",
		"letter":     "Transcript\n\n    Dear board,\n\n    I am nine and I love your ferry.\n\n    Yours, Kim",
		"parts":      "The Gull\n\nI boarded her first.\n\nThe Tern\n\nMy second boat.\n\nThe Skua\n\nYou can see her from here.",
		"tour":       "June 23 -- North Pier, Riverton\nJune 24 -- Old Quay, Larkhaven\nJune 26 – Ostby Sound\nJune 27 – Marsh End",
		"hours":      "9:05 p.m.\n\nThe board says that it has heard enough.\n\n9:10 p.m.\n\nThe chair calls for a vote.\n\n9:25 p.m.\n\nThe vote is four to one.\n\n9:40 p.m.\n\nThe hall empties.",
		"chronicle":  "Oct. 31, 2009 The last boat\n\nThe Gull was laid up for good.\n\nMarch 3, 2010 The bridge\n\nWork on the bridge was put off.\n\nMay 9, 2011 The bus\n\nThe night bus began to run.\n\nJune 1, 2011 The board\n\nA new board was chosen.",
		"post shown": "“The evening boat is back.”\n\n— Harbour Board (@harbourboard) May 3, 2012\n\nThe board gave no figures.",
		"two signed": "Reporting by Jane Roe\n\n\n\nThe first boat leaves in May, I am told.\n\nReporting by John Poe",
		"signature":  "August 9, 2012 6:11 AM\nPosted By: Robin Roe",
	} {
		c, _ := Clean(source.File{Path: "a.txt", Text: harbour + tail})
		for _, r := range c.Removed {
			t.Errorf("%s: cut %q as a %s", name, r.Text, r.Reason)
		}
	}
}

// TestCommentsDoubtful checks that what may be a comment is kept and told, and that a cut on little evidence is told too.
func TestCommentsDoubtful(t *testing.T) {
	for name, c := range map[string]struct {
		tail string
		line int
		cut  bool
	}{
		"one dated name":  {"Robin Roe, May 2, 2012\n\nI will be on it, I hope.", 9, false},
		"first text":      {"I took the last boat when it was full of nurses going home from my mother’s ward at the old clinic.\n\nPosted by: Robin Roe | May 3, 2012 at 10:02 AM\n\nMe too.\n\nPosted by: Anna Holm | May 3, 2012 at 11:12 AM", 0, false},
		"two say so":      {"Robin says:\n\nMy boat!\n\nAnna says:\n\nMine too!", 9, true},
		"an article only": {"", 0, false},
	} {
		_, ds := Clean(source.File{Path: "a.txt", Text: strings.TrimSpace(harbour + c.tail)})
		if c.line == 0 {
			if len(ds) > 0 {
				t.Errorf("%s: %v", name, ds)
			}
			continue
		}
		if len(ds) != 1 || ds[0].Code != "comment-doubtful" || ds[0].Line != c.line || strings.Contains(ds[0].Text, "cut") != c.cut {
			t.Errorf("%s: %v, want line %d", name, ds, c.line)
		}
	}
}

// TestKeep checks that front matter brings back what a reason took out, and only that.
func TestKeep(t *testing.T) {
	const tail = "The bus ends. [ID:nL5E8G38UV]\n\nTags: harbour, ferries\n\nRobin says:\n\nMy boat!\n\nAnna says:\n\nMine too!"
	for front, want := range map[string]string{
		"":                                      "comment comment story number tag list",
		"---\nkeep: comment\n---\n":             "story number tag list",
		"---\nkeep: [tag list, caption]\n---\n": "comment comment story number",
		"---\nkeep: story number\n---\n":        "comment comment tag list",
		"---\nkeep: all\n---\n":                 "",
	} {
		c, _ := Clean(source.File{Path: "a.txt", Text: front + harbour + tail})
		var got []string
		for _, r := range c.Removed {
			got = append(got, r.Reason)
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%q: removed %q, want %q", front, got, want)
		}
	}
}
