package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// A Kind is how a file on disk differs from the generated one.
type Kind string

// The kinds of change.
const (
	Missing  Kind = "missing"  // it is not there
	Modified Kind = "modified" // its content is another one
	Stale    Kind = "stale"    // it is there and nothing generates it any more
)

// A Change is one difference between the disk and what is generated.
type Change struct {
	Kind Kind
	Path string // slash-separated, relative to the root of the tree
	Old  []byte // as it is on disk; nil if it is missing
	New  []byte // as it would be written; nil if it is stale
}

// Drift is what a run of Write would change, in order of path. It is empty if the tree is up to date.
type Drift []Change

// ErrForeign says that a file in the way of a generated one is not ours to overwrite.
var ErrForeign = errors.New("not written by eventgen")

// Compare tells how the tree under root, a folder that exists, differs from files. An error
// wraps [ErrForeign] if something that eventgen did not write is in the way of a file.
func Compare(root string, files []File, owned Owned) (Drift, error) {
	tree, err := os.OpenRoot(root)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return compare(tree, files, owned)
}

func compare(tree *os.Root, files []File, owned Owned) (Drift, error) {
	if err := checkPaths(files); err != nil {
		return nil, err
	}
	var d Drift
	for _, f := range files {
		old, err := readOwn(tree, f.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			d = append(d, Change{Kind: Missing, Path: f.Path, New: f.Data})
		case err != nil:
			return nil, err
		case !bytes.Equal(old, f.Data):
			d = append(d, Change{Kind: Modified, Path: f.Path, Old: old, New: f.Data})
		}
	}
	stale, err := findStale(tree, files, owned)
	if err != nil {
		return nil, err
	}
	return append(d, stale...).sorted(), nil
}

// readOwn reads a file of ours. The error wraps [fs.ErrNotExist] if there is none, and
// [ErrForeign] if what is there must not be overwritten.
func readOwn(tree *os.Root, name string) ([]byte, error) {
	info, err := tree.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is in the way: %s, %w", name, describe(info.Mode()), ErrForeign)
	}
	data, err := tree.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if !carriesHeader(data) {
		return nil, fmt.Errorf("%s is in the way: a file %w", name, ErrForeign)
	}
	return data, nil
}

// describe names what a path leads to that is no regular file.
func describe(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	default:
		return "no regular file"
	}
}

// findStale returns the files with our header in owned folders that are not among files.
func findStale(tree *os.Root, files []File, owned Owned) (Drift, error) {
	generated := make(map[string]bool, len(files))
	for _, f := range files {
		generated[f.Path] = true
	}
	folders, err := owned.list(tree)
	if err != nil {
		return nil, err
	}
	var d Drift
	for _, folder := range folders {
		names, err := goFiles(tree, folder)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if generated[name] {
				continue
			}
			old, err := readOwn(tree, name)
			switch {
			case errors.Is(err, ErrForeign):
			case err != nil:
				return nil, err
			default:
				d = append(d, Change{Kind: Stale, Path: name, Old: old})
			}
		}
	}
	return d, nil
}

// list returns every owned folder that exists, once, in order.
func (o Owned) list(tree *os.Root) ([]string, error) {
	folders := slices.Clone(o.Folders)
	for _, parent := range o.Parents {
		entries, err := readDir(tree, parent)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.IsDir() {
				folders = append(folders, path.Join(parent, e.Name()))
			}
		}
	}
	slices.Sort(folders)
	return slices.Compact(folders), nil
}

// goFiles returns the paths of the regular Go files in folder.
func goFiles(tree *os.Root, folder string) ([]string, error) {
	entries, err := readDir(tree, folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasSuffix(e.Name(), ".go") {
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	return names, nil
}

// readDir lists a folder; one that is absent is empty.
func readDir(tree *os.Root, folder string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(tree.FS(), folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return entries, err
}

func (d Drift) sorted() Drift {
	slices.SortFunc(d, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return d
}

// noFile is how unified diffs name a side that does not exist.
const noFile = "/dev/null"

// Unified returns the drift as a unified diff that leads from the disk to the generated files.
func (d Drift) Unified() []byte {
	var b bytes.Buffer
	for _, c := range d {
		before, after := "a/"+c.Path, "b/"+c.Path
		switch c.Kind {
		case Missing:
			before = noFile
		case Stale:
			after = noFile
		}
		b.Write(diff.Diff(before, c.Old, after, c.New))
	}
	return b.Bytes()
}
