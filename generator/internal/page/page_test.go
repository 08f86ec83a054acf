package page

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/adrg/frontmatter"
	"github.com/goccy/go-yaml"
)

// hostile are texts that have broken writers or readers of front matter before.
var hostile = []string{
	"plain", "", "---", "a\n---\nb", "{{< x >}}", "{{% x %}}", "HAHAHUGOSHORTCODEs0HBHB", "__hdeferred/d1__", "__h_pp_l1", "a: b # c", "yes", "null", "2017-07-18",
	`"quoted" \ back`, "'", "\u2028\u2029\u0085\x7f\x00\x1b[0m", "\ufeffbom", "\xff\xfe", "# h {style=x}", "    code", "<script>alert(1)</script>", "[a](javascript:x)",
	"tab\tend", "- item", "1. one", "&amp; &#60;", "*a* _b_ `c` ~d~", "| a | b |", "~~~", "***", "\\", "\U0001f600", "+++", "&anchor *alias !tag", "%", "@at", "> q", "! x", "?: x",
}

func TestTextIsSafe(t *testing.T) {
	for _, s := range hostile {
		checkText(t, s)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(checkText)
}

// checkText holds s against what Text and Encode promise: no control characters, none of Hugo's words, the same value in every reader.
func checkText(t *testing.T, s string) {
	safe := Text(s)
	for _, r := range safe {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			t.Fatalf("Text(%q) has %U", s, r)
		}
	}
	for _, m := range magic {
		if strings.Contains(safe, m.head+m.tail) {
			t.Fatalf("Text(%q) has %s%s", s, m.head, m.tail)
		}
	}
	if again := Text(safe); again != safe {
		t.Fatalf("Text(Text(%q)) = %q, want %q", s, again, safe)
	}
	p := Page{Path: "x.md", Front: Fields{{"title", safe}, {"list", []any{safe, safe}}, {"params", Fields{{"rows", []any{Fields{{"text", safe}, {"n", 1}}}}}}}, Body: "b"}
	file := Encode(p)
	var adrg, goccy map[string]any
	rest, err := frontmatter.MustParse(bytes.NewReader(file), &adrg)
	if err != nil || adrg["title"] != safe || strings.TrimSpace(string(rest)) != "b" {
		t.Fatalf("adrg reads %q from %q: %v", adrg["title"], file, err)
	}
	front, _, _ := strings.Cut(strings.TrimPrefix(string(file), "---\n"), "\n---\n")
	if err := yaml.Unmarshal([]byte(front), &goccy); err != nil || goccy["title"] != safe {
		t.Fatalf("goccy reads %q from %q: %v", goccy["title"], file, err)
	}
	got, err := Decode("x.md", file)
	if err != nil || !same(got.Front, p.Front) || got.Body != p.Body {
		t.Fatalf("decoded %v %v, want %v", got, err, p)
	}
}

func TestValuesComeBack(t *testing.T) {
	front := Fields{
		{"title", "A"}, {"date", time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}, {"draft", true}, {"n", -3}, {"score", 0.25}, {"whole", 2.0}, {"none", nil},
		{"empty", []any{}}, {"params", Fields{{"yes", "no"}, {"removed", Fields{{"share line", 2}}}, {"list", []any{1, "2", false}}}},
	}
	got, err := Decode("x.md", Encode(Page{Front: front}))
	if err != nil || !same(got.Front, front) {
		t.Errorf("got %s %v\nwant %s", appendCanon(nil, got.Front), err, appendCanon(nil, front))
	}
	if d, ok := got.Front.Get("date").(time.Time); !ok || d.Year() != 2024 {
		t.Errorf("date is %v", got.Front.Get("date"))
	}
}

// same reports whether two values say the same, however they were written down.
func same(a, b any) bool { return bytes.Equal(appendCanon(nil, a), appendCanon(nil, b)) }

func TestQuotedAsTheLibraryDoes(t *testing.T) {
	for _, s := range hostile {
		if got, want := string(appendQuoted(nil, s)), strconv.Quote(s); got != want {
			t.Errorf("%q is quoted as %s, want %s", s, got, want)
		}
	}
}

// sealed is a page as the program writes it.
func sealed() Page {
	return Page{Path: "topics/vika.md", Address: "/topics/vika/", Body: "One\\.", Front: Fields{{"title", "Vika"}, {"tags", []any{"a", "b"}}, {"aliases", []any{"/old/"}},
		{"params", Fields{{"kind", "place"}, {"thin", true}}}}}
}

func TestMergeKeepsEdits(t *testing.T) {
	newer := sealed()
	newer.Front = Fields{{"title", "Vika Town"}, {"tags", []any{"c"}}, {"aliases", []any{"/older/"}}, {"params", Fields{{"kind", "place"}, {"thin", false}, {"words", 3}}}}
	newer.Body = "Two\\."
	tests := []struct {
		name, from, to string // an edit
		want, gone     string // in the merged file
		edited         string
	}{
		{"nothing", "", "", `title: "Vika Town"`, `title: "Vika"`, ""},
		{"title", `title: "Vika"`, `title: Vika by the Sea`, `title: "Vika by the Sea"`, "Vika Town", "title"},
		{"params", `kind: "place"`, `kind: event`, `kind: "event"`, `"place"`, "kind"},
		{"body", `One\.`, "My *own* words.", "My *own* words.", `Two\.`, "body"},
		{"new field", "---\ntitle:", "---\nweight: 3\ntitle:", "weight: 3", `title: "Vika"` + "\n", "weight"},
		{"new field inside", "  thin: true\n", "  thin: true\n  note: see {x}\n", `note: "see {x}"`, "thin: true", "note"},
		{"field taken out", "tags: [\"a\", \"b\"]\n", "", "Vika Town", "tags: [", "tags"},
		{"other layout", `tags: ["a", "b"]`, "tags:\n- a\n- b", `tags: ["c"]`, "- a", ""},
		{"redirect", `aliases: ["/old/"]`, `aliases: ["/mine/"]`, `aliases: ["/mine/", "/older/"]`, "/old/", "aliases"},
		{"line ends", "\n", "\r\n", `title: "Vika Town"`, "\r", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			disk := strings.ReplaceAll(string(Encode(Seal(sealed()))), tt.from, tt.to)
			if tt.from == "" {
				disk = string(Encode(Seal(sealed())))
			}
			for run := range 3 { // an edit outlives every later run
				m, err := Merge(newer, []byte(disk))
				if err != nil || m.Foreign || strings.Join(m.Edited, ",") != tt.edited {
					t.Fatalf("run %d: edited %q foreign %v %v", run, m.Edited, m.Foreign, err)
				}
				disk = string(Encode(m.Page))
				if !strings.Contains(disk, tt.want) || strings.Contains(disk, tt.gone) {
					t.Fatalf("run %d: want %q without %q in\n%s", run, tt.want, tt.gone, disk)
				}
			}
		})
	}
}

func TestMergeLeavesForeignFiles(t *testing.T) {
	for _, disk := range []string{"", "words", "---\ntitle: Mine\n---\nbody", "---\ntitle: [\n---\n", "+++\ntitle = 'x'\n+++\n"} {
		m, err := Merge(sealed(), []byte(disk))
		if !m.Foreign {
			t.Errorf("%q is taken for the program's own (%v)", disk, err)
		}
	}
}

func TestHeadIsWholePage(t *testing.T) {
	p := Seal(sealed())
	p.Front = append(Fields{{"slug", "vika"}}, p.Front...)
	file := Encode(p)
	head, err := DecodeHead("x.md", file)
	if err != nil || head.Front.String("slug") != "vika" || Address(head) != "/topics/vika/" || head.Front.Get("tags") != nil {
		t.Errorf("head is %v, %v", head, err)
	}
	other := strings.Replace(string(file), "  generated: {", "  generated:\n    {", 1)
	if head, err := DecodeHead("x.md", []byte(other)); err != nil || !Ours(head) {
		t.Errorf("other layout: %v, %v", head, err)
	}
}

// unescape undoes escape.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func FuzzEscape(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		escape(&b, s)
		if unescape(b.String()) != s {
			t.Fatalf("%q comes back as %q", s, unescape(b.String()))
		}
		for i, c := range []byte(b.String()) {
			if slices.Contains([]byte("<>{}[]*_`#&"), c) && b.String()[i-1] != '\\' {
				t.Fatalf("%q has a bare %c", b.String(), c)
			}
		}
	})
}
