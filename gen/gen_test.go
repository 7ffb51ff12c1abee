package gen_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
)

// module makes a Go module of files in a temporary folder and makes it the current folder.
func module(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, data := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(root)
	return root
}

var shop = map[string]string{
	"go.mod":         "module example.com/shop\n",
	"a/common.json":  `{"$defs": {"kind": {"type": "string", "pattern": "^[a-z]+$"}}}`,
	"a/order.json":   `{"type": "object", "properties": {"kind": {"$ref": "common.json#/$defs/kind"}}}`,
	"a/stock.json":   `{"type": "object", "properties": {"kind": {"$ref": "common.json#/$defs/kind"}}}`,
	"sub/deep/x.txt": "",
	"eventgen.yaml": `version: 1
out: gen
draft: 7
packages:
  stock: {types: {Level: a/stock.json, Order: a/order.json}, draft: 2019-09}
  orders: {types: {Order: a/order.json}, assertFormat: true}
  third: {types: {Order: a/order.json}}
  fourth: {types: {Order: a/order.json}}
`,
}

func TestReadConfig(t *testing.T) {
	module(t, shop)
	got, err := gen.ReadConfig("eventgen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	order := map[string]string{"Order": "a/order.json"}
	want := gen.Config{
		Dir: ".", Out: "gen",
		Packages: map[string]gen.Package{
			"stock":  {Types: map[string]string{"Level": "a/stock.json", "Order": "a/order.json"}, Draft: "2019-09"},
			"orders": {Types: order, Draft: "7", AssertFormat: true},
			"third":  {Types: order, Draft: "7"},
			"fourth": {Types: order, Draft: "7"},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

// The same bytes come out on every run, and wherever it is started.
func TestFilesAreDeterministic(t *testing.T) {
	root := module(t, shop)
	var first []gen.File
	for _, dir := range []string{".", ".", "sub/deep", "a"} {
		t.Chdir(filepath.Join(root, dir))
		file, err := gen.Find(".")
		if err != nil {
			t.Fatal(err)
		}
		cfg, err := gen.ReadConfig(file)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := gen.Files(cfg)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = tree.Files
		}
		if !reflect.DeepEqual(tree.Files, first) {
			t.Errorf("started in %s, other files come out", dir)
		}
	}
	if !slices.IsSortedFunc(first, func(a, b gen.File) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("files are not in order of path")
	}
}

func TestFindPrefersTheNearestAndThePlainName(t *testing.T) {
	module(t, map[string]string{"eventgen.yaml": "", "sub/.eventgen.yaml": "", "both/eventgen.yaml": "", "both/.eventgen.yaml": "", "deep/er/x": ""})
	for dir, want := range map[string]string{
		".": "eventgen.yaml", "sub": "sub/.eventgen.yaml", "both": "both/eventgen.yaml", "deep/er": "eventgen.yaml",
	} {
		if got, err := gen.Find(dir); err != nil || filepath.ToSlash(got) != want {
			t.Errorf("Find(%q) = %q, %v; want %q", dir, got, err, want)
		}
	}
}

func TestKindsOfErrors(t *testing.T) {
	module(t, map[string]string{
		"go.mod": "module example.com/shop\n", "bad.json": `{"type": "nonsense"}`, "ok.json": `{"type": "object"}`,
		"large.json": strings.Repeat(" ", 10_000_001) + "{}", "typo.yaml": "version: 1\nout: gen\npackage: {}\npackages: {a: {types: {T: ok.json}}}\n",
	})
	types := func(file string) gen.Config {
		return gen.Config{Out: "gen", Packages: map[string]gen.Package{"orders": {Types: map[string]string{"Order": file}}}}
	}
	_, err := gen.Files(types("bad.json"))
	var problems gen.Problems
	if !errors.As(err, &problems) || problems[0].Location.File != "bad.json" || problems[0].Location.Line != 1 {
		t.Errorf("wrong schema: got %v", err)
	}
	if _, err := gen.Files(types("missing.json")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing schema: got %v", err)
	}
	if _, err := gen.Files(types("large.json")); err == nil {
		t.Error("a schema of more than 10 MB is read")
	}
	var config *gen.ConfigError
	if _, err := gen.ReadConfig("typo.yaml"); !errors.As(err, &config) || !strings.Contains(err.Error(), `did you mean "packages"?`) {
		t.Errorf("unknown key: got %v", err)
	}
	if _, err := gen.ReadConfig("large.json"); err == nil {
		t.Error("a configuration of more than 10 MB is read")
	}
}

// What a program can ask for and a file or a command line cannot.
func TestConfigsThatPromiseNoGood(t *testing.T) {
	module(t, map[string]string{"go.mod": "module example.com/shop\n", "ok.json": `{"type": "object"}`})
	ok := gen.Package{Types: map[string]string{"Order": "ok.json"}}
	with := func(change func(*gen.Package)) map[string]gen.Package {
		p := ok
		change(&p)
		return map[string]gen.Package{"orders": p}
	}
	tests := map[string]gen.Config{
		"no out":                {Packages: with(func(*gen.Package) {})},
		"no packages":           {Out: "gen"},
		"no types":              {Out: "gen", Packages: map[string]gen.Package{"orders": {}}},
		"folder outside":        {Out: "gen", Packages: with(func(p *gen.Package) { p.Folder = "../x" })},
		"absolute folder":       {Out: "gen", Packages: with(func(p *gen.Package) { p.Folder = "/x" })},
		"folder with dots":      {Out: "gen", Packages: with(func(p *gen.Package) { p.Folder = "a/../../x" })},
		"out above the module":  {Out: "../x", Packages: with(func(*gen.Package) {})},
		"folder of the runtime": {Out: "gen", Runtime: "gen/wire", Packages: map[string]gen.Package{"wire": ok}},
		"keyword":               {Out: "gen", Packages: map[string]gen.Package{"func": ok}},
		"main":                  {Out: "gen", Packages: map[string]gen.Package{"main": ok}},
		"path":                  {Out: "gen", Packages: map[string]gen.Package{"a/b": ok}},
		"example of no type":    {Out: "gen", Packages: with(func(p *gen.Package) { p.Examples = map[string]string{"X": "*.json"} })},
		"name of no place":      {Out: "gen", Packages: with(func(p *gen.Package) { p.Names = map[string]string{"addr": "Addr"} })},
		"unknown draft":         {Out: "gen", Packages: with(func(p *gen.Package) { p.Draft = "3" })},
	}
	for name, cfg := range tests {
		if tree, err := gen.Files(cfg); err == nil {
			t.Errorf("%s: %d files and no error", name, len(tree.Files))
		}
	}
	if _, err := gen.Files(gen.Config{Out: "gen", Packages: with(func(*gen.Package) {})}); err != nil {
		t.Errorf("without such a change: %v", err)
	}
}
