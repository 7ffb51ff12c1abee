package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"regexp"

	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/scaffold"
)

// A repository is what surrounds the current folder. Its paths are absolute but where it says
// otherwise.
type repository struct {
	here   string // the current folder
	root   string // the nearest folder upwards with .git, or here
	module string // the nearest folder upwards with go.mod, or here

	hasModule, hasTool bool // there is a go.mod, and eventgen is a tool in it

	config       string // the configuration file in the current folder, relative to it; empty if there is none
	goPackage    string // the name of the package that a Go file in the current folder is part of
	hasDirective bool   // a Go file in the current folder makes go generate run eventgen
}

func findRepository() (repository, error) {
	here, err := filepath.Abs(".")
	if err != nil {
		return repository{}, err
	}
	r := repository{here: here, root: here, module: here}
	if dir, ok := upwards(here, ".git"); ok {
		r.root = dir
	}
	if r.module, r.hasModule = upwards(here, "go.mod"); r.hasModule {
		mod, err := os.ReadFile(filepath.Join(r.module, "go.mod"))
		if err != nil {
			return repository{}, err
		}
		r.hasTool = bytes.Contains(mod, []byte(scaffold.Tool))
	}
	for _, name := range []string{".eventgen.yaml", scaffold.ConfigName} {
		if _, err := os.Lstat(name); err == nil {
			r.config = name
		}
	}
	return r, r.readGo()
}

// upwards returns the nearest folder from dir upwards that holds name, or dir.
func upwards(dir, name string) (string, bool) {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, name)); err == nil {
			return at, true
		}
		if at == filepath.Dir(at) {
			return dir, false
		}
	}
}

// readGo reads the Go files in the current folder.
func (r *repository) readGo() error {
	pkg, err := build.ImportDir(".", 0)
	var none *build.NoGoError
	switch {
	case errors.As(err, &none):
		r.goPackage = goPackageName(filepath.Base(r.here))
	case err != nil:
		return fmt.Errorf("cannot tell the Go package in this folder: %w", err)
	default:
		r.goPackage = pkg.Name
	}
	for _, file := range append(pkg.GoFiles, pkg.IgnoredGoFiles...) {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		r.hasDirective = r.hasDirective || runsEventgen(text)
	}
	return nil
}

// directive matches a go:generate line that runs eventgen generate, with its arguments.
var directive = regexp.MustCompile(`(?m)^//go:generate .*\beventgen\S* generate\b(.*)$`)

// runsEventgen reports whether a Go file has a go:generate line for eventgen.yaml: one without
// schemas, which --out goes with.
func runsEventgen(text []byte) bool {
	for _, line := range directive.FindAllSubmatch(text, -1) {
		if !bytes.Contains(line[1], []byte("--out")) {
			return true
		}
	}
	return false
}

// project is what the files to write need to know.
func (r repository) project() scaffold.Project {
	return scaffold.Project{Folder: r.within(r.here), Module: r.within(r.module)}
}

// within returns a folder relative to the root, slash-separated.
func (r repository) within(dir string) string {
	rel, err := filepath.Rel(r.root, dir)
	if err != nil {
		return "." // both are absolute and one holds the other, so there is a way
	}
	return filepath.ToSlash(rel)
}

// display returns the path of a file as seen from the current folder.
func (r repository) display(f output.File) string {
	return filepath.ToSlash(relative(filepath.Join(r.root, filepath.FromSlash(f.Path))))
}
