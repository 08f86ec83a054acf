package hugo

import (
	_ "github.com/bep/logg"
	_ "github.com/gohugoio/hugo/hugolib"
	_ "github.com/gohugoio/hugo/livereload"
)
