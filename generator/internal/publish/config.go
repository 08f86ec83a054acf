package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// Config is one target, as hugo.toml names it under [params.copydesk.targets.NAME]. Exactly one of the first six says where it is.
type Config struct {
	Folder string `toml:"folder"` // a folder, from the site's
	S3     string `toml:"s3"`     // BUCKET or BUCKET/PREFIX
	GCS    string `toml:"gcs"`    // the same
	Azure  string `toml:"azure"`  // CONTAINER or CONTAINER/PREFIX
	Git    string `toml:"git"`    // a repository's address; "origin" is the site's own
	SSH    string `toml:"ssh"`    // HOST:FOLDER or USER@HOST:FOLDER

	Endpoint string `toml:"endpoint"` // of S3: the address of a service that is not Amazon's
	Region   string `toml:"region"`   // of S3
	Account  string `toml:"account"`  // of Azure: the storage account
	Branch   string `toml:"branch"`   // of git; gh-pages without it
	Port     int    `toml:"port"`     // of SSH
	Keep     int    `toml:"keep"`     // releases to keep, of SSH and folders; a folder without it has the site itself in it
	Compress *bool  `toml:"compress"` // of S3, GCS and Azure: send what gets smaller with gzip; true without it

	Name string `toml:"-"`
	Root string `toml:"-"` // the site's folder
}

// keeps is how many releases an SSH target keeps when nothing is said.
const keeps = 5

// ErrNoTargets is returned where hugo.toml names no target.
var ErrNoTargets = errors.New(`hugo.toml names no target; add one, such as
  [params.copydesk.targets.live]
  folder = "/srv/www/briefing"
or take the # away from one that stands there; 'copydesk publish --help' shows every kind`)

// Targets reads the targets that hugo.toml in the site's folder names, in order of their names.
func Targets(root string) ([]Config, error) {
	const file = "hugo.toml"
	b, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		return nil, fmt.Errorf("read targets: %w", err)
	}
	var site struct {
		Params struct {
			Copydesk struct {
				Targets map[string]any `toml:"targets"`
			} `toml:"copydesk"`
		} `toml:"params"`
	}
	if err := toml.Unmarshal(b, &site); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var out []Config
	for name, raw := range site.Params.Copydesk.Targets {
		c, err := target(name, raw)
		if err != nil {
			return nil, fmt.Errorf("%s: [params.copydesk.targets.%s]: %w", file, name, err)
		}
		c.Root = root
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, ErrNoTargets
	}
	slices.SortFunc(out, func(a, b Config) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// target reads one table.
func target(name string, raw any) (Config, error) {
	b, err := toml.Marshal(raw)
	if err != nil {
		return Config{}, err
	}
	c := Config{Name: name}
	var strict *toml.StrictMissingError
	if err := toml.NewDecoder(strings.NewReader(string(b))).DisallowUnknownFields().Decode(&c); errors.As(err, &strict) {
		return c, fmt.Errorf("%q is no setting of a target", strings.Join(strict.Errors[0].Key(), "."))
	} else if err != nil {
		return c, err
	}
	var kinds []string
	for _, k := range c.kinds() {
		if k.place != "" {
			kinds = append(kinds, k.name)
		}
	}
	if len(kinds) != 1 {
		return c, fmt.Errorf("says where to publish %d times; it takes exactly one of folder, s3, gcs, azure, git and ssh", len(kinds))
	}
	if c.Keep < 0 {
		return c, errors.New("keep is the number of releases to keep, 1 or more")
	}
	for _, place := range []string{c.Git, c.SSH, c.Endpoint} {
		if u, err := url.Parse(place); err == nil && u.User != nil {
			if _, ok := u.User.Password(); ok || u.Scheme == "https" || u.Scheme == "http" {
				return c, errors.New("an address with a password or token does not belong in a file that is committed; take it out, and see 'copydesk publish --help' for where credentials come from")
			}
		}
	}
	return c, nil
}

type kind struct{ name, place string }

func (c Config) kinds() []kind {
	return []kind{{"folder", c.Folder}, {"s3", c.S3}, {"gcs", c.GCS}, {"azure", c.Azure}, {"git", c.Git}, {"ssh", c.SSH}}
}

// Place says where the target is, in one word: "s3:news/briefing".
func (c Config) Place() string {
	for _, k := range c.kinds() {
		if k.place != "" {
			return k.name + ":" + k.place
		}
	}
	return c.Name
}

// Pick returns the target of that name; with no name, the only one there is.
func Pick(targets []Config, name string) (Config, error) {
	var names []string
	for _, t := range targets {
		if t.Name == name || name == "" && len(targets) == 1 {
			return t, nil
		}
		names = append(names, t.Name)
	}
	if name == "" {
		return Config{}, fmt.Errorf("say which target: %s", strings.Join(names, ", "))
	}
	return Config{}, fmt.Errorf("hugo.toml names no target %q; it has %s", name, strings.Join(names, ", "))
}

// folder returns the absolute path of a folder target. One that holds the site, or lies in what the site is made of, is refused.
func (c Config) folder() (string, error) {
	dir := c.Folder
	if home, ok := strings.CutPrefix(dir, "~/"); ok {
		h, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		dir = filepath.Join(h, home)
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(c.Root, filepath.FromSlash(dir))
	}
	dir = filepath.Clean(dir)
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return "", fmt.Errorf("%s is no folder; name another in hugo.toml", dir)
	}
	if rel, err := filepath.Rel(dir, c.Root); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", fmt.Errorf("the folder %s holds the site's sources; name another", dir)
	}
	for _, own := range []string{"content", "layouts", "static", "public", ".copydesk", ".git"} {
		rel, err := filepath.Rel(filepath.Join(c.Root, own), dir)
		if err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return "", fmt.Errorf("the folder %s is part of the site's own %s; name another", dir, own)
		}
	}
	return dir, nil
}

// missing tells whether an error says that there is no such file.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
