package interpret_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// reported are schemas with documents, most of which break several rules at once.
var reported = []struct {
	name      string
	schema    string
	documents []string
}{
	{"scalars", `{"type": "object", "required": ["a", "b", "c"], "minProperties": 2, "maxProperties": 4, "properties": {
		"a": {"type": "string", "minLength": 2, "maxLength": 4, "pattern": "^x", "format": "date"},
		"b": {"type": "integer", "minimum": 3, "exclusiveMaximum": 10, "multipleOf": 3},
		"c": {"const": true}, "d": {"enum": ["x", 1, null, [1], {"k": 1}]}}}`, []string{
		`{"a": "x", "b": 1, "c": false}`, `{"a": "yyyyy", "b": 10.5, "c": 1, "d": 2, "e": 3}`, `{}`, `[]`, `{"b": "3", "d": [1, 2]}`, `{"a": 1`, `{"a": "2024-01-01", "c": true, "d": {"k": 1.0}}`,
	}},
	{"objects", `{"properties": {"a": {"type": "integer"}}, "patternProperties": {"^p": {"type": "string"}, "x$": {"maxLength": 2}},
		"additionalProperties": {"type": "boolean"}, "propertyNames": {"maxLength": 3, "not": {"const": "bad"}},
		"dependentRequired": {"a": ["b", "c"]}, "dependentSchemas": {"b": {"required": ["d"]}}}`, []string{
		`{"a": "x", "p": 1, "px": "long", "long": 1}`, `{"bad": 1, "b": true}`, `{"a": 1, "b": 1, "a": 2}`, `"text"`, `{"z": true, "p1": "y", "x": 5}`,
	}},
	{"arrays", `{"type": "array", "prefixItems": [{"type": "string"}, {"type": ["integer", "null"]}], "items": {"minimum": 5}, "minItems": 2, "maxItems": 4,
		"uniqueItems": true, "contains": {"const": 7}, "minContains": 2, "maxContains": 2}`, []string{
		`[]`, `[1, "x", 3]`, `["x", 1, 7, 7.0, 8]`, `["x", null, 7, "y"]`, `{"a": 1}`, `[1, 2`,
	}},
	{"combined", `{"anyOf": [{"type": "string", "minLength": 3}, {"type": "object", "required": ["a"]}],
		"oneOf": [{"required": ["a"]}, {"required": ["b"]}, {"type": "string"}], "not": {"required": ["c"]},
		"if": {"required": ["d"]}, "then": {"properties": {"d": {"type": "integer"}}}, "else": {"minProperties": 1}}`, []string{
		`"x"`, `"xyz"`, `{"a": 1, "b": 2, "c": 3, "d": "x"}`, `{}`, `{"b": 1}`, `{"a": 1, "d": 1}`, `5`,
	}},
	{"tagged", `{"type": "object", "properties": {"list": {"type": "array", "items": {"oneOf": [
		{"type": "object", "required": ["kind", "r"], "properties": {"kind": {"const": "circle"}, "r": {"type": "number"}}},
		{"type": "object", "required": ["kind", "a"], "properties": {"kind": {"enum": ["square", "cube"]}, "a": {"type": "number"}}}]}}}}`, []string{
		`{"list": [{"kind": "circle"}, {"kind": "cube", "a": "x"}, {"kind": "line"}, {}, 1]}`,
	}},
	{"patterns", `{"type": "array", "prefixItems": [{"pattern": "^x"}, {"pattern": "x$"}, {"pattern": "^x$"}, {"pattern": "x"}, {"pattern": "^$"}, {"pattern": "^[a-c]{2}-[0-9]+$"},
		{"pattern": "^[a-c]{1,2}x?"}, {"pattern": "[a-c]"}, {"pattern": "^(?!x)a"}, {"pattern": "(a|b)*c"}]}`, []string{
		`["x", "x", "x", "x", "", "ab-1", "ax", "a", "a", "c"]`, `["y", "xy", "xx", "y", "x", "ad-1", "x", "d", "x", "b"]`, `["yx", "", "", "axb", "", "ab-", "abx", "", "", ""]`,
	}},
	{"numbers", `{"not": {"type": "integer"}, "enum": [0.5, 1e400, "x", 1.5], "multipleOf": 0.1}`, []string{`0.50`, `1`, `1.0`, `10e399`, `0.55`, `true`}},
	{"recursive", `{"type": "object", "properties": {"next": {"$ref": "#"}, "v": {"type": "string"}}, "additionalProperties": false}`, []string{
		`{"next": {"next": {"v": 1, "w": 2}}}`, `{"next": [], "x": 1}`,
	}},
	{"unevaluated", `{"properties": {"a": true}, "anyOf": [{"properties": {"b": true}, "required": ["b"]}, {"patternProperties": {"^c": true}}],
		"unevaluatedProperties": {"type": "integer"}, "prefixItems": [true], "unevaluatedItems": false}`, []string{
		`{"a": "x", "b": "x", "c": "x"}`, `{"a": "x", "c": "x", "d": "x", "e": 1}`, `[1, 2]`, `[1]`,
	}},
	{"conditions", `{"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "then": {"properties": {"b": {"type": "string"}}}, "else": {"required": ["c"]},
		"oneOf": [{"required": ["x"], "properties": {"x": {"type": "integer"}}}, {"required": ["y"], "properties": {"y": true}}],
		"dependentSchemas": {"d": {"properties": {"e": true}}}, "required": ["z"], "minProperties": 2, "contains": {"const": 1},
		"unevaluatedProperties": {"type": "null"}, "unevaluatedItems": {"type": "string"}}`, []string{
		`{"a": 1, "b": 1, "x": 1, "z": 1, "e": 1}`, `{"c": null, "y": 1, "d": 1, "e": 1, "z": null}`, `[1, "x", 2, 1]`, `[2]`, `5`,
	}},
	{"ifonly", `{"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "unevaluatedProperties": false}`, []string{`{"a": 1}`, `{"a": 2}`}},
	{"dynamic", `{"$id": "https://example.com/tree", "$dynamicAnchor": "node", "type": "object", "properties": {"children": {"items": {"$dynamicRef": "#node"}}, "v": {"type": "string"}}}`, []string{
		`{"children": [{"v": 1}, {"children": [2]}]}`,
	}},
}

// driver prints the report of generated code on each document: a list for each type.
const driver = `package main

import (
	"encoding/json"
	"fmt"
	"os"

%s)

func report(file string, validate func([]byte) error) {
	data, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	var documents []string
	if err := json.Unmarshal(data, &documents); err != nil {
		panic(err)
	}
	var reports []error
	for _, d := range documents {
		reports = append(reports, validate([]byte(d)))
	}
	text, err := json.Marshal(reports)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}

func main() {
%s}
`

// Generated code and the interpreter report the same.
func TestReportsLikeGeneratedCode(t *testing.T) {
	dir := t.TempDir()
	cfg := gen.Config{Dir: dir, Out: "out", Packages: map[string]gen.Package{}}
	var imports, calls string
	for _, r := range reported {
		write(t, dir, r.name+".schema.json", []byte(r.schema))
		cfg.Packages[r.name] = gen.Package{Types: map[string]string{"T": r.name + ".schema.json"}, AssertFormat: true}
		list, err := json.Marshal(variations(r.documents))
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, r.name+".json", list)
		imports += fmt.Sprintf("\t%q\n", "reports/out/"+r.name)
		calls += fmt.Sprintf("\treport(%q, %s.ValidateT)\n", r.name+".json", r.name)
	}
	write(t, dir, "go.mod", []byte("module reports\n\ngo 1.26\n"))
	write(t, dir, "main.go", fmt.Appendf(nil, driver, imports, calls))
	tree, err := gen.Files(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := gen.Write(tree); err != nil {
		t.Fatal(err)
	}
	lists := bytes.Split(bytes.TrimSpace(goRun(t, dir)), []byte("\n"))
	if len(lists) != len(reported) {
		t.Fatalf("%d lists of reports, want %d", len(lists), len(reported))
	}
	for i, r := range reported {
		t.Run(r.name, func(t *testing.T) { compare(t, r.schema, variations(r.documents), lists[i]) })
	}
}

// compare holds the printed reports of generated code against those of the interpreter.
func compare(t *testing.T, text string, documents []string, printed []byte) {
	var reports []*wire.Error
	if err := json.Unmarshal(printed, &reports); err != nil {
		t.Fatal(err)
	}
	pkg, err := compile([]byte(text), load.Options{AssertFormat: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != len(documents) {
		t.Fatalf("%d reports on %d documents", len(reports), len(documents))
	}
	var in interpret.Interpreter
	for i, d := range documents {
		var report *wire.Error
		errors.As(in.Validate(pkg.Roots[0].Value, []byte(d)), &report)
		if !reflect.DeepEqual(report, reports[i]) {
			t.Errorf("%s: the interpreter reports\n%+v\ngenerated code\n%+v", d, report, reports[i])
		}
		if accepted := in.Accepts(pkg.Roots[0].Value, []byte(d)); accepted != (report == nil) {
			t.Errorf("%s: accepted %v, reported %v", d, accepted, report)
		}
	}
}

func goRun(t *testing.T, dir string) []byte {
	t.Helper()
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		t.Fatalf("go run: %v\n%s", err, exit.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// variations returns the documents, and for each one what results when a byte is left out: most
// of them are not JSON, and the place of the error shows how far each reader came.
func variations(documents []string) []string {
	all := slices.Clone(documents)
	for _, d := range documents {
		for i := range d {
			all = append(all, d[:i]+d[i+1:])
		}
		all = append(all, strings.ReplaceAll(d, "1", "null"), strings.ReplaceAll(d, `"x"`, "[]"))
	}
	return all
}

func write(t *testing.T, dir, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}
