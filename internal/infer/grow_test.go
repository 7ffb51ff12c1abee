package infer_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/infer"
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A schema that is grown by one real event after the other accepts all of them at each step.
func TestGrowBySamples(t *testing.T) {
	groups := byEvent(samples(t))
	var in interpret.Interpreter
	for event, group := range groups {
		root := infer.Schema(values(group[:1]), infer.Options{})
		for i := 1; i < len(group); i++ {
			root = infer.Grow(root, values(group[i:i+1]))
			v := check(t, infer.Print(root))
			for _, s := range group[:i+1] {
				if err := in.Validate(v, s.text); err != nil {
					t.Errorf("%s: %s after %s: %v", event, s.file, group[i].file, err)
				}
			}
		}
	}
}

// Grown schemas accept the documents that they accepted before, and most of those by which they were
// grown: real schemas of SchemaStore by documents that are not valid.
func TestGrowKeepsWhatIsValid(t *testing.T) {
	dir := corpus.Dir(t, "schemastore")
	files, err := filepath.Glob(filepath.Join(dir, "*", "schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	refused, accepted := 0, 0
	var in interpret.Interpreter
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		before, ok := tryCheck(text)
		root, err := load.Document("schema.json", text)
		if !ok || err != nil {
			continue
		}
		invalid := documents(t, filepath.Join(filepath.Dir(file), "invalid"))
		invalid = slices.DeleteFunc(invalid, func(d sample) bool { return in.Accepts(before, d.text) })
		if len(invalid) == 0 {
			continue
		}
		grown := infer.Print(infer.Grow(root, values(invalid)))
		after, ok := tryCheck(grown)
		if !ok {
			t.Errorf("%s: the grown schema cannot be compiled", file)
			continue
		}
		for _, d := range documents(t, filepath.Join(filepath.Dir(file), "valid")) {
			if in.Accepts(before, d.text) && !in.Accepts(after, d.text) {
				t.Errorf("%s: refused now: %v", d.file, in.Validate(after, d.text))
			}
		}
		for _, d := range invalid {
			if refused++; in.Accepts(after, d.text) {
				accepted++
			}
		}
	}
	t.Logf("%d of %d documents that were refused are accepted", accepted, refused)
	if accepted*10 < refused*7 {
		t.Error("too few of the documents are accepted")
	}
}

// tryCheck makes the check of a schema, if it can be compiled alone.
func tryCheck(text []byte) (*model.Value, bool) {
	tree := fstest.MapFS{"schema.json": {Data: text}}
	o := load.Options{Draft: schema.Draft7}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, o)
	if err != nil {
		return nil, false
	}
	v, err := lower.Check(g, g.Roots[0])
	return v, err == nil
}

func documents(t *testing.T, dir string) []sample {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		v, err := load.Document(file, text)
		var problems schema.Problems
		if errors.As(err, &problems) {
			continue
		}
		all = append(all, sample{strings.TrimPrefix(file, dir), "", text, v})
	}
	return all
}
