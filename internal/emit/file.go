package emit

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"slices"
	"strings"
	"sync"

	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/output"
)

// A file is printed declaration by declaration, as they come: a tree takes twenty times the memory of the text that it
// becomes.
type file struct {
	name string
	doc  string // the comment of the package, in one of the files
	tree *jen.File
	body bytes.Buffer
	err  error // the first one
}

// newFile returns a file without declarations.
func (e *emitter) newFile() *file {
	tree := jen.NewFilePathName("", e.pkg.Name)
	tree.NoFormat = true
	tree.ImportName(e.runtime, "wire")
	for _, s := range e.siblings {
		if s.Alias != "" {
			tree.ImportAlias(s.Path, s.Alias)
			continue
		}
		tree.ImportName(s.Path, s.Name)
	}
	return &file{tree: tree}
}

// named gives f its name, and the comment of the package.
func (f *file) named(name, doc string) *file {
	f.name, f.doc = name, doc
	return f
}

// add prints a declaration, unformatted.
func (f *file) add(declaration jen.Code) {
	text := f.print(declaration)
	head := f.print(jen.Null()) // the package clause, and what has been imported up to here
	f.body.Write(text[min(len(head), len(text)):])
	f.body.WriteString("\n\n")
}

// print prints a file of one declaration.
func (f *file) print(declaration jen.Code) []byte {
	f.tree.Group = jen.NewFile("").Group
	f.tree.Add(declaration)
	var b bytes.Buffer
	if err := f.tree.Render(&b); err != nil && f.err == nil {
		f.err = err
	}
	return b.Bytes()
}

// source returns what has been printed.
func (f *file) source() (output.File, error) {
	f.tree.HeaderComment(strings.TrimPrefix(output.Header, "// "))
	if f.doc != "" {
		for _, line := range comment(f.doc, 0) {
			f.tree.PackageComment(plain(line))
		}
	}
	head := f.print(jen.Null())
	if f.err != nil {
		return output.File{}, fmt.Errorf("printing %s: %w", f.name, f.err)
	}
	data := append(head, f.body.Bytes()...)
	f.body = bytes.Buffer{}
	return output.File{Path: f.name, Data: data}, nil
}

// files checks what has been printed to those that are not empty, and formats it.
func (e *emitter) files(all []*file) ([]output.File, error) {
	all = slices.DeleteFunc(all, func(f *file) bool { return f.body.Len() == 0 })
	files := make([]output.File, len(all))
	for i, f := range all {
		source, err := f.source()
		if err != nil {
			return nil, err
		}
		files[i] = source
	}
	checked, err := e.verify(files)
	if err != nil {
		return nil, err
	}
	errs := make([]error, len(all))
	var tasks sync.WaitGroup
	for i, f := range all { // at the same time: one package may be most of what there is to do
		tasks.Go(func() {
			c := checked[i]
			checked[i] = parsed{} // to be forgotten as soon as it is printed
			files[i].Data, errs[i] = e.format(f, c)
		})
	}
	tasks.Wait()
	return files, errors.Join(errs...)
}

// unsettled is what comments may have, where they are texts of a schema, that gofmt changes when it sees it for the second
// time: headings, and doubled quotes.
var unsettled = []string{"// #", "``", "''"}

// format prints a file that has been checked as gofmt would.
func (e *emitter) format(f *file, checked parsed) ([]byte, error) {
	var formatted bytes.Buffer
	err := format.Node(&formatted, checked.set, checked.tree)
	source := formatted.Bytes()
	if err == nil && slices.ContainsFunc(unsettled, func(s string) bool { return bytes.Contains(source, []byte(s)) }) {
		source, err = format.Source(source)
	}
	if err != nil {
		return nil, fmt.Errorf("formatting %s: %w", f.name, err)
	}
	return splitImports(source, e.runtime), nil
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
