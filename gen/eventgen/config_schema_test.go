package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/eventgen-go/eventgen/gen"
)

// A configurationJudge holds configurations against the published schema.
type configurationJudge struct {
	t           *testing.T
	dir, schema string
}

func newConfigurationJudge(t *testing.T) configurationJudge {
	schema, err := filepath.Abs("../schemas/eventgen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return configurationJudge{t, t.TempDir(), schema}
}

// verdicts returns whether a configuration is valid by its schema, and whether eventgen reads it.
func (j configurationJudge) verdicts(text string) (bySchema, byReader bool) {
	j.t.Helper()
	file := filepath.Join(j.dir, "eventgen.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		j.t.Fatal(err)
	}
	status := run([]string{"validate", "--input", "yaml", "--schema", j.schema, file}, nil, io.Discard, io.Discard)
	if status == exitError {
		j.t.Fatalf("cannot validate %s", text)
	}
	_, err := gen.ReadConfig(file)
	return status == exitClean, err == nil
}

// The configurations in the scripts are valid by the schema if, and only if, eventgen reads them.
func TestConfigSchemaOnScripts(t *testing.T) {
	j := newConfigurationJudge(t)
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	valid, invalid := 0, 0
	for _, script := range scripts {
		archive, err := txtar.ParseFile(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasSuffix(f.Name, ".yaml") || !strings.Contains(string(f.Data), "packages") {
				continue
			}
			bySchema, byReader := j.verdicts(string(f.Data))
			if bySchema != byReader {
				t.Errorf("%s: %s is valid by the schema: %t, is read: %t", script, f.Name, bySchema, byReader)
			}
			if byReader {
				valid++
			} else {
				invalid++
			}
		}
	}
	if valid < 10 || invalid < 2 {
		t.Errorf("only %d valid and %d invalid configurations", valid, invalid)
	}
}

// fullConfig has every key.
const fullConfig = `{
	"version": 1, "out": "internal/events", "runtime": "internal/wire", "maps": {"https://example.com/": "schemas"},
	"draft": 7, "assertFormat": true, "catalog": "catalog",
	"packages": {"orders": {
		"types": {"Event": "order.json"}, "examples": {"Event": "*.json"}, "names": {"#/$defs/a": "Address"},
		"draft": "2019-09", "assertFormat": false
	}}
}`

// Wherever a value is put into a configuration, the schema and eventgen agree, but for what no
// schema can say.
func TestConfigSchemaOnVariants(t *testing.T) {
	j := newConfigurationJudge(t)
	if bySchema, byReader := j.verdicts(fullConfig); !bySchema || !byReader {
		t.Fatalf("the full configuration is valid by the schema: %t, is read: %t", bySchema, byReader)
	}
	count := 0
	for _, path := range places("", decoded(t, fullConfig)) {
		for _, variant := range variants(t, path) {
			if examplesWithoutType(t, variant) {
				continue
			}
			count++
			if bySchema, byReader := j.verdicts(variant); bySchema != byReader {
				t.Errorf("%s: valid by the schema: %t, is read: %t\n%s", path, bySchema, byReader, variant)
			}
		}
	}
	t.Logf("%d variants", count)
}

// What one schema cannot say: that the types of examples are among the package's, and how a number is
// written.
func TestConfigSchemaIsLaxer(t *testing.T) {
	j := newConfigurationJudge(t)
	for _, change := range [][2]string{
		{`"examples": {"Event"`, `"examples": {"Evnt"`},
		{`"version": 1`, `"version": 1.0`},
		{`"draft": 7`, `"draft": 7.0`},
	} {
		text := strings.Replace(fullConfig, change[0], change[1], 1)
		if bySchema, byReader := j.verdicts(text); !bySchema || byReader {
			t.Errorf("%s: valid by the schema: %t, is read: %t", change[1], bySchema, byReader)
		}
	}
}

// examplesWithoutType reports whether a package has examples of a type that it has not.
func examplesWithoutType(t *testing.T, text string) bool {
	packages, _ := decoded(t, text)["packages"].(map[string]any)
	for _, p := range packages {
		p, _ := p.(map[string]any)
		types, _ := p["types"].(map[string]any)
		examples, _ := p["examples"].(map[string]any)
		for name := range examples {
			if _, ok := types[name]; !ok && types != nil {
				return true
			}
		}
	}
	return false
}

func decoded(t *testing.T, text string) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// places returns the members of v and of all objects in it, the names on the way each behind a
// NUL.
func places(at string, v map[string]any) []string {
	var all []string
	for name, value := range v {
		path := at + "\x00" + name
		all = append(all, path)
		if object, ok := value.(map[string]any); ok {
			all = append(all, places(path, object)...)
		}
	}
	return all
}

// variants are full configurations with the member at a place removed, renamed, or set to a value.
func variants(t *testing.T, path string) []string {
	values := []any{
		nil, true, false, 0, 1, 4, 7, 7.5, "", "1", "7", "2019-09", "5", "Event", "event", "order_test", "main", "type", "a.b", "Größe",
		[]any{},
		[]any{"Event"},
		map[string]any{},
		map[string]any{"Event": "x"},
		map[string]any{"event": 1},
		map[string]any{"orders": map[string]any{"types": map[string]any{"A": "b"}}},
	}
	names := []string{"x", "types", "Types", "Event", "Größe", "ä", "order_test", "main", "type", "a1_b", "1a", "#/$defs/b", "", "https://example.org/"}
	var all []string
	add := func(change func(parent map[string]any, name string)) {
		config := decoded(t, fullConfig)
		parent, elements := config, strings.Split(path, "\x00")[1:]
		for _, e := range elements[:len(elements)-1] {
			parent = parent[e].(map[string]any)
		}
		change(parent, elements[len(elements)-1])
		text, err := json.Marshal(config)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	add(func(parent map[string]any, name string) { delete(parent, name) })
	for _, v := range values {
		add(func(parent map[string]any, name string) { parent[name] = v })
	}
	for _, n := range names {
		add(func(parent map[string]any, name string) { parent[n] = parent[name]; delete(parent, name) })
	}
	return all
}
