// Package runtime holds the source of the runtime that generated code stands on.
//
// Nothing goes in; out come the files of package wire, to be put beside
// generated packages, so that they depend on nothing but the standard library.
package runtime

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/eventgen-go/eventgen/internal/output"
)

//go:embed wire/*.go
var source embed.FS

// Files returns the runtime's files under our header, with paths relative to its
// folder.
func Files() []output.File {
	entries, err := fs.ReadDir(source, "wire")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var files []output.File
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		data, err := source.ReadFile("wire/" + entry.Name())
		if err != nil {
			panic(err)
		}
		text := output.Header + "\n\n" + string(data)
		files = append(files, output.File{Path: entry.Name(), Data: []byte(text)})
	}
	return files
}
