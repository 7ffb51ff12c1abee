package source

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"in/s.json":      `{"$ref": "https://schemas.example.com/other.json"}`,
		"in/up.json":     `{"$ref": "../secret.json"}`,
		"map/other.json": `{}`,
		"secret.json":    `{}`,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	maps := map[string]string{"https://schemas.example.com/": filepath.Join(dir, "map")}
	if _, err := Open(filepath.Join(dir, "in/s.json"), Options{Maps: maps}); err != nil {
		t.Errorf("with a map: %v", err)
	}
	for _, file := range []string{"in/s.json", "in/up.json", "missing.json", "missing/s.json"} {
		if _, err := Open(filepath.Join(dir, file), Options{}); err == nil {
			t.Errorf("%s can be opened", file)
		}
	}
}

// Schemas of a library may refer to each other by their URLs, and to nothing else.
func TestLibrary(t *testing.T) {
	l := Library{Base: "https://example.com/s/", Name: "lib", Tree: fstest.MapFS{
		"a/one.json":  {Data: []byte(`{"$id": "https://example.com/s/a/one.json", "$ref": "../b/two.json"}`)},
		"b/two.json":  {Data: []byte(`{"$id": "https://example.com/s/b/two.json", "type": "string"}`)},
		"away.json":   {Data: []byte(`{"$id": "https://example.com/s/away.json", "$ref": "../other.json"}`)},
		"format.json": {Data: []byte(`{"format": "date-time"}`)},
	}}
	g, err := l.Open("a/one.json", "format.json")
	if err != nil {
		t.Fatal(err)
	}
	if two := g.Roots[0].Ref; two == nil || two.Location.File != "lib/b/two.json" {
		t.Errorf("refers to %+v, want lib/b/two.json", two)
	}
	if !g.Roots[1].FormatAsserted {
		t.Error("formats are not asserted")
	}
	if _, err := l.Open("away.json"); err == nil {
		t.Error("a schema refers to what is not in the library")
	}
}
