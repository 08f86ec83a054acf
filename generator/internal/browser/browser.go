// Package browser drives pages in a headless Chromium for the tests of the site's look and search. It knows no page.
package browser

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// most is how long one tab may be at work.
const most = 90 * time.Second

// Tab is one tab of a browser of its own. What goes wrong in it ends the test.
type Tab struct {
	T   *testing.T
	ctx context.Context
}

// Open starts a browser, which ends with the test. settings go to its engine: "preferredColorScheme=0" prefers dark pages.
func Open(t *testing.T, settings string) Tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path(t)),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true))
	if settings != "" {
		options = append(options, chromedp.Flag("blink-settings", settings))
	}
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, most)
	t.Cleanup(cancel)
	return Tab{t, ctx}
}

// path returns the first browser found, or skips the test; with COPYDESK_BROWSER=required it fails instead.
func path(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	if os.Getenv("COPYDESK_BROWSER") == "required" {
		t.Fatal("no Chromium or Chrome in PATH")
	}
	t.Skip("no Chromium or Chrome in PATH")
	return ""
}

// Of returns the same tab for a subtest.
func (b Tab) Of(t *testing.T) Tab { return Tab{t, b.ctx} }

// Do runs actions that return nothing.
func (b Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.T.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.T.Fatal(err)
	}
}

// Media shows the page as on a medium, "print" or "screen", to a reader with the preferences: ("prefers-reduced-motion", "reduce").
func (b Tab) Media(medium string, preferences ...[2]string) {
	b.T.Helper()
	p := emulation.SetEmulatedMediaParams{Media: medium}
	for _, f := range preferences {
		p.Features = append(p.Features, &emulation.MediaFeature{Name: f[0], Value: f[1]})
	}
	b.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, p)
		return err
	}))
}

// Evaluate returns what the expression is worth on the page.
func Evaluate[V any](b Tab, expression string) V {
	b.T.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[V](expression))
	if err != nil {
		b.T.Fatalf("%s: %v", expression, err)
	}
	return v
}

// Becomes waits until the expression has the value. The pages' policy forbids the polling that chromedp has.
func Becomes[V comparable](b Tab, expression string, want V) {
	b.T.Helper()
	var got V
	for range 500 {
		if got = Evaluate[V](b, expression); got == want {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	b.T.Fatalf("%s: %v, want %v", expression, got, want)
}
