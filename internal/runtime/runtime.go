// Package runtime holds the source of the runtime that generated code stands on.
//
// In go the names that generated code uses of what is optional; out come the
// files of package wire, to be put beside generated packages, so that they depend
// on nothing but the standard library. Optional files that nobody needs are
// left out: what is emitted becomes part of a user's repository.
package runtime

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/output"
)

//go:embed wire/*.go
var source embed.FS

// Files returns the runtime's files under our header, with paths relative to its
// folder. needs names what is used of the optional files, such as FormatDateTime
// and Recognizer, in any order.
func Files(needs []string) []output.File {
	all := readSource()
	kept := needed(all, needs)
	return emitted(slices.DeleteFunc(all, func(f sourceFile) bool { return !kept[f.name] }))
}

// All returns the whole runtime, for packages that nobody knows yet.
func All() []output.File { return emitted(readSource()) }

// emitted puts the header on files.
func emitted(sources []sourceFile) []output.File {
	files := make([]output.File, len(sources))
	for i, f := range sources {
		files[i] = output.File{Path: f.name, Data: []byte(output.Header + "\n\n" + f.text)}
	}
	return files
}

// A sourceFile is a file of package wire.
type sourceFile struct{ name, text string }

// readSource returns the files of package wire, without tests, in order of name.
func readSource() []sourceFile {
	entries, err := fs.ReadDir(source, "wire")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var files []sourceFile
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		data, err := source.ReadFile("wire/" + entry.Name())
		if err != nil {
			panic(err)
		}
		files = append(files, sourceFile{entry.Name(), string(data)})
	}
	return files
}
