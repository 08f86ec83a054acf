package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"copydesk"
	"copydesk/generator/internal/bench"
	"copydesk/generator/internal/desk"
)

func (a *app) bench() *cobra.Command {
	var from string
	c := &cobra.Command{
		Use:   "bench [N...]",
		Short: "Measure how long builds of N articles take",
		Long: `Bench makes a site of N made-up articles, or of texts from a folder, in a temporary folder, builds
it from nothing and again unchanged, and prints what each stage cost. CPU is of all cores; peak is
the most memory held so far.`,
		Example: "  copydesk bench 1 100 1000\n  copydesk bench --from texts 10000",
		Args:    cobra.ArbitraryArgs,
	}
	c.Flags().StringVar(&from, "from", "", "folder of texts (*.txt) to build (default: made-up ones)")
	c.RunE = func(c *cobra.Command, args []string) error {
		sizes := []int{1, 100, 1000}
		if len(args) > 0 {
			sizes = nil
		}
		for _, arg := range args {
			n, err := strconv.Atoi(arg)
			if err != nil || n < 1 {
				return usageError{fmt.Errorf("%q is no number of articles; see 'copydesk bench --help'", arg)}
			}
			sizes = append(sizes, n)
		}
		slices.Sort(sizes) // the peak only rises
		for _, n := range sizes {
			if err := a.measure(c.Context(), n, from); err != nil {
				return err
			}
		}
		return nil
	}
	return c
}

// measure builds a site of n articles twice and prints what the stages cost.
func (a *app) measure(ctx context.Context, n int, from string) (err error) {
	root, err := os.MkdirTemp("", "copydesk-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(root)
	if err := os.CopyFS(root, copydesk.Look); err != nil {
		return fmt.Errorf("lay out the look: %w", err)
	}
	size, err := bench.Fill(filepath.Join(root, "content", "raw"), n, from)
	if err != nil {
		return err
	}
	d, err := desk.Open(root)
	if err != nil {
		return err
	}
	var clock bench.Clock
	d.Stage = func(name string, _, _ int) { clock.Stage(name) }
	r, err := d.Build(ctx, desk.Options{})
	if err != nil {
		return err
	}
	clock.Stage("unchanged")
	if _, err := d.Build(ctx, desk.Options{}); err != nil {
		return err
	}
	clock.Stage("")
	const mb = 1e6
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(a.out, "%s of %.1f MB, %s\n", count(n, "article"), float64(size)/mb, count(r.Site.Pages, "page"))
	fmt.Fprintln(w, "stage\tCPU s\twall s\tMB/s\tallocated MB\tpeak MB\t")
	for _, row := range clock.Rows() {
		fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%.2f\t%.0f\t%.0f\t\n", row.Stage, row.CPU.Seconds(), row.Wall.Seconds(),
			float64(size)/mb/max(row.CPU.Seconds(), 0.001), float64(row.Allocated)/mb, float64(row.Peak)/mb)
	}
	return w.Flush()
}
