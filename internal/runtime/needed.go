package runtime

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
)

// isOptional reports whether a file is about what only some packages need: formats,
// content, and telling documents apart.
func isOptional(name string) bool {
	return strings.HasPrefix(name, "format_") || strings.HasPrefix(name, "content_") || name == "identify.go"
}

// needed returns the names of the files that a runtime consists of: all but the
// optional ones, and of these the ones that declare what is needed, by the others
// or by generated code.
func needed(files []sourceFile, needs []string) map[string]bool {
	declaredIn, uses := resolve(files)
	kept := map[string]bool{}
	var keep func(file string)
	keep = func(file string) { // as deep as files depend on each other
		if kept[file] {
			return
		}
		kept[file] = true
		for other := range uses[file] {
			keep(other)
		}
	}
	for _, f := range files {
		if !isOptional(f.name) {
			keep(f.name)
		}
	}
	for _, name := range needs {
		if file, ok := declaredIn[name]; ok {
			keep(file)
		}
	}
	return kept
}

// resolve returns the file that declares a name of the package, and the files
// that each file uses something of.
func resolve(files []sourceFile) (declaredIn map[string]string, uses map[string]map[string]bool) {
	set := token.NewFileSet()
	var parsed []*ast.File
	uses = map[string]map[string]bool{}
	for _, f := range files {
		p, err := parser.ParseFile(set, f.name, f.text, parser.SkipObjectResolution)
		if err != nil {
			panic(err) // the files are part of the program
		}
		parsed = append(parsed, p)
		uses[f.name] = map[string]bool{}
	}
	found := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	// What the standard library declares is unknown here, so there are errors; names
	// of the package itself are resolved all the same.
	config := types.Config{Importer: noImports{}, Error: func(error) {}}
	pkg, _ := config.Check("wire", set, parsed, found)
	file := func(at token.Pos) string { return set.Position(at).Filename }
	for id, object := range found.Uses {
		if object.Pkg() == pkg {
			uses[file(id.Pos())][file(object.Pos())] = true
		}
	}
	declaredIn = map[string]string{}
	for _, name := range pkg.Scope().Names() {
		declaredIn[name] = file(pkg.Scope().Lookup(name).Pos())
	}
	return declaredIn, uses
}

// noImports knows no package.
type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.ErrUnsupported }
