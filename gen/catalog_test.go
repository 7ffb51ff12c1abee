package gen_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
)

// oddNames are names of packages that the code of a catalog could take for its own.
var oddNames = []string{"catalogs", "c", "d", "data", "e", "err", "event", "events", "example", "id", "len", "match", "string", "wire", "wirepkg"}

const oddSchema = `{"x-identify": [{"/kind": {"const": "NAME"}}], "type": "object", "required": ["kind"], "properties": {"kind": {"const": "NAME"}}}`

// useCatalog holds the catalog against itself, in the module that it was generated into.
const useCatalog = `package shop

import (
	"testing"

	"example.com/shop/gen/catalog"
)

func TestCatalog(t *testing.T) {
	events := catalog.Events()
	if len(events) != COUNT {
		t.Fatalf("%d events", len(events))
	}
	for _, e := range events {
		data, err := e.Examples[0].JSON()
		if err != nil || !e.Valid(data) || e.Validate(data) != nil || e.Valid([]byte("{}")) {
			t.Errorf("%s: %s, %v", e.ID, data, err)
		}
		d, err := e.Decode(data)
		if err != nil || d.Validate() != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
		if d, err := e.Decode([]byte("{}")); d != nil || err == nil {
			t.Errorf("%s: no error, but %v", e.ID, d)
		}
		matches := catalog.Identify(data)
		if len(matches) != 1 || matches[0].Event != e.ID || matches[0].Facts[0].String() != "kind is \"" + e.Package + "\"" {
			t.Errorf("%s: %v", e.ID, matches)
		}
		again, ok := catalog.Lookup(e.ID)
		if !ok || again.Schema != "schemas/" + e.Package + ".json" {
			t.Errorf("%s: %+v, %t", e.ID, again, ok)
		}
	}
	if e, ok := catalog.Lookup("none.Event"); ok {
		t.Errorf("%+v", e)
	}
}
`

// A catalog compiles and works whatever the packages are called.
func TestCatalog(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a module")
	}
	files := map[string]string{"go.mod": "module example.com/shop\n\ngo 1.26\n"}
	files["catalog_test.go"] = strings.Replace(useCatalog, "COUNT", "15", 1)
	packages := make(map[string]gen.Package)
	for _, name := range oddNames {
		file := "schemas/" + name + ".json"
		files[file] = strings.ReplaceAll(oddSchema, "NAME", name)
		packages[name] = gen.Package{Types: map[string]string{"Event": file}}
	}
	root := module(t, files)
	packages["e"].Types["Event"] = filepath.ToSlash(filepath.Join(root, "schemas", "e.json")) // absolute, but not so in the table
	tree, err := gen.Files(gen.Config{Out: "gen", Packages: packages, Catalog: "catalog"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := gen.Write(tree); err != nil {
		t.Fatal(err)
	}
	for _, arguments := range [][]string{{"vet", "./..."}, {"test", "."}} {
		cmd := exec.Command("go", arguments...)
		cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOPROXY=off", "GOTOOLCHAIN=local")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", arguments[0], err, out)
		}
	}
}

// A program that asks for a catalog has no file for errors to point to.
func TestCatalogsThatPromiseNoGood(t *testing.T) {
	module(t, map[string]string{"go.mod": "module example.com/shop\n", "ok.json": `{}`, "marked.json": `{"x-identify": [{"/a": true}]}`})
	types := func(file string) map[string]string { return map[string]string{"Order": file} }
	for name, cfg := range map[string]gen.Config{
		"nothing to recognise": {Packages: map[string]gen.Package{"orders": {Types: types("ok.json")}}, Catalog: "catalog"},
		"a name that is none":  {Packages: map[string]gen.Package{"orders": {Types: types("marked.json")}}, Catalog: "a/b"},
		"a name that is taken": {Packages: map[string]gen.Package{"orders": {Types: types("marked.json")}}, Catalog: "orders"},
		"a folder that is taken": {
			Packages: map[string]gen.Package{"orders": {Types: types("marked.json"), Folder: "catalog"}}, Catalog: "catalog",
		},
		"the folder of the runtime": {
			Packages: map[string]gen.Package{"orders": {Types: types("marked.json")}}, Catalog: "wire", Runtime: "gen/wire",
		},
	} {
		cfg.Out = "gen"
		_, err := gen.Files(cfg)
		var config *gen.ConfigError
		if err == nil || errors.As(err, &config) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
