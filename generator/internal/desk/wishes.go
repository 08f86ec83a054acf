package desk

import (
	"time"

	"copydesk/generator/internal/page"
)

// wishes are the lines under [params] in hugo.toml that decide what is written into content/.
type wishes struct {
	Today time.Time // the day a reader is taken to read on; zero where none is named
	Pages page.Options
	Feed  int // whole articles in the site's feeds

	Forget bool // whether nothing is left where an article was
}

// wishes reads hugo.toml. What is not said there is zero.
func (d *Desk) wishes() (wishes, error) {
	all, err := d.config()
	if err != nil {
		return wishes{}, err
	}
	params, _ := all["params"].(map[string]any)
	number := func(key string) int {
		n, _ := params[key].(int64)
		return int(n)
	}
	w := wishes{Pages: page.Options{Cards: number("cards"), WholeFeeds: number("fullTextFeeds")}, Feed: number("feedItems"), Forget: params["gone"] == "nothing"}
	if today, ok := params["today"].(string); ok {
		if day, err := time.Parse(time.DateOnly, today); err == nil {
			w.Today = day
		}
	}
	return w, nil
}
