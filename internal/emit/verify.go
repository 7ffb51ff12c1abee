package emit

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/output"
)

// verify reads the printed files again and holds them against a list of what
// this package prints. It is the second line of defence, behind lit, comment and
// the identifiers of the model: text of a schema that slips past them as code
// ends here, not in a user's program. It returns what it read, to be formatted.
func (e *emitter) verify(files []output.File) ([]parsed, error) {
	v := &verifier{pkg: e.pkg.Name, runtime: e.runtime, siblings: e.siblings, callable: map[string]bool{}}
	var all []parsed
	for _, f := range files {
		p, err := v.parse(f)
		if err != nil {
			return nil, misprint(err)
		}
		all = append(all, p)
	}
	for _, p := range all {
		v.set = p.set
		if err := v.file(p.tree); err != nil {
			return nil, misprint(err)
		}
	}
	return all, nil
}

// A parsed is a file that was read again. Each has a set of its own, so that looking positions up, which formatting mostly
// does, takes no lock and no search.
type parsed struct {
	set  *token.FileSet
	tree *ast.File
}

// misprint says whose fault it is that generated code is not what it should be.
func misprint(err error) error {
	return fmt.Errorf("%w; nothing was written: this is a bug in eventgen, please report it", err)
}

// A verifier holds what the checks of one package need.
type verifier struct {
	pkg      string // the package's name
	runtime  string // import path
	siblings []*model.Sibling
	set      *token.FileSet  // of the file that is looked at
	callable map[string]bool // functions and types that the package declares
}

// refuse describes what is wrong at a place.
func (v *verifier) refuse(at token.Pos, format string, args ...any) error {
	p := v.set.Position(at)
	return fmt.Errorf("%s:%d:%d: generated code has "+format, append([]any{p.Filename, p.Line, p.Column}, args...)...)
}

// parse reads a file and notes what it declares.
func (v *verifier) parse(f output.File) (parsed, error) {
	if err := checkText(f); err != nil {
		return parsed{}, err
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, f.Path, f.Data, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return parsed{}, err
	}
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				v.callable[d.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if t, ok := s.(*ast.TypeSpec); ok {
					v.callable[t.Name.Name] = true
				}
			}
		}
	}
	return parsed{set, tree}, nil
}

// checkText allows no character that does not show, or that changes how others
// do, and wants the header on top.
func checkText(f output.File) error {
	if !strings.HasPrefix(string(f.Data), output.Header+"\n") {
		return fmt.Errorf("%s:1:1: generated code has no header", f.Path)
	}
	line := 1
	for i, r := range string(f.Data) {
		switch {
		case r == '\n':
			line++
		case r != '\t' && !unicode.IsPrint(r) || r == utf8.RuneError:
			return fmt.Errorf("%s:%d: generated code has the character %U at offset %d", f.Path, line, r, i)
		}
	}
	return nil
}

// file checks a file from its comments to its statements.
func (v *verifier) file(f *ast.File) error {
	if f.Name.Name != v.pkg {
		return v.refuse(f.Name.Pos(), "the package name %s", f.Name.Name)
	}
	for _, group := range f.Comments {
		for _, c := range group.List {
			if isDirective(c.Text) {
				return v.refuse(c.Pos(), "the comment %.40q, which tools may obey", c.Text)
			}
		}
	}
	imports := map[string]string{}
	for _, spec := range f.Imports {
		name, err := v.importName(spec)
		if err != nil {
			return err
		}
		imports[name] = spec.Path.Value
	}
	for _, d := range f.Decls {
		if err := v.decl(d, imports); err != nil {
			return err
		}
	}
	return nil
}

// isDirective reports whether a comment is more than a remark for readers: a
// directive of Go's tools, or in a form that is not ours. A space after the
// slashes disarms all but +build, but nobody reads that far in a review.
func isDirective(text string) bool {
	remark, ours := strings.CutPrefix(text, "// ")
	if !ours {
		return text != "//"
	}
	remark = strings.TrimLeft(remark, " \t")
	for _, d := range []string{"go:", "+build", "line ", "export ", "#cgo"} {
		if strings.HasPrefix(remark, d) {
			return true
		}
	}
	return false
}

// standard lists the names that are used of the standard library.
var standard = map[string][]string{
	`"context"`:       {"Context"},
	`"encoding/json"`: {"Number", "RawMessage"},
}

// importName returns the name that an import is used by.
func (v *verifier) importName(spec *ast.ImportSpec) (string, error) {
	path, called := spec.Path.Value, ""
	if spec.Name != nil {
		called = spec.Name.Name
	}
	if s := v.sibling(path); s != nil && called == s.Alias {
		return cmp.Or(s.Alias, s.Name), nil
	}
	_, known := standard[path]
	switch {
	case path == strconv.Quote(v.runtime) && (spec.Name == nil || spec.Name.Name == "wire"):
		return "wire", nil
	case known && spec.Name == nil:
		unquoted := strings.Trim(path, `"`)
		return unquoted[strings.LastIndex(unquoted, "/")+1:], nil
	}
	return "", v.refuse(spec.Pos(), "the import %s", path)
}

// sibling returns the package that a quoted path imports, if it is one that a
// catalog is about, or nil.
func (v *verifier) sibling(path string) *model.Sibling {
	for _, s := range v.siblings {
		if strconv.Quote(s.Path) == path {
			return s
		}
	}
	return nil
}

// ofSiblings are how the names begin that are used of the packages in a catalog.
var ofSiblings = []string{"Decode", "Example", "Valid", "Validate"}

// decl checks a declaration at the top level.
func (v *verifier) decl(d ast.Decl, imports map[string]string) error {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil && slices.Contains([]string{"init", "main", "_"}, d.Name.Name) || d.Body == nil || d.Type.TypeParams != nil {
			return v.refuse(d.Pos(), "the function %s", d.Name.Name)
		}
	case *ast.GenDecl:
		if d.Tok == token.IMPORT {
			return nil
		}
		for _, s := range d.Specs {
			if err := v.spec(s); err != nil {
				return err
			}
		}
	}
	return v.nodes(d, imports)
}

// spec checks a type, constant or variable at the top level: no values that have
// to be computed when a program starts.
func (v *verifier) spec(s ast.Spec) error {
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.TypeParams != nil {
			return v.refuse(s.Pos(), "type parameters")
		}
	case *ast.ValueSpec:
		for _, value := range s.Values {
			if call := firstCall(value); call != nil {
				return v.refuse(call.Pos(), "a call at start-up")
			}
		}
	}
	return nil
}

func firstCall(n ast.Node) *ast.CallExpr {
	var first *ast.CallExpr
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && first == nil {
			first = call
		}
		return first == nil
	})
	return first
}
