package source_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"copydesk/generator/internal/diag"
	"copydesk/generator/internal/source"
)

func TestDecode(t *testing.T) {
	tests := []struct{ name, raw, want, code string }{
		{"UTF-8", "Café\n", "Café\n", ""},
		{"byte order mark", "\xef\xbb\xbfCafé\n", "Café\n", ""},
		{"UTF-16, little end first", "\xff\xfeC\x00a\x00f\x00\xe9\x00", "Café", ""},
		{"UTF-16, big end first", "\xfe\xff\x00C\x00a\x00f\x00\xe9", "Café", ""},
		{"UTF-16 without a mark", "C\x00a\x00f\x00\xe9\x00", "Café", "encoding-guessed"},
		{"Windows-1252", "Caf\xe9 \x93said\x94", "Café “said”", "encoding-guessed"},
		{"damaged UTF-8", strings.Repeat("café ", 40) + "\xff", strings.Repeat("café ", 40) + "\uFFFD", "encoding-guessed"},
		{"NUL", "a\x00b", "ab", "nul-byte"},
		{"line ends", "a\r\nb\rc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\n\nf", ""},
		{"nothing", "", "", "file-empty"},
		{"white space", " \r\n\t\n", " \n\t\n", "file-empty"},
	}
	for _, tt := range tests {
		f, ds := source.Decode("a.txt", []byte(tt.raw))
		if f.Text != tt.want {
			t.Errorf("%s: text %q, want %q", tt.name, f.Text, tt.want)
		}
		code := ""
		if len(ds) > 0 {
			code = ds[0].Code
		}
		if code != tt.code {
			t.Errorf("%s: said %q, want %q", tt.name, code, tt.code)
		}
		if len(f.SHA256) != 64 {
			t.Errorf("%s: SHA-256 %q", tt.name, f.SHA256)
		}
	}
}

func TestEmptyIsAnError(t *testing.T) {
	_, ds := source.Decode("a.txt", nil)
	if diag.Count(ds, diag.Error) != 1 {
		t.Errorf("an empty file gives %v, want one error", ds)
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	raw := filepath.Join(root, "raw")
	if err := os.MkdirAll(filepath.Join(raw, "2019"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b.txt", "a.txt", "2019/c.txt", "Notes.doc", ".hidden.txt", "A.TXT"} {
		if err := os.WriteFile(filepath.Join(raw, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	links := map[string]string{"loop": raw, "gone.txt": filepath.Join(root, "nowhere")}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(raw, name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	paths, ds, err := source.Find(root, "raw")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"raw/2019/c.txt", "raw/A.TXT", "raw/a.txt", "raw/b.txt"}; !slices.Equal(paths, want) {
		t.Errorf("found %q, want %q", paths, want)
	}
	var codes []string
	for _, d := range ds {
		codes = append(codes, d.Path+" "+d.Code)
	}
	slices.Sort(codes)
	if want := []string{"raw/Notes.doc file-not-text", "raw/a.txt file-name-twin", "raw/gone.txt link-broken", "raw/loop link-to-folder"}; !slices.Equal(codes, want) {
		t.Errorf("said %q, want %q", codes, want)
	}
}

func TestFindNothing(t *testing.T) {
	paths, ds, err := source.Find(t.TempDir(), "content/raw")
	if err != nil || len(paths)+len(ds) > 0 {
		t.Errorf("a folder that is not there gives %v, %v, %v", paths, ds, err)
	}
}

// FuzzDecode states that any bytes give valid UTF-8 without NUL and carriage returns, and that a place is inside the text.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("Café\r\n"), 3)
	f.Add([]byte("\xff\xfeC\x00"), 0)
	f.Add([]byte("\x81\x8d\x8f\x90\x9d"), 1)
	f.Fuzz(func(t *testing.T, raw []byte, offset int) {
		file, _ := source.Decode("a.txt", raw)
		if !utf8.ValidString(file.Text) || strings.ContainsAny(file.Text, "\x00\r\u0085\u2028") {
			t.Fatalf("%q decodes to %q", raw, file.Text)
		}
		if line, col := file.Place(offset); line < 1 || col < 1 {
			t.Fatalf("offset %d of %q is at %d:%d", offset, file.Text, line, col)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	raw := []byte(strings.Repeat("The harbour board put off its vote – again – on the new ferry.\r\n\r\n", 200))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if f, _ := source.Decode("a.txt", raw); f.Text == "" {
			b.Fatal("no text")
		}
	}
}
