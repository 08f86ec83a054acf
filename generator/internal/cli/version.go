package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"copydesk/generator/internal/hugo"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the versions of Copydesk, Hugo and Go",
		Example: "  copydesk version",
		RunE: func(*cobra.Command, []string) error {
			own := "(devel)"
			if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
				own = info.Main.Version
			}
			_, err := fmt.Fprintf(a.out, "copydesk %s, hugo %s, %s %s/%s\n", own, hugo.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
