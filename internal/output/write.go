package output

import (
	"os"
)

// A Report is what a run of Write did.
type Report struct {
	Drift     Drift // the changes, which have been made
	Unchanged int   // files that were up to date and were left alone
}

// Write makes the tree under root, a folder that exists, equal to files: it writes what is
// missing or modified and removes what is stale. All of it or nothing: if it returns an error,
// the tree is as it was before. An error wraps [ErrForeign] if something that eventgen did not
// write is in the way of a file.
func Write(root string, files []File, owned Owned) (Report, error) {
	tree, err := os.OpenRoot(root)
	if err != nil {
		return Report{}, err
	}
	defer tree.Close()
	drift, err := compare(tree, files, owned)
	if err != nil {
		return Report{}, err
	}
	t := transaction{disk: tree}
	if err := t.run(drift); err != nil {
		return Report{}, err
	}
	return Report{Drift: drift, Unchanged: len(files) - drift.written()}, nil
}

// written counts the changes that write a file.
func (d Drift) written() int {
	n := 0
	for _, c := range d {
		if c.Kind != Stale {
			n++
		}
	}
	return n
}
