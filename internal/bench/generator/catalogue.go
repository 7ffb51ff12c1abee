package main

import (
	"os"
	"path/filepath"

	"github.com/eventgen-go/eventgen/internal/bench/program"
)

// catalogue works on a copy of the repository's schemas.
func catalogue(eventgen, dir string, rounds int) (costs, error) {
	root, err := program.Root()
	if err != nil {
		return costs{}, err
	}
	dir = filepath.Join(dir, "catalogue")
	if err := os.CopyFS(filepath.Join(dir, "schemas"), os.DirFS(filepath.Join(root, "schemas"))); err != nil {
		return costs{}, err
	}
	for _, name := range []string{".eventgen.yaml", "go.mod"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return costs{}, err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return costs{}, err
		}
	}
	return repeat(command{path: eventgen, dir: dir}, "out", rounds)
}
