// Command generator is Copydesk: it turns raw news copy into a static site.
//
//	go run ./generator build
//	go run ./generator serve
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"copydesk/generator/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second ctrl-c ends the program at once
	code := cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
