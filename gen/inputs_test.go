package gen_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
)

// All that a run has looked for counts, whether it was there or not, and nothing else.
func TestInputs(t *testing.T) {
	module(t, map[string]string{
		"go.mod":               "module example.com/shop\n",
		"a/order.json":         `{"properties": {"kind": {"$ref": "common.json"}, "at": {"$ref": "https://example.com/at.json"}}}`,
		"a/common.json":        `{"$ref": "missing.json"}`,
		"a/other.json":         `{}`,
		"urls/at.json":         `{"type": "integer"}`,
		"testdata/one.json":    `{"at": 1}`,
		"testdata/one.txt":     "",
		"elsewhere/other.json": "",
	})
	cfg := gen.Config{
		Out:  "gen",
		Maps: map[string]string{"https://example.com/": "urls"},
		Packages: map[string]gen.Package{
			"orders": {Types: map[string]string{"Order": "a/order.json"}, Examples: map[string]string{"Order": "testdata/*.json"}},
		},
	}
	var in gen.Inputs
	if _, err := in.Files(cfg); err == nil {
		t.Fatal("a schema is missing")
	}
	in.Renew()
	write(t, "a/missing.json", `{"type": "string"}`)
	write(t, "a/other.json", `{"type": "string"}`)
	wantChanged(t, &in, "a/missing.json")

	in.Renew()
	wantChanged(t, &in)
	if _, err := in.Files(cfg); err != nil {
		t.Fatal(err)
	}
	wantChanged(t, &in)

	write(t, "a/order.json", `{}`)
	write(t, "urls/at.json", `{}`)
	write(t, "testdata/two.json", `{}`)
	write(t, "testdata/two.txt", ``)
	if err := os.Remove("testdata/one.json"); err != nil {
		t.Fatal(err)
	}
	wantChanged(t, &in, "a/order.json", "testdata/one.json", "testdata/two.json", "urls/at.json")
	in.Renew()
	wantChanged(t, &in)
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func wantChanged(t *testing.T, in *gen.Inputs, want ...string) {
	t.Helper()
	var got []string
	for _, i := range in.Changed() {
		got = append(got, filepath.ToSlash(i.Path))
	}
	if !slices.Equal(got, want) {
		t.Errorf("changed are %q, want %q", got, want)
	}
}
