package conformance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
)

// storeURLs are where schemas of SchemaStore refer to each other.
var storeURLs = []string{"https://json.schemastore.org/", "http://json.schemastore.org/", "https://www.schemastore.org/"}

// Real schemas of all tastes, with the documents that their authors test them on.
func TestSchemaStore(t *testing.T) {
	skipShort(t)
	folders := glob(t, corpus.Dir(t, "schemastore"), "*/schema.json")
	var subjects []subject
	for _, file := range folders {
		subjects = append(subjects, storeSubject(t, filepath.Dir(file)))
	}
	large.run(t, newLedger("schemastore"), subjects)
}

// glob returns the files in a folder that a pattern with slashes leads to; there has to be one.
func glob(t *testing.T, dir, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s in %s: %v", pattern, dir, err)
	}
	return files
}

func storeSubject(t *testing.T, dir string) subject {
	t.Helper()
	schema := read(t, filepath.Join(dir, "schema.json"))
	s := subject{
		source: source{file: storeFolder(t, dir), draft: "7", maps: make(map[string]string)},
		key:    filepath.Base(dir),
		row:    "SchemaStore",
	}
	for _, url := range storeURLs {
		s.source.maps[url] = filepath.Dir(s.source.file)
	}
	for _, kind := range []string{"valid", "invalid"} {
		files, _ := filepath.Glob(filepath.Join(dir, kind, "*.json")) // the pattern is well-formed
		for _, file := range files {
			s.claims = append(s.claims, claim{
				key: kind + "/" + filepath.Base(file), document: read(t, file), valid: kind == "valid",
				nearest: hasNumber(schema),
			})
		}
	}
	return s
}

// storeFolder copies a schema and those that it refers to into one folder, as they are in the
// store: there a schema has a name with and without extension. It returns the path of the schema.
func storeFolder(t *testing.T, dir string) string {
	t.Helper()
	folder := t.TempDir()
	copyFile := func(from, name string) {
		if err := os.WriteFile(filepath.Join(folder, name), read(t, from), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	others, _ := filepath.Glob(filepath.Join(dir, "remotes", "*.json")) // the pattern is well-formed
	for _, other := range others {
		name := filepath.Base(other)
		copyFile(other, name)
		copyFile(other, strings.TrimSuffix(name, ".json"))
	}
	copyFile(filepath.Join(dir, "schema.json"), "schema.json")
	return filepath.Join(folder, "schema.json")
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
