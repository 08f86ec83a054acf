package look

import (
	"encoding/json"
	"encoding/xml"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// whole builds a site whose front matter is as the generator writes it: no page of it may fall back to its title and text.
func whole(t *testing.T, archive string, settings ...string) string {
	t.Helper()
	public, warnings := build(t, archive, settings...)
	if warnings != "" {
		t.Fatal(warnings)
	}
	return public
}

func read(t *testing.T, public, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var (
	elements = regexp.MustCompile(`<[^>]*>`)     // <p id="p1">
	blanks   = regexp.MustCompile(`[\s\x{a0}]+`) // breaking or not
)

// words returns the text of the main part of a page.
func words(t *testing.T, public, page string) string {
	t.Helper()
	if !strings.HasSuffix(page, ".html") {
		page += "/index.html"
	}
	text := read(t, public, page)
	_, text, _ = strings.Cut(text, "<main")
	text, _, _ = strings.Cut(text, "</main>")
	return strings.TrimSpace(blanks.ReplaceAllString(html.UnescapeString(elements.ReplaceAllString(text[strings.Index(text, ">")+1:], "")), " "))
}

// TestPages reads what stands on each kind of page, and in which order.
func TestPages(t *testing.T) {
	public := whole(t, "testdata/whole.txtar", "perTopic = 60", "perTopic = 2")
	for _, c := range []struct {
		name, page string
		want       []string // in this order
		not        []string
	}{
		{"the dates ahead by their days, and kickers", ".", []string{"Lindmark Ferry Crews Call Off a Strike", "Dates ahead", "They sail again on May 1.", "Work begins on June 1.", "In the news", "Lindmark", "Marta Ostrova"}, nil},
		{"five dates and then the others, and six names", "2021/05/last-word",
			[]string{"In brief", "LINDMARK, Norland — The board", "In this story", "E F 2 more G H", "2014", "2018", "2 more dates", "2019", "2022 to come", "What was said Wen Haoran “We have measured it twice, and twice again” “The channel"},
			[]string{"The board voted on Tuesday.", "“deep”", "It was opened in 2017. 2018 more"}},
		{"no brief of a short article", "2022/03/ferry-crews-call-off-a-strike", []string{"The crews of two ferries", "Older Harbor Board’s ‘Last Word’"}, []string{"In brief"}},
		{"what is to come first, and no sentence twice", "topics/lindmark",
			[]string{"Also named “the port”", "March 2, 2022", "said “yes” to", "Named in passing", "A passage of its own.", "Key dates", "They sail again on May 1.", "It was dredged in 2014.", "Related topics"},
			[]string{"He said: We have", "Tuesday"}},
		{"all of a topic's articles on its second page", "topics/lindmark/all.html", []string{"Lindmark All briefings on Lindmark 3 briefings 2022 March 2, 2022 Ferry Crews", "2021", "Harbor Board’s ‘Last Word’", "In Passing"}, nil},
		{"the two of a pair", "topics/lindmark-and-wen-haoran", []string{"Lindmark · Wen Haoran Lindmark and Wen Haoran"}, nil},
		{"a month's days and topics", "2021/05", []string{"May 2021", "1 briefing", "Tuesday, May 4", "Harbor Board’s ‘Last Word’ on the Channel Lindmark", "Most written about", "Newer March 2022"}, []string{"Older"}},
		{"a year's months", "2022", []string{"2022", "March", "Lindmark 1", "Older 2021"}, []string{"Newer"}},
		{"family names, accents aside", "people", []string{"A Ångström, Per", "O Ostrova, Marta", "V von der Marck, Ilse Jr.", "W Wen Haoran"}, nil},
		{"lines of the map as a list", "map", []string{"Map", "Lindmark", "Marta Ostrova", "The same as a list", "Lindmark Marta Ostrova named together in 2 briefings", "Marta Ostrova Lindmark"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := words(t, public, c.page)
			rest := text
			for _, w := range c.want {
				_, after, found := strings.Cut(rest, w)
				if !found {
					t.Fatalf("%q does not come in its turn in: %s", w, text)
				}
				rest = after
			}
			for _, w := range c.not {
				if strings.Contains(text, w) {
					t.Errorf("%q stands in: %s", w, text)
				}
			}
		})
	}
}

// TestPrintersMarks reads a body as print has it, and what must stay as the source has it.
func TestPrintersMarks(t *testing.T) {
	public := whole(t, "testdata/whole.txtar")
	text := words(t, public, "2021/05/last-word")
	for _, w := range []string{
		"said “yes” to a deeper channel, ‘the last one’, in Lindmark’s harbor — after years of talks – and a quarrel.",
		"“We have measured it twice, and twice again,” said Wen Haoran. (“The channel is deep enough for the ferries.”) It was so in the ’90s…",
		"Harbor Board’s ‘Last Word’ on the Channel", "A vote — and a quarrel.",
		`Mended: port."Yes port. "Yes`,
	} {
		if !strings.Contains(text, w) {
			t.Errorf("the page lacks %s: %s", w, text)
		}
	}
	if page := read(t, public, "2021/05/last-word/index.html"); !strings.Contains(page, `<b class="crosshead">WHO PAYS FOR IT</b> Work`) {
		t.Error("the crosshead is not set apart")
	}
	if data := read(t, public, "2021/05/last-word/index.json"); !strings.Contains(data, `Harbor Board's 'Last Word' on the Channel`) {
		t.Errorf("the data has other marks than the source: %s", data)
	}
}

// TestRobots: what is thin is kept from search engines, but for the topics in the news, which on a small site are all it has.
func TestRobots(t *testing.T) {
	public := whole(t, "testdata/whole.txtar")
	sitemap := read(t, public, "sitemap.xml")
	for slug, indexed := range map[string]bool{"lindmark": true, "marta-ostrova": true, "wen-haoran": false} {
		if got := !strings.Contains(read(t, public, "topics/"+slug+"/index.html"), `content="noindex"`); got != indexed {
			t.Errorf("%s may be indexed: %v, want %v", slug, got, indexed)
		}
		if got := strings.Contains(sitemap, "/topics/"+slug+"/"); got != indexed {
			t.Errorf("%s is in the sitemap: %v, want %v", slug, got, indexed)
		}
	}
	if page := read(t, public, "2022/03/ferry-crews-call-off-a-strike/index.html"); !strings.Contains(page, `<meta name="description" content="Ferry Crews Call Off a Strike. Yes.">`) {
		t.Error("a description of one word is not lengthened")
	}
}

// TestCorrections finds a correction wherever the article is read: on its page, in the feeds of the site and of its topic, and in its data,
// each of which says that the article changed on that day.
func TestCorrections(t *testing.T) {
	public := whole(t, "testdata/whole.txtar")
	const note, day = "An earlier version misspelled the engineer", "2021-05-06T00:00:00Z"
	for _, folder := range []string{"", "topics/lindmark/"} {
		var rss struct {
			Items []struct {
				HTML string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
			} `xml:"channel>item"`
		}
		if err := xml.Unmarshal([]byte(read(t, public, folder+"rss.xml")), &rss); err != nil || len(rss.Items) < 2 || !strings.Contains(rss.Items[1].HTML, note) {
			t.Errorf("%srss.xml lacks the correction: %v %+v", folder, err, rss)
		}
		var atom struct {
			Entries []struct {
				Updated string `xml:"updated"`
				Content string `xml:"content"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(read(t, public, folder+"atom.xml")), &atom); err != nil || len(atom.Entries) < 2 ||
			!strings.Contains(atom.Entries[1].Content, note) || atom.Entries[1].Updated != day {
			t.Errorf("%satom.xml lacks the correction: %v %+v", folder, err, atom)
		}
		var feed struct {
			Items []struct {
				HTML    string `json:"content_html"`
				Changed string `json:"date_modified"`
			}
		}
		if err := json.Unmarshal([]byte(read(t, public, folder+"feed.json")), &feed); err != nil || len(feed.Items) < 2 ||
			!strings.Contains(feed.Items[1].HTML, note) || feed.Items[1].Changed != day {
			t.Errorf("%sfeed.json lacks the correction: %v %+v", folder, err, feed)
		}
	}
	var data struct {
		Changed     string `json:"versioncreated"`
		Corrections []struct{ Text, Date string }
	}
	if err := json.Unmarshal([]byte(read(t, public, "2021/05/last-word/index.json")), &data); err != nil || data.Changed != day ||
		len(data.Corrections) != 1 || !strings.HasPrefix(data.Corrections[0].Text, note) {
		t.Errorf("index.json lacks the correction: %v %+v", err, data)
	}
	page := read(t, public, "2021/05/last-word/index.html")
	type article struct {
		Type       string `json:"@type"`
		Changed    string `json:"dateModified"`
		Correction []struct {
			Text string
			Date string `json:"datePublished"`
		}
	}
	found := slices.ContainsFunc(linked.FindAllStringSubmatch(page, -1), func(m []string) bool {
		var a article
		return json.Unmarshal([]byte(m[1]), &a) == nil && a.Type == "NewsArticle" && a.Changed == "2021-05-06T00:00:00+00:00" &&
			len(a.Correction) == 1 && strings.HasPrefix(a.Correction[0].Text, note) && a.Correction[0].Date == "2021-05-06"
	})
	if !found {
		t.Error("the page's linked data lacks the correction")
	}
	if text := words(t, public, "2021/05/last-word"); !strings.Contains(text, "Correction. "+note) {
		t.Error("the page lacks the correction")
	}
}

var linked = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`) // <script type="application/ld+json">{…}</script>
