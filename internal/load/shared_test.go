package load

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// shared is the folder of test material that is not part of the repository.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("EVENTGEN_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, name)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no test material: %v (set EVENTGEN_SHARED)", err)
	}
	return dir
}

func files(t *testing.T, patterns ...string) []string {
	t.Helper()
	var all []string
	for _, p := range patterns {
		found, err := filepath.Glob(p)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	if len(all) == 0 {
		t.Fatalf("nothing matches %q", patterns)
	}
	return all
}

func rooted(t *testing.T, dir string) fs.FS {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root.FS()
}

// Every schema of the JSON Schema Test Suite loads, also those of its
// optional tests.
func TestSuite(t *testing.T) {
	dir := shared(t, "suite")
	remotes := rooted(t, filepath.Join(dir, "remotes"))
	for folder, draft := range map[string]schema.Draft{
		"draft4": schema.Draft4, "draft6": schema.Draft6, "draft7": schema.Draft7,
		"draft2019-09": schema.Draft2019, "draft2020-12": schema.Draft2020,
	} {
		t.Run(folder, func(t *testing.T) {
			o := Options{Draft: draft, Maps: []Map{{"http://localhost:1234/", remotes, "remotes"}}}
			tests := filepath.Join(dir, "tests", folder)
			count := 0
			for _, file := range files(t, filepath.Join(tests, "*.json"), filepath.Join(tests, "optional", "*.json"), filepath.Join(tests, "optional", "format", "*.json")) {
				count += loadSuiteFile(t, file, o)
			}
			t.Logf("%d schemas", count)
		})
	}
}

func loadSuiteFile(t *testing.T, file string, o Options) int {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Description string
		Schema      json.RawMessage
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		tree := fstest.MapFS{"schema.json": {Data: c.Schema}}
		if _, err := Schemas([]Source{{tree, "schema.json", "schema.json"}}, o); err != nil {
			t.Errorf("%s: %s: %v", filepath.Base(file), c.Description, err)
		}
	}
	return len(cases)
}

// Every schema that SchemaStore publishes loads. References to other schemas
// of the store find them beside it.
func TestSchemaStore(t *testing.T) {
	dir := shared(t, "schemastore")
	schemas := files(t, filepath.Join(dir, "*", "schema.json"))
	nodes := 0
	for _, file := range schemas {
		name := filepath.Base(filepath.Dir(file))
		store := store{rooted(t, filepath.Dir(file))}
		o := Options{Draft: schema.Draft7}
		for _, prefix := range []string{"https://json.schemastore.org/", "http://json.schemastore.org/", "https://www.schemastore.org/"} {
			o.Maps = append(o.Maps, Map{prefix, store, name})
		}
		g, err := Schemas([]Source{{store, "schema.json", name + "/schema.json"}}, o)
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		nodes += len(g.Schemas)
	}
	t.Logf("%d documents, %d schemas in their graphs", len(schemas), nodes)
}

// A store serves the other schemas of the store from a folder below, with and
// without their extension.
type store struct{ fs.FS }

func (s store) Open(name string) (fs.File, error) {
	if name == "schema.json" {
		return s.FS.Open(name)
	}
	return s.FS.Open("remotes/" + strings.TrimSuffix(name, ".json") + ".json")
}

// Hostile documents are refused with a position, or load, in little time.
func TestHostile(t *testing.T) {
	dir := shared(t, "hostile")
	tree := rooted(t, dir)
	later := map[string]bool{"ref-not-recursion": true} // refused by the next stage
	for _, file := range files(t, filepath.Join(dir, "*.schema.json"), filepath.Join(dir, "*.schema.yaml")) {
		base := filepath.Base(file)
		name, _, _ := strings.Cut(base, ".schema.")
		t.Run(name, func(t *testing.T) {
			var want struct {
				Expect, Category string
				RefusalOK        bool `json:"refusal_ok"`
				OKTolerated      bool `json:"ok_tolerated"`
			}
			data, err := os.ReadFile(filepath.Join(dir, name+".want.json"))
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			_, err = Schemas([]Source{{tree, base, base}}, Options{})
			if took := time.Since(start); took > slow {
				t.Errorf("took %v", took)
			}
			switch {
			case err != nil && want.Expect == "ok" && !want.RefusalOK:
				t.Errorf("refused: %v", err)
			case err == nil && want.Expect == "error" && !want.OKTolerated && !later[name] && blamesLoad(want.Category):
				t.Error("loaded, should be refused")
			case err != nil:
				checkLocated(t, err)
			}
		})
	}
}

func blamesLoad(category string) bool {
	return category == "refs" || category == "file" || category == "structure" || category == "size"
}

func checkLocated(t *testing.T, err error) {
	t.Helper()
	ps, ok := err.(schema.Problems)
	if !ok {
		t.Fatalf("%T, want schema.Problems: %v", err, err)
	}
	for _, p := range ps {
		if p.Location.File == "" || p.Location.Line == 0 || p.Location.Column == 0 {
			t.Errorf("no position: %v", p)
		}
		t.Log(fmt.Sprint(p))
	}
}
