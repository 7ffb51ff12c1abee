package scaffold

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/load"
)

// Found is what a folder holds that a project is made of.
type Found struct {
	Schemas  []string          // in order of path
	Examples map[string]string // for schemas that have some: a pattern
	Events   []string          // folders
}

// most is the size up to which a file is looked into, in bytes. A schema by hand is smaller.
const most = 1 << 20

// eventFolders are where repositories keep events for tests; SAM makes the first one.
var eventFolders = []string{"events", "testdata/events", "test/events", "tests/events"}

// Find looks for schemas in and below a folder: files that are named *.schema.json (or .yaml), and
// other ones in JSON whose $schema says that they are. isEvent reports whether a document is an event
// of AWS. Hidden folders, other modules, and what belongs to others or to tests is left out.
func Find(tree fs.FS, isEvent func([]byte) bool) (Found, error) {
	found := Found{Examples: make(map[string]string)}
	err := fs.WalkDir(tree, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p == ".":
			return err
		case err != nil:
			return fs.SkipDir // what cannot be read is not meant
		case d.IsDir() && p != "." && isForeign(tree, p):
			return fs.SkipDir
		case d.Type().IsRegular() && isSchema(tree, p):
			found.Schemas = append(found.Schemas, p)
			if examples := examplesOf(tree, p); examples != "" {
				found.Examples[p] = examples
			}
		}
		return nil
	})
	for _, folder := range eventFolders {
		if holdsEvents(tree, folder, isEvent) {
			found.Events = append(found.Events, folder)
		}
	}
	return found, err
}

// isForeign reports whether a folder holds what is not the project's own source.
func isForeign(tree fs.FS, dir string) bool {
	base := path.Base(dir)
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || slices.Contains([]string{"node_modules", "testdata", "vendor"}, base) {
		return true
	}
	_, err := fs.Stat(tree, path.Join(dir, "go.mod"))
	return err == nil
}

func isSchema(tree fs.FS, file string) bool {
	for _, ext := range []string{".schema.json", ".schema.yaml", ".schema.yml"} {
		if strings.HasSuffix(file, ext) {
			return true
		}
	}
	if path.Ext(file) != ".json" {
		return false
	}
	doc, err := load.Document(file, read(tree, file))
	if err != nil {
		return false // it may be anything
	}
	s := doc.Member("$schema")
	return s != nil && strings.Contains(s.Text, "//json-schema.org/")
}

// read returns the content of a file; nothing if it is large, or cannot be read.
func read(tree fs.FS, file string) []byte {
	f, err := tree.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil || len(data) > most {
		return nil
	}
	return data
}

// examplesOf returns the pattern for the examples of a schema: those of order.schema.json are in
// examples/order beside it.
func examplesOf(tree fs.FS, schema string) string {
	base, _, _ := strings.Cut(path.Base(schema), ".")
	dir := path.Join(path.Dir(schema), "examples", base)
	if len(documents(tree, dir)) == 0 {
		return ""
	}
	return path.Join(dir, "*.json")
}

// documents returns the JSON files in a folder.
func documents(tree fs.FS, dir string) []string {
	entries, err := fs.ReadDir(tree, dir)
	if err != nil {
		return nil
	}
	var files []string
	for _, e := range entries {
		if e.Type().IsRegular() && path.Ext(e.Name()) == ".json" {
			files = append(files, path.Join(dir, e.Name()))
		}
	}
	return files
}

// holdsEvents reports whether there are documents in a folder that are all events.
func holdsEvents(tree fs.FS, dir string, isEvent func([]byte) bool) bool {
	files := documents(tree, dir)
	return len(files) > 0 && !slices.ContainsFunc(files, func(file string) bool { return !isEvent(read(tree, file)) })
}
