package hugo

import (
	"net/http"

	"github.com/gohugoio/hugo/livereload"
)

// Reload serves the script and the socket that reload pages: it handles /livereload.js and /livereload.
// Refresh tells every open page to reload.
func Reload() (handlers map[string]http.HandlerFunc, refresh func()) {
	livereload.Initialize()
	return map[string]http.HandlerFunc{"/livereload.js": livereload.ServeJS, "/livereload": livereload.Handler}, livereload.ForceRefresh
}
