package conformance

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/schemas"
)

// hugeExponent finds numbers that jsonschema/v5 panics on.
var hugeExponent = regexp.MustCompile(`[0-9][eE][+-]?[0-9]{4}`)

// FuzzCatalogue holds the compiled validators of the catalogue against
// jsonschema/v5 with the same schemas, on mutations of the catalogue's documents.
// Text that is no strict JSON is left to FuzzSkip, formats to FuzzFormats.
func FuzzCatalogue(f *testing.F) {
	ids := slices.Sorted(maps.Keys(catalogue))
	oracles := make([]*jsonschema.Schema, len(ids))
	for i, id := range ids {
		folder, kebab := schemaOf(f, id)
		oracles[i] = compileOracle(f, path.Join(folder, kebab+".schema.json"))
		for _, kind := range []string{"examples", "invalid"} {
			for _, doc := range documents(f, path.Join(folder, kind, kebab), 1) {
				f.Add(uint8(i), doc)
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, doc []byte) {
		if !wire.ContentJSON(doc) || hugeExponent.Match(doc) {
			t.Skip()
		}
		i := int(which) % len(ids)
		v := catalogue[ids[i]](doc)
		want := oracles[i].Validate(decoded(t, string(doc))) == nil
		if complaint := (claim{document: doc, valid: want, nearest: true, mayNotFit: true}).shortfall(v); complaint != "" && !strings.Contains(v.Validate, "date-time") {
			t.Errorf("%s: %s\n%s", ids[i], complaint, doc)
		}
	})
}

// schemaOf returns the folder of a type's schema, and its name in kebab-case.
func schemaOf(tb testing.TB, id string) (folder, kebab string) {
	tb.Helper()
	folder, name, _ := strings.Cut(id, ".")
	files, err := fs.Glob(schemas.Files, folder+"/*.schema.json")
	if err != nil {
		tb.Fatal(err)
	}
	for _, file := range files {
		kebab := strings.TrimSuffix(path.Base(file), ".schema.json")
		if strings.EqualFold(strings.ReplaceAll(kebab, "-", ""), name) {
			return folder, kebab
		}
	}
	tb.Fatalf("no schema of %s", id)
	return "", ""
}

// schemaRoot is what the ids of the catalogue's schemas begin with.
const schemaRoot = "https://eventgen-go.github.io/schemas/"

// compileOracle compiles a schema of the catalogue, which may refer to others of its package.
func compileOracle(tb testing.TB, file string) *jsonschema.Schema {
	tb.Helper()
	files, err := fs.Glob(schemas.Files, path.Join(path.Dir(file), "*.schema.json"))
	if err != nil {
		tb.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	for _, name := range files {
		data, err := schemas.Files.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		if err := compiler.AddResource(schemaRoot+name, bytes.NewReader(data)); err != nil {
			tb.Fatal(err)
		}
	}
	oracle, err := compiler.Compile(schemaRoot + file)
	if err != nil {
		tb.Fatal(err)
	}
	return oracle
}
