package conformance

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/schemas"
)

// TestCatalogue holds every schema's own documents against the compiled package:
// examples are accepted and come back equal, with documents in their strings that are valid, too;
// invalid ones are refused.
func TestCatalogue(t *testing.T) {
	files, err := fs.Glob(schemas.Files, "*/*.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{} // in lower case, since a file's name does not tell HTTPRequest from HttpRequest
	for id := range maps.Keys(catalogue) {
		ids[strings.ToLower(id)] = id
	}
	if len(files) != len(ids) {
		t.Errorf("%d schemas, but %d types in the table of this test", len(files), len(ids))
	}
	for _, file := range files {
		service := path.Dir(file)
		kebab := strings.TrimSuffix(path.Base(file), ".schema.json")
		id := ids[strings.ToLower(service+"."+strings.ReplaceAll(kebab, "-", ""))]
		t.Run(service+"/"+kebab, func(t *testing.T) {
			judgeAs := catalogue[id]
			if judgeAs == nil {
				t.Fatalf("no type of the table is made from %s", file)
			}
			examples := documents(t, path.Join(service, "examples", kebab), 2)
			for _, name := range slices.Sorted(maps.Keys(examples)) {
				v := judgeAs(examples[name])
				if complaint := (claim{document: examples[name], valid: true}).shortfall(v); complaint != "" {
					t.Errorf("%s: %s", name, complaint)
				}
				if v.Nested != "" {
					t.Errorf("%s: %s", name, v.Nested)
				}
			}
			invalid := documents(t, path.Join(service, "invalid", kebab), 3)
			for _, name := range slices.Sorted(maps.Keys(invalid)) {
				if complaint := (claim{document: invalid[name]}).shortfall(judgeAs(invalid[name])); complaint != "" {
					t.Errorf("%s: %s", name, complaint)
				}
			}
		})
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
