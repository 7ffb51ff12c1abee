package gen

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A module is the Go module that generated packages are part of.
type module struct {
	root string // absolute
	path string
}

// findModule returns the module that a folder, which need not exist yet, belongs to.
func findModule(dir string) (module, error) {
	start, err := filepath.Abs(dir)
	if err != nil {
		return module{}, err
	}
	for root := start; ; root = filepath.Dir(root) {
		file := filepath.Join(root, "go.mod")
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return readModule(root, file)
		}
		if root == filepath.Dir(root) {
			return module{}, hinted("no go.mod above "+displayed(start),
				"generated code imports its runtime by the module's path: run go mod init, or choose a folder in a module")
		}
	}
}

func readModule(root, file string) (module, error) {
	data, err := readBounded(file)
	if err != nil {
		return module{}, err
	}
	p := modulePath(data)
	if !importable(p) {
		return module{}, fmt.Errorf("%s names no module path that Go code can import", displayed(file))
	}
	return module{root: root, path: p}, nil
}

// modulePath returns the path in a go.mod file, or nothing.
func modulePath(data []byte) string {
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "//")
		rest, found := strings.CutPrefix(strings.TrimSpace(line), "module")
		if !found || strings.TrimLeft(rest, " \t\"`") == rest {
			continue
		}
		rest = strings.TrimSpace(rest)
		if unquoted, err := strconv.Unquote(rest); err == nil {
			return unquoted
		}
		return rest
	}
	return ""
}

// importable reports whether each element of a path is one that Go accepts in import paths.
func importable(p string) bool {
	for element := range strings.SplitSeq(p, "/") {
		if element == "" || strings.HasPrefix(element, ".") || strings.HasSuffix(element, ".") {
			return false
		}
		for _, r := range element {
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
			if !letter && !strings.ContainsRune("-._~+", r) {
				return false
			}
		}
	}
	return true
}

// relative returns the path of a file or folder within the module, slash-separated. It starts
// with ".." outside of it.
func (m module) relative(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(m.root, abs)
	return filepath.ToSlash(rel), err
}

// folder is relative for a folder that holds a package of the module.
func (m module) folder(p string) (string, error) {
	rel, err := m.relative(p)
	if err != nil {
		return "", err
	}
	if rel == "." {
		return rel, nil
	}
	if isOutside(rel) {
		return "", hinted(fmt.Sprintf("%s is not in the module %s", displayed(p), m.path),
			"all that one run generates belongs to one module")
	}
	if !importable(rel) {
		return "", fmt.Errorf("%s is no path that Go code can import", rel)
	}
	return rel, nil
}

func isOutside(rel string) bool {
	return rel == ".." || strings.HasPrefix(rel, "../") || filepath.IsAbs(filepath.FromSlash(rel))
}

// importPath returns how Go code imports the package in a folder of the module.
func (m module) importPath(folder string) string {
	return path.Join(m.path, folder)
}

// visible reports whether a package in folder from may import the one in folder to: a folder
// named internal is open to what lies beside or below it.
func visible(from, to string) bool {
	elements := strings.Split(to, "/")
	for i, element := range slices.Backward(elements) {
		if element != "internal" {
			continue
		}
		parent := strings.Join(elements[:i], "/")
		return parent == "" || from == parent || strings.HasPrefix(from, parent+"/")
	}
	return true
}
