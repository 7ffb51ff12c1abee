package output

import (
	"fmt"
	"os"
	"path/filepath"
)

// WriteFile puts data into a file, whatever is there: all of it or nothing. What is no regular
// file, such as a pipe, is written to as it is.
func WriteFile(file string, data []byte) error {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(file, data, 0o644)
	}
	target, err := filepath.EvalSymlinks(file)
	if err != nil {
		target = file // it does not exist yet
	}
	dir, err := os.OpenRoot(filepath.Dir(target))
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", file, err)
	}
	defer dir.Close()
	name := filepath.Base(target)
	kind := Missing
	if _, err := dir.Lstat(name); err == nil {
		kind = Modified
	}
	t := transaction{disk: dir}
	return t.run(Drift{{Kind: kind, Path: name, New: data}})
}
