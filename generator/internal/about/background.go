package about

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/background.tsv
var backgroundTable string

// background tells how common each subject of the table is, or each of some names.
type background struct {
	texts float64
	of    map[string]prior
}

//go:embed data/names.tsv
var nameTable string

// nameBackground tells how common some names are in the news, and how often an article that has them is about them.
var nameBackground = sync.OnceValue(func() *background { return parseBackground(nameTable) })

// prior is in how many texts a subject of the table was met, and in how many of them an editor filed the text under it.
type prior struct{ met, right float64 }

// backgrounds is the embedded table, read when it is first asked for.
var backgrounds = sync.OnceValue(func() *background { return parseBackground(backgroundTable) })

// parseBackground reads lines such as "fires\t41\t12"; "# texts 278" tells of how many texts.
func parseBackground(table string) *background {
	b := &background{texts: 1, of: map[string]prior{}}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if n, ok := strings.CutPrefix(f[0], "# texts "); ok {
			b.texts, _ = strconv.ParseFloat(n, 64)
		}
		if len(f) == 3 {
			var p prior
			p.met, _ = strconv.ParseFloat(f[1], 64)
			p.right, _ = strconv.ParseFloat(f[2], 64)
			b.of[f[0]] = p
		}
	}
	return b
}
