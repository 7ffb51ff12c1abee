package output

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"
)

var errDisk = errors.New("disk failure")

// failing is a tree of which one step fails.
type failing struct {
	*os.Root
	steps int // until then all goes well
	taken int
}

func (f *failing) fails() bool {
	f.taken++
	return f.taken == f.steps+1
}

func (f *failing) Mkdir(name string, perm fs.FileMode) error {
	if f.fails() {
		return errDisk
	}
	return f.Root.Mkdir(name, perm)
}

func (f *failing) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	if f.fails() {
		return nil, errDisk
	}
	return f.Root.OpenFile(name, flag, perm)
}

func (f *failing) Rename(from, to string) error {
	if f.fails() {
		return errDisk
	}
	return f.Root.Rename(from, to)
}

// Whichever step fails, the tree is as it was before, without temporary files.
func TestAllOrNothing(t *testing.T) {
	const head = Header + "\npackage p\n"
	before := map[string]string{"a/edited.go": head + "// old\n", "b/stale.go": head}
	files := []File{{"a/edited.go", []byte(head + "// new\n")}, {"a/new.go", []byte(head)}, {"c/d/new.go", []byte(head)}}
	owned := Owned{Folders: []string{"a", "b", "c/d"}}

	failures := 0
	for steps := 0; ; steps++ {
		root := t.TempDir()
		tree, err := os.OpenRoot(root)
		if err != nil {
			t.Fatal(err)
		}
		defer tree.Close()
		for _, dir := range []string{"a", "b"} {
			if err := tree.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		for name, data := range before {
			if err := tree.WriteFile(name, []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		drift, err := compare(tree, files, owned)
		if err != nil {
			t.Fatal(err)
		}
		run := transaction{disk: &failing{Root: tree, steps: steps}}
		err = run.run(drift)
		if err == nil {
			break
		}
		failures++
		if !errors.Is(err, errDisk) {
			t.Errorf("after %d steps: error %v does not tell of the failure", steps, err)
		}
		if got := entries(t, tree); !maps.Equal(got, before) {
			t.Errorf("after %d steps: left behind %q", steps, slices.Sorted(maps.Keys(got)))
		}
	}
	// 7 steps of making folders (of which two exist and one is tried twice), 3 of staging, 5 renames.
	if failures < 12 {
		t.Errorf("only %d steps could fail", failures)
	}
}

// Files of several batches are written, or none, if a later batch fails.
func TestBatches(t *testing.T) {
	var files []File
	for i := range 2*batchSize + 1 {
		files = append(files, File{fmt.Sprintf("a/%03d.go", i), []byte(Header + "\npackage p\n")})
	}
	for steps, want := range map[int]int{3 * batchSize: 0, 1000 * batchSize: len(files)} {
		tree, err := os.OpenRoot(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		defer tree.Close()
		drift, err := compare(tree, files, Owned{Folders: []string{"a"}})
		if err != nil {
			t.Fatal(err)
		}
		run := transaction{disk: &failing{Root: tree, steps: steps}}
		if err := run.run(drift); (err != nil) != (want == 0) {
			t.Errorf("after %d steps: %v", steps, err)
		}
		if got := entries(t, tree); len(got) != want {
			t.Errorf("after %d steps: %d files, want %d", steps, len(got), want)
		}
	}
}

// entries returns the files of a tree with their content, and its empty folders.
func entries(t *testing.T, tree *os.Root) map[string]string {
	t.Helper()
	found := make(map[string]string)
	err := fs.WalkDir(tree.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != "." && name != "a" && name != "b" {
				found[name] = "folder"
			}
			return nil
		}
		data, err := tree.ReadFile(name)
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
