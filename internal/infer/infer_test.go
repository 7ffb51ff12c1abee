package infer_test

import (
	"errors"
	"os"
	"path/filepath"
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

// check makes the check of a schema.
func check(t *testing.T, text []byte) *model.Value {
	t.Helper()
	tree := fstest.MapFS{"schema.json": {Data: text}}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, load.Options{AssertFormat: true})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	v, err := lower.Check(g, g.Roots[0])
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return v
}

// A sample is a document of the corpus.
type sample struct {
	file  string
	event string // what it is
	text  []byte
	value *schema.Value
}

// samples returns the real events and responses of the corpus, as far as they are JSON.
func samples(t *testing.T) []sample {
	t.Helper()
	dir := corpus.Dir(t, "events")
	table, err := os.ReadFile(filepath.Join(dir, "manifest.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for line := range strings.Lines(string(table)) {
		fields := strings.Split(line, "\t") // source, file, service, event_type, direction
		if fields[0] == "source" {
			continue
		}
		file := filepath.Join(dir, fields[0], fields[1])
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		v, err := load.Document(file, text)
		var problems schema.Problems
		if errors.As(err, &problems) {
			continue
		}
		all = append(all, sample{file, strings.Join(fields[2:5], " "), text, v})
	}
	return all
}

// byEvent groups samples by what they are.
func byEvent(all []sample) map[string][]sample {
	groups := map[string][]sample{}
	for _, s := range all {
		groups[s.event] = append(groups[s.event], s)
	}
	return groups
}

func values(group []sample) []*schema.Value {
	list := make([]*schema.Value, len(group))
	for i, s := range group {
		list[i] = s.value
	}
	return list
}

// Every real event is valid by the schema that is made of it, alone and together with the others of
// its kind.
func TestSamplesAreValid(t *testing.T) {
	all := samples(t)
	var in interpret.Interpreter
	for _, s := range all {
		text := infer.Print(infer.Schema([]*schema.Value{s.value}, infer.Options{}))
		if err := in.Validate(check(t, text), s.text); err != nil {
			t.Errorf("%s: %v", s.file, err)
		}
	}
	for event, group := range byEvent(all) {
		text := infer.Print(infer.Schema(values(group), infer.Options{}))
		v := check(t, text)
		for _, s := range group {
			if err := in.Validate(v, s.text); err != nil {
				t.Errorf("%s: %s: %v", event, s.file, err)
			}
		}
	}
	t.Logf("%d samples of %d events", len(all), len(byEvent(all)))
}
