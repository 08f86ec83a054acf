package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the versions of Copydesk, Hugo and Go",
		Example: "  copydesk version",
		RunE: func(*cobra.Command, []string) error {
			own, hugo := "(devel)", "unknown"
			if info, ok := debug.ReadBuildInfo(); ok {
				own = info.Main.Version
				for _, m := range info.Deps {
					if m.Path == "github.com/gohugoio/hugo" {
						hugo = m.Version
					}
				}
			}
			_, err := fmt.Fprintf(a.out, "copydesk %s, hugo %s, %s %s/%s\n", own, hugo, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
