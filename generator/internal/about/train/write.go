package main

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"copydesk/generator/internal/about"
)

const origin = "fitted by about/train to Wikinews articles (CC BY 2.5) and what an editor filed them under"

// write puts weights.go, data/trees.txt and the two tables of how common things are into the folder.
func write(folder string, docs []document, nameThreshold, subjectThreshold float64, nameFigures, subjectFigures string) error {
	names := nameCounts(docs)
	var b strings.Builder
	b.WriteString("package about\n\n")
	fmt.Fprintf(&b, "// weights were %s; cross-validated: %s.\nvar weights = ", origin, nameFigures)
	rows := flatten(docs, names, true)
	list(&b, "featureCount", about.FeatureNames[:], fit(rows))
	fmt.Fprintf(&b, "// threshold is the least score of a name that an article is filed under.\nconst threshold = %.2f\n\n", nameThreshold)
	c, table, phrases := fitSubjects(docs)
	fmt.Fprintf(&b, "// subjectWeights were %s; cross-validated, with the phrases: %s.\nvar subjectWeights = ", origin, subjectFigures)
	list(&b, "subjectFeatureCount", about.SubjectFeatureNames[:], table)
	b.WriteString("// phraseWeights are the same for the article's own phrases.\nvar phraseWeights = ")
	list(&b, "subjectFeatureCount", about.SubjectFeatureNames[:], phrases)
	fmt.Fprintf(&b, "// subjectThreshold is the least score of a subject that an article is filed under.\nconst subjectThreshold = %.2f\n", subjectThreshold)
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		return fmt.Errorf("format weights.go: %w", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "weights.go"), source, 0o644); err != nil {
		return err
	}
	data := filepath.Join(folder, "data")
	const subjects = "# How common each subject of subjects.txt is: texts in which its evidence was met, and those of them that an editor filed under it.\n"
	if err := os.WriteFile(filepath.Join(data, "background.tsv"), []byte(c.table(subjects, 1)), 0o644); err != nil {
		return err
	}
	const trees = "# Boosted trees, one a line (see ParseTrees), " + origin + ".\n"
	if err := os.WriteFile(filepath.Join(data, "trees.txt"), []byte(trees+grow(rows)), 0o644); err != nil {
		return err
	}
	const common = "# How common some names are: texts that have them, and those of them that an editor filed under them.\n"
	return os.WriteFile(filepath.Join(data, "names.tsv"), []byte(names.table(common, 3)), 0o644)
}

func list(b *strings.Builder, size string, names []string, w []float64) {
	fmt.Fprintf(b, "[%s]float64{\n", size)
	for i, x := range w {
		fmt.Fprintf(b, "\t%s: %.3f,\n", names[i], x)
	}
	b.WriteString("}\n\n")
}

// table writes the counts of what was met in at least so many texts.
func (c counts) table(title string, least float64) string {
	var names []string
	for n, met := range c.met {
		if met >= least && !strings.ContainsAny(n, "\t\n#") {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString(title)
	b.WriteString("# Counted by about/train in Wikinews articles (CC BY 2.5): go run ./generator/internal/about/train -o generator/internal/about wikinews.jsonl\n")
	fmt.Fprintf(&b, "# texts %.0f\n", c.texts)
	for _, n := range names {
		fmt.Fprintf(&b, "%s\t%.0f\t%.0f\n", n, c.met[n], c.right[n])
	}
	return b.String()
}
