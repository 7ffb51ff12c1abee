package main

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/explain"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/place"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// What explain says about Go is what stands in the generated packages, for each member of every event.
func TestExplainsGeneratedCode(t *testing.T) {
	told := map[string]bool{}
	for _, e := range catalog.Events() {
		if told[e.Package] {
			continue
		}
		told[e.Package] = true
		t.Run(e.Package, func(t *testing.T) {
			types, graph, err := goPackage(siblings(e))
			if err != nil {
				t.Fatal(err)
			}
			x := &explained{t: t, structs: readStructs(t, e.Package), seen: map[string]bool{}}
			for i, root := range types.Roots {
				x.root, x.place = root, place.Of(graph.Roots[i])
				x.check(nil)
			}
			if x.fields == 0 {
				t.Error("no field is explained")
			}
		})
	}
}

// explained is what is explained of a package.
type explained struct {
	t       *testing.T
	root    *model.Root
	place   place.Place
	structs map[string]map[string]string // by struct and field: the type
	seen    map[string]bool              // types
	fields  int
}

// readStructs reads the struct types of a package.
func readStructs(t *testing.T, pkg string) map[string]map[string]string {
	t.Helper()
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, filepath.Join("../../out", pkg, "types.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	structs := map[string]map[string]string{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		if s, ok := spec.Type.(*ast.StructType); ok {
			structs[spec.Name.Name] = fieldsOf(t, files, s)
		}
		return true
	})
	return structs
}

func fieldsOf(t *testing.T, files *token.FileSet, s *ast.StructType) map[string]string {
	t.Helper()
	types := map[string]string{}
	for _, f := range s.Fields.List {
		var b strings.Builder
		if err := printer.Fprint(&b, files, f.Type); err != nil {
			t.Fatal(err)
		}
		for _, name := range f.Names {
			types[name.Name] = b.String()
		}
	}
	return types
}

// check checks the parts of what steps lead to, and what is in them.
func (x *explained) check(steps []string) {
	x.t.Helper()
	topic, err := explain.At(x.root, x.place, steps)
	if err != nil {
		x.t.Errorf("%q: %v", steps, err)
		return
	}
	if x.seen[topic.Type] {
		return
	}
	x.seen[topic.Type] = true
	for _, part := range topic.Parts {
		x.field(topic, part)
		next, _ := place.Split(part.Pointer)
		x.check(next)
	}
}

// field checks that the struct of a topic has the field of a part, with its type.
func (x *explained) field(topic, part explain.Topic) {
	x.t.Helper()
	owner := strings.TrimLeft(topic.Type, "*[]")
	if part.Branch != "" {
		owner = part.Branch
	}
	has, isStruct := x.structs[owner]
	if part.Field == "" || !isStruct { // an item, or what is in a string
		return
	}
	x.fields++
	if has[part.Field] != part.Type {
		x.t.Errorf("%s: field %s %s of %s, but it is %q in out", part.Pointer, part.Field, part.Type, owner, has[part.Field])
	}
	if part.Description == "" {
		x.t.Errorf("%s: nobody says what it is", part.Pointer)
	}
}
