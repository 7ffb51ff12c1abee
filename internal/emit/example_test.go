package emit_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
)

// exampleCases are schemas with documents; the constructors of these must give what decoding the
// documents gives. Each form of type occurs, as a root and within.
var exampleCases = []struct {
	name      string
	schema    string
	documents []string
}{
	{"scalars", `{"type": "object", "required": ["s", "i", "u", "f", "b"], "properties": {
		"s": {"type": "string"}, "i": {"type": "integer"}, "u": {"type": "integer", "minimum": 0, "maximum": 255},
		"f": {"type": "number"}, "b": {"type": "boolean"}}}`, []string{
		`{"s": "a\"\\\n\u00e9\u2028\u0000😀", "i": -3, "u": 255, "f": 1.5, "b": true}`,
		`{"s": "", "i": 1e2, "u": 1.0, "f": 3, "b": false}`,
		`{"s": "", "i": 9007199254740993, "u": 0, "f": 1e300, "b": false}`,
		`{"s": "", "i": 0, "u": 0, "f": 0.0000001, "b": false}`,
	}},
	{"optional", `{"properties": {
		"s": {"type": "string"}, "i": {"type": "integer"}, "w": {"type": "integer", "minimum": -5, "maximum": 5},
		"f": {"type": "number"}, "b": {"type": "boolean"}, "o": {"type": "object", "properties": {"x": {"type": "string"}}},
		"l": {"type": "array", "items": {"type": "integer"}}, "m": {"type": "object", "additionalProperties": {"type": "number"}},
		"any": true}, "type": "object"}`, []string{
		`{}`,
		`{"s": "x", "i": 5, "w": -1, "f": 2, "b": true, "o": {"x": "y"}, "l": [1, 2], "m": {"b": 1, "a": 2.5}, "any": {"k": [1, null]}}`,
		`{"f": 0.5, "l": [], "m": {}, "o": {}, "any": null}`,
		`{"unknown": 1, "any": "x", "b": false, "other": [true, {"a": 1e5}]}`,
	}},
	{"nullable", `{"type": "object", "required": ["r", "rl"], "properties": {
		"r": {"type": ["string", "null"]}, "rl": {"type": ["array", "null"], "items": {"type": ["integer", "null"]}},
		"o": {"type": ["string", "null"]}, "ol": {"type": ["array", "null"], "items": {"type": "string"}},
		"om": {"type": ["object", "null"], "additionalProperties": {"type": ["boolean", "null"]}},
		"os": {"type": ["object", "null"], "properties": {"x": {"type": "null"}}}}}`, []string{
		`{"r": null, "rl": null}`,
		`{"r": "x", "rl": [1, null, 2], "o": null, "ol": null, "om": null, "os": null}`,
		`{"r": "x", "rl": [], "z": null, "o": "y", "ol": ["a"], "om": {"t": true, "n": null}, "os": {"x": null}}`,
	}},
	{"enums", `{"type": "object", "properties": {
		"closed": {"enum": ["a", "b"]}, "open": {"anyOf": [{"enum": ["c", "d"]}, {"type": "string"}]},
		"list": {"type": "array", "items": {"enum": ["e", "f"]}}, "map": {"type": "object", "additionalProperties": {"enum": ["g", "h"]}},
		"must": {"enum": ["i", "j", null]}}, "required": ["must"]}`, []string{
		`{"closed": "a", "open": "c", "list": ["e", "f", "e"], "map": {"k": "h"}, "must": "i"}`,
		`{"open": "strange", "must": null}`,
	}},
	{"tagged", `{"type": "array", "items": {"oneOf": [
		{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "circle"}, "r": {"type": "number"}}},
		{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "square"}, "a": {"type": "number"}}}]}}`, []string{
		`[]`,
		`[{"kind": "square", "a": 2}, {"kind": "circle", "r": 1.25, "more": 1}]`,
	}},
	{"tried", `{"type": "object", "properties": {"u": {"anyOf": [
		{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
		{"type": "object", "required": ["b"], "properties": {"b": {"type": "string"}}}]}}}`, []string{
		`{"u": {"b": "x"}}`,
		`{"u": {"a": "x"}}`,
		`{"u": {"b": "x", "a": "y"}}`,
	}},
	{"kinds", `{"type": "object", "properties": {"v": {"type": ["string", "number", "boolean", "array", "object", "null"], "items": {"type": "string"}}},
		"additionalProperties": {"type": ["integer", "string"]}}`, []string{
		`{"v": "x"}`, `{"v": 1}`, `{"v": 1.5}`, `{"v": true}`, `{"v": ["x"]}`, `{"v": {"x": 1}}`, `{"v": null}`,
		`{"b": 1, "a": "x"}`,
	}},
	{"additional", `{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["b"],
		"additionalProperties": {"type": "object", "properties": {"x": {"type": "integer"}}}}`, []string{
		`{"b": {"x": 1}}`,
		`{"z": {}, "a": "x", "b": {"x": 2}, "c": {"x": 3}}`,
	}},
	{"recursive", `{"type": "object", "required": ["name"], "properties": {"name": {"type": "string"},
		"left": {"$ref": "#"}, "children": {"type": "array", "items": {"$ref": "#"}}, "by": {"type": "object", "additionalProperties": {"$ref": "#"}}}}`, []string{
		`{"name": "a", "left": {"name": "b", "left": {"name": "c"}}, "children": [{"name": "d"}], "by": {"k": {"name": "e", "children": []}}}`,
	}},
	{"formats", `{"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}, "data": {"type": "string", "contentEncoding": "base64"},
		"times": {"type": "array", "items": {"type": "string", "format": "date-time"}},
		"n": {"type": "number", "x-go-type": "json.Number"}, "raw": {"type": "object", "x-go-type": "json.RawMessage"}}}`, []string{
		`{"at": "2024-02-29T23:59:59.120+02:00", "data": "AAE=", "times": ["2024-01-01t00:00:00z"], "n": 1.50, "raw": {"b": 1, "a": 2}}`,
	}},
	{"any", `true`, []string{`{"a": [1, 2]}`, `null`, `"x"`}},
	{"other", `{"properties": {"a": {"type": "string"}}}`, []string{`{"a": "x"}`, `[1]`, `null`, `"text"`}},
	{"text", `{"type": "string"}`, []string{`"x"`}},
	{"enumroot", `{"enum": ["x", "y"]}`, []string{`"x"`}},
	{"number", `{"type": "number"}`, []string{`12`, `0.1`}},
	{"whole", `{"type": "integer"}`, []string{`12`}},
	{"truth", `{"type": "boolean"}`, []string{`false`}},
	{"time", `{"type": "string", "format": "date-time"}`, []string{`"2024-01-01T00:00:00Z"`}},
	{"base64", `{"type": "string", "contentEncoding": "base64"}`, []string{`"AAE="`}},
	{"nothing", `{"type": "null"}`, []string{`null`}},
	{"nullableroot", `{"type": ["string", "null"]}`, []string{`null`, `"x"`}},
	{"nullableobject", `{"type": ["object", "null"], "properties": {"a": {"type": "string"}}}`, []string{`null`, `{"a": "x"}`}},
	{"list", `{"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}`, []string{`[[1, 2], []]`}},
	{"tuple", `{"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}`, []string{`["x", 1]`}},
	{"dictionary", `{"type": "object", "additionalProperties": {"type": "object", "properties": {"a": {"type": "string"}}}}`, []string{`{"z": {"a": "1"}, "b": {}}`}},
	{"choice", `{"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}`, []string{`"x"`, `["x", "y"]`}},
	{"objects", `{"oneOf": [{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
		{"type": "object", "required": ["b"], "additionalProperties": {"type": "integer"}}]}`, []string{`{"a": "x"}`, `{"b": 1}`}},
	{"pointers", `{"type": "object", "properties": {"list": {"type": "array", "items": {"type": ["object", "null"], "properties": {"a": {"type": "string"}}}},
		"map": {"type": "object", "additionalProperties": {"type": ["object", "null"], "properties": {"a": {"type": "integer"}}}}}}`, []string{
		`{"list": [{"a": "x"}, null], "map": {"b": null, "a": {"a": 1}}}`,
	}},
}

// driver prints a line for each constructor that does not give what decoding its document gives,
// and how many it has looked at.
const driver = `package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	"examples/internal/wire"
%s)

type value interface{ MarshalJSON() ([]byte, error) }

func check[T value](name, file string, example T, decode func([]byte) (T, error), validate func([]byte) error) {
	document, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, document); err != nil {
		panic(err)
	}
	decoded, err := decode(compact.Bytes())
	if err != nil {
		fmt.Println(name, "document:", err)
	}
	if !reflect.DeepEqual(example, decoded) {
		fmt.Printf("%%s: is %%#v, want %%#v\n", name, example, decoded)
	}
	encoded, err := example.MarshalJSON()
	if err != nil {
		fmt.Println(name, "MarshalJSON:", err)
		return
	}
	if err := validate(encoded); err != nil {
		fmt.Println(name, "is not valid:", err)
	}
	if c := wire.NewCursor(encoded); !c.Equals(compact.String()) {
		fmt.Printf("%%s: is encoded to %%s, want %%s\n", name, encoded, compact.Bytes())
	}
}

func main() {
%s	fmt.Println("checked", %d)
}
`

func TestExamplesAreTheirDocuments(t *testing.T) {
	dir := t.TempDir()
	cfg := gen.Config{Dir: dir, Out: "out", Packages: map[string]gen.Package{}}
	var calls []string
	for _, c := range exampleCases {
		write(t, dir, c.name+".schema.json", c.schema)
		for i, document := range c.documents {
			write(t, dir, fmt.Sprintf("%s/e%d.json", c.name, i), document)
			function := "ExampleT"
			if i > 0 {
				function = fmt.Sprintf("ExampleTE%d", i)
			}
			calls = append(calls, call(c.name, "T", function, fmt.Sprintf("%s/e%d.json", c.name, i)))
		}
		cfg.Packages[c.name] = gen.Package{
			Types:        map[string]string{"T": c.name + ".schema.json"},
			Examples:     map[string]string{"T": c.name + "/*.json"},
			AssertFormat: true,
		}
	}
	run(t, cfg, calls)
}

func call(pkg, typ, function, file string) string {
	return fmt.Sprintf("\tcheck(%q, %q, %s.%s(), %s.Decode%s, %s.Validate%s)\n", pkg+"."+function, file, pkg, function, pkg, typ, pkg, typ)
}

// run generates the packages of a configuration into a module of their own, and runs the driver.
func run(t *testing.T, cfg gen.Config, calls []string) {
	t.Helper()
	out := cfg.Out
	if !filepath.IsAbs(out) {
		out = filepath.Join(cfg.Dir, out)
	}
	dir := filepath.Dir(out)
	write(t, dir, "go.mod", "module examples\n\ngo 1.26\n")
	cfg.Runtime = filepath.Join(dir, "internal", "wire")
	tree, err := gen.Files(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := gen.Write(tree); err != nil {
		t.Fatal(err)
	}
	imports := ""
	for name := range cfg.Packages {
		imports += fmt.Sprintf("\t%q\n", "examples/out/"+name)
	}
	write(t, dir, "main.go", fmt.Sprintf(driver, imports, strings.Join(calls, ""), len(calls)))
	for _, args := range [][]string{{"vet", "./..."}, {"run", "."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		printed, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go %s: %v\n%s", args[0], err, printed)
		}
		if want := fmt.Sprintf("checked %d\n", len(calls)); args[0] == "run" && string(printed) != want {
			t.Errorf("got\n%s\nwant %s", bytes.TrimSuffix(printed, []byte(want)), want)
		}
	}
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
