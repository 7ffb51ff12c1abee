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
type folders map[string]*os.Root

func (f folders) open(dir string) (fs.FS, error) {
	dir = filepath.Clean(dir)
	root := f[dir]
	if root == nil {
		var err error
		if root, err = os.OpenRoot(dir); err != nil {
			return nil, err
		}
		f[dir] = root
	}
	return root.FS(), nil
}

func (f folders) close() {
	for _, root := range f {
		root.Close()
	}
}
