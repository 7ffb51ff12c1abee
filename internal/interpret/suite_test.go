package interpret_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

var drafts = map[string]schema.Draft{
	"draft4": schema.Draft4, "draft6": schema.Draft6, "draft7": schema.Draft7,
	"draft2019-09": schema.Draft2019, "draft2020-12": schema.Draft2020,
}

// read makes the graph of a schema.
func read(text []byte, o load.Options) (*schema.Graph, error) {
	tree := fstest.MapFS{"schema.json": &fstest.MapFile{Data: text}}
	return load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, o)
}

// compile makes the model for the schema of a root type T.
func compile(text []byte, o load.Options) (*model.Package, error) {
	g, err := read(text, o)
	if err != nil {
		return nil, err
	}
	return lower.Package(g, lower.Options{Name: "p", Types: []lower.Type{{Name: "T", Schema: g.Roots[0]}}})
}

// check makes the check for a schema alone.
func check(text []byte, o load.Options) (*model.Value, error) {
	g, err := read(text, o)
	if err != nil {
		return nil, err
	}
	return lower.Check(g, g.Roots[0])
}

// The JSON Schema Test Suite: both modes give the verdict of the suite.
func TestSuite(t *testing.T) {
	dir := corpus.Dir(t, "suite")
	remotes, err := os.OpenRoot(filepath.Join(dir, "remotes"))
	if err != nil {
		t.Fatal(err)
	}
	defer remotes.Close()
	for name, draft := range drafts {
		t.Run(name, func(t *testing.T) {
			o := load.Options{Draft: draft, Maps: []load.Map{{Prefix: "http://localhost:1234/", Tree: remotes.FS(), Name: "remotes"}}}
			runSuite(t, os.DirFS(filepath.Join(dir, "tests", name)), o)
		})
	}
}

func runSuite(t *testing.T, tests fs.FS, o load.Options) {
	total := 0
	for pattern, assert := range map[string]bool{"*.json": false, "optional/format/*.json": true} {
		files, err := fs.Glob(tests, pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		o.AssertFormat = assert
		for _, file := range files {
			for _, g := range readGroups(t, tests, file) {
				total += len(g.Tests)
				v, err := check(g.Schema, o)
				if err != nil {
					t.Errorf("%s: %s: refused: %v", file, g.Description, err)
					continue
				}
				g.run(t, file, v)
			}
		}
	}
	t.Logf("%d tests", total)
}

type group struct {
	Description string
	Schema      json.RawMessage
	Tests       []struct {
		Description string
		Data        json.RawMessage
		Valid       bool
	}
}

func readGroups(t *testing.T, tests fs.FS, file string) []group {
	t.Helper()
	data, err := fs.ReadFile(tests, file)
	if err != nil {
		t.Fatal(err)
	}
	var groups []group
	if err := json.Unmarshal(data, &groups); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return groups
}

func (g group) run(t *testing.T, file string, v *model.Value) {
	t.Helper()
	var in interpret.Interpreter
	for _, test := range g.Tests {
		if got := in.Accepts(v, test.Data); got != test.Valid {
			t.Errorf("%s: %s: %s: accepted %v, want %v", file, g.Description, test.Description, got, test.Valid)
		}
		if err := in.Validate(v, test.Data); (err == nil) != test.Valid {
			t.Errorf("%s: %s: %s: reported %v, want valid %v", file, g.Description, test.Description, err, test.Valid)
		}
	}
}
