package output

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"sync"
)

// disk is what a transaction does to a tree. It is an [os.Root]; tests make one that fails.
type disk interface {
	Mkdir(name string, perm fs.FileMode) error
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	Rename(from, to string) error
	Remove(name string) error
}

// A transaction makes changes of which all happen or none. New content is staged in temporary
// files beside the targets, so that what is likely to fail (a full disk, a folder that cannot
// be written) fails before anything is replaced. Then only renames are left. Each step notes
// how to take it back.
type transaction struct {
	disk    disk
	staged  map[string]string // temporary file of each target to be written
	backups []string          // where replaced and stale files have been moved
	undo    []func() error    // in the order of the steps
}

// run makes the changes, or returns why it has not.
func (t *transaction) run(d Drift) error {
	t.staged = make(map[string]string)
	for batch := range slices.Chunk(d, batchSize) {
		if err := t.stageAll(batch); err != nil {
			return t.rollback(err)
		}
	}
	for _, c := range d {
		if err := t.replace(c); err != nil {
			return t.rollback(cannotWrite(c, err))
		}
	}
	return t.finish(d)
}

func cannotWrite(c Change, err error) error { return fmt.Errorf("cannot write %s: %w", c.Path, err) }

// batchSize is how many files are staged at a time. Waiting for the disk takes most of the time of writing, and many wait
// as long as one.
const batchSize = 64

// stageAll writes the new content of files beside them, and waits until it is on the disk: a rename can reach the disk
// before the content does, and after a crash the file would be empty.
func (t *transaction) stageAll(batch []Change) error {
	errs := make([]error, len(batch))
	var all sync.WaitGroup
	for i, c := range batch {
		f, err := t.stage(c)
		if err != nil {
			errs[i] = cannotWrite(c, err)
			break
		}
		if f == nil {
			continue
		}
		all.Go(func() {
			if err := errors.Join(f.Sync(), f.Close()); err != nil {
				errs[i] = cannotWrite(c, err)
			}
		})
	}
	all.Wait()
	return errors.Join(errs...)
}

// stage writes the new content of a file beside it, and leaves it open. A stale one, which there is no new content for, is
// nil.
func (t *transaction) stage(c Change) (*os.File, error) {
	if c.Kind == Stale {
		return nil, nil
	}
	if err := t.mkdirs(path.Dir(c.Path)); err != nil {
		return nil, err
	}
	temp := temporary(c.Path)
	f, err := t.disk.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	t.undo = append(t.undo, func() error { return t.disk.Remove(temp) })
	t.staged[c.Path] = temp
	if _, err := f.Write(c.New); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// mkdirs makes a folder and those above it that do not exist.
func (t *transaction) mkdirs(dir string) error {
	if dir == "." {
		return nil
	}
	err := t.disk.Mkdir(dir, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		if err := t.mkdirs(path.Dir(dir)); err != nil {
			return err
		}
		err = t.disk.Mkdir(dir, 0o755)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		return err
	}
	t.undo = append(t.undo, func() error { return t.disk.Remove(dir) })
	return nil
}

// replace moves what is there aside and puts the staged content, if any, in its place.
func (t *transaction) replace(c Change) error {
	if c.Kind != Missing {
		backup := temporary(c.Path)
		if err := t.rename(c.Path, backup); err != nil {
			return err
		}
		t.backups = append(t.backups, backup)
	}
	if c.Kind == Stale {
		return nil
	}
	return t.rename(t.staged[c.Path], c.Path)
}

func (t *transaction) rename(from, to string) error {
	if err := t.disk.Rename(from, to); err != nil {
		return err
	}
	t.undo = append(t.undo, func() error { return t.disk.Rename(to, from) })
	return nil
}

// rollback takes all steps back, the last one first, and returns the reason with whatever
// could not be taken back.
func (t *transaction) rollback(reason error) error {
	var failed []error
	for _, undo := range slices.Backward(t.undo) {
		if err := undo(); err != nil {
			failed = append(failed, err)
		}
	}
	if len(failed) > 0 {
		return fmt.Errorf("%w; what was done could not be taken back: %w", reason, errors.Join(failed...))
	}
	return fmt.Errorf("%w; nothing has been changed", reason)
}

// finish removes what has been moved aside, and folders that held nothing but stale files.
func (t *transaction) finish(d Drift) error {
	var errs []error
	for _, backup := range t.backups {
		errs = append(errs, t.disk.Remove(backup))
	}
	for _, c := range d {
		if c.Kind == Stale {
			t.removeEmpty(path.Dir(c.Path))
		}
	}
	return errors.Join(errs...)
}

// removeEmpty removes a folder and those above it as long as they are empty: Remove fails on
// one that is not.
func (t *transaction) removeEmpty(dir string) {
	for dir != "." && t.disk.Remove(dir) == nil {
		dir = path.Dir(dir)
	}
}

// temporary returns a name beside target that Go tools and version control tend to ignore.
func temporary(target string) string {
	return path.Join(path.Dir(target), fmt.Sprintf(".eventgen-%016x.tmp", rand.Uint64()))
}
