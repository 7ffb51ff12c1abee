package sample_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/place"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// maker returns the maker for the text of a schema.
func maker(t *testing.T, text string) *sample.Maker {
	t.Helper()
	m, err := makerFor([]byte(text), schema.Draft2020)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func makerFor(text []byte, draft schema.Draft) (*sample.Maker, error) {
	tree := fstest.MapFS{"schema.json": &fstest.MapFile{Data: text}}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, load.Options{Draft: draft, AssertFormat: true})
	if err != nil {
		return nil, err
	}
	return lower.Maker(g, g.Roots[0])
}

// Schemas for which it is not obvious what to make.
func TestRandom(t *testing.T) {
	tests := []struct{ name, schema string }{
		{"a default that is not valid", `{"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "default": 5}}}`},
		{"all numbers of 64 bits", `{"type": "integer", "minimum": 0, "maximum": 18446744073709551615}`},
		{"a range wider than that", `{"type": "integer", "minimum": -1e30, "maximum": 1e30}`},
		{"a narrow range", `{"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001}`},
		{"common multiples", `{"multipleOf": 6, "minimum": 1, "allOf": [{"multipleOf": 4}], "type": "integer"}`},
		{"a list without end", `{"type": "object", "properties": {"next": {"$ref": "#"}}}`},
		{"a tree", `{"type": "object", "required": ["kids"], "properties": {"kids": {"type": "array", "items": {"$ref": "#"}}}}`},
		{"a recursion that has to end", `{"type": "object", "required": ["next"], "properties": {"next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}}`},
		{"names by pattern", `{"type": "object", "minProperties": 3, "propertyNames": {"pattern": "^k[0-9]$"}, "additionalProperties": {"type": "integer"}}`},
		{"members that need others", `{"type": "object", "properties": {"a": {}, "b": {}, "c": {}}, "dependentRequired": {"a": ["b"]}, "dependentSchemas": {"b": {"required": ["c"]}}}`},
		{"a choice by tag", `{"oneOf": [{"type": "object", "required": ["k"], "properties": {"k": {"const": "a"}}}, {"type": "object", "required": ["k", "n"], "properties": {"k": {"const": "b"}, "n": {"type": "integer"}}}]}`},
		{"a condition", `{"type": "object", "required": ["k"], "properties": {"k": {"enum": ["a", "b"]}}, "if": {"properties": {"k": {"const": "a"}}}, "then": {"required": ["x"]}, "else": {"required": ["y"]}}`},
		{"contained items", `{"type": "array", "items": {"type": "integer"}, "contains": {"minimum": 500}, "minItems": 3, "uniqueItems": true}`},
		{"a pattern and a length", `{"type": "string", "pattern": "^[a-z]+$", "minLength": 5, "maxLength": 6}`},
		{"not a kind", `{"not": {"type": ["object", "array", "null"]}}`},
	}
	for _, test := range tests {
		m := maker(t, test.schema)
		different := map[string]bool{}
		for n := range uint64(50) {
			doc, err := m.Random(3, n)
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
				break
			}
			if err := m.Validate(doc); err != nil {
				t.Errorf("%s: %v: %s", test.name, err, doc.JSON())
			}
			different[doc.JSON()] = true
		}
		if len(different) < 2 {
			t.Errorf("%s: always the same", test.name)
		}
	}
}

// A document depends on the seed and its number alone, not on what was made before.
func TestRandomIsDeterministic(t *testing.T) {
	const text = `{"type": "array", "minItems": 1, "items": {"type": ["string", "integer", "boolean"]}}`
	first, second := maker(t, text), maker(t, text)
	for n := range uint64(20) {
		if _, err := second.Random(9, n); err != nil {
			t.Fatal(err)
		}
		a, _ := first.Random(1, n)
		b, _ := second.Random(1, n)
		if a.JSON() != b.JSON() {
			t.Fatalf("document %d: %s and %s", n, a.JSON(), b.JSON())
		}
	}
}

// Random documents look like the examples: values at their places, names of members, documents in
// strings.
func TestLearn(t *testing.T) {
	m := maker(t, `{"type": "object", "required": ["id", "headers", "in"], "properties": {
		"id": {"type": "string"},
		"headers": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
		"in": {"type": "string", "contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": {"type": "object", "required": ["n"], "properties": {"n": {"type": "string"}}}}
	}}`)
	m.Learn(packed.Read([]byte(`{"id": "o-1", "headers": {"accept": "text/html"}, "in": "eyJuIjoiaW5uZXIifQ=="}`)))
	seen := map[string]bool{}
	for n := range uint64(30) {
		doc, err := m.Random(1, n)
		if err != nil {
			t.Fatal(err)
		}
		seen["id"] = seen["id"] || doc.Member("id").Text == "o-1"
		accept := doc.Member("headers").Member("accept")
		seen["header"] = seen["header"] || accept != nil && accept.Text == "text/html"
		seen["inner"] = seen["inner"] || doc.Member("in").Text == "eyJuIjoiaW5uZXIifQ=="
	}
	for _, what := range []string{"id", "header", "inner"} {
		if !seen[what] {
			t.Errorf("the %s of the example does not occur", what)
		}
	}
}

func TestNoDocument(t *testing.T) {
	for _, text := range []string{`false`, `{"type": "string", "minLength": 2, "maxLength": 1}`, `{"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}}`} {
		m := maker(t, text)
		if doc := m.Minimal(); doc != nil {
			t.Errorf("%s: %s", text, doc.JSON())
		}
		if _, err := m.Random(1, 1); !errors.Is(err, sample.ErrNone) {
			t.Errorf("%s: %v, want %v", text, err, sample.ErrNone)
		}
	}
}

// A minimal document is small although the schema has a large example, which is what Own returns.
func TestMinimal(t *testing.T) {
	m := maker(t, `{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {}}, "examples": [1, {"a": "x", "b": 1}]}`)
	if got := m.Minimal().JSON(); got != `{"a":""}` {
		t.Errorf("got %s", got)
	}
	if got := m.Own().JSON(); got != `{"a":"x","b":1}` {
		t.Errorf("got %s", got)
	}
}

// For real schemas there are random documents, and they are made in time.
func TestRealSchemas(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus.Dir(t, "schemastore"), "*", "schema.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no schemas: %v", err)
	}
	made := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, err := makerFor(text, schema.Draft7)
		if err != nil {
			continue // refers to other documents
		}
		for n := range uint64(2) {
			doc, err := m.Random(1, n)
			if err != nil {
				t.Errorf("%s: %v", filepath.Base(filepath.Dir(file)), err)
				break
			}
			if err := m.Validate(doc); err != nil {
				t.Errorf("%s: %v", filepath.Base(filepath.Dir(file)), err)
			}
			made++
		}
	}
	if made < len(files) {
		t.Errorf("%d documents for %d schemas", made, len(files))
	}
}

func TestSet(t *testing.T) {
	const text = `{
		"type": "object", "required": ["id"],
		"properties": {
			"id": {"type": "string"},
			"n": {"type": ["integer", "string"]},
			"maybe": {"type": ["object", "null"], "required": ["x"], "properties": {"x": {"type": "boolean"}}},
			"list": {"type": "array", "items": {"$ref": "#/$defs/item"}},
			"in": {"type": "string", "contentMediaType": "application/json", "contentSchema": {"type": "array", "items": {"type": "number"}}},
			"pick": {"oneOf": [
				{"type": "object", "required": ["k"], "properties": {"k": {"const": "a"}}},
				{"type": "object", "required": ["k"], "properties": {"k": {"const": "b"}}}
			]}
		},
		"patternProperties": {"^x-": {"type": "string"}},
		"$defs": {"item": {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer", "minimum": 1}, "tag": {"type": "string"}}}}
	}`
	const doc = `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"a"}}`
	tests := []struct{ name, pointer, value, want string }{
		{"text", "/id", "5", `{"id":"5","maybe":null,"in":"[1]","pick":{"k":"a"}}`},
		{"JSON first", "/n", "5", `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"a"},"n":5}`},
		{"text else", "/n", "5.5", `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"a"},"n":"5.5"}`},
		{"in null", "/maybe/x", "true", `{"id":"o","maybe":{"x":true},"in":"[1]","pick":{"k":"a"}}`},
		{"a new item", "/list/0/tag", "t", `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"a"},"list":[{"size":1,"tag":"t"}]}`},
		{"the next item", "/list/-", `{"size": 3}`, `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"a"},"list":[{"size":3}]}`},
		{"in a document in a string", "/in/1", "2.50", `{"id":"o","maybe":null,"in":"[1,2.50]","pick":{"k":"a"}}`},
		{"another branch", "/pick/k", "b", `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"b"}}`},
		{"a name by pattern", "/x-~0", "1", `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"a"},"x-~":"1"}`},
		{"a name that is not known", "/other/a", "1", `{"id":"o","maybe":null,"in":"[1]","pick":{"k":"a"},"other":{"a":1}}`},
		{"the whole", "", `{"id": "p"}`, `{"id":"p"}`},
	}
	for _, test := range tests {
		got, _, err := set(maker(t, text), doc, test.pointer, test.value)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got.JSON() != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got.JSON(), test.want)
		}
	}
	refused := []struct{ pointer, value, want string }{
		{"/id/x", "1", `"/id": cannot have a member or item`},
		{"/list", "1", `"/list": must be an array`},
		{"/list/1", "{}", `"/list": has 0 items; the next one is at index 0`},
		{"/list/0", "{}", `"/list/0": missing member "size"`},
		{"/list/0/size", "0", `"/list/0/size": must be at least 1`},
		{"/list/0/size", "big", `"/list/0/size": must be an integer`},
		{"/list/first", "1", `"/list": cannot have an item "first"`},
		{"", "1", `"": must be an object`},
	}
	for _, test := range refused {
		_, _, err := set(maker(t, text), doc, test.pointer, test.value)
		if err == nil || err.Error() != test.want {
			t.Errorf("%s=%s: got %v, want %s", test.pointer, test.value, err, test.want)
		}
	}
	_, unnamed, err := set(maker(t, text), doc, "/ID", "1")
	if err != nil || unnamed == nil || unnamed.Pointer != "/ID" || !strings.Contains(strings.Join(unnamed.Known, " "), "id") {
		t.Errorf("got %+v, %v", unnamed, err)
	}
}

func set(m *sample.Maker, doc, pointer, value string) (*schema.Value, *sample.Misfit, error) {
	steps, _ := place.Split(pointer)
	return m.Set(packed.Read([]byte(doc)), sample.Change{Pointer: pointer, Steps: steps, Text: value})
}
