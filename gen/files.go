package gen

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/eventgen-go/eventgen/internal/output"
	support "github.com/eventgen-go/eventgen/internal/runtime"
)

// Files generates all files of a configuration. The error is [Problems] if schemas or examples
// are to blame, of all packages together.
func Files(cfg Config) (Tree, error) { return cfg.files(new(Inputs)) }

// files is Files that adds what it reads to in.
func (c Config) files(in *Inputs) (Tree, error) {
	if err := c.check(); err != nil {
		return Tree{}, err
	}
	mod, err := findModule(c.path(c.Out))
	if err != nil {
		return Tree{}, err
	}
	plan, err := c.plan(mod, in)
	if err != nil {
		return Tree{}, err
	}
	products, err := compileAll(plan.jobs)
	if err != nil {
		return Tree{}, err
	}
	if c.Catalog != "" {
		catalog, err := plan.makeCatalog(c, products)
		if err != nil {
			return Tree{}, err
		}
		products = append(products, catalog)
	}
	files := under(plan.runtime, c.runtimeFiles(products))
	for _, p := range products {
		files = append(files, p.files...)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return Tree{Root: mod.root, Files: files, owned: plan.owned}, nil
}

// A plan is where everything goes. Folders are relative to the module.
type plan struct {
	module  module
	runtime string
	catalog string
	owned   output.Owned
	jobs    []job // in order of name
}

func (c Config) plan(mod module, in *Inputs) (plan, error) {
	out, err := mod.folder(c.path(c.Out))
	if err != nil {
		return plan{}, err
	}
	wire, err := mod.folder(c.runtime())
	if err != nil {
		return plan{}, err
	}
	p := plan{module: mod, runtime: wire, owned: output.Owned{Folders: []string{wire}}}
	for _, name := range sortedKeys(c.Packages) {
		pkg := c.Packages[name]
		folder := path.Join(out, cmp.Or(pkg.Folder, name))
		if err := p.take(name, folder); err != nil {
			return plan{}, err
		}
		if pkg.Folder == "" {
			p.owned.Parents = []string{out}
		}
		p.jobs = append(p.jobs, job{config: c, module: mod, inputs: in, name: name, pkg: pkg, folder: folder, runtime: mod.importPath(wire)})
	}
	if c.Catalog != "" {
		p.catalog = path.Join(out, c.Catalog)
		return p, p.take(c.Catalog, p.catalog)
	}
	return p, nil
}

// take gives a package a folder, which has to be its own and to see the runtime.
func (p *plan) take(name, folder string) error {
	if slices.Contains(p.owned.Folders, folder) {
		return fmt.Errorf("package %s has the folder %s, which another package has", name, folder)
	}
	if !visible(folder, p.runtime) {
		return hinted(fmt.Sprintf("package %s cannot import the runtime in %s, which is internal to another folder", name, p.runtime),
			"choose a folder for the runtime that is beside or above the package's")
	}
	p.owned.Folders = append(p.owned.Folders, folder)
	return nil
}

// compileAll runs the jobs, a few at a time, and returns what becomes of them, in their order.
func compileAll(jobs []job) ([]product, error) {
	var (
		products = make([]product, len(jobs))
		errs     = make([]error, len(jobs))
		slots    = make(chan struct{}, runtime.GOMAXPROCS(0))
		wait     sync.WaitGroup
	)
	for i, j := range jobs {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			products[i], errs[i] = j.compile()
		})
	}
	wait.Wait()
	return products, merge(errs)
}

// runtimeFiles returns the runtime for packages: what they need, or all of it in a folder that other
// runs may share.
func (c Config) runtimeFiles(products []product) []File {
	if c.Runtime != "" {
		return support.All()
	}
	var needs []string
	for _, p := range products {
		needs = append(needs, p.needs...)
	}
	return support.Files(needs)
}

// merge makes one error of several: the first that is no [Problems], else all problems. One
// that several packages meet, in a file that they share, is told once.
func merge(errs []error) error {
	var all Problems
	told := make(map[string]bool)
	for _, err := range errs {
		var problems Problems
		if err != nil && !errors.As(err, &problems) {
			return err
		}
		for _, p := range problems {
			if line := p.Error(); !told[line] {
				told[line] = true
				all = append(all, p)
			}
		}
	}
	return all.Err()
}

// under puts files into a folder.
func under(folder string, files []File) []File {
	moved := make([]File, len(files))
	for i, f := range files {
		moved[i] = File{Path: path.Join(folder, f.Path), Data: f.Data}
	}
	return moved
}

// displayed returns a path as people like to read it: relative to the current folder if it is
// in it or not far above.
func displayed(p string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return p
	}
	abs, err := filepath.Abs(p)
	if err != nil {
		return p
	}
	rel, err := filepath.Rel(here, abs)
	if err != nil || strings.Count(rel, "..") > 4 {
		return abs
	}
	return rel
}
