package emit

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"slices"
	"strings"
	"sync"

	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/output"
)

// A part is a file before it is rendered.
type part struct {
	name string
	doc  string // the comment of the package, in one of the files
	code *[]jen.Code
}

// files renders the declarations and checks what came out.
func (e *emitter) files() ([]output.File, error) {
	return e.print([]part{
		{"types.go", e.packageDoc(), &e.typesCode},
		{"valid.go", "", &e.validCode},
		{"decode.go", "", &e.decodeCode},
		{"encode.go", "", &e.encodeCode},
		{"examples.go", "", &e.exampleCode},
	})
}

// print renders the parts that are not empty, checks what came out, and formats it.
func (e *emitter) print(parts []part) ([]output.File, error) {
	parts = slices.DeleteFunc(parts, func(p part) bool { return len(*p.code) == 0 })
	files := make([]output.File, len(parts))
	for i, p := range parts {
		source, err := e.render(p)
		*p.code = nil // a tree takes twenty times the memory of the file that it becomes
		if err != nil {
			return nil, fmt.Errorf("printing %s: %w", p.name, err)
		}
		files[i] = output.File{Path: p.name, Data: source}
	}
	set, parsed, err := e.verify(files)
	if err != nil {
		return nil, err
	}
	errs := make([]error, len(parts))
	var all sync.WaitGroup
	for i, p := range parts { // at the same time: one package may be most of what there is to do
		all.Go(func() {
			files[i].Data, errs[i] = e.format(p, set, parsed[i])
		})
	}
	all.Wait()
	return files, errors.Join(errs...)
}

// format prints a file that has been checked as gofmt would.
func (e *emitter) format(p part, set *token.FileSet, parsed *ast.File) ([]byte, error) {
	var formatted bytes.Buffer
	err := format.Node(&formatted, set, parsed)
	source := formatted.Bytes()
	if err == nil && p.doc != "" { // where comments are texts of a schema, headings come right the second time
		source, err = format.Source(source)
	}
	if err != nil {
		return nil, fmt.Errorf("formatting %s: %w", p.name, err)
	}
	return splitImports(source, e.runtime), nil
}

// render prints one file, unformatted.
func (e *emitter) render(p part) ([]byte, error) {
	f := jen.NewFilePathName("", e.pkg.Name)
	f.NoFormat = true
	f.ImportName(e.runtime, "wire")
	for _, s := range e.siblings {
		if s.Alias != "" {
			f.ImportAlias(s.Path, s.Alias)
			continue
		}
		f.ImportName(s.Path, s.Name)
	}
	f.HeaderComment(strings.TrimPrefix(output.Header, "// "))
	if p.doc != "" {
		for _, line := range comment(p.doc, 0) {
			f.PackageComment(plain(line))
		}
	}
	for i, c := range *p.code {
		if i > 0 {
			f.Line()
		}
		f.Add(c)
	}
	var b bytes.Buffer
	err := f.Render(&b)
	return b.Bytes(), err
}

// packageDoc is the package's comment.
func (e *emitter) packageDoc() string {
	text := "Package " + e.pkg.Name + " holds the types, validators and examples of"
	for i, r := range e.pkg.Roots {
		switch {
		case i > 0 && i == len(e.pkg.Roots)-1:
			text += " and"
		case i > 0:
			text += ","
		}
		text += " " + r.Name
	}
	text += "."
	if e.pkg.Source != "" {
		text += "\n\nIt was compiled from " + e.pkg.Source + "."
	}
	return text
}

// plain returns the text of a comment statement.
func plain(c jen.Code) string {
	return strings.TrimSuffix(fmt.Sprintf("%#v", c), "\n")
}

// splitImports moves the import of the runtime into a group of its own, behind those of the
// standard library, as gofumpt wants it. Jennifer knows imports in one block only.
func splitImports(source []byte, runtime string) []byte {
	line := "\t" + `"` + runtime + `"` + "\n"
	start := bytes.Index(source, []byte("import (\n"))
	if start < 0 {
		return source
	}
	end := start + bytes.Index(source[start:], []byte("\n)\n"))
	block := string(source[start : end+1])
	if !strings.Contains(block, line) {
		return source
	}
	block = strings.Replace(block, line, "", 1) + "\n" + line
	return []byte(string(source[:start]) + block + string(source[end+1:]))
}
