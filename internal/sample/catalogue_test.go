package sample_test

import (
	"encoding/json"
	"errors"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/out/catalog"
	"github.com/eventgen-go/eventgen/schemas"
)

// base is where the ids of all schemas begin.
const base = "https://eventgen-go.github.io/schemas/"

// documents is how many random documents are made of all events together.
const documents = 10_000

// Random documents of all events are valid, and those with a fault are not, for the reason on their
// label: by the validators that were compiled, and by one that we did not write.
func TestCatalogue(t *testing.T) {
	events := catalog.Events()
	for i, e := range events {
		t.Run(e.ID, func(t *testing.T) {
			t.Parallel()
			m, oracle := makerOf(t, e), oracleOf(t, e)
			for n := i; n < documents; n += len(events) {
				doc, err := m.Random(1, uint64(n))
				if err != nil {
					t.Fatal(err)
				}
				if err := e.Validate([]byte(doc.JSON())); err != nil {
					t.Fatalf("document %d: %v\n%s", n, err, doc.JSON())
				}
				if err := oracle.Validate(plain(doc)); err != nil {
					t.Fatalf("document %d: %v\n%s", n, err, doc.JSON())
				}
			}
			checkViolations(t, e, m, oracle)
		})
	}
}

// checkViolations checks that documents with a fault are refused for the reason on their label.
func checkViolations(t *testing.T, e catalog.Event, m *sample.Maker, oracle *jsonschema.Schema) {
	t.Helper()
	keywords := map[string]bool{}
	for v := range m.Violations(examplesOf(t, e)...) {
		keywords[v.Keyword] = true
		var invalid *catalog.ValidationError
		if !errors.As(e.Validate([]byte(v.Document.JSON())), &invalid) {
			t.Errorf("valid, though %s of %q %s: %s", v.Keyword, v.Pointer, v.Message, v.Document.JSON())
			continue
		}
		if first := invalid.Violations[0]; first.Pointer != v.Pointer || first.Keyword != v.Keyword || first.SchemaPointer != inFile(v.SchemaPointer) {
			t.Errorf("refused for %v, want %+v", first, v)
		}
		checkOracle(t, oracle, v)
	}
	if !keywords["type"] && !keywords["anyOf"] && !e.Valid([]byte("12345")) {
		t.Error("no violation of a type, though the schema asks for one")
	}
}

// inFile returns the pointer within a file, as it is for compiled validators, which are made of all
// schemas of a package.
func inFile(schemaPointer string) string {
	_, pointer, found := strings.Cut(schemaPointer, "#")
	if !found {
		return schemaPointer
	}
	return pointer
}

// checkOracle checks that jsonschema refuses a document for the same reason: for the keyword at the
// place of the value.
func checkOracle(t *testing.T, oracle *jsonschema.Schema, v sample.Violation) {
	t.Helper()
	var refused *jsonschema.ValidationError
	if !errors.As(oracle.Validate(plain(v.Document)), &refused) {
		t.Errorf("valid by jsonschema, though %s of %q %s: %s", v.Keyword, v.Pointer, v.Message, v.Document.JSON())
		return
	}
	if !blames(refused, v) {
		t.Errorf("jsonschema blames something else than %s of %q:\n%#v", v.Keyword, v.Pointer, refused)
	}
}

// blames reports whether an error, or one within it, is about the value and the keyword of a
// violation.
func blames(e *jsonschema.ValidationError, v sample.Violation) bool {
	place, err := url.PathUnescape(e.InstanceLocation)
	if err == nil && place == v.Pointer && path.Base(e.KeywordLocation) == v.Keyword {
		return true
	}
	return slices.ContainsFunc(e.Causes, func(c *jsonschema.ValidationError) bool { return blames(c, v) })
}

// makerOf returns the maker for an event, which has learnt the event's examples.
func makerOf(t *testing.T, e catalog.Event) *sample.Maker {
	t.Helper()
	file := strings.TrimPrefix(e.Schema, "schemas/")
	g, err := load.Schemas([]load.Source{{Tree: schemas.Files, Path: file, Name: e.Schema}}, load.Options{
		AssertFormat: true, Maps: []load.Map{{Prefix: base, Tree: schemas.Files, Name: "schemas"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	m, err := lower.Maker(g, g.Roots[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range examplesOf(t, e) {
		m.Learn(doc)
	}
	return m
}

func examplesOf(t *testing.T, e catalog.Event) []*schema.Value {
	t.Helper()
	var docs []*schema.Value
	for _, x := range e.Examples {
		text, err := x.JSON()
		if err != nil {
			t.Fatal(err)
		}
		doc, err := load.Document(x.Name, text)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// oracleOf returns the schema of an event as jsonschema reads it.
func oracleOf(t *testing.T, e catalog.Event) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	c.Draft = jsonschema.Draft2020
	own := strings.TrimPrefix(e.Schema, "schemas/")
	siblings, err := schemas.Files.ReadDir(path.Dir(own))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range siblings {
		if s.IsDir() {
			continue
		}
		file := path.Join(path.Dir(own), s.Name())
		f, err := schemas.Files.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := c.AddResource(base+file, f); err != nil {
			t.Fatal(err)
		}
	}
	compiled, err := c.Compile(base + own)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// plain returns a document as package encoding/json would.
func plain(v *schema.Value) any {
	switch v.Kind {
	case schema.KindFalse, schema.KindTrue:
		return v.Kind == schema.KindTrue
	case schema.KindNumber:
		return json.Number(v.Text)
	case schema.KindString:
		return v.Text
	case schema.KindArray:
		list := make([]any, len(v.Items))
		for i, item := range v.Items {
			list[i] = plain(item)
		}
		return list
	case schema.KindObject:
		object := make(map[string]any, len(v.Members))
		for _, m := range v.Members {
			object[m.Name] = plain(m.Value)
		}
		return object
	}
	return nil
}
