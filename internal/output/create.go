package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Create writes files that are not there yet into root, a folder that exists: all of them or none.
// If something is in the way of one, the error wraps [fs.ErrExist].
func Create(root string, files []File) error {
	tree, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer tree.Close()
	if err := checkPaths(files); err != nil {
		return err
	}
	var d Drift
	for _, f := range files {
		_, err := tree.Lstat(f.Path)
		switch {
		case err == nil:
			return fmt.Errorf("%s: %w", f.Path, fs.ErrExist)
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
		d = append(d, Change{Kind: Missing, Path: f.Path, New: f.Data})
	}
	t := transaction{disk: tree}
	return t.run(d)
}
