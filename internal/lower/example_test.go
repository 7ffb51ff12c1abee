package lower_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/emit"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A document is an example by the name of its file.
type document struct{ name, text string }

// lowered makes the package for a root type T with examples.
func lowered(t *testing.T, text string, o load.Options, documents ...document) (*model.Package, error) {
	t.Helper()
	tree := fstest.MapFS{"t.schema.json": &fstest.MapFile{Data: []byte(text)}}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: "t.schema.json", Name: "t.schema.json"}}, o)
	if err != nil {
		t.Fatal(err)
	}
	root := lower.Type{Name: "T", Schema: g.Roots[0]}
	for _, d := range documents {
		v, err := load.Document(d.name+".json", []byte(d.text))
		if err != nil {
			t.Fatal(err)
		}
		root.Examples = append(root.Examples, lower.Example{Name: d.name, Value: v})
	}
	return lower.Package(g, lower.Options{Name: "p", Types: []lower.Type{root}})
}

// printed returns the expression that ExampleT returns, with each run of white space as a blank.
func printed(t *testing.T, pkg *model.Package) string {
	t.Helper()
	files, err := emit.Package(pkg, "example.com/internal/wire")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Path == "examples.go" {
			_, body, _ := strings.Cut(string(f.Data), "{\n\treturn ")
			body, _, _ = strings.Cut(body, "\n}\n")
			return strings.Join(strings.Fields(body), " ")
		}
	}
	return ""
}

func TestExampleLiterals(t *testing.T) {
	const address = `{"type": "object", "properties": {"city": {"type": "string"}}}`
	tests := []struct{ name, schema, document, want string }{
		{"text", `{"type": "string"}`, `"\u00e4\n"`, `"\u00e4\n"`},
		{"whole number written with an exponent", `{"type": "integer"}`, `1e2`, `100`},
		{"whole number written with a fraction", `{"type": "integer"}`, `-1.0`, `-1`},
		{"number", `{"type": "number"}`, `1.50`, `1.5`},
		{"small number", `{"type": "number"}`, `0.00000000012`, `1.2e-10`},
		{"constant", `{"enum": ["on", "off"]}`, `"off"`, `TOff`},
		{"value without a constant", `{"anyOf": [{"enum": ["on", "off"]}, {"type": "string"}]}`, `"dim"`, `"dim"`},
		{"pointer to text", `{"properties": {"a": {"type": "string"}}, "type": "object"}`, `{"a": "x"}`, `T{ A: wire.Ptr("x"), }`},
		{"pointer to a number", `{"properties": {"a": {"type": "integer"}}, "type": "object"}`, `{"a": 1}`, `T{ A: wire.Ptr(int64(1)), }`},
		{"pointer to a whole float", `{"properties": {"a": {"type": "number"}}, "type": "object"}`, `{"a": 2}`, `T{ A: wire.Ptr(float64(2)), }`},
		{"pointer to a constant", `{"properties": {"a": {"enum": ["on", "off"]}}, "type": "object"}`, `{"a": "on"}`, `T{ A: wire.Ptr(TAOn), }`},
		{"pointer to a struct", `{"properties": {"a": ` + address + `}, "type": "object"}`, `{"a": {"city": "Bonn"}}`, `T{ A: &TA{ City: wire.Ptr("Bonn"), }, }`},
		{"fields in order of the type", `{"required": ["a", "b"], "properties": {"a": {"type": "string"}, "b": {"type": "boolean"}}, "type": "object"}`, `{"b": true, "a": ""}`, `T{ A: "", B: true, }`},
		{"list of structs", `{"type": "array", "items": ` + address + `}`, `[{}, {"city": "x"}]`, `T{ {}, { City: wire.Ptr("x"), }, }`},
		{"empty list", `{"type": "array", "items": {"type": "string"}}`, `[]`, `T{}`},
		{"map in order of name", `{"type": "object", "additionalProperties": {"type": "integer"}}`, `{"b": 1, "a": 2}`, `T{ "a": 2, "b": 1, }`},
		{"null that is absent in Go", `{"properties": {"a": {"type": ["string", "null"]}}, "type": "object"}`, `{"a": null}`, `T{ Extra: Extra{ {Name: "a", Value: json.RawMessage("null")}, }, }`},
		{"required null", `{"required": ["a"], "properties": {"a": {"type": ["string", "null"]}}, "type": "object"}`, `{"a": null}`, `T{}`},
		{"members without a field", `{"properties": {"a": {"type": "string"}}, "type": "object"}`, `{"z": 1, "b": [ "x" ]}`, `T{ Extra: Extra{ {Name: "z", Value: json.RawMessage("1")}, {Name: "b", Value: json.RawMessage("[\"x\"]")}, }, }`},
		{"typed rest", `{"properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "integer"}, "type": "object"}`, `{"z": 1, "b": 2}`, `T{ AdditionalProperties: map[string]int64{ "b": 2, "z": 1, }, }`},
		{"value that is no object", `{"properties": {"a": {"type": "string"}}}`, `[1]`, `T{ Other: json.RawMessage("[1]"), }`},
		{"branch by kind", `{"type": ["string", "boolean"]}`, `true`, `T{ Value: TValueBool(true), }`},
		{"anything", `true`, `{"a": [1]}`, `T("{\"a\":[1]}")`},
		{"nullable root", `{"type": ["string", "null"]}`, `null`, `T{}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			pkg, err := lowered(t, test.schema, load.Options{}, document{"e", test.document})
			if err != nil {
				t.Fatal(err)
			}
			if got := printed(t, pkg); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestExampleProblems(t *testing.T) {
	tests := []struct {
		name, schema string
		documents    []document
		want         string
	}{
		{
			"wrong type", `{"properties": {"a": {"items": {"type": "integer"}}}}`,
			[]document{{"e", "{\n \"a\": [1, \"x\"]\n}"}},
			`e.json:2:11: the example is not valid: must be an integer (at #/a/1, keyword type)` + "\n\thint: the rule is #/properties/a/items/type",
		},
		{"missing member", `{"required": ["a"]}`, []document{{"e", `{}`}}, `e.json:1:1: the example is not valid: missing member "a" (at #, keyword required)` + "\n\thint: the rule is #/required"},
		{"name with signs", `{"properties": {"a/b~": {"type": "null"}}}`, []document{{"e", `{"a/b~": 1}`}}, `e.json:1:10: the example is not valid: must be null (at #/a~1b~0, keyword type)` + "\n\thint: the rule is #/properties/a~1b~0/type"},
		{"second example", `{"type": "string"}`, []document{{"e", `"x"`}, {"f", `1`}}, `f.json:1:1: the example is not valid: must be a string (at #, keyword type)` + "\n\thint: the rule is #/type"},
		{
			"beyond the Go type", `{"properties": {"a": {"type": "integer"}}}`,
			[]document{{"e", `{"a": 9223372036854775808}`}},
			`e.json:1:7: 9223372036854775808 is valid, but does not fit the Go type int64 (at #/a)` + "\n\thint: x-go-type in the schema can ask for a wider type, such as json.Number",
		},
		{"beyond float64", `{"type": "number"}`, []document{{"e", `1e400`}}, `e.json:1:1: 1e400 is valid, but does not fit the Go type float64 (at #)` + "\n\thint: x-go-type in the schema can ask for a wider type, such as json.Number"},
		{"names that are one in Go", `true`, []document{{"a", `1`}, {"x-y", `1`}, {"x_y", `1`}}, `x_y.json:1:1: the example x_y.json and the example x-y.json both want the name ExampleTXY (at #)` + "\n\thint: rename one of them"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := lowered(t, test.schema, load.Options{}, test.documents...)
			var problems schema.Problems
			if !errors.As(err, &problems) || len(problems) != 1 {
				t.Fatalf("got %v, want one problem", err)
			}
			if got := problems[0].Error(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// Without a document, an example comes from the schema, or is made up.
func TestExamplesMadeUp(t *testing.T) {
	tests := []struct{ name, schema, want string }{
		{"example of the schema", `{"type": "string", "examples": [1, "x", "y"]}`, `"x"`},
		{"default of the schema", `{"type": "string", "default": "x"}`, `"x"`},
		{"constant", `{"const": "x"}`, `"x"`},
		{"first of an enumeration", `{"enum": ["b", "a"]}`, `TB`},
		{"required members alone", `{"type": "object", "required": ["b"], "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}`, `T{ B: "", }`},
		{"examples of members", `{"type": "object", "required": ["b"], "properties": {"b": {"type": "string", "examples": ["x"]}}}`, `T{ B: "x", }`},
		{"least length", `{"type": "string", "minLength": 3}`, `"aaa"`},
		{"pattern", `{"type": "string", "pattern": "^[A-Z]{2}-[0-9]+$"}`, `"AA-0"`},
		{"pattern with a length", `{"type": "string", "pattern": "^x+$", "minLength": 4}`, `"xxxx"`},
		{"format that asserts nothing", `{"type": "string", "format": "uuid"}`, `"00000000-0000-4000-8000-000000000001"`},
		{"content", `{"$schema": "http://json-schema.org/draft-07/schema#", "type": "string", "contentMediaType": "application/json"}`, `"{}"`},
		{"least number", `{"type": "integer", "minimum": 7}`, `7`},
		{"number beyond a limit", `{"type": "number", "exclusiveMinimum": 7}`, `8`},
		{"number in a narrow range", `{"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001}`, `0.00025`},
		{"number below a limit", `{"type": "integer", "exclusiveMaximum": -3}`, `-4`},
		{"common multiple", `{"type": "number", "multipleOf": 1.5, "minimum": 1, "allOf": [{"multipleOf": 2}]}`, `6`},
		{"no whole number", `{"type": "number", "not": {"type": "integer"}}`, `0.5`},
		{"different items", `{"type": "array", "items": {"enum": ["x", "y", "z"]}, "minItems": 2, "uniqueItems": true}`, `T{TItemX, TItemY}`},
		{"different items of any text", `{"type": "array", "items": {"type": "string"}, "minItems": 3, "uniqueItems": true}`, `T{"", "1", "2"}`},
		{"contained items", `{"type": "array", "items": {"type": "integer"}, "contains": {"minimum": 5}, "minContains": 2}`, `T{5, 6}`},
		{"members that others need", `{"type": "object", "required": ["a"], "dependentRequired": {"a": ["b"]}, "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}}`, `T{ A: 0, B: wire.Ptr(int64(0)), }`},
		{"least number of members", `{"type": "object", "minProperties": 2, "additionalProperties": {"type": "integer"}, "propertyNames": {"pattern": "^k"}}`, `T{ "k": 0, "k1": 0, }`},
		{
			"first branch", `{"oneOf": [{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "a"}}}, {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "b"}}}]}`,
			`T{ Value: &TOption1{ Kind: "a", }, }`,
		},
		{
			"branch with members of the whole", `{"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}, "anyOf": [false, {"required": ["b"]}, {"required": ["c"]}]}`,
			`T{ A: 0, B: wire.Ptr(""), }`,
		},
		{
			"condition", `{"type": "object", "required": ["a"], "properties": {"a": {"enum": ["x", "y"]}, "b": {"type": "integer"}}, "if": {"properties": {"a": {"const": "x"}}}, "then": {"required": ["b"]}}`,
			`T{ A: TAX, B: wire.Ptr(int64(0)), }`,
		},
		{"end of a recursion", `{"type": "object", "required": ["next"], "properties": {"next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}}`, `T{}`},
		{"nothing is valid", `false`, ``},
		{"nothing can be valid", `{"type": "string", "minLength": 2, "maxLength": 1}`, ``},
		{"recursion without end", `{"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#"}}}`, ``},
		{"beyond the Go type", `{"type": "integer", "minimum": 1e30}`, ``},
		{"too long", `{"type": "array", "minItems": 1000000000}`, ``},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			pkg, err := lowered(t, test.schema, load.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if test.want == "" {
				if x := pkg.Roots[0].Examples[0]; x.Literal != nil || !strings.Contains(x.Doc, "zero value") {
					t.Errorf("got %+v, want the zero value", x)
				}
				return
			}
			if got := printed(t, pkg); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// Each real schema gets an example without help.
func TestExamplesOfRealSchemas(t *testing.T) {
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
		tree := fstest.MapFS{"schema.json": &fstest.MapFile{Data: text}}
		g, err := load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, load.Options{Draft: schema.Draft7})
		if err != nil {
			continue // refers to other documents
		}
		pkg, err := lower.Package(g, lower.Options{Name: "p", Types: []lower.Type{{Name: "T", Schema: g.Roots[0]}}})
		if err != nil {
			continue // what is refused is the business of other tests
		}
		made++
		if pkg.Roots[0].Examples[0].Literal == nil {
			t.Errorf("%s: no valid value was found", filepath.Base(filepath.Dir(file)))
		}
	}
	if made < len(files)/2 {
		t.Errorf("%d of %d schemas were compiled", made, len(files))
	}
}
