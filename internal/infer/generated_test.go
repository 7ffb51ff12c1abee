package infer_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/infer"
	"github.com/eventgen-go/eventgen/internal/load"
)

func TestGeneratedCodeHoldsSamples(t *testing.T) { generateAndDecode(t, own(t)) }

func TestGeneratedCodeHoldsRealEvents(t *testing.T) { generateAndDecode(t, byEvent(samples(t))) }

// generateAndDecode shows that every sample survives what its schema becomes: the schema is generated,
// the Go package decodes the sample, and what it encodes is equal.
func generateAndDecode(t *testing.T, groups map[string][]sample) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds a program")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/samples\n\ngo 1.26\n")
	types := map[string]string{}
	var cases, decoders strings.Builder
	for i, event := range slices.Sorted(maps.Keys(groups)) {
		name := fmt.Sprintf("T%d", i)
		file := name + ".schema.json"
		write(t, filepath.Join(dir, file), string(infer.Print(infer.Schema(values(groups[event]), infer.Options{}))))
		types[name] = file
		fmt.Fprintf(&decoders, "\t%q: func(b []byte) (json.Marshaler, error) { return events.Decode%s(b) },\n", name, name)
		for k, s := range groups[event] {
			sampleFile := fmt.Sprintf("%s-%d.json", name, k)
			write(t, filepath.Join(dir, sampleFile), string(s.text))
			fmt.Fprintf(&cases, "\t{%q, %q, %q},\n", name, sampleFile, s.file)
		}
	}
	tree, err := gen.Files(gen.Config{Dir: dir, Out: "gen", Packages: map[string]gen.Package{"events": {Types: types, AssertFormat: true}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := gen.Write(tree); err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile("testdata/decode.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer("// decoders\n", decoders.String(), "// cases\n", cases.String()).Replace(string(program))
	write(t, filepath.Join(dir, "main.go"), text)
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// own returns the samples of testdata/samples: each file is about one event.
func own(t *testing.T) map[string][]sample {
	t.Helper()
	files, err := filepath.Glob("testdata/samples/*.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string][]sample{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(text) {
			v, err := load.Document(file, line)
			if err != nil {
				t.Fatal(err)
			}
			groups[file] = append(groups[file], sample{file, file, line, v})
		}
	}
	return groups
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
