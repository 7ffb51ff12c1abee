package judge

import (
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// Options say how the file of a schema is read.
type Options struct {
	Draft        schema.Draft // of schemas without $schema; 0 is draft 2020-12
	AssertFormat bool
	Maps         map[string]string // folders in place of URLs, by prefix of the URL
}

// Open reads a schema from a file. It may refer to what is in and below the folder of the file,
// and to mapped folders. The error is schema.Problems if the schema is to blame.
func Open(file string, o Options) (*Schema, error) {
	var roots []*os.Root
	defer func() {
		for _, root := range roots {
			root.Close()
		}
	}()
	open := func(dir string) (*os.Root, error) {
		root, err := os.OpenRoot(dir)
		if err == nil {
			roots = append(roots, root)
		}
		return root, err
	}
	tree, err := open(filepath.Dir(file))
	if err != nil {
		return nil, err
	}
	read := load.Options{Draft: o.Draft, AssertFormat: o.AssertFormat}
	for _, prefix := range slices.Sorted(maps.Keys(o.Maps)) {
		dir := o.Maps[prefix]
		root, err := open(dir)
		if err != nil {
			return nil, err
		}
		read.Maps = append(read.Maps, load.Map{Prefix: prefix, Tree: root.FS(), Name: filepath.ToSlash(dir)})
	}
	return fromFile(load.Source{Tree: tree.FS(), Path: filepath.Base(file), Name: filepath.ToSlash(file)}, read)
}
