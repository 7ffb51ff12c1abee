package conformance

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/out/catalog"
	"github.com/eventgen-go/eventgen/schemas"
)

// hugeExponent finds numbers that jsonschema/v5 panics on.
var hugeExponent = regexp.MustCompile(`[0-9][eE][+-]?[0-9]{4}`)

// FuzzCatalogue holds the compiled validators of the catalogue against
// jsonschema/v5 with the same schemas, on mutations of the catalogue's documents.
// Text that is no strict JSON is left to FuzzSkip, formats to FuzzFormats.
func FuzzCatalogue(f *testing.F) {
	events := catalog.Events()
	oracles := make([]*jsonschema.Schema, len(events))
	judges := make([]func([]byte) verdict, len(events))
	for i, e := range events {
		oracles[i], judges[i] = compileOracle(f, schemaOf(e)), judgeAs(f, e.ID)
		for _, kind := range []string{"examples", "invalid"} {
			for _, doc := range documents(f, folderOf(e, kind), 1) {
				f.Add(uint8(i), doc)
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, doc []byte) {
		if !wire.ContentJSON(doc) || hugeExponent.Match(doc) {
			t.Skip()
		}
		i := int(which) % len(events)
		v := judges[i](doc)
		want := oracles[i].Validate(decoded(t, string(doc))) == nil
		if complaint := (claim{document: doc, valid: want, nearest: true, mayNotFit: true}).shortfall(v); complaint != "" && !strings.Contains(v.Validate, "date-time") {
			t.Errorf("%s: %s\n%s", events[i].ID, complaint, doc)
		}
	})
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
