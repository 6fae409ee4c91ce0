package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// replaceFile writes a file beside and puts it in place when it is whole. A link stays
// and what it points to is replaced. What is there and is no regular file, such as a
// pipe or a device, is written to.
func replaceFile(name string, data []byte) error {
	mode := fs.FileMode(0o644)
	info, err := os.Stat(name)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return writeInto(name, data)
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	target, err := linked(name)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(target), filepath.Base(target)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(mode), f.Close()); err == nil {
		err = os.Rename(f.Name(), target)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s: %w", name, err), removed(f.Name()))
	}
	return nil
}

// writeInto writes to what is there.
func writeInto(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// mostLinks is how many links to links are followed.
const mostLinks = 40

// linked is where a name leads in the end, though nothing may be there yet.
func linked(name string) (string, error) {
	for range mostLinks {
		above, base := filepath.Split(name) // not filepath.Dir: .. is above what a link points to
		dir, err := filepath.EvalSymlinks(cmp.Or(above, "."))
		if err != nil {
			return "", err
		}
		name = filepath.Join(dir, base)
		to, err := os.Readlink(name)
		if err != nil {
			return name, nil // no link
		}
		if !filepath.IsAbs(to) {
			to = dir + string(filepath.Separator) + to
		}
		name = to
	}
	return "", fmt.Errorf("%s: too many links", name)
}

// removed removes a file that may be gone.
func removed(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
