// Package evolve finds the versions of schemas and compares them.
//
// In go two places, each a file, a folder, or either of these in a revision of a git repository;
// out come, for each schema in either of them, the changes that package compare finds. Schemas
// with the same path in two folders are versions of each other.
//
// The function to read first is Compare.
package evolve

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/eventgen-go/eventgen/internal/compare"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Place is where versions of schemas are: a folder, and which files in it.
type Place struct {
	tree fs.FS
	name func(file string) string // how a file of the tree is named for people
	only string                   // the one file that counts; empty for all schemas
	root *os.Root                 // to close; nil if nothing is open
}

// Close closes the folder.
func (p *Place) Close() {
	if p.root != nil {
		p.root.Close()
	}
}

// Open opens a file or folder on disk.
func Open(name string) (*Place, error) {
	info, err := stat(name)
	if err != nil {
		return nil, err
	}
	dir, only := name, ""
	if !info.IsDir() {
		dir, only = filepath.Dir(name), filepath.Base(name)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	at := filepath.ToSlash(dir)
	return &Place{tree: root.FS(), name: func(file string) string { return path.Join(at, file) }, only: only, root: root}, nil
}

// stat is os.Stat with errors that name the file as users do.
func stat(name string) (fs.FileInfo, error) {
	info, err := os.Stat(name)
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return nil, fmt.Errorf("%s: %w", name, pathErr.Err)
	}
	return info, err
}

// Options say how schemas are read.
type Options struct {
	Draft        schema.Draft // of schemas without $schema; 0 is draft 2020-12
	AssertFormat bool
	Maps         map[string]string // folders in place of URLs, by prefix of the URL
	// TypeName names the Go type of a schema that is named so for people.
	TypeName func(file string) (string, error)
}

// A Schema is the outcome for one schema.
type Schema struct {
	Name    string // of its file, as people know it: of the new one, if there is one
	Changes []compare.Change
	Err     error // why its versions could not be compared: schema.Problems, or an error of a file system
}

// A NothingError says that a folder has nothing to compare.
type NothingError struct{ Folder string }

// Error names the folder.
func (e *NothingError) Error() string { return "no schema in " + e.Folder }

// Hint says what counts as a schema.
func (e *NothingError) Hint() string {
	return "in a folder, a schema is named .schema.json or has the $schema of a draft; name other files"
}

// Compare compares the schemas of two places, in order of their paths. The error is about a place
// as a whole.
func Compare(before, after *Place, o Options) ([]Schema, error) {
	old, new, err := match(before, after)
	if err != nil {
		return nil, err
	}
	trees, err := o.open()
	if err != nil {
		return nil, err
	}
	defer trees.close()
	files := maps.Clone(old)
	maps.Copy(files, new)
	p := pair{options: o, maps: trees.maps, before: before, after: after}
	var all []Schema
	for _, file := range slices.Sorted(maps.Keys(files)) {
		all = append(all, p.compare(old[file], new[file]))
	}
	return all, nil
}

// match returns the files of two places, those that are versions of each other under the same name.
func match(before, after *Place) (old, new map[string]string, err error) {
	switch {
	case before.only == "" && after.only != "":
		return nil, nil, fmt.Errorf("%s is a folder and %s is a file", before.name("."), after.name(after.only))
	case before.only != "" && after.only == "":
		return nil, nil, fmt.Errorf("%s is a file and %s is a folder", before.name(before.only), after.name("."))
	}
	if old, err = before.schemas(); err != nil {
		return nil, nil, err
	}
	if new, err = after.schemas(); err != nil {
		return nil, nil, err
	}
	if before.only != "" {
		old, new = rename(old, after.only), rename(new, after.only)
	}
	if len(old)+len(new) == 0 {
		return nil, nil, &NothingError{after.name(".")}
	}
	return old, new, nil
}

// rename makes one file known by the name of another, since they are versions of each other.
func rename(files map[string]string, name string) map[string]string {
	for _, file := range files {
		return map[string]string{name: file}
	}
	return files
}

// A pair compares the versions of one schema.
type pair struct {
	options       Options
	maps          []load.Map
	before, after *Place
}

// compare compares two files, either of which may be missing.
func (p pair) compare(old, new string) Schema {
	switch {
	case new == "":
		gone := compare.Change{Keyword: "schema", Message: "the schema is gone", Old: schema.Location{File: p.before.name(old)}}
		gone.Backward, gone.Forward, gone.Go = compare.Breaks, compare.Breaks, compare.Breaks
		return Schema{Name: p.before.name(old), Changes: []compare.Change{gone}}
	case old == "":
		added := compare.Change{Keyword: "schema", Message: "the schema is new", New: schema.Location{File: p.after.name(new)}}
		return Schema{Name: p.after.name(new), Changes: []compare.Change{added}}
	}
	s := Schema{Name: p.after.name(new)}
	typeName, err := p.options.TypeName(s.Name)
	if err != nil {
		typeName = "Event" // what is wrong with the schema will be told when it is loaded
	}
	before, err := p.version(p.before, old, typeName)
	if err != nil {
		s.Err = err
		return s
	}
	after, err := p.version(p.after, new, typeName)
	if err != nil {
		s.Err = err
		return s
	}
	s.Changes = compare.Versions(before, after)
	return s
}

// version reads a schema and makes its Go package.
func (p pair) version(at *Place, file, typeName string) (compare.Version, error) {
	tree, err := fs.Sub(at.tree, path.Dir(file))
	if err != nil {
		return compare.Version{}, err
	}
	source := load.Source{Tree: tree, Path: path.Base(file), Name: at.name(file)}
	o := load.Options{Draft: p.options.Draft, AssertFormat: p.options.AssertFormat, Maps: p.maps}
	graph, err := load.Schemas([]load.Source{source}, o)
	if err != nil {
		return compare.Version{}, err
	}
	pkg, err := lower.Package(graph, lower.Options{Name: "schema", Types: []lower.Type{{Name: typeName, Schema: graph.Roots[0]}}})
	return compare.Version{Graph: graph, Package: pkg}, err
}
