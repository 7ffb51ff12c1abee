// Package internal_test holds the architecture as a test: who may import whom.
package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/eventgen-go/eventgen/"

// allowed says what each package of the module may import besides the standard library: packages
// of the module by their folder, others by their path. A stage imports the data that it reads
// and makes, never another stage; each third-party module has one importing package. Tests are
// free to import more.
var allowed = map[string][]string{
	// Data.
	"internal/schema": {},
	"internal/model":  {},

	// Stages.
	"internal/load": {"internal/schema", "github.com/santhosh-tekuri/jsonschema/v5", "go.yaml.in/yaml/v3"},
	"internal/lower": {
		"internal/schema", "internal/model", "internal/ecma",
		"internal/interpret", "internal/runtime/wire", // examples are held against the checks that will be generated
		"internal/sample", "internal/packed", // or made up
	},
	"internal/emit": {"internal/model", "internal/output", "github.com/dave/jennifer/jen"},
	// output holds the data File as well, since nothing else is to be said about a file.
	"internal/output": {"github.com/rogpeppe/go-internal/diff"},

	// What stages stand on.
	"internal/ecma":      {},
	"internal/interpret": {"internal/model", "internal/runtime/wire"},
	"internal/spell":     {},
	"internal/packed":    {"internal/schema", "internal/runtime/wire"},
	// What makes documents knows checks and values, and nothing of how they came about.
	"internal/sample": {"internal/schema", "internal/model", "internal/ecma", "internal/interpret", "internal/packed", "internal/runtime/wire"},

	// What commands about documents stand on.
	"internal/document": {"internal/load", "internal/schema"},
	"internal/report":   {},
	"internal/source":   {"internal/load", "internal/schema"},

	// What compares and makes schemas. Comparing rests on the checks that both versions come to.
	"internal/compare": {"internal/schema", "internal/model", "internal/interpret", "internal/ecma"},
	"internal/evolve":  {"internal/compare", "internal/load", "internal/schema", "internal/lower"}, // versions on disk and in git
	"internal/infer":   {"internal/schema", "internal/ecma", "internal/runtime/wire"},              // formats
	"internal/judge": {
		"internal/document", "internal/report",
		"internal/schema", "internal/lower", "internal/model", "internal/interpret", "internal/runtime/wire", // a schema that is not compiled
		"internal/spell",
	},

	// What schemas say about places in documents, and what is made of it.
	"internal/place":    {"internal/schema", "internal/ecma", "internal/packed"},
	"internal/envelope": {"internal/schema", "internal/place", "internal/packed"},
	"internal/explain":  {"internal/schema", "internal/model", "internal/place", "internal/packed"},
	"internal/bundle":   {"internal/schema"},

	// What generated code stands on: it is copied into users' modules, so the standard library alone.
	"internal/runtime/wire": {},
	"internal/runtime":      {"internal/output"},

	// The line that connects the stages, and the command on top of it.
	"gen": {
		"internal/load", "internal/schema", "internal/lower", "internal/model", "internal/emit", "internal/output", "internal/runtime", "internal/spell",
	},
	// What init writes is on top of the library as well.
	"internal/scaffold": {"gen", "internal/load", "internal/output", "internal/report"},
	"gen/eventgen": {
		"gen", "internal/document", "internal/judge", "internal/report", "internal/output", "internal/schema", "internal/spell",
		"internal/compare", "internal/evolve", // diff
		"internal/infer", "internal/load", // infer
		"internal/source",                                                           // schemas as they are
		"internal/sample", "internal/lower", "internal/packed", "internal/envelope", // example
		"internal/explain", "internal/model", "internal/place", // explain
		"internal/bundle",        // schema
		"internal/runtime/wire",  // violations
		"internal/scaffold",      // init
		"out/catalog", "schemas", // the catalogue; the packages of out/ are reached through out/catalog alone
		"github.com/spf13/cobra", "github.com/spf13/pflag",
	},

	"schemas": {},

	// For tests only; nothing may import them, so they stand in no list.
	"internal/corpus": {},
}

// A goPackage is what go list tells about a package.
type goPackage struct {
	ImportPath string
	Imports    []string // without those of tests
}

func TestImports(t *testing.T) {
	packages := list(t)
	for _, p := range packages {
		folder := strings.TrimPrefix(p.ImportPath, module)
		may, known := allowed[folder]
		switch {
		case folder == "out/catalog": // the table of all others
			may = generated(packages)
		case strings.HasPrefix(folder, "out/"):
			may = []string{"out/internal/wire"}
		case !known && len(p.Imports) > 0:
			t.Errorf("%s is not in the table: say what it may import", folder)
			continue
		}
		for _, imported := range p.Imports {
			imported = strings.TrimPrefix(imported, module)
			if !isStandard(imported) && !slices.Contains(may, imported) {
				t.Errorf("%s imports %s, which the table does not allow", folder, imported)
			}
		}
	}
}

// generated returns the folders of the packages in out.
func generated(packages []goPackage) []string {
	var folders []string
	for _, p := range packages {
		if folder := strings.TrimPrefix(p.ImportPath, module); strings.HasPrefix(folder, "out/") {
			folders = append(folders, folder)
		}
	}
	return folders
}

// A row for a package that is gone, or an import that nobody needs any more, would let either
// come back unseen.
func TestTableIsNotOutdated(t *testing.T) {
	packages := make(map[string][]string)
	for _, p := range list(t) {
		packages[strings.TrimPrefix(p.ImportPath, module)] = p.Imports
	}
	for folder, may := range allowed {
		imports, exists := packages[folder]
		if !exists {
			t.Errorf("%s is in the table and does not exist", folder)
		}
		for _, m := range may {
			if !slices.Contains(imports, m) && !slices.Contains(imports, module+m) {
				t.Errorf("%s may import %s and does not", folder, m)
			}
		}
	}
}

func TestThirdPartyModulesHaveOneImporter(t *testing.T) {
	importers := make(map[string]string)
	for folder, may := range allowed {
		for _, m := range may {
			if !strings.Contains(m, ".") {
				continue
			}
			if other, ok := importers[m]; ok {
				t.Errorf("%s and %s both import %s", folder, other, m)
			}
			importers[m] = folder
		}
	}
}

// isStandard reports whether an import path, shortened if it is of this module, is of the
// standard library: the first element of such a path has no dot. Folders of this module that
// hold packages are known by their names.
func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && !slices.Contains([]string{"gen", "internal", "out", "schemas"}, first)
}

// list returns all packages of the module.
func list(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = ".."
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var packages []goPackage
	for d := json.NewDecoder(out); ; {
		var p goPackage
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("go list: %v", err)
	}
	return packages
}
