package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
)

// FuzzSchema makes a schema and a document of the fuzzer's choices and holds the
// verdict of our checks against that of jsonschema/v5. The checks are run by
// package interpret, which calls the runtime as generated code does.
//
// The grammar stays clear of the library's known faults: numbers are small,
// references do not lead back in place, and patterns mean the same in RE2.
func FuzzSchema(f *testing.F) {
	for _, seed := range []string{"", "object", "\x01\x05\x09\x0d\x11\x15\x19", "anyOf and friends, many choices in a row ....", "zyxwvutsrqponmlkjihgfedcba9876543210"} {
		f.Add([]byte(seed), []byte(seed))
	}
	f.Fuzz(func(t *testing.T, schemaChoices, documentChoices []byte) {
		s := &choices{left: schemaChoices}
		text := fmt.Sprintf(`{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"d": %s}, %s}`, s.schema(2), s.keywords(3))
		oracle, err := jsonschema.CompileString("schema.json", text)
		if err != nil {
			t.Skip(err) // for example an enum with the same value twice
		}
		value, err := checkOf(text)
		if err != nil {
			t.Fatalf("%v\nschema %s", err, text)
		}
		d := &choices{left: documentChoices}
		for range 8 {
			document := d.value(3)
			want := oracle.Validate(decoded(t, document)) == nil
			report := new(interpret.Interpreter).Validate(value, []byte(document))
			if got := report == nil; got != want {
				t.Fatalf("valid %v, want %v\nschema   %s\ndocument %s\nreport   %v", got, want, text, document, report)
			}
		}
	})
}

// checkOf compiles a schema up to the model.
func checkOf(text string) (*model.Value, error) {
	tree := fstest.MapFS{"schema.json": {Data: []byte(text)}}
	graph, err := load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, load.Options{})
	if err != nil {
		return nil, err
	}
	pkg, err := lower.Package(graph, lower.Options{Name: "p", Types: []lower.Type{{Name: "T", Schema: graph.Roots[0]}}})
	if err != nil {
		return nil, err
	}
	return pkg.Roots[0].Value, nil
}

func decoded(t *testing.T, document string) any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(document))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("the grammar made %s: %v", document, err)
	}
	return v
}

// choices takes each decision by a byte of the fuzzer's input, so that a small
// change of the input is a small change of what is made. When the bytes are used
// up, every decision is the first one, and the grammar ends.
type choices struct{ left []byte }

func (c *choices) pick(n int) int {
	if len(c.left) == 0 {
		return 0
	}
	b := c.left[0]
	c.left = c.left[1:]
	return int(b) % n
}

func (c *choices) one(options ...string) string { return options[c.pick(len(options))] }

// several joins up to most texts.
func (c *choices) several(most int, open, end string, text func() string) string {
	var b bytes.Buffer
	b.WriteString(open)
	for i := range c.pick(most + 1) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(text())
	}
	b.WriteString(end)
	return b.String()
}

// schema makes a schema of some depth.
func (c *choices) schema(depth int) string {
	if depth == 0 {
		return c.one("true", "false", `{"type": "string"}`, `{"type": "integer"}`, `{"$ref": "#/$defs/d"}`, `{"const": 1}`, `{"required": ["a"]}`)
	}
	return "{" + c.keywords(depth) + "}"
}

// keywords makes the members of a schema, each keyword once.
func (c *choices) keywords(depth int) string {
	seen := map[string]bool{"": true}
	var members []string
	for range 1 + c.pick(4) {
		keyword, value := c.keyword(depth)
		if !seen[keyword] {
			seen[keyword] = true
			members = append(members, fmt.Sprintf("%q: %s", keyword, value))
		}
	}
	if len(members) == 0 {
		return `"title": "any"`
	}
	return strings.Join(members, ", ")
}

func (c *choices) keyword(depth int) (name, value string) {
	below := func() string { return c.schema(depth - 1) }
	kinds := []func() (string, string){
		func() (string, string) { return "", "" },
		func() (string, string) {
			return "type", c.one(`"object"`, `"array"`, `"string"`, `"integer"`, `"number"`, `"boolean"`, `"null"`, `["string", "null"]`, `["object", "array"]`, `["integer", "string", "object"]`)
		},
		func() (string, string) { return "properties", c.members(below) },
		func() (string, string) { return "required", c.one(`["a"]`, `["b"]`, `["a", "b"]`, `["c"]`, `[]`) },
		func() (string, string) {
			return c.one("additionalProperties", "unevaluatedProperties", "propertyNames"), below()
		},
		func() (string, string) {
			return "patternProperties", fmt.Sprintf("{%q: %s}", c.one("^a", "b$", "."), below())
		},
		func() (string, string) {
			return c.one("minProperties", "maxProperties", "minItems", "maxItems"), c.one("1", "0", "2")
		},
		func() (string, string) { return c.one("minLength", "maxLength"), c.one("1", "0", "2") },
		func() (string, string) { return "pattern", c.one(`"^a"`, `"b$"`, `"^[a-c]{2}$"`, `"é"`) },
		func() (string, string) {
			return c.one("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), c.one("0", "1", "1.5", "-1", "2")
		},
		func() (string, string) { return "multipleOf", c.one("1", "2", "0.5", "0.1") },
		func() (string, string) { return c.one("items", "contains", "unevaluatedItems"), below() },
		func() (string, string) { return "prefixItems", "[" + below() + ", " + below() + "]" },
		func() (string, string) { return c.one("minContains", "maxContains"), c.one("0", "1", "2") },
		func() (string, string) { return "uniqueItems", c.one("true", "false") },
		func() (string, string) { return c.one("anyOf", "oneOf", "allOf"), "[" + below() + ", " + below() + "]" },
		func() (string, string) { return c.one("not", "if", "then", "else"), below() },
		func() (string, string) { return "dependentRequired", c.one(`{"a": ["b"]}`, `{"c": ["a", "b"]}`) },
		func() (string, string) { return "dependentSchemas", fmt.Sprintf(`{"a": %s}`, below()) },
		func() (string, string) { return "enum", "[" + c.value(1) + "]" },
		func() (string, string) { return "const", c.value(1) },
	}
	return kinds[c.pick(len(kinds))]()
}

// members makes an object of schemas.
func (c *choices) members(below func() string) string {
	return fmt.Sprintf(`{"a": %s, "b": %s}`, below(), below())
}

// value makes a JSON value of some depth.
func (c *choices) value(depth int) string {
	if depth == 0 {
		return c.one(`1`, `"a"`, `null`, `true`, `false`, `0`, `"ab"`, `1.5`, `-1`, `"b"`, `2`, `1.0`, `""`, `"é"`, `0.3`)
	}
	switch c.pick(3) {
	case 0:
		return c.value(0)
	case 1:
		return c.several(3, "[", "]", func() string { return c.value(depth - 1) })
	}
	names := []string{"a", "b", "c", "ab"}
	return c.several(4, "{", "}", func() string {
		name := names[0]
		names = names[1:]
		return fmt.Sprintf("%q: %s", name, c.value(depth-1))
	})
}
