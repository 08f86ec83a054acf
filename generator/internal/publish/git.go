package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"copydesk/generator/internal/release"
)

// branch is a branch of a git repository that holds the site and nothing else, as GitHub Pages wants it. Each release is a commit; a push that
// another one outran is refused by git. It uses the program git, and git's own credentials.
type branch struct {
	repository, name string
	dir              string // a bare repository of our own, which may be deleted at any time
	root             string // the site's folder, for its name and mail in commits
}

// nojekyll keeps GitHub Pages from leaving out files whose names begin with an underscore.
const nojekyll = ".nojekyll"

func openGit(c Config) (Target, error) {
	t := &branch{repository: c.Git, name: c.Branch, dir: filepath.Join(c.Root, ".copydesk", "publish", c.Name+".git"), root: c.Root}
	if t.name == "" {
		t.name = "gh-pages"
	}
	if strings.HasPrefix(t.repository, "-") || strings.HasPrefix(t.name, "-") || strings.ContainsAny(t.name, " :~^?*[\\") || strings.Contains(t.name, "..") {
		return nil, fmt.Errorf("%q, branch %q, names no repository and branch", t.repository, t.name)
	}
	return t, nil
}

func (t *branch) Close() error { return nil }

// git runs git in the bare repository.
func (t *branch) git(ctx context.Context, stdin string, args ...string) (string, error) {
	return t.gitIn(ctx, "", stdin, args...)
}

// gitIn runs git with the files of a folder, where it is not "".
func (t *branch) gitIn(ctx context.Context, files, stdin string, args ...string) (string, error) {
	env := []string{"GIT_DIR=" + t.dir, "GIT_INDEX_FILE=" + filepath.Join(t.dir, "index"), "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"}
	if os.Getenv("GIT_SSH_COMMAND") == "" {
		env = append(env, "GIT_SSH_COMMAND=ssh -o BatchMode=yes -o ConnectTimeout=15")
	}
	if files != "" {
		env = append(env, "GIT_WORK_TREE="+files)
	}
	p := program{name: "git", args: append([]string{"-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "-c", "gc.auto=0"}, args...), env: env, stdin: strings.NewReader(stdin)}
	if files != "" {
		p.dir = files
	}
	out, err := p.run(ctx)
	return strings.TrimSpace(out), t.explain(err)
}

// fetch brings the branch as it is now, and returns its newest commit; "" where there is no such branch yet.
func (t *branch) fetch(ctx context.Context, depth string) (string, error) {
	if err := os.MkdirAll(t.dir, 0o777); err != nil {
		return "", err
	}
	if _, err := (program{name: "git", args: []string{"init", "--quiet", "--bare", t.dir}}).run(ctx); err != nil {
		return "", t.explain(err)
	}
	if t.repository == "origin" {
		url, err := program{name: "git", args: []string{"-C", t.root, "remote", "get-url", "--push", "origin"}}.run(ctx)
		if err != nil {
			return "", final{fmt.Errorf("the site's folder has no git remote called origin; write the repository's address in hugo.toml")}
		}
		t.repository = strings.TrimSpace(url)
	} else if at := filepath.Join(t.root, t.repository); !filepath.IsAbs(t.repository) && !strings.Contains(t.repository, ":") {
		t.repository = at
	}
	head := ""
	err := retry(ctx, 0, func() error {
		out, err := t.git(ctx, "", "ls-remote", "--", t.repository, "refs/heads/"+t.name)
		if err != nil || out == "" {
			return err
		}
		head = strings.Fields(out)[0]
		_, err = t.git(ctx, "", "fetch", "--quiet", "--no-tags", "--depth="+depth, "--", t.repository, "+refs/heads/"+t.name+":refs/heads/shown")
		return err
	})
	return head, err
}

// Last reads the manifest on the branch. A branch without one has strangers only.
func (t *branch) Last(ctx context.Context) (release.Release, error) {
	head, err := t.fetch(ctx, "1")
	if err != nil || head == "" {
		return release.Release{}, err
	}
	return t.release(ctx, head)
}

// release reads the manifest of a commit.
func (t *branch) release(ctx context.Context, commit string) (release.Release, error) {
	names, err := t.git(ctx, "", "ls-tree", "-r", "-z", "--name-only", commit)
	if err != nil {
		return release.Release{}, err
	}
	list := strings.Split(strings.TrimSuffix(names, "\x00"), "\x00")
	if !slices.Contains(list, release.Manifest) {
		slices.Sort(list)
		return release.Release{Strangers: list}, nil
	}
	text, err := t.git(ctx, "", "cat-file", "blob", commit+":"+release.Manifest)
	if err != nil {
		return release.Release{}, err
	}
	return release.Decode([]byte(text))
}

// Put makes a commit with the site and pushes it.
func (t *branch) Put(ctx context.Context, j Job) error {
	j.Step("uploading", 0, 0)
	head, err := t.fetch(ctx, "1")
	if err != nil {
		return err
	}
	last := release.Release{}
	if head != "" {
		if last, err = t.release(ctx, head); err != nil {
			return err
		}
	}
	if !last.Made.Equal(j.Last.Made) {
		return final{ErrOutrun}
	}
	tree, err := t.tree(ctx, j, head)
	if err != nil {
		return err
	}
	return t.push(ctx, j.Pause, tree, head, fmt.Sprintf("Publish %d files: %d new, %d changed, %d removed", len(j.Next.Files),
		len(j.Change.Added), len(j.Change.Changed), len(j.Change.Removed)))
}

// tree returns the files of the commit: those of the site, and of those on the branch the ones that Copydesk did not put there, such as the
// CNAME file of a domain of one's own.
func (t *branch) tree(ctx context.Context, j Job, head string) (string, error) {
	read := []string{"read-tree", "--empty"}
	if head != "" {
		read = []string{"read-tree", head}
	}
	if _, err := t.git(ctx, "", read...); err != nil {
		return "", err
	}
	if len(j.Change.Removed) > 0 {
		if _, err := t.gitIn(ctx, j.Dir, strings.Join(j.Change.Removed, "\x00")+"\x00", "update-index", "--force-remove", "-z", "--stdin"); err != nil {
			return "", err
		}
	}
	var paths strings.Builder
	for _, list := range [][]string{j.Change.Added, j.Change.Changed} {
		for _, p := range list {
			paths.WriteString(p + "\x00")
		}
	}
	if _, err := t.gitIn(ctx, j.Dir, paths.String(), "update-index", "--add", "-z", "--stdin"); err != nil {
		return "", err
	}
	manifest, err := release.Encode(j.Next)
	if err != nil {
		return "", err
	}
	if err := errors.Join(t.add(ctx, release.Manifest, string(manifest)), t.add(ctx, nojekyll, "")); err != nil {
		return "", err
	}
	tree, err := t.git(ctx, "", "write-tree")
	if err != nil {
		return "", err
	}
	return tree, t.verify(ctx, j, tree)
}

// add adds a file of our own to the index.
func (t *branch) add(ctx context.Context, name, text string) error {
	blob, err := t.git(ctx, text, "hash-object", "-w", "--stdin")
	if err != nil {
		return err
	}
	_, err = t.git(ctx, "", "update-index", "--add", "--cacheinfo", "100644,"+blob+","+name)
	return err
}

// verify looks whether git holds the files as they were to be published.
func (t *branch) verify(ctx context.Context, j Job, tree string) error {
	out, err := t.git(ctx, "", "ls-tree", "-r", "-l", "-z", tree)
	if err != nil {
		return err
	}
	size := map[string]string{}
	for _, line := range strings.Split(out, "\x00") {
		if about, name, ok := strings.Cut(line, "\t"); ok {
			size[name] = about[strings.LastIndexByte(about, ' ')+1:]
		}
	}
	for _, f := range j.Next.Files {
		if size[f.Path] != fmt.Sprint(f.Size) {
			return final{fmt.Errorf("%s: %w", f.Path, ErrChanged)}
		}
	}
	return nil
}

// push commits a tree on top of the branch and pushes it. Nothing is forced: what came in between stays.
func (t *branch) push(ctx context.Context, pause time.Duration, tree, head, message string) error {
	args := []string{"commit-tree", tree, "-m", message}
	if head != "" {
		args = append(args, "-p", head)
	}
	commit, err := t.git(ctx, "", append(t.author(ctx), args...)...)
	if err != nil {
		return err
	}
	return retry(ctx, pause, func() error {
		_, err := t.git(ctx, "", "push", "--quiet", "--", t.repository, commit+":refs/heads/"+t.name)
		return err
	})
}

// author returns options that name who commits: who does in the site's folder, or Copydesk.
func (t *branch) author(ctx context.Context) []string {
	option := func(key, plain string) string {
		v, err := program{name: "git", args: []string{"-C", t.root, "config", key}}.run(ctx)
		if v = strings.TrimSpace(v); err != nil || v == "" {
			v = plain
		}
		return key + "=" + v
	}
	return []string{"-c", option("user.name", "Copydesk"), "-c", option("user.email", "copydesk@localhost")}
}

// undoes begins the line of a commit that says which commit it took back.
const undoes = "Takes-Back: "

// Back commits what the branch had before its newest release. A second time it goes one further back.
func (t *branch) Back(ctx context.Context) (release.Release, error) {
	head, err := t.fetch(ctx, "200")
	if err != nil {
		return release.Release{}, err
	}
	if head == "" {
		return release.Release{}, ErrNoBack
	}
	at := head
	message, err := t.git(ctx, "", "log", "-1", "--format=%B", at)
	if err != nil {
		return release.Release{}, err
	}
	for _, line := range strings.Split(message, "\n") {
		if commit, ok := strings.CutPrefix(line, undoes); ok {
			at = strings.TrimSpace(commit) + "^"
		}
	}
	earlier, err := t.git(ctx, "", "rev-parse", "--verify", "--quiet", at+"^")
	if err != nil {
		return release.Release{}, ErrNoBack
	}
	back, err := t.release(ctx, earlier)
	if err != nil || back.Made.IsZero() {
		return release.Release{}, errors.Join(err, ErrNoBack)
	}
	taken, err := t.git(ctx, "", "rev-parse", at)
	if err != nil {
		return release.Release{}, err
	}
	tree, err := t.git(ctx, "", "rev-parse", earlier+"^{tree}")
	if err != nil {
		return release.Release{}, err
	}
	return back, t.push(ctx, 0, tree, head, "Go back to the release of "+back.Made.Format("2006-01-02 15:04")+" UTC\n\n"+undoes+taken)
}

// complaints are what git says of what no new try mends, and what to do.
var complaints = []remedy{
	{"Authentication failed", "%s refused the credentials; log in with git's credential helper ('gh auth setup-git'), or use an ssh address"},
	{"could not read Username", "%s asks for credentials; log in with git's credential helper ('gh auth setup-git'), or use an ssh address"},
	{"Permission denied (publickey", "%s refused the login; see that your ssh key is known there and loaded (ssh-add)"},
	{"Host key verification failed", "%s is not a known machine; connect once with ssh by hand and look at its key"},
	{"does not appear to be a git repository", "there is no git repository at %s; make it, or mend git in hugo.toml"},
	{"not found", "there is no repository at %s, or these credentials may not see it; make it, or mend git in hugo.toml"},
	{"protected branch", "%s protects the branch; let this account push to it, or name another branch in hugo.toml"},
	{"ermission", "%s cannot be written with these credentials; have its owner give you the right"},
	{"unable to create temporary object directory", "%s cannot be written; have its owner give you the right"},
	{"pre-receive hook declined", "%s refused the push"},
}

// explain says what to do about an error.
func (t *branch) explain(err error) error {
	var f failed
	if !errors.As(err, &f) {
		return err
	}
	if strings.Contains(f.said, "non-fast-forward") || strings.Contains(f.said, "fetch first") || strings.Contains(f.said, "cannot lock ref") {
		return final{ErrOutrun}
	}
	return f.explain(complaints, scrub(t.repository))
}
