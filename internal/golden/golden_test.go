package golden

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/eventgen-go/eventgen/internal/emit"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/schema"
)

var update = flag.Bool("update", false, "write what is generated into the archives")

// runtimePath is where generated code imports the runtime from.
const runtimePath = "golden/internal/wire"

func TestGolden(t *testing.T) {
	for _, file := range archives(t) {
		t.Run(caseName(file), func(t *testing.T) {
			archive := parse(t, file)
			files, err := generate(packageName(file), archive)
			if err == nil {
				for range 2 {
					again, _ := generate(packageName(file), archive)
					if !equal(files, again) {
						t.Fatal("the same schema makes different code")
					}
				}
			}
			want := expected(archive, files, err)
			got, was := txtar.Format(want), txtar.Format(archive)
			switch {
			case bytes.Equal(got, was):
			case *update:
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			default:
				t.Errorf("differs; -update accepts it:\n%s", diff.Diff("expected", was, "generated", got))
			}
		})
	}
}

// archives returns the paths of the cases.
func archives(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	return files
}

// caseName is the name of a case and, without underscores, of its package.
func caseName(file string) string { return strings.TrimSuffix(filepath.Base(file), ".txtar") }

func packageName(file string) string { return strings.ReplaceAll(caseName(file), "_", "") }

func parse(t *testing.T, file string) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

func equal(a, b []output.File) bool {
	return slices.EqualFunc(a, b, func(a, b output.File) bool {
		return a.Path == b.Path && bytes.Equal(a.Data, b.Data)
	})
}

// expected returns the archive with the outcome in it: errors, or those files that it compares,
// types.go if it names none.
func expected(archive *txtar.Archive, files []output.File, err error) *txtar.Archive {
	want := &txtar.Archive{Comment: archive.Comment}
	compared := map[string]bool{}
	for _, f := range archive.Files {
		switch {
		case isTest(f.Name):
			want.Files = append(want.Files, f)
		case strings.HasSuffix(f.Name, ".go"):
			compared[f.Name] = true
		case f.Name != "errors":
			want.Files = append(want.Files, f)
		}
	}
	if err != nil {
		want.Files = append(want.Files, txtar.File{Name: "errors", Data: []byte(err.Error() + "\n")})
		return want
	}
	for _, f := range files {
		if compared[f.Path] || len(compared) == 0 && f.Path == "types.go" {
			want.Files = append(want.Files, txtar.File{Name: f.Path, Data: f.Data})
		}
	}
	return want
}

// isTest reports whether a file of a case is a test of the package that is generated.
func isTest(file string) bool { return strings.HasSuffix(file, "_test.go") }

// generate takes a case from its schemas to files.
func generate(name string, archive *txtar.Archive) ([]output.File, error) {
	o, err := optionsOf(archive)
	if err != nil {
		return nil, err
	}
	tree := fstest.MapFS{}
	var sources []load.Source
	names := lower.Options{Name: name, Names: o.names}
	for _, f := range archive.Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
		if root, ok := rootType(f.Name); ok {
			sources = append(sources, load.Source{Tree: tree, Path: f.Name, Name: f.Name})
			names.Types = append(names.Types, lower.Type{Name: root})
		}
	}
	graph, err := load.Schemas(sources, o.load)
	if err != nil {
		return nil, err
	}
	for i := range names.Types {
		names.Types[i].Schema = graph.Roots[i]
	}
	pkg, err := lower.Package(graph, names)
	if err != nil {
		return nil, err
	}
	files, err := emit.Package(pkg, runtimePath)
	if err != nil || !o.catalog {
		return files, err
	}
	catalog, err := generateCatalog(pkg, sources)
	return append(files, catalog...), err
}

// generateCatalog makes the catalog of one package, in a folder within that of the package.
func generateCatalog(pkg *model.Package, sources []load.Source) ([]output.File, error) {
	m := lower.Member{Package: pkg, Path: "golden/" + pkg.Name}
	for _, s := range sources {
		m.Schemas = append(m.Schemas, s.Path)
	}
	files, err := emit.Catalog(lower.Catalog("catalog", []lower.Member{m}), runtimePath)
	for i := range files {
		files[i].Path = "catalog/" + files[i].Path
	}
	return files, err
}

// rootType returns the name of the type that a file is the schema of.
func rootType(file string) (string, bool) {
	name, ok := strings.CutSuffix(file, ".schema.json")
	return name, ok && name != "" && name[0] >= 'A' && name[0] <= 'Z'
}

// options are what the section "options" of a case says, a line for each.
type options struct {
	load    load.Options
	names   map[string]string
	catalog bool // make a catalog as well
}

var drafts = map[string]schema.Draft{
	"4": schema.Draft4, "6": schema.Draft6, "7": schema.Draft7, "2019-09": schema.Draft2019, "2020-12": schema.Draft2020,
}

func optionsOf(archive *txtar.Archive) (options, error) {
	o := options{names: map[string]string{}}
	for _, f := range archive.Files {
		if f.Name != "options" {
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			if err := o.set(strings.Fields(line)); err != nil {
				return o, err
			}
		}
	}
	return o, nil
}

func (o *options) set(words []string) error {
	switch {
	case len(words) == 2 && words[0] == "draft" && drafts[words[1]] != 0:
		o.load.Draft = drafts[words[1]]
	case len(words) == 1 && words[0] == "assert-format":
		o.load.AssertFormat = true
	case len(words) == 1 && words[0] == "catalog":
		o.catalog = true
	case len(words) == 3 && words[0] == "name":
		o.names[words[1]] = words[2]
	default:
		return fmt.Errorf("no such option: %s", strings.Join(words, " "))
	}
	return nil
}

// Problems are expected of some cases; anything else is a mistake in the case or the generator.
func TestRefusalsAreProblems(t *testing.T) {
	for _, file := range archives(t) {
		_, err := generate(packageName(file), parse(t, file))
		var problems schema.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Errorf("%s: %v", caseName(file), err)
		}
	}
}
