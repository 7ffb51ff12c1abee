package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/scaffold"
	"github.com/eventgen-go/eventgen/schemas"
)

// The URLs that editors get are the $ids of the schemas.
func TestBuiltInsHaveTheirURLs(t *testing.T) {
	for _, e := range builtIns() {
		text, err := schemas.Files.ReadFile(strings.TrimPrefix(e.Schema, "schemas/"))
		if err != nil {
			t.Fatal(err)
		}
		wantID(t, e.ID, text, e.URL())
	}
	wantID(t, "eventgen.yaml", gen.ConfigSchema(), "https://eventgen-go.github.io/schemas/eventgen.schema.json")
}

func wantID(t *testing.T, what string, schema []byte, want string) {
	t.Helper()
	var doc struct {
		ID string `json:"$id"`
	}
	if err := json.Unmarshal(schema, &doc); err != nil || doc.ID != want {
		t.Errorf("%s has the $id %q, want %q (%v)", what, doc.ID, want, err)
	}
}

// Settings for an editor are JSON, and name each event.
func TestVSCode(t *testing.T) {
	p := scaffold.Project{Folder: "."}
	var settings struct {
		YAML map[string][]string `json:"yaml.schemas"`
		JSON []struct {
			FileMatch []string `json:"fileMatch"`
			URL       string   `json:"url"`
		} `json:"json.schemas"`
	}
	if err := json.Unmarshal(p.VSCode(builtIns()).Data, &settings); err != nil {
		t.Fatal(err)
	}
	if len(settings.YAML) != 1 || len(settings.JSON) != len(builtIns()) {
		t.Errorf("%d and %d schemas", len(settings.YAML), len(settings.JSON))
	}
}

// The workflow that init writes is one, by the schema of workflows.
func TestWorkflow(t *testing.T) {
	p := scaffold.Project{
		Folder: "a b", Module: ".", Events: []string{"events"},
		Config: gen.Config{Packages: map[string]gen.Package{"orders": {}}},
	}
	wantValid(t, "github-workflow", p.GitHub().Data)
}

// wantValid wants a document in YAML to be valid by a schema of SchemaStore.
func wantValid(t *testing.T, schema string, document []byte) {
	t.Helper()
	dir := corpus.Dir(t, "schemastore/"+schema)
	file := filepath.Join(t.TempDir(), "document.yaml")
	if err := os.WriteFile(file, document, 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"validate", "--schema", filepath.Join(dir, "schema.json"), file}, nil, &stdout, &stderr); status != exitClean {
		t.Errorf("exit status %d\n%s%s", status, stdout.Bytes(), stderr.Bytes())
	}
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
