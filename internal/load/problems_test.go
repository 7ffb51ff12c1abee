package load

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/schema"
)

func TestProblems(t *testing.T) {
	const draft4 = `"$schema":"http://json-schema.org/draft-04/schema#",`
	const draft7 = `"$schema":"http://json-schema.org/draft-07/schema#",`
	for _, test := range []struct {
		name string
		fsys fstest.MapFS
		want []string // what each line starts with
	}{
		{"nothing there", tree("a.json", `{"$ref":"#/$defs/x"}`), []string{`a.json:1:9: a.json has nothing at "/$defs/x" (at #/$ref, keyword $ref)`}},
		{"no anchor", tree("a.json", `{"$ref":"#x"}`), []string{`a.json:1:9: there is no anchor "x" in a.json (`}},
		{"every bad reference", tree("a.json", `{"allOf":[{"$ref":"#/x"},{"$ref":"b.json"},{"$ref":"#/x"}]}`), []string{`a.json:1:19: a.json has nothing`, `a.json:1:34: there is no file "b.json"`, `a.json:1:52: a.json has nothing`}},
		{"no schema there", tree("a.json", `{"$ref":"#/allOf","allOf":[{}]}`), []string{`a.json:1:9: "/allOf" is an array, not a schema`}},
		{"a leading zero", tree("a.json", `{"$ref":"#/allOf/00","allOf":[{}]}`), []string{`a.json:1:9: a.json has nothing at "/allOf/00"`}},
		{"a bad escape", tree("a.json", `{"$ref":"#/a~2"}`), []string{`a.json:1:9: the JSON Pointer "/a~2" has a ~`}},
		{"no string", tree("a.json", `{`+draft4+`"$ref":5}`), []string{`a.json:1:61: $ref: expected string, but got number (at #/$ref, keyword $ref)`}},
		{"up and out", tree("dir/a.json", `{"$ref":"../../x.json"}`), []string{`dir/a.json:1:9: the reference leads out of the folder tree (at #/$ref, keyword $ref)`}},
		{"up and out, encoded", tree("a.json", `{"$ref":"%2e%2e%2fx.json"}`), []string{`a.json:1:9: the reference leads out`}},
		{"absolute path", tree("a.json", `{"$ref":"/etc/passwd"}`), []string{`a.json:1:9: the reference leads out`}},
		{"host", tree("a.json", `{"$ref":"//0/a.json"}`), []string{`a.json:1:9: the reference leads out`}},
		{"$id that names a tree", tree("a.json", `{"$id":"//0/","$ref":"b.json"}`, "b.json", "{}"), []string{`a.json:1:8: "//0/" is not a URI reference (at #/$id, keyword $id)`}},
		{"file URL", tree("a.json", `{"$ref":"file:///etc/passwd"}`), []string{`a.json:1:9: file URLs are not followed`}},
		{"URL", tree("a.json", `{"$ref":"https://example.org/x.json"}`), []string{`a.json:1:9: "https://example.org/x.json" is not at hand`}},
		{"folder", tree("a.json", `{"$ref":"sub"}`, "sub/b.json", "{}"), []string{`a.json:1:9: cannot read "sub": is a folder`}},
		{"out of a map", tree("a.json", `{"$ref":"https://example.com/%2e%2e/x"}`), []string{`a.json:1:9: the reference leads out of the folder that is mapped`}},
		{"bad file", tree("a.json", `{"$ref":"b.json"}`, "b.json", "{"), []string{`b.json:1:2: a member name in double quotes`}},
		{"two bad files", tree("a.json", `{"allOf":[{"$ref":"b.json"},{"$ref":"c.json"}]}`, "b.json", "[]", "c.json", "{,"), []string{`b.json:1:1: a schema is an object or a boolean, not an array`, `c.json:1:2: `}},
		{"anchor twice", tree("a.json", `{"$defs":{"x":{"$anchor":"n"},"y":{"$anchor":"n"}}}`), []string{`a.json:1:46: the anchor "n" is taken: it is that of a.json:1:15 (at #/$defs/y/$anchor, keyword $anchor)`}},
		{"$id twice", tree("a.json", `{"$defs":{"x":{"$id":"n"},"y":{"$id":"n"}}}`), []string{`a.json:1:38: the identifier "n" is taken: it is that of a.json:1:15`}},
		{"reference to itself", tree("a.json", `{"$ref":"#"}`), []string{`a.json:1:9: the reference leads only to itself`}},
		{"references in a circle", tree("a.json", `{"$ref":"#/$defs/x","$defs":{"x":{"$ref":"#/$defs/y"},"y":{"$ref":"#/$defs/x"}}}`), []string{`a.json:1:42: the reference leads only to itself`}},
		{"recursive reference to itself", tree("a.json", `{"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveRef":"#"}`), []string{`a.json:1:75: the reference leads only to itself (at #/$recursiveRef, keyword $recursiveRef)`}},
		{"boolean in draft 4", tree("a.json", `{`+draft4+`"not":true}`), []string{`a.json:1:60: not: expected object, but got boolean (at #/not, keyword not)`}},
		{"a bound that is no count", tree("a.json", `{"properties":{"a":{"minLength":-1,"maxLength":1.5}}}`), []string{`a.json:1:33: minLength must be >= 0 but found -1 (at #/properties/a/minLength, keyword minLength)`, `a.json:1:48: maxLength: expected integer, but got number`}},
		{"an endless bound", tree("a.json", `{"minLength":1e-999999999999,"multipleOf":-1e999999999}`), []string{`a.json:1:14: minLength: expected integer`, `a.json:1:43: multipleOf must be > 0`}},
		{"a type that is none", tree("a.json", `{"type":"strin"}`), []string{`a.json:1:9: type: value must be one of`}},
		{"types twice", tree("a.json", `{"type":["string","string"]}`), []string{`a.json:1:9: type: items at index 0 and 1 are equal`}},
		{"no schema for a property", tree("a.json", `{"properties":{"a b":5}}`), []string{`a.json:1:22: properties/a b: expected object or boolean, but got number (at #/properties/a b, keyword properties)`}},
		{"no schema for a pattern", tree("a.json", `{"patternProperties":{"^(?!x)":5}}`), []string{`a.json:1:32: patternProperties/^(?!x): expected object or boolean`}},
		{"in the items of draft 7", tree("a.json", `{`+draft7+`"items":[{},{"minItems":"x"}]}`), []string{`a.json:1:78: minItems: expected integer, but got string (at #/items/1/minItems`}},
		{"in an embedded resource of another draft", tree("a.json", `{"$defs":{"x":{`+draft4+`"id":"x","exclusiveMaximum":1}}}`), []string{`a.json:1:15: property 'maximum' is required`, `a.json:1:96: exclusiveMaximum: expected boolean`}},
		{"where only a reference leads", tree("a.json", `{"$ref":"#/x","x":{"type":0}}`), []string{`a.json:1:27: type: `}},
		{"unknown $schema", tree("a.json", `{"$schema":"https://example.org/s","type":0}`), []string{`a.json:1:12: the meta-schema "https://example.org/s" is not known (at #/$schema, keyword $schema)`}},
		{"$schema that is no string", tree("a.json", `{"$schema":7}`), []string{`a.json:1:12: $schema must be a string, not a number (at #/$schema, keyword $schema)`}},
		{"draft 3", tree("a.json", `{"$schema":"http://json-schema.org/draft-03/schema#"}`), []string{`a.json:1:12: the meta-schema`}},
		{"meta-schema of itself", tree("a.json", `{"$schema":"a.json"}`), []string{`a.json:1:12: `}},
		{"unknown vocabulary", tree("a.json", `{"$schema":"m.json"}`, "m.json", `{"$schema":"https://json-schema.org/draft/2020-12/schema","$vocabulary":{"https://e.org/v":true,"https://e.org/w":false}}`), []string{`m.json:1:74: the vocabulary "https://e.org/v" is required but not known`}},
		{"own keywords", tree("a.json", `{"x-go-name":1,"x-go-type":[],"x-content-encoding":null,"x-response":{}}`), []string{`a.json:1:14: x-go-name must be a string, not a number (at #/x-go-name, keyword x-go-name)`, `a.json:1:28: x-go-type`, `a.json:1:52: x-content-encoding must be a string, not null`, `a.json:1:70: x-response must be a string, not an object`}},
		{"own marks", tree("a.json", `{"x-payload":1,"x-forwarded":"yes","x-md5-of":true}`), []string{`a.json:1:14: x-payload must be true or false, not a number (at #/x-payload, keyword x-payload)`, `a.json:1:30: x-forwarded must be true or false, not a string`, `a.json:1:47: x-md5-of must be a string, not a boolean`}},
		{"other names", tree("a.json", `{"x-forwarded":{"a":1}}`), []string{`a.json:1:21: a member's other name must be a string, not a number (at #/x-forwarded/a, keyword x-forwarded)`}},
		{"unknown compression", tree("a.json", `{"properties":{"a":{"x-content-encoding":"deflate"},"b":{"x-content-encoding":""},"c":{"x-content-encoding":"gzip"}}}`), []string{`a.json:1:42: x-content-encoding cannot be "deflate" (at #/properties/a/x-content-encoding, keyword x-content-encoding)`, `a.json:1:79: x-content-encoding cannot be ""`}},
		{"root of the wrong kind", tree("a.json", `"x"`), []string{`a.json:1:1: a schema is an object or a boolean, not a string`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := "a.json"
			if _, ok := test.fsys[path]; !ok {
				path = "dir/a.json"
			}
			maps := []Map{{"https://example.com/", tree(), "maps"}}
			_, err := Schemas([]Source{{test.fsys, path, path}}, Options{Maps: maps})
			var ps schema.Problems
			if !errors.As(err, &ps) {
				t.Fatalf("error %v", err)
			}
			for i, p := range ps {
				line, _, _ := strings.Cut(p.Error(), "\n")
				if i >= len(test.want) || !strings.HasPrefix(line, test.want[i]) {
					t.Errorf("problem %d: %s\nwant %q", i, line, test.want)
				}
			}
			if len(ps) < len(test.want) {
				t.Errorf("%d problems, want %d", len(ps), len(test.want))
			}
		})
	}
}

func TestProblemsAreBounded(t *testing.T) {
	_, err := Schemas([]Source{{tree("a.json", `{"allOf":[`+strings.Repeat(`{"type":0},`, 1000)+`{}]}`), "a.json", "a.json"}}, Options{})
	ps, ok := err.(schema.Problems)
	if !ok || len(ps) != 101 || ps[100].Message != "there are more than these 100 problems" {
		t.Errorf("%d problems: %v", len(ps), ps[len(ps)-1])
	}
}
