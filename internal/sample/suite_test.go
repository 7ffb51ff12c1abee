package sample_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A group is a schema of the JSON Schema Test Suite, with documents.
type group struct {
	Description string
	Schema      json.RawMessage
	Tests       []struct {
		Data  json.RawMessage
		Valid bool
	}
}

// has reports whether the group has a valid document, or one that is not.
func (g group) has(valid bool) bool {
	for _, test := range g.Tests {
		if test.Valid == valid {
			return true
		}
	}
	return false
}

// For the schemas of the JSON Schema Test Suite, which has some for each keyword: where there is a
// valid document random ones are found, where there is an invalid one something is broken, and
// jsonschema says the same of both.
func TestSuite(t *testing.T) {
	dir := corpus.Dir(t, "suite")
	remotes, err := os.OpenRoot(filepath.Join(dir, "remotes"))
	if err != nil {
		t.Fatal(err)
	}
	defer remotes.Close()
	s := &suite{options: load.Options{
		Draft: schema.Draft2020, Maps: []load.Map{{Prefix: "http://localhost:1234/", Tree: remotes.FS(), Name: "remotes"}},
	}, broken: map[string]bool{}}
	s.run(t, os.DirFS(filepath.Join(dir, "tests", "draft2020-12")), "*.json")
	s.options.AssertFormat = true
	s.run(t, os.DirFS(filepath.Join(dir, "tests", "draft2020-12")), "optional/format/*.json")
	s.options = load.Options{Draft: schema.Draft7}
	s.run(t, os.DirFS(filepath.Join(dir, "tests", "draft7")), "optional/content.json")
	s.options.Draft = schema.Draft4
	s.run(t, os.DirFS(filepath.Join(dir, "tests", "draft4")), "type.json")

	for _, keyword := range []string{
		"type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
		"maxLength", "minLength", "pattern", "format", "contentEncoding", "contentMediaType",
		"contains", "minContains", "maxContains", "minItems", "maxItems", "uniqueItems",
		"minProperties", "maxProperties", "required", "dependentRequired",
		"anyOf", "oneOf", "not", "false",
	} {
		if !s.broken[keyword] {
			t.Errorf("no violation of %s", keyword)
		}
	}
	t.Logf("%d documents, %d violations; none found for %d of %d schemas", s.made, s.wrong, len(s.missed), s.schemas)
	if !slices.Equal(s.missed, hard) {
		t.Errorf("none found for\n%s\nwant\n%s", strings.Join(s.missed, "\n"), strings.Join(hard, "\n"))
	}
}

// hard are schemas for which the search finds no document, or no fault: conditions on conditions, of
// which each alone says little.
var hard = []string{
	"dependentSchemas.json: boolean subschemas",
	"dynamicRef.json: multiple dynamic paths to the $dynamicRef keyword",
	"unevaluatedItems.json: unevaluatedItems with oneOf",
}

// lax are schemas of which jsonschema does not say what the suite says.
var lax = []string{
	"dynamicRef.json: $dynamicRef skips over intermediate resources - direct reference",
	"optional/format/idn-email.json: validation of an internationalized e-mail addresses",
	"optional/format/idn-hostname.json: validation of internationalized host names",
	"optional/format/idn-hostname.json: validation of separators in internationalized host names",
	"optional/format/uri-template.json: format: uri-template",
}

type suite struct {
	options              load.Options
	schemas, made, wrong int
	missed               []string
	broken               map[string]bool // keywords
}

func (s *suite) run(t *testing.T, tests fs.FS, pattern string) {
	files, err := fs.Glob(tests, pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(tests, file)
		if err != nil {
			t.Fatal(err)
		}
		var groups []group
		if err := json.Unmarshal(text, &groups); err != nil {
			t.Fatal(err)
		}
		for _, g := range groups {
			s.group(t, file+": "+g.Description, g)
		}
	}
}

func (s *suite) group(t *testing.T, name string, g group) {
	tree := fstest.MapFS{"schema.json": &fstest.MapFile{Data: g.Schema}}
	graph, err := load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, s.options)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	m, err := lower.Maker(graph, graph.Roots[0])
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	s.schemas++
	oracle := s.oracle(g)
	if slices.Contains(lax, name) {
		oracle = nil
	}
	found := s.documents(t, name, m, oracle)
	faults := s.faults(t, name, m, oracle)
	if g.has(true) && found == 0 || g.has(false) && g.has(true) && faults == 0 {
		s.missed = append(s.missed, name)
	}
}

// documents checks random documents and counts them.
func (s *suite) documents(t *testing.T, name string, m *sample.Maker, oracle *jsonschema.Schema) int {
	found := 0
	for n := range uint64(20) {
		doc, err := m.Random(1, n)
		if errors.Is(err, sample.ErrNone) {
			continue
		}
		found++
		if err := m.Validate(doc); err != nil {
			t.Errorf("%s: %v: %s", name, err, doc.JSON())
		}
		if oracle != nil && oracle.Validate(plain(doc)) != nil {
			t.Errorf("%s: not valid by jsonschema: %s", name, doc.JSON())
		}
	}
	s.made += found
	return found
}

// faults checks documents with a fault and counts them.
func (s *suite) faults(t *testing.T, name string, m *sample.Maker, oracle *jsonschema.Schema) int {
	found := 0
	for v := range m.Violations() {
		found++
		s.broken[v.Keyword] = true
		if oracle != nil && oracle.Validate(plain(v.Document)) == nil {
			t.Errorf("%s: valid by jsonschema, though %s: %s", name, v.Message, v.Document.JSON())
		}
	}
	s.wrong += found
	return found
}

// oracle returns a schema as jsonschema reads it, nil if it does not.
func (s *suite) oracle(g group) *jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.AssertFormat = s.options.AssertFormat || s.options.Draft != schema.Draft2020
	c.AssertContent = s.options.Draft == schema.Draft7
	c.Draft = map[schema.Draft]*jsonschema.Draft{schema.Draft4: jsonschema.Draft4, schema.Draft7: jsonschema.Draft7, schema.Draft2020: jsonschema.Draft2020}[s.options.Draft]
	if err := c.AddResource("schema.json", strings.NewReader(string(g.Schema))); err != nil {
		return nil
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		return nil
	}
	return compiled
}
