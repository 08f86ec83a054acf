package release

import (
	"bytes"
	"compress/gzip"
	"mime"
	"net/http"
	"path"
	"regexp"
)

// Head is what a web server says of a file.
type Head struct {
	ContentType, CacheControl, ContentEncoding string
}

// types holds the types that a site has; the table of the machine differs from one to another.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
	".ico": "image/x-icon", ".woff": "font/woff", ".woff2": "font/woff2", ".ttf": "font/ttf", ".webmanifest": "application/manifest+json",
	".pdf": "application/pdf", ".bin": "application/octet-stream",
}

// named holds the types of files whose name says more than their ending.
var named = map[string]string{"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}

// packed holds the endings of what gzip makes smaller.
var packed = map[string]bool{".html": true, ".css": true, ".js": true, ".json": true, ".xml": true, ".txt": true, ".ics": true, ".svg": true, ".ttf": true, ".webmanifest": true}

// fingerprint matches a name that changes with the file's content: look.4f1c…(32 digits or more)….css, a picture that Hugo made
// (card/base_hu_f808d1595b1b29bb.png), a part of the search index (search/t0-4d5pyhn.js).
var fingerprint = regexp.MustCompile(`[._-][0-9a-f]{32,}\.[a-z0-9]+$|_hu_[0-9a-f]{8,}\.[a-z0-9]+$|^search/[a-z]\d+-[a-z2-7]{7}\.js$`)

// How long a reader may keep a file without asking again.
const (
	forever = "public, max-age=31536000, immutable"
	aDay    = "public, max-age=86400"
	asked   = "public, max-age=0, must-revalidate"
)

// HeadOf returns what a web server should say of a file. Pages and feeds are asked for anew each time, so that a correction is seen at once;
// what carries its content's hash in its name is kept for a year, pictures and fonts for a day.
func HeadOf(file string, data []byte) Head {
	ext := path.Ext(file)
	h := Head{ContentType: named[path.Base(file)], CacheControl: asked}
	if h.ContentType == "" {
		h.ContentType = types[ext]
	}
	if h.ContentType == "" {
		h.ContentType = mime.TypeByExtension(ext)
	}
	if h.ContentType == "" {
		h.ContentType = http.DetectContentType(data)
	}
	switch ext {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".woff", ".woff2", ".ttf":
		h.CacheControl = aDay
	}
	if fingerprint.MatchString(file) {
		h.CacheControl = forever
	}
	return h
}

// Pack returns the file as it is sent with gzip: smaller, with the head saying so, or as it is where that gains nothing. The same bytes give
// the same bytes.
func Pack(file string, data []byte, h Head) ([]byte, Head) {
	if !packed[path.Ext(file)] {
		return data, h
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return data, h
	}
	if _, err := w.Write(data); err != nil || w.Close() != nil || b.Len() >= len(data) {
		return data, h
	}
	h.ContentEncoding = "gzip"
	return b.Bytes(), h
}
