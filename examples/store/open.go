package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// ErrLocked is the class of errors about a file that another process, or another Log of
// this one, has open.
var ErrLocked = errors.New("locked")

// patience is how long Open waits for the lock: a process that was killed holds it until
// the system has cleared it away.
const patience = time.Second

// mode: the file holds persons.
const mode fs.FileMode = 0o600

// root is the bucket of all streams, and says in what form they are.
var root = []byte("motcua log 1")

// Open opens the Log in a file, and makes the file if there is none. Close it when nobody
// uses it any more. An error is [ErrLocked], if somebody else has the file open and keeps
// it for a second; [ErrDamaged], if it holds no Log or not all of one; or that of the
// file system.
func Open(path string) (*Log, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := create(path); err != nil {
			return nil, err
		}
	}
	if err := whole(path); err != nil {
		return nil, told(path, err)
	}
	db, err := bolt.Open(path, mode, &bolt.Options{Timeout: patience, FreelistType: bolt.FreelistMapType, OpenFile: existing})
	if err != nil {
		return nil, told(path, err)
	}
	return &Log{db}, nil
}

// told says of which file an error is, and of what class.
func told(path string, err error) error {
	var system *fs.PathError
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return fmt.Errorf("store %s: %w by another process", path, ErrLocked)
	case errors.As(err, &system), errors.Is(err, ErrDamaged):
		return fmt.Errorf("store %s: %w", path, err)
	}
	return fmt.Errorf("store %s: %w: %w", path, ErrDamaged, err)
}

// Close waits for the calls that are under way, and closes the file. Calls that come
// later give an error. Closing it again does nothing.
func (l *Log) Close() error { return l.db.Close() }

// existing opens a file and makes none: that is for create.
func existing(name string, flag int, perm fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag&^os.O_CREATE, perm)
}

// whole finds a file that lost its end, which cannot be opened for writing without
// reaching behind it, and one that is somebody else's.
func whole(path string) (err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case info.Size() == 0:
		return fmt.Errorf("%w: it is empty", ErrDamaged)
	}
	db, err := bolt.Open(path, mode, &bolt.Options{ReadOnly: true, Timeout: patience})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.View(func(tx *bolt.Tx) error {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if info.Size() < tx.Size() {
			return fmt.Errorf("%w: %d bytes of %d", ErrDamaged, info.Size(), tx.Size())
		}
		if tx.Bucket(root) == nil {
			return fmt.Errorf("%w: it holds no log", ErrDamaged)
		}
		return nil
	})
}

// create makes an empty Log beside the path, and gives it the path once it is on the
// disk: who dies meanwhile leaves no half of one there. Of two who do so at once one is
// first, and the other finds it made.
func create(path string) (err error) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, filepath.Base(path)+".new-*")
	if err != nil {
		return fmt.Errorf("store %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, os.Remove(f.Name())) }()
	if err := f.Close(); err != nil {
		return err
	}
	db, err := bolt.Open(f.Name(), mode, nil)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucket(root)
		return err
	})
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return flush(dir)
}

// flush puts the entries of a directory on the disk.
func flush(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
