// Package gen compiles JSON Schemas into Go packages: types, validators that are code, and
// constructors of examples.
//
// In goes a [Config], from a file ([ReadConfig]) or made by the program; out comes a [Tree] of
// Go files ([Files]), which [Compare] holds against the disk and [Write] puts there:
//
//	cfg, err := gen.ReadConfig("eventgen.yaml")
//	…
//	tree, err := gen.Files(cfg)
//	…
//	report, err := gen.Write(tree)
//
// Nothing touches the network, and Files touches no disk but to read. Same input, same bytes:
// the files depend on the schemas, the configuration and the names of folders within the Go
// module, on nothing else.
//
// Errors are of three kinds. [Problems] say what is wrong in schemas and examples, each with its
// place. A [ConfigError] says the same of a configuration file. Anything else says what could
// not be read or written; what helps is then in its method Hint() string, if we know it.
package gen

import (
	"bytes"
	_ "embed"

	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// Problems say why documents cannot be compiled, each with its place.
type Problems = schema.Problems

// A Problem is one of [Problems].
type Problem = schema.Problem

// A File is a generated file; its path is relative to the Go module.
type File = output.File

// Drift is how the disk differs from a tree: what Write would change.
type Drift = output.Drift

// A Change is one difference in a [Drift].
type Change = output.Change

// A Report is what Write has done.
type Report = output.Report

// ErrForeign is wrapped by errors about something in the way of a generated file that eventgen
// did not write: such files are never overwritten.
var ErrForeign = output.ErrForeign

//go:embed schemas/eventgen.schema.json
var configSchema []byte

// ConfigSchema returns the JSON Schema of configuration files, for editors. [ReadConfig] tells what
// is wrong with a file as well, and better.
func ConfigSchema() []byte { return bytes.Clone(configSchema) }

// A Tree is all files of one run.
type Tree struct {
	Root  string // the folder of the Go module that the files are part of, absolute
	Files []File // in order of path

	owned output.Owned
}

// Compare tells how the disk differs from the tree. Files with our header that are not in the
// tree any more count, in the folders of the tree.
func Compare(t Tree) (Drift, error) {
	return output.Compare(t.Root, t.Files, t.owned)
}

// Write makes the disk equal to the tree: all files or, if it returns an error, none.
func Write(t Tree) (Report, error) {
	return output.Write(t.Root, t.Files, t.owned)
}
