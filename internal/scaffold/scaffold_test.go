package scaffold_test

import (
	"reflect"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/scaffold"
)

// What is written is what is read, whatever the names of files are.
func TestConfigFile(t *testing.T) {
	for _, name := range []string{
		"a.json", "schemas/order-placed.schema.json", "../a/b.json", "./a", "/abs/a.json", "C:/a.json", "a b.json", "a: b", "- a", "a #b", "1.2", "1e3", "0x1F", "null", "~", "true", "on", "*a", "&a", "!a", "%a", "@a",
		`"a"`, "'a'", `a\b`, "größe.json", "a\tb", "a\nb", "a\x7fb", "a\u0085b", "a\u2028b", "\U0001F600.json", "[a]", "{a}", "a,b", "2026-01-02", ".inf", "a:", "=", "<<",
	} {
		want := gen.Config{Out: name, Packages: map[string]gen.Package{
			"orders": {Types: map[string]string{"Order": name, "Y": "y"}, Examples: map[string]string{"Order": name + "/*.json"}},
			"y":      {Types: map[string]string{"Null": name}},
		}}
		f := scaffold.Project{Folder: "sub", Config: want}.ConfigFile()
		if f.Path != "sub/eventgen.yaml" {
			t.Errorf("%q: the file goes to %s", name, f.Path)
		}
		got, err := gen.ParseConfig("eventgen.yaml", f.Data)
		got.Dir = ""
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: read %+v and %v from\n%s", name, got, err, f.Data)
		}
	}
}
