package gen

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/emit"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A job is the making of one package.
type job struct {
	config  Config
	inputs  *Inputs
	module  module
	name    string
	pkg     Package
	folder  string // within the module
	runtime string // import path
}

// A product is what becomes of a job.
type product struct {
	files []File
	pkg   *model.Package // nil for the catalog
	needs []string       // of the runtime, see runtime.Files
}

// compile takes the one straight line: load, lower, emit.
func (j job) compile() (product, error) {
	trees := newFolders(j.inputs)
	defer trees.close()
	sources, err := j.sources(trees)
	if err != nil {
		return product{}, err
	}
	maps, err := j.maps(trees)
	if err != nil {
		return product{}, err
	}
	draft, _ := schema.DraftOf(j.pkg.Draft) // none is load's default
	o := load.Options{Draft: draft, AssertFormat: j.pkg.AssertFormat, Maps: maps}
	graph, err := load.Schemas(sources, o)
	if err != nil {
		return product{}, j.display(err)
	}
	types, err := j.types(graph)
	if err != nil {
		return product{}, j.display(err)
	}
	names := lower.Options{Name: j.name, Types: types, Names: j.pkg.Names, Source: headline(sources)}
	pkg, err := lower.Package(graph, names)
	if err != nil {
		return product{}, j.display(err)
	}
	files, err := emit.Package(pkg, j.runtime)
	if err != nil {
		return product{}, fmt.Errorf("package %s: %w", j.name, err)
	}
	return product{under(j.folder, files), pkg, pkg.Needs}, nil
}

// sources returns the schemas in order of their types' names. They are named relative to the
// module, wherever the command runs, since names of files can show in generated code.
func (j job) sources(trees folders) ([]load.Source, error) {
	var sources []load.Source
	for _, t := range sortedKeys(j.pkg.Types) {
		file := j.config.path(j.pkg.Types[t])
		j.inputs.Add(file)
		name, err := j.module.relative(file)
		if err != nil {
			return nil, err
		}
		tree, err := trees.open(filepath.Dir(file))
		if err != nil {
			return nil, fmt.Errorf("schema of %s.%s: %w", j.name, t, err)
		}
		sources = append(sources, load.Source{Tree: tree, Path: filepath.Base(file), Name: name})
	}
	return sources, nil
}

func (j job) maps(trees folders) ([]load.Map, error) {
	var maps []load.Map
	for _, prefix := range sortedKeys(j.config.Maps) {
		dir := j.config.path(j.config.Maps[prefix])
		name, err := j.module.relative(dir)
		if err != nil {
			return nil, err
		}
		tree, err := trees.open(dir)
		if err != nil {
			return nil, fmt.Errorf("folder of %s: %w", prefix, err)
		}
		maps = append(maps, load.Map{Prefix: prefix, Tree: tree, Name: name})
	}
	return maps, nil
}

// types returns the root types of the graph, with their examples.
func (j job) types(g *schema.Graph) ([]lower.Type, error) {
	var (
		types    []lower.Type
		problems []error
	)
	for i, name := range sortedKeys(j.pkg.Types) {
		t := lower.Type{Name: name, Schema: g.Roots[i]}
		if pattern, ok := j.pkg.Examples[name]; ok {
			examples, err := j.examples(pattern)
			if err != nil {
				problems = append(problems, err)
			}
			t.Examples = examples
		}
		types = append(types, t)
	}
	return types, merge(problems)
}

// examples reads the documents that a pattern leads to, in order of their names.
func (j job) examples(pattern string) ([]lower.Example, error) {
	files, err := j.inputs.match(j.config, pattern)
	if err != nil {
		return nil, fmt.Errorf("examples %s: %w", pattern, err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no file matches the examples %s", displayed(j.config.path(pattern)))
	}
	var examples []lower.Example
	for _, file := range files {
		data, err := readBounded(file)
		if err != nil {
			return nil, err
		}
		name, err := j.module.relative(file)
		if err != nil {
			return nil, err
		}
		value, err := load.Document(name, data)
		if err != nil {
			return nil, err
		}
		base := path.Base(name)
		examples = append(examples, lower.Example{Name: strings.TrimSuffix(base, path.Ext(base)), Value: value})
	}
	return examples, nil
}

// glob returns the files that a pattern of the configuration leads to, in order of their names.
// Only the elements from the first one with a sign on are matched: a folder of the user's that
// has such a sign in its name is no pattern.
func (c Config) glob(pattern string) ([]string, error) {
	elements := strings.Split(pattern, "/")
	first := slices.IndexFunc(elements, func(e string) bool { return strings.ContainsAny(e, `*?[\`) })
	if first < 0 {
		first = len(elements) - 1
	}
	rest := strings.Join(elements[first:], "/")
	dir := c.path(strings.TrimSuffix(pattern, rest))
	names, err := fs.Glob(os.DirFS(dir), rest)
	if err != nil {
		return nil, err
	}
	files := make([]string, len(names))
	for i, name := range names {
		files[i] = filepath.Join(dir, filepath.FromSlash(name))
	}
	slices.SortFunc(files, func(a, b string) int {
		return cmp.Or(strings.Compare(filepath.Base(a), filepath.Base(b)), strings.Compare(a, b))
	})
	return files, nil
}

// headline names the schemas in the comment of the package; those outside of the module
// without their folder, which is nobody else's business.
func headline(sources []load.Source) string {
	var names []string
	for _, s := range sources {
		if isOutside(s.Name) {
			s.Name = path.Base(s.Name)
		}
		if !slices.Contains(names, s.Name) {
			names = append(names, s.Name)
		}
	}
	return strings.Join(names, ", ")
}

// display makes the files in problems relative to the current folder, where editors and
// terminals look for them.
func (j job) display(err error) error {
	var problems Problems
	if !errors.As(err, &problems) {
		return err
	}
	shown := make(Problems, len(problems))
	for i, p := range problems {
		q := *p
		shown[i] = &q
		if strings.Contains(p.Location.File, "://") {
			continue // a document that has no file here
		}
		file := filepath.FromSlash(p.Location.File)
		q.Location.File = filepath.ToSlash(displayed(filepath.Join(j.module.root, file)))
	}
	return shown
}
