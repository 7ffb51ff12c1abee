package judge

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// schemaOf makes a schema of a text; other files are text/NAME.json.
func schemaOf(t *testing.T, text string) *Schema {
	t.Helper()
	tree := fstest.MapFS{
		"s.json":    &fstest.MapFile{Data: []byte(text)},
		"text.json": &fstest.MapFile{Data: []byte(`{"type": "string",` + "\n" + `"maxLength": 3}`)},
	}
	graph, err := load.Schemas([]load.Source{{Tree: tree, Path: "s.json", Name: "s.json"}}, load.Options{AssertFormat: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := FromGraph(graph)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// each calls f with the document in a text.
func each(t *testing.T, text string, f func(document.Document)) {
	t.Helper()
	in := document.Input{Name: "d.json", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
	o := document.Options{Jobs: 1, Whole: func([]byte) bool { return true }}
	err := document.Each([]document.Input{in}, o, func(c *document.Chunk) bool {
		for i := range c.Len() {
			f(c.Document(i))
		}
		return true
	}, func(document.Part[bool]) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
}

func show(findings []report.Finding) []string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("%d:%d %s %s; rule %s; %s", f.Place.Line, f.Place.Column, f.Keyword, f.Message, f.Rule, f.Hint))
	}
	return lines
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name, schema, document string
		want                   []string
	}{
		{"valid", `{"type": "string"}`, `"x"`, nil},
		{"in another file", `{"properties": {"a": {"$ref": "text.json"}}}`, `{"a": "long"}`, []string{
			`1:7 maxLength must have at most 3 characters; rule text.json:2:14 (#/maxLength); `,
		}},
		{"false", `{"properties": {"a": false}}`, `{"a": 1}`, []string{`1:7 false is not allowed; rule s.json:1:22 (#/properties/a); `}},
		{"closed list", `{"prefixItems": [true], "items": false}`, `[1, 2]`, []string{`1:5 items is not allowed; rule s.json:1:34 (#/items); `}},
		{"closed", `{"properties": {"name": true}, "additionalProperties": false}`, `{"nmae": 1}`, []string{
			`1:10 additionalProperties is not allowed; rule s.json:1:56 (#/additionalProperties); did you mean "name"?`,
		}},
		{"misspelt", `{"required": ["name"], "properties": {"nme": true}}`, `{"nme": 1, "Name": 2}`, []string{
			`1:1 required missing member "name"; rule s.json:1:14 (#/required); is "Name" meant to be it?`,
		}},
		{"known is not misspelt", `{"required": ["name"], "properties": {"nme": true}}`, `{"nme": 1}`, []string{
			`1:1 required missing member "name"; rule s.json:1:14 (#/required); `,
		}},
		{"odd name", `{"required": ["a\"\u001b"]}`, `{"a\"": 1}`, []string{
			`1:1 required missing member "a\"\x1b"; rule s.json:1:14 (#/required); is "a\"" meant to be it?`,
		}},
		{"one quote", `{"type": "object"}`, `{'a': 1}`, []string{
			"1:2 syntax unexpected character: a member name in quotes must stand here; rule ; JSON has double quotes only",
		}},
		{"comment", `true`, "// note\n1", []string{"1:1 syntax unexpected character: a value must stand here; rule ; JSON has no comments"}},
		{"mark", `true`, "\xef\xbb\xbf1", []string{
			"1:1 syntax byte order mark before the document's value; rule ; save the file as UTF-8 without a byte order mark",
		}},
		{"cut", `true`, "[", []string{"1:2 syntax unexpected end of input; rule ; "}},
		{"whole number in text", `{"type": "number"}`, `"1e2"`, []string{"1:1 type must be a number; rule s.json:1:10 (#/type); write it without quotes"}},
		{"no number in text", `{"type": "number"}`, `"01"`, []string{"1:1 type must be a number; rule s.json:1:10 (#/type); "}},
		{"uuid", `{"format": "uuid"}`, `"x"`, []string{
			"1:1 format must be a valid uuid; rule s.json:1:12 (#/format); for example 123e4567-e89b-12d3-a456-426614174000",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := schemaOf(t, test.schema)
			each(t, test.document, func(d document.Document) {
				got := show(s.Errors(d))
				if !slices.Equal(got, test.want) {
					t.Errorf("\n got %q\nwant %q", got, test.want)
				}
				if s.Valid(d.Text) != (len(test.want) == 0) || s.Count(d.Text) != len(test.want) {
					t.Errorf("Valid is %t and Count %d for %d errors", s.Valid(d.Text), s.Count(d.Text), len(test.want))
				}
			})
		})
	}
}

func TestUnknown(t *testing.T) {
	tests := []struct {
		name, schema, document string
		want                   []string // pointers
	}{
		{"named", `{"properties": {"a": true}}`, `{"a": 1, "b": 2}`, []string{"/b"}},
		{"required", `{"required": ["a"]}`, `{"a": 1, "b": 2}`, []string{"/b"}},
		{"free", `{"type": "object"}`, `{"a": 1}`, nil},
		{"any", `true`, `{"a": 1}`, nil},
		{"map", `{"properties": {"a": true}, "additionalProperties": {"type": "integer"}}`, `{"b": 2}`, nil},
		{"open", `{"properties": {"a": true}, "additionalProperties": true}`, `{"b": 2}`, []string{"/b"}},
		{"in a map", `{"additionalProperties": {"properties": {"a": true}}}`, `{"x": {"b": 2}}`, []string{"/x/b"}},
		{"pattern", `{"properties": {"a": true}, "patternProperties": {"^x": {"properties": {"b": true}}}}`, `{"x1": {"c": 1}, "y": 1}`, []string{"/x1/c", "/y"}},
		{"items", `{"prefixItems": [{"required": ["a"]}], "items": {"required": ["b"]}}`, `[{"b": 1}, {"b": 1}, {"c": 1}]`, []string{"/0/b", "/2/c"}},
		{"branches", `{"properties": {"a": true}, "anyOf": [{"required": ["b"]}, {"properties": {"c": true}}]}`, `{"b": 1, "c": 1, "d": 1}`, []string{"/d"}},
		{
			"choice", `{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}, "not": {"required": ["d"]}}`,
			`{"a": 1, "b": 1, "c": 1, "d": 1}`,
			[]string{"/d"},
		},
		{
			"kinds", `{"oneOf": [{"type": "object", "properties": {"a": true}}, {"type": "array", "items": {"required": ["b"]}}, {"type": "null"}]}`,
			`[{"c": 1}]`,
			[]string{"/0/c"},
		},
		{"recursive", `{"properties": {"next": {"$ref": "#"}}}`, `{"next": {"next": {"x": 1}}}`, []string{"/next/next/x"}},
		{"escapes", `{"properties": {"a/b": true}}`, `{"a\/b": 1, "a~": {}}`, []string{"/a~0"}},
		{"broken", `{"properties": {"a": true}}`, `{"b": 1, `, []string{"/b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := schemaOf(t, test.schema)
			each(t, test.document, func(d document.Document) {
				var got []string
				for _, f := range s.Unknown(d) {
					got = append(got, f.Pointer)
					if f.Severity != report.Note || f.Keyword != "unknown" {
						t.Errorf("not a note: %+v", f)
					}
				}
				if !slices.Equal(got, test.want) {
					t.Errorf("got %q, want %q", got, test.want)
				}
			})
		})
	}
}

func TestWantsArray(t *testing.T) {
	tests := []struct {
		schema string
		want   bool
	}{
		{`{"type": "array"}`, true},
		{`{"type": ["object", "array"]}`, true},
		{`{"items": {"type": "string"}}`, true},
		{`{"$ref": "#/$defs/a", "$defs": {"a": {"type": "array"}}}`, true},
		{`{"type": "object"}`, false},
		{`{"properties": {"a": true}}`, false},
		{`true`, false},
	}
	for _, test := range tests {
		if got := schemaOf(t, test.schema).WantsArray(); got != test.want {
			t.Errorf("%s: %t, want %t", test.schema, got, test.want)
		}
	}
}

// A compiled schema gives the verdicts; its file explains them.
func TestFromCompiled(t *testing.T) {
	tree := fstest.MapFS{"a/s.json": &fstest.MapFile{Data: []byte(`{"properties": {"kind": {"enum": ["first", "second"]}}}`)}}
	s := FromCompiled(Compiled{
		Name:  "pkg.Event",
		Valid: func([]byte) bool { return false },
		Validate: func([]byte) []wire.Violation {
			return []wire.Violation{{Pointer: "/kind", Offset: 9, Line: 1, Column: 10, Keyword: "enum", SchemaPointer: "/properties/kind/enum", Message: "no"}}
		},
		Graph: func() (*schema.Graph, error) {
			return load.Schemas([]load.Source{{Tree: tree, Path: "a/s.json", Name: "s.json"}}, load.Options{})
		},
	})
	each(t, `{"kind": "frist"}`, func(d document.Document) {
		want := []string{`1:10 enum no; rule pkg.Event#/properties/kind/enum; did you mean "first"?`}
		if got := show(s.Errors(d)); !slices.Equal(got, want) || s.Valid(d.Text) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
