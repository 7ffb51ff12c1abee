package load

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/schema"
)

func TestIdentify(t *testing.T) {
	s := loadOne(t, tree("a.json", `{"x-identify": [
		{"/Records/0/eventSource": {"const": "aws:sqs"}, "/a~1b~0": false},
		{"": {"type": ["array", "null"]}, "/kind": {"enum": [1, "one"], "type": "string", "pattern": "^o"}, "/x": true}
	]}`), "a.json", Options{})
	want := []schema.Alternative{
		{
			{Pointer: "/Records/0/eventSource", Tokens: []string{"Records", "0", "eventSource"}},
			{Pointer: "/a~1b~0", Tokens: []string{"a/b~"}, Absent: true},
		},
		{
			{Types: []schema.Type{schema.Array, schema.Null}},
			{Pointer: "/kind", Tokens: []string{"kind"}, Types: []schema.Type{schema.String}},
			{Pointer: "/x", Tokens: []string{"x"}},
		},
	}
	var values []string
	for _, a := range s.Identify {
		for i := range a {
			for _, v := range a[i].Values {
				values = append(values, v.Text)
			}
			if a[i].Pattern != nil {
				values = append(values, a[i].Pattern.Text)
			}
			a[i].Values, a[i].Pattern = nil, nil
		}
	}
	if !reflect.DeepEqual(s.Identify, want) {
		t.Errorf("%+v, want %+v", s.Identify, want)
	}
	if got := strings.Join(values, " "); got != "aws:sqs 1 one ^o" {
		t.Errorf("values and patterns: %s", got)
	}
}

func TestIdentifyProblems(t *testing.T) {
	for _, test := range []struct{ name, keyword, want string }{
		{"no list", `{"/a": true}`, `a.json:1:16: x-identify must be an array of at least one alternative (at #/x-identify, keyword x-identify)`},
		{"an empty list", `[]`, `a.json:1:16: x-identify must be an array of at least one alternative`},
		{"no object", `["/a"]`, `a.json:1:17: an alternative must be an object from JSON Pointers to tests, not a string (at #/x-identify/0,`},
		{"no test", `[{}]`, `a.json:1:17: an alternative needs a test of something that is there`},
		{"nothing but absence", `[{"/a": true}, {"/b": false}]`, `a.json:1:31: an alternative needs a test of something that is there`},
		{"no pointer", `[{"a": true}]`, `a.json:1:18: "a" is no JSON Pointer: it does not begin with / (at #/x-identify/0/a,`},
		{"a bad escape", `[{"/a~2": true}]`, `a.json:1:18: the JSON Pointer "/a~2" has a ~ that is not part of ~0 or ~1`},
		{"a deep pointer", `[{"` + strings.Repeat("/a", 65) + `": true}]`, `a.json:1:18: the JSON Pointer leads through more than 64 levels`},
		{"no kind of test", `[{"/a": "x"}]`, `a.json:1:24: a test must be true, false or an object, not a string`},
		{"an empty test", `[{"/a": {}}]`, `a.json:1:24: the test says nothing`},
		{"an unknown keyword", `[{"/a": {"minimum": 1}}]`, `a.json:1:25: unknown keyword "minimum" in a test (at #/x-identify/0/~1a/minimum,`},
		{"const and enum", `[{"/a": {"const": 1, "enum": [1]}}]`, `a.json:1:24: a test has const or enum, not both`},
		{"an empty enum", `[{"/a": {"enum": []}}]`, `a.json:1:33: enum must be an array of at least one value`},
		{"no pattern", `[{"/a": {"pattern": 5}}]`, `a.json:1:36: pattern must be a string, not a number`},
		{"an unknown type", `[{"/a": {"type": "text"}}]`, `a.json:1:33: unknown type in a test`},
		{"a type that is no name", `[{"/a": {"type": [1]}}]`, `a.json:1:34: unknown type in a test`},
		{"no type", `[{"/a": {"type": []}}]`, `a.json:1:33: type must be the name of a type or an array of names`},
		{"many tests", `[` + strings.Repeat(`{"/a": true}, `, 1000) + `{"/b": true}]`, `a.json:1:14017: x-identify has more than 1000 tests`},
	} {
		t.Run(test.name, func(t *testing.T) {
			wantProblem(t, fmt.Sprintf(`{"x-identify": %s}`, test.keyword), test.want)
		})
	}
	t.Run("within a document", func(t *testing.T) {
		wantProblem(t, `{"properties": {"a": {"x-identify": [{"/a": true}]}}}`, `a.json:1:37: x-identify stands at the root of a document, not within`)
	})
}

// wantProblem loads a schema that has one problem.
func wantProblem(t *testing.T, text, want string) {
	t.Helper()
	_, err := Schemas([]Source{{tree("a.json", text), "a.json", "a.json"}}, Options{})
	var ps schema.Problems
	if !errors.As(err, &ps) || len(ps) != 1 || !strings.HasPrefix(ps[0].Error(), want) {
		t.Errorf("error %v, want %s", err, want)
	}
}
