package gen

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestModulePath(t *testing.T) {
	tests := []struct{ mod, want string }{
		{"module example.com/shop\n", "example.com/shop"},
		{"// a comment\n\nmodule\texample.com/shop // another\n", "example.com/shop"},
		{"go 1.26\nmodule \"example.com/shop\"\n", "example.com/shop"},
		{"module `example.com/shop`", "example.com/shop"},
		{"modules example.com/shop\n", ""},
		{"go 1.26\n", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := modulePath([]byte(test.mod)); got != test.want {
			t.Errorf("modulePath(%q) = %q, want %q", test.mod, got, test.want)
		}
	}
}

func TestImportable(t *testing.T) {
	for p, want := range map[string]bool{
		"example.com/a-b/c_d.e~f+g": true, "": false, "a//b": false, "/a": false, "a b": false, "a/.b": false, "a/b.": false,
		`a"b`: false, "a\nb": false, "ä": false, "..": false,
	} {
		if got := importable(p); got != want {
			t.Errorf("importable(%q) = %t, want %t", p, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	tests := []struct {
		from, to string
		want     bool
	}{
		{"a", "wire", true},
		{"a", "internal/wire", true},
		{"a/b", "a/internal/wire", true},
		{"a", "a/internal/wire", true},
		{"a", "b/internal/wire", false},
		{"ab", "a/internal/wire", false},
		{"internal/a", "internal/b/internal/wire", false},
	}
	for _, test := range tests {
		if got := visible(test.from, test.to); got != test.want {
			t.Errorf("visible(%q, %q) = %t, want %t", test.from, test.to, got, test.want)
		}
	}
}

// Signs of patterns mean something in the configuration, and nothing in the names of folders
// that it lies in.
func TestGlob(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "odd [name]*")
	for _, name := range []string{"x/b/2.json", "x/a/3.json", "x/a/1.json", "x/a/1.txt", "x/plain.json"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		pattern string
		want    []string
	}{
		{"x/*/*.json", []string{"x/a/1.json", "x/b/2.json", "x/a/3.json"}},
		{"x/[a]/?.json", []string{"x/a/1.json", "x/a/3.json"}},
		{"x/plain.json", []string{"x/plain.json"}},
		{"x/../x/a/*.txt", []string{"x/a/1.txt"}},
		{"x/*.yaml", nil},
	}
	for _, test := range tests {
		files, err := Config{Dir: dir}.glob(test.pattern)
		if err != nil {
			t.Errorf("%s: %v", test.pattern, err)
		}
		var got []string
		for _, file := range files {
			rel, err := filepath.Rel(dir, file)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, filepath.ToSlash(rel))
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.pattern, got, test.want)
		}
	}
	if _, err := (Config{}).glob("[a.json"); err == nil {
		t.Error("a pattern that is none has no error")
	}
}
