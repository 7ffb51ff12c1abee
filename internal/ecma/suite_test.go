package ecma

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// shared returns the files of the shared test material that a glob names, and
// skips the test without them.
func shared(t *testing.T, glob string) []string {
	t.Helper()
	root := os.Getenv("EVENTGEN_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	files, err := filepath.Glob(filepath.Join(root, glob))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skipf("no %s: set EVENTGEN_SHARED to the shared test material", filepath.Join(root, glob))
	}
	return files
}

func readJSON(t *testing.T, file string, to any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

type suiteGroup struct {
	Description string
	Schema      any
	Tests       []struct {
		Description string
		Data        any
		Valid       bool
	}
}

func TestSuite(t *testing.T) {
	checked := 0
	for _, name := range []string{"optional/ecmascript-regex", "optional/non-bmp-regex", "pattern", "patternProperties"} {
		for _, file := range shared(t, "suite/tests/draft*/"+name+".json") {
			var groups []suiteGroup
			readJSON(t, file, &groups)
			for _, group := range groups {
				for _, test := range group.Tests {
					valid, known := validate(t, group.Schema, test.Data)
					if !known {
						continue // needs keywords that have nothing to do with patterns
					}
					if checked++; valid != test.Valid {
						t.Errorf("%s: %s: %s: %v, want %v", file, group.Description, test.Description, valid, test.Valid)
					}
				}
			}
		}
	}
	t.Logf("%d tests", checked)
}

// validate is as much of a validator as the suite's tests of patterns need;
// known is false for a schema that needs more.
func validate(t *testing.T, schema, data any) (valid, known bool) {
	if b, ok := schema.(bool); ok {
		return b, true
	}
	keywords := schema.(map[string]any)
	valid, known = true, true
	for _, keyword := range slices.Sorted(maps.Keys(keywords)) {
		value := keywords[keyword]
		switch keyword {
		case "$schema", "additionalProperties": // the latter always false here, read below
		case "type":
			valid = valid && isType(value.(string), data)
		case "pattern":
			s, ok := data.(string)
			valid = valid && (!ok || match(t, value.(string), s))
		case "patternProperties":
			v, k := validateMembers(t, value.(map[string]any), keywords["additionalProperties"] == false, data)
			valid, known = valid && v, known && k
		default:
			known = false
		}
	}
	return valid, known
}

func validateMembers(t *testing.T, patterns map[string]any, closed bool, data any) (valid, known bool) {
	members, _ := data.(map[string]any)
	valid, known = true, true
	for name, value := range members {
		matched := false
		for pattern, schema := range patterns {
			if !match(t, pattern, name) {
				continue
			}
			matched = true
			v, k := validate(t, schema, value)
			valid, known = valid && v, known && k
		}
		valid = valid && (matched || !closed)
	}
	return valid, known
}

func isType(name string, data any) bool {
	switch v := data.(type) {
	case nil:
		return name == "null"
	case string:
		return name == "string"
	case float64:
		return name == "number" || name == "integer" && v == float64(int64(v))
	case map[string]any:
		return name == "object"
	default:
		return false
	}
}

func match(t *testing.T, pattern, s string) bool {
	t.Helper()
	r, err := Compile(pattern)
	if err != nil {
		t.Errorf("Compile(%q): %v", pattern, err)
		return false
	}
	return r.MatchString(s)
}

func TestRealPatterns(t *testing.T) {
	patterns := map[string]string{}
	for _, file := range shared(t, "schemastore/*/schema.json") {
		var schema any
		readJSON(t, file, &schema)
		collect(schema, file, patterns)
	}
	sequences := 0
	for pattern, file := range patterns {
		r, err := Compile(pattern)
		if err != nil {
			t.Errorf("%s: Compile(%q): %v", file, pattern, err)
			continue
		}
		if _, ok := r.Sample(); !ok {
			t.Errorf("%s: no sample of %q", file, pattern)
		}
		if _, ok := r.Sequence(); ok {
			sequences++
		}
	}
	t.Logf("%d patterns, %d of them sequences", len(patterns), sequences)
}

// collect notes the patterns in or below a schema with their file.
func collect(value any, file string, to map[string]string) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			collect(item, file, to)
		}
	case map[string]any:
		if pattern, ok := v["pattern"].(string); ok {
			to[pattern] = file
		}
		if members, ok := v["patternProperties"].(map[string]any); ok {
			for pattern := range members {
				to[pattern] = file
			}
		}
		for _, item := range v {
			collect(item, file, to)
		}
	}
}
