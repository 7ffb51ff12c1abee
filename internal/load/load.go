// Package load reads JSON Schema documents and follows their references.
//
// In go documents, each with the folder tree that it may refer into; out comes
// a schema.Graph, or schema.Problems that say what is wrong where. Reading
// happens in this order: json.go and yaml.go turn bytes into located values;
// resource.go finds the schemas, identifiers and anchors in them; meta.go holds
// them against the meta-schema of their draft; resolve.go follows references;
// build.go and the files named after kinds of keywords make the graph.
//
// Nothing is fetched. A reference reaches the tree of the document that holds
// it, the trees of Options.Maps, other documents that were asked for, and the
// meta-schemas of the drafts, which are embedded.
package load

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// Bounds on what is read. Each is far above what people write and low enough
// that a hostile document costs seconds and megabytes at most.
const (
	maxDocument = 10_000_000 // bytes of one document
	maxTotal    = 64_000_000 // bytes of all documents of one call
	maxDepth    = 1_000      // arrays and objects inside each other
	maxValues   = 1_000_000  // values of one document
	maxPointers = 200 << 20  // bytes of all JSON Pointers of one document
	maxAliased  = 100_000    // values of one YAML document that come from aliases
	maxProblems = 100        // problems reported by one call
)

// A Source is a document to compile.
type Source struct {
	Tree fs.FS  // the folder tree that it may refer into; callers pass os.Root.FS, which confines links as well
	Path string // of the document within Tree
	Name string // how the user named it; locations start with it, and other files of Tree are named relative to it
}

// A Map is a folder tree that stands for all URLs with a prefix.
type Map struct {
	Prefix string // such as "https://example.com/schemas/"
	Tree   fs.FS
	Name   string // how the user named the folder
}

// Options say how documents are to be understood.
type Options struct {
	Draft        schema.Draft // of documents without $schema; 0 means draft 2020-12
	AssertFormat bool         // assert "format" in the drafts in which it is an annotation
	Maps         []Map
}

// Schemas loads sources and all that they refer to. Graph.Roots has a schema
// for each source, in order.
//
// The error is schema.Problems if documents are to blame, at most 100 of them.
// If a source cannot be read, it wraps the error of its file system.
func Schemas(sources []Source, o Options) (*schema.Graph, error) {
	l := newLibrary(o)
	roots := make([]*schema.Value, 0, len(sources))
	for _, s := range sources {
		doc, err := l.source(s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		if doc != nil {
			roots = append(roots, doc.root)
		}
	}
	g := build(l, roots)
	if err := l.problems.err(); err != nil {
		return nil, err
	}
	return g, nil
}

// Document reads a document that need not be a schema: JSON, or YAML if the
// extension of name says so. The error is schema.Problems.
func Document(name string, data []byte) (*schema.Value, error) {
	read := readJSON
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		read = readYAML
	}
	v, problems := read(name, data)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return v, nil
}
