package preview

import (
	"strings"
	"testing"

	"copydesk/generator/internal/diag"
)

func TestBar(t *testing.T) {
	m := remarks{files: map[string][2]string{"/a/": {"content/briefings/a.md", "content/raw/the a.txt"}, "/b/": {"content/briefings/b.md", "content/raw/b.txt"}}, all: []diag.Diagnostic{
		{Path: "content/raw/the a.txt", Line: 3, Code: "date-missing", Severity: diag.Warning, Text: "no <date>", Fix: "put one"},
		{Path: "content/briefings/b.md", Code: "edit-outrun", Severity: diag.Note, Text: "keeps the title", Fix: "take it out"},
		{Path: "content/raw/c.txt", Code: "file-empty", Severity: diag.Error, Text: "has no text", Fix: "paste it"},
	}}
	for address, want := range map[string][]string{
		"/a/": {"<details class=\"copydesk-bar\" open>", "2 remarks", "content/raw/the a.txt:3", "no &lt;date&gt;", "copydesk inspect &#39;content/raw/the a.txt&#39;", "c.txt</strong> has no text"},
		"/b/": {"copydesk restore content/briefings/b.md", "1 about other pages", "copydesk explain content/raw/b.txt"},
		"/":   {"2 remarks", "no &lt;date&gt;"},
	} {
		got := string(m.bar(address))
		for _, s := range want {
			if !strings.Contains(got, s) {
				t.Errorf("the bar of %s lacks %q: %s", address, s, got)
			}
		}
		if strings.Contains(got, "<date>") || strings.Contains(got, "style=") || strings.Contains(got, "<script") {
			t.Errorf("the bar of %s has what its page does not allow: %s", address, got)
		}
	}
	if got := string(remarks{}.bar("/about/")); !strings.Contains(got, "nothing to mend") || strings.Contains(got, " open") {
		t.Errorf("the bar of a page without remarks: %s", got)
	}
}
