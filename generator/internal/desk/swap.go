package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// drawn is where images are kept between builds, below the site's folder.
const drawn = ".copydesk/drawn"

// public returns the folder of the built site.
func (d *Desk) public() string { return filepath.Join(d.Root, "public") }

// verify refuses a staged site that lacks a home page.
func verify(staging string) error {
	if _, err := os.Stat(filepath.Join(staging, "index.html")); err != nil {
		return fmt.Errorf("the built site has no home page (index.html); is there a layouts/home.html?")
	}
	return nil
}

// swap puts the staged site in place of public/. There is no moment without a site where the file system can exchange two folders; where it
// cannot, heal mends what a kill between two renames leaves.
func (d *Desk) swap(staging string) error {
	old := d.work("previous")
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("clear the previous site: %w", err)
	}
	if exchange(staging, d.public()) == nil {
		return os.RemoveAll(staging)
	}
	if err := os.Rename(d.public(), old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("put the last site aside: %w", err)
	}
	if err := os.Rename(staging, d.public()); err != nil {
		return errors.Join(fmt.Errorf("put the new site in place: %w", err), os.Rename(old, d.public()))
	}
	return os.RemoveAll(old)
}

// heal brings back the last good site if a build was killed while it swapped, and clears what a killed build left.
func (d *Desk) heal() error {
	old := d.work("previous")
	if !exists(d.public()) && exists(old) {
		if err := os.Rename(old, d.public()); err != nil {
			return fmt.Errorf("bring back the last site: %w", err)
		}
	}
	lefts := []string{old, d.work("staging")}
	if exists(d.work("staging")) {
		// Hugo writes the images it draws in place: the kill may have cut one short.
		lefts = append(lefts, filepath.Join(d.Root, filepath.FromSlash(drawn)))
	}
	for _, left := range lefts {
		if err := os.RemoveAll(left); err != nil {
			return fmt.Errorf("clear what a stopped build left: %w", err)
		}
	}
	return nil
}
