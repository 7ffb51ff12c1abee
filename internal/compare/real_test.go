package compare_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/internal/compare"
	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// Real schemas have not changed since they were last read, and that takes no time to find out.
func TestRealSchemasAreTheirOwnEqual(t *testing.T) {
	dir := corpus.Dir(t, "schemastore")
	folders, err := filepath.Glob(filepath.Join(dir, "*", "schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range folders {
		before, after := readReal(t, file), readReal(t, file)
		if before.Graph == nil {
			continue
		}
		start := time.Now()
		if changes := compare.Versions(before, after); len(changes) > 0 {
			t.Errorf("%s differs from itself: %+v", file, changes[0])
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s takes %v", file, took)
		}
	}
}

// readReal reads a schema of SchemaStore; nothing if it needs documents that are not at hand.
func readReal(t *testing.T, file string) compare.Version {
	t.Helper()
	root, err := os.OpenRoot(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	g, err := load.Schemas([]load.Source{{Tree: root.FS(), Path: "schema.json", Name: "schema.json"}}, load.Options{Draft: schema.Draft7})
	if err != nil {
		return compare.Version{}
	}
	pkg, err := lower.Package(g, lower.Options{Name: "p", Types: []lower.Type{{Name: "Event", Schema: g.Roots[0]}}})
	if err != nil {
		return compare.Version{}
	}
	return compare.Version{Graph: g, Package: pkg}
}

// A change anywhere in a real schema is judged in no time, and its real documents hold the verdict.
func TestRealSchemasChange(t *testing.T) {
	dir := corpus.Dir(t, "schemastore")
	files, err := filepath.Glob(filepath.Join(dir, "*", "schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	promised, slowest := 0, time.Duration(0)
	for i, file := range files {
		before := readReal(t, file)
		if before.Graph == nil {
			continue
		}
		after, ok := changed(t, file, uint64(i))
		if !ok {
			continue
		}
		start := time.Now()
		changes := compare.Versions(before, after)
		took := time.Since(start)
		slowest = max(slowest, took)
		if took > 20*time.Second {
			t.Errorf("%s takes %v", file, took)
		}
		if worst(changes).Backward != compare.Compatible {
			continue
		}
		promised++
		for _, document := range documents(t, filepath.Dir(file)) {
			var in interpret.Interpreter
			if in.Accepts(before.Package.Roots[0].Value, document) && !in.Accepts(after.Package.Roots[0].Value, document) {
				t.Errorf("%s: called compatible, but the changed schema refuses %.100s", file, document)
			}
		}
	}
	t.Logf("%d promises; the slowest comparison took %v", promised, slowest)
}

// changed changes a schema of SchemaStore in some place.
func changed(t *testing.T, file string, seed uint64) (compare.Version, bool) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&doc); err != nil {
		return compare.Version{}, false
	}
	if doc["$schema"] == nil {
		doc["$schema"] = "http://json-schema.org/draft-07/schema#"
	}
	r := random{rand.New(rand.NewPCG(seed, 3))}
	text, err = json.Marshal(r.change(doc))
	if err != nil {
		t.Fatal(err)
	}
	v, err := compileCheck(string(text))
	return v, err == nil
}

// documents returns the valid documents beside a schema of SchemaStore.
func documents(t *testing.T, dir string) [][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "valid", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var texts [][]byte
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	return texts
}
