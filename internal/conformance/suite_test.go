package conformance

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
)

// suiteDrafts are the folders of the JSON Schema Test Suite and the drafts that schemas without
// $schema have there.
var suiteDrafts = map[string]string{
	"draft4": "4", "draft6": "6", "draft7": "7", "draft2019-09": "2019-09", "draft2020-12": "2020-12",
}

// suiteKinds are the folders of tests within a draft, as patterns.
var suiteKinds = map[string]string{
	"required": "*.json", "optional": "optional/*.json", "format": "optional/format/*.json",
}

// A suiteGroup is a schema of the suite and its tests.
type suiteGroup struct {
	Description string
	Schema      json.RawMessage
	Tests       []struct {
		Description string
		Data        json.RawMessage
		Valid       bool
	}
}

// The JSON Schema Test Suite, through generated and compiled code.
func TestSuite(t *testing.T) {
	skipShort(t)
	dir := corpus.Dir(t, "suite")
	remotes := map[string]string{"http://localhost:1234/": filepath.Join(dir, "remotes")}
	var subjects []subject
	for _, folder := range slices.Sorted(maps.Keys(suiteDrafts)) {
		for _, kind := range slices.Sorted(maps.Keys(suiteKinds)) {
			for _, s := range suiteSubjects(t, filepath.Join(dir, "tests"), folder, kind) {
				s.source.draft, s.source.maps = suiteDrafts[folder], remotes
				subjects = append(subjects, s)
			}
		}
	}
	examination{}.run(t, newLedger("suite"), subjects)
}

// The suite of two drafts as it comes with a module: a fresh clone, without the shared documents,
// proves itself on it.
func TestSuiteOfModule(t *testing.T) {
	skipShort(t)
	dir := filepath.Join(suiteModule(t), "jsonschema", "testdata")
	remotes := map[string]string{"http://localhost:1234/": filepath.Join(dir, "remotes")}
	var subjects []subject
	for _, folder := range []string{"draft2020-12", "draft7"} {
		for _, s := range suiteSubjects(t, dir, folder, "required") {
			s.source.draft, s.source.maps = suiteDrafts[folder], remotes
			subjects = append(subjects, s)
		}
	}
	examination{}.run(t, newLedger("suite-of-module"), subjects)
}

// suiteModule returns the folder of the module that testdata/suite/go.mod names. It is no
// requirement of ours, so it may have to be downloaded.
func suiteModule(t *testing.T) string {
	t.Helper()
	cmd := exec.Command("go", "mod", "download", "-json", "github.com/google/jsonschema-go")
	cmd.Dir = filepath.Join("testdata", "suite")
	output, err := cmd.Output()
	var module struct{ Dir, Error string }
	if json.Unmarshal(output, &module) != nil || err != nil {
		t.Skipf("%s cannot be downloaded: %v %s", cmd.Args[4], err, module.Error)
	}
	return module.Dir
}

func skipShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes minutes")
	}
}

// suiteSubjects reads the tests of one kind of one draft.
func suiteSubjects(t *testing.T, tests, folder, kind string) []subject {
	t.Helper()
	var subjects []subject
	for _, file := range glob(t, filepath.Join(tests, folder), suiteKinds[kind]) {
		relative, err := filepath.Rel(tests, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range readGroups(t, file) {
			s := g.subject(t, kind)
			s.key = filepath.ToSlash(relative) + "#" + g.Description
			s.row = folder + " " + kind
			subjects = append(subjects, s)
		}
	}
	return subjects
}

func readGroups(t *testing.T, file string) []suiteGroup {
	t.Helper()
	var groups []suiteGroup
	if err := json.Unmarshal(read(t, file), &groups); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return groups
}

// subject turns a group into claims. Its schema goes to a folder of its own, out of which no
// reference leads. Formats are asserted where the suite tests them.
func (g suiteGroup) subject(t *testing.T, kind string) subject {
	t.Helper()
	file := filepath.Join(t.TempDir(), "schema.json")
	if err := os.WriteFile(file, g.Schema, 0o644); err != nil {
		t.Fatal(err)
	}
	s := subject{source: source{file: file, assert: kind == "format"}}
	for _, test := range g.Tests {
		s.claims = append(s.claims, claim{
			key: test.Description, document: test.Data, valid: test.Valid,
			nearest:   hasNumber(g.Schema),
			mayNotFit: kind == "optional",
		})
	}
	return s
}

// hasNumber reports whether a schema speaks of numbers that become a float64.
func hasNumber(schema []byte) bool { return bytes.Contains(schema, []byte(`"number"`)) }
