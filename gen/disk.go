package gen

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// maxFile bounds the size of a file that is read, in bytes.
const maxFile = 10_000_000

// readBounded reads a file that is not too large. It must be a regular one: others can block
// for ever.
func readBounded(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", displayed(file))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s is larger than %d bytes", displayed(file), maxFile)
	}
	return data, nil
}

// folders are open folders, by path. Each confines what is read to itself, after following
// links. Schemas in one folder share it, so that load sees that what they refer to is the same.
type folders struct {
	roots  map[string]*os.Root
	inputs *Inputs // get the files that are opened
}

func newFolders(inputs *Inputs) folders { return folders{make(map[string]*os.Root), inputs} }

func (f folders) open(dir string) (fs.FS, error) {
	dir = filepath.Clean(dir)
	root := f.roots[dir]
	if root == nil {
		var err error
		if root, err = os.OpenRoot(dir); err != nil {
			return nil, err
		}
		f.roots[dir] = root
	}
	return observed{root.FS(), dir, f.inputs}, nil
}

func (f folders) close() {
	for _, root := range f.roots {
		root.Close()
	}
}
