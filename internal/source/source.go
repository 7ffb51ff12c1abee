// Package source finds the documents of a schema, for commands that work with schemas as they are
// rather than with a configuration: files of users, and those that are embedded.
//
// In goes the name of a file, out comes a schema.Graph.
package source

import (
	"io/fs"
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

// Open reads a schema from a file: it is the one root of the graph. It may refer to what is in and
// below the folder of the file, and to mapped folders. The error is schema.Problems if the schema is to
// blame.
func Open(file string, o Options) (*schema.Graph, error) {
	return open(file, o, func(tree fs.FS) fs.FS { return tree })
}

// open is Open with a view of the folder tree of the file.
func open(file string, o Options, view func(fs.FS) fs.FS) (*schema.Graph, error) {
	var roots []*os.Root
	defer func() {
		for _, root := range roots {
			root.Close()
		}
	}()
	openRoot := func(dir string) (*os.Root, error) {
		root, err := os.OpenRoot(dir)
		if err == nil {
			roots = append(roots, root)
		}
		return root, err
	}
	tree, err := openRoot(filepath.Dir(file))
	if err != nil {
		return nil, err
	}
	read := load.Options{Draft: o.Draft, AssertFormat: o.AssertFormat}
	for _, prefix := range slices.Sorted(maps.Keys(o.Maps)) {
		dir := o.Maps[prefix]
		root, err := openRoot(dir)
		if err != nil {
			return nil, err
		}
		read.Maps = append(read.Maps, load.Map{Prefix: prefix, Tree: root.FS(), Name: filepath.ToSlash(dir)})
	}
	return load.Schemas([]load.Source{{Tree: view(tree.FS()), Path: filepath.Base(file), Name: filepath.ToSlash(file)}}, read)
}

// A Library is a folder of schemas that is part of the program. All of them may refer to each other,
// and the formats that they mention are asserted.
type Library struct {
	Tree fs.FS
	Base string // the URL that stands for the folder in $id
	Name string // how the folder is called
}

// Open reads schemas: they are the roots of the graph, in order.
func (l Library) Open(files ...string) (*schema.Graph, error) {
	var sources []load.Source
	for _, file := range files {
		sources = append(sources, load.Source{Tree: l.Tree, Path: file, Name: l.Name + "/" + file})
	}
	return load.Schemas(sources, load.Options{
		AssertFormat: true,
		Maps:         []load.Map{{Prefix: l.Base, Tree: l.Tree, Name: l.Name}},
	})
}
