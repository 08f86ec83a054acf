package preview

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"copydesk/generator/internal/desk"
	"copydesk/generator/internal/diag"
)

// barStyle is where the preview serves the style of its bar: the pages allow no style of their own.
const barStyle = "/copydesk-preview.css"

// remarks are what there is to say about the pages of a build.
type remarks struct {
	files map[string][2]string // by address of the page: its file and, of a briefing, its raw text
	all   []diag.Diagnostic
}

// remarksOf gathers the remarks of a build by page.
func remarksOf(r desk.Result) remarks {
	m := remarks{files: map[string][2]string{}, all: r.Diagnostics}
	for _, a := range r.Corpus.Articles {
		m.files[a.Path] = [2]string{"content/briefings/" + a.Name + ".md", a.File}
	}
	for _, t := range slices.Concat(r.Corpus.Topics, r.Corpus.Pairs) {
		m.files[t.Path()] = [2]string{"content/topics/" + t.Slug + ".md"}
	}
	for _, e := range r.Corpus.Editions {
		m.files[e.Day.Format("/2006/01/02/")] = [2]string{"content/editions/" + e.Day.Format(time.DateOnly) + ".md"}
	}
	return m
}

// bar writes the bar of the page at an address: its own remarks, and the errors of every text, since the page of a broken text may be an old one.
func (m remarks) bar(address string) []byte {
	files := m.files[address]
	var here []diag.Diagnostic
	others := 0
	for _, d := range m.all {
		if d.Path == files[0] || d.Path == files[1] || d.Severity == diag.Error || address == "/" && d.Severity == diag.Warning {
			here = append(here, d)
		} else if d.Severity == diag.Warning {
			others++
		}
	}
	var b bytes.Buffer
	line := func(format string, args ...any) {
		for i, a := range args {
			args[i] = html.EscapeString(fmt.Sprint(a))
		}
		fmt.Fprintf(&b, format, args...)
	}
	line("<link rel=\"stylesheet\" href=\"%s\">\n<details class=\"copydesk-bar\"", barStyle)
	if diag.Count(here, diag.Error) > 0 {
		line(" open")
	}
	line("><summary>Preview: %s</summary>\n", summary(here, others))
	if len(here) > 0 {
		line("<ol>\n")
		for _, d := range here {
			line("<li class=\"%s\"><strong>%s</strong> %s<br>%s", string(d.Severity), place(d), d.Text, d.Fix)
			if c := mend(d); c != "" {
				line(": <code>%s</code>", c)
			}
			line("</li>\n")
		}
		line("</ol>\n")
	}
	if files[1] != "" {
		line("<p>Why these tags: <code>copydesk explain %s</code></p>\n", quoted(files[1]))
	}
	if files[0] != "" {
		line("<p>Change any of this in <code>%s</code>; what you change stays.</p>\n", files[0])
	}
	line("</details>\n")
	return b.Bytes()
}

// summary says in a few words what the bar holds.
func summary(here []diag.Diagnostic, others int) string {
	s := "nothing to mend on this page"
	if n := len(here); n == 1 {
		s = "1 remark"
	} else if n > 1 {
		s = strconv.Itoa(n) + " remarks"
	}
	if others > 0 {
		s += fmt.Sprintf("; %d about other pages, on the home page", others)
	}
	return s
}

// place returns where a remark is about: "content/raw/a.txt:3".
func place(d diag.Diagnostic) string {
	if d.Line > 0 {
		return d.Path + ":" + strconv.Itoa(d.Line)
	}
	return d.Path
}

// mend returns the command that helps with a remark, or "".
func mend(d diag.Diagnostic) string {
	switch {
	case d.Code == "edit-outrun":
		return "copydesk restore " + quoted(d.Path)
	case d.Path == "content/topics.yaml":
		return "copydesk topics lint"
	case path.Ext(d.Path) == ".txt":
		return "copydesk inspect " + quoted(d.Path)
	}
	return ""
}

// quoted returns a file's name as a shell takes it.
func quoted(name string) string {
	if strings.ContainsAny(name, " \t'\"\\$`&;|<>()*?[]#~!") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}

// held is a response that is not sent yet.
type held struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header returns the header.
func (h *held) Header() http.Header { return h.header }

// WriteHeader keeps the status.
func (h *held) WriteHeader(status int) { h.status = status }

// Write keeps what is written.
func (h *held) Write(b []byte) (int, error) { return h.body.Write(b) }

// withBar serves a page with the bar and the script that reloads it, and everything else as it is.
func (s *Server) withBar(w http.ResponseWriter, r *http.Request) {
	if !strings.HasSuffix(r.URL.Path, "/") {
		s.files.ServeHTTP(w, r)
		return
	}
	r = r.Clone(r.Context())
	r.Header.Del("Range")
	h := &held{header: w.Header(), status: http.StatusOK}
	s.files.ServeHTTP(h, r)
	page := h.body.Bytes()
	if i := bytes.LastIndex(page, []byte("</body>")); h.status == http.StatusOK && r.Method == http.MethodGet && i >= 0 {
		page = bytes.Join([][]byte{page[:i], []byte(reloads), s.remarks.bar(r.URL.Path), page[i:]}, nil)
		h.header.Set("Content-Length", strconv.Itoa(len(page)))
	}
	w.WriteHeader(h.status)
	w.Write(page)
}

// serveStyle serves the style of the bar.
func serveStyle(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, style)
}

const style = `.copydesk-bar { position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 50vh; overflow: auto; margin: 0; padding: .4rem 1rem; background: #222; color: #eee; font: .85rem/1.45 system-ui, sans-serif; border-top: 3px solid #c90 }
.copydesk-bar summary { cursor: pointer }
.copydesk-bar ol { margin: .4rem 0; padding-left: 1.4rem }
.copydesk-bar li { margin: .2rem 0 }
.copydesk-bar li.error strong { color: #f88 }
.copydesk-bar p { margin: .2rem 0 }
.copydesk-bar code { font: inherit; font-family: ui-monospace, monospace; background: #444; padding: 0 .3rem; user-select: all }
@media print { .copydesk-bar { display: none } }
`
