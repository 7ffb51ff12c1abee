package conformance

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/out/catalog"
	"github.com/eventgen-go/eventgen/schemas"
)

// judgeAs returns what asks the entry points of a type in out/ for their verdict.
func judgeAs(tb testing.TB, id string) func(doc []byte) verdict {
	tb.Helper()
	e, ok := catalog.Lookup(id)
	if !ok {
		tb.Fatalf("no type %s in the catalogue", id)
	}
	t := goType(tb, e)
	return entryPoints{
		e.Valid, e.Validate,
		func(doc []byte) (document, error) { return e.Decode(doc) },
		func(doc []byte) error { return reflect.New(t).Interface().(json.Unmarshaler).UnmarshalJSON(doc) },
	}.judge
}

// goType returns the type that the documents of an event are decoded to.
func goType(tb testing.TB, e catalog.Event) reflect.Type {
	tb.Helper()
	if len(e.Examples) == 0 {
		tb.Fatalf("%s has no example", e.ID)
	}
	doc, err := e.Examples[0].JSON()
	if err != nil {
		tb.Fatalf("%s: %v", e.ID, err)
	}
	value, err := e.Decode(doc)
	if err != nil {
		tb.Fatalf("%s: %v", e.ID, err)
	}
	return reflect.TypeOf(value)
}

// schemaOf returns the path of a type's schema in schemas.Files.
func schemaOf(e catalog.Event) string { return strings.TrimPrefix(e.Schema, "schemas/") }

// folderOf returns the folder of a type's documents of a kind, examples or invalid ones.
func folderOf(e catalog.Event, kind string) string {
	dir, file := path.Split(schemaOf(e))
	return path.Join(dir, kind, strings.TrimSuffix(file, ".schema.json"))
}

// TestCatalogue holds every schema's own documents against the compiled package:
// examples are accepted and come back equal, with documents in their strings that are valid, too;
// invalid ones are refused.
func TestCatalogue(t *testing.T) {
	files, err := fs.Glob(schemas.Files, "*/*.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var compiled []string
	for _, e := range catalog.Events() {
		compiled = append(compiled, schemaOf(e))
		t.Run(e.ID, func(t *testing.T) {
			judge := judgeAs(t, e.ID)
			examples := documents(t, folderOf(e, "examples"), 2)
			for _, name := range slices.Sorted(maps.Keys(examples)) {
				v := judge(examples[name])
				if complaint := (claim{document: examples[name], valid: true}).shortfall(v); complaint != "" {
					t.Errorf("%s: %s", name, complaint)
				}
				if v.Nested != "" {
					t.Errorf("%s: %s", name, v.Nested)
				}
			}
			invalid := documents(t, folderOf(e, "invalid"), 3)
			for _, name := range slices.Sorted(maps.Keys(invalid)) {
				if complaint := (claim{document: invalid[name]}).shortfall(judge(invalid[name])); complaint != "" {
					t.Errorf("%s: %s", name, complaint)
				}
			}
		})
	}
	if slices.Sort(compiled); !slices.Equal(compiled, files) {
		t.Errorf("the catalogue has types for %v, but there are schemas %v", compiled, files)
	}
}

// TestCatalogueExamples holds the constructors in the catalogue against the files that they were
// made from.
func TestCatalogueExamples(t *testing.T) {
	for _, e := range catalog.Events() {
		files := documents(t, folderOf(e, "examples"), 2)
		if len(e.Examples) != len(files) {
			t.Errorf("%s has %d examples for %d files", e.ID, len(e.Examples), len(files))
		}
		for _, x := range e.Examples {
			doc, err := x.JSON()
			file := path.Join(folderOf(e, "examples"), x.Name+".json")
			if err != nil || !sameJSON(doc, files[file], false) {
				t.Errorf("%s, %s: not what is in %s: %v", e.ID, x.Name, file, err)
			}
		}
	}
}

// documents reads the documents of a folder, of which there have to be some.
func documents(t testing.TB, folder string, least int) map[string][]byte {
	t.Helper()
	names, err := fs.Glob(schemas.Files, folder+"/*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < least {
		t.Errorf("%s has %d documents, want at least %d", folder, len(names), least)
	}
	docs := map[string][]byte{}
	for _, name := range names {
		data, err := schemas.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = data
	}
	return docs
}
