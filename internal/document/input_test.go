package document

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{
		"a.json", "b.txt", "sub/c.ndjson.gz", "sub/deep/d.yaml", "sub/deep/e.json", "sub/.hidden/f.json", "sub/.g.json",
		"none/h.txt", "odd[1]/i.json",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("{}"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct{ arguments, want string }{
		{"a.json b.txt", "a.json b.txt"},
		{"a.json ./a.json a*", "a.json"},
		{"-", Stdin},
		{"sub", "sub/c.ndjson.gz sub/deep/d.yaml sub/deep/e.json"},
		{"sub/.hidden", "sub/.hidden/f.json"},
		{"*.json", "a.json"},
		{"*", "a.json b.txt"},
		{"*/*.gz", "sub/c.ndjson.gz"},
		{"**/*.json", "a.json odd[1]/i.json sub/.g.json sub/deep/e.json"},
		{"sub/**", "sub/.g.json sub/c.ndjson.gz sub/deep/d.yaml sub/deep/e.json"},
		{"s?b/**/[a-e].*", "sub/c.ndjson.gz sub/deep/d.yaml sub/deep/e.json"},
		{"sub/deep/**/e.json", "sub/deep/e.json"},
		{"odd[1]", "odd[1]/i.json"},
		{"odd[1]/i.json", "odd[1]/i.json"},
		{"missing.json", "missing.json: stat missing.json: no such file or directory"},
		{"*.xml", "*.xml: no file matches"},
		{"missing/*.json a.json", "missing/*.json: no file matches a.json"},
		{"none", "none: no document in this folder"},
		{"[a", "[a: syntax error in pattern"},
	}
	for _, test := range tests {
		var got []string
		for _, in := range Find(strings.Fields(test.arguments), nil) {
			f, err := in.Open()
			if err != nil {
				got = append(got, fmt.Sprintf("%s: %v", in.Name, err))
				continue
			}
			if in.Name != Stdin {
				f.Close()
			}
			got = append(got, in.Name)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.arguments, s, test.want)
		}
	}
}

// A folder that cannot be read does not hide the others.
func TestFindUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"in/a/1.json", "in/b/2.json"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod("in/a", 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod("in/a", 0o755) })
	var names []string
	for _, in := range Find([]string{"in"}, nil) {
		names = append(names, in.Name)
	}
	if want := []string{"in/a", "in/b/2.json"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}
