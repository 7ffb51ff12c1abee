package scaffold_test

import (
	"encoding/json"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

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

// Settings hold the names of folders as they are.
func TestSettings(t *testing.T) {
	for _, folder := range []string{"shop", "a b", "it's", "a: b", "- a", "a #b", "$(touch hacked)", `a"b\c`, "a\tb", "größe", "a\u009bb", "a\u202eb", "true"} {
		p := scaffold.Project{Folder: folder, Module: folder, Events: []string{"events"}, Config: gen.Config{
			Packages: map[string]gen.Package{"orders": {
				Types: map[string]string{"Order": "order.json"}, Examples: map[string]string{"Order": "testdata/*.json"},
			}},
		}}
		var workflow struct {
			Jobs struct {
				Eventgen struct {
					Defaults struct {
						Run map[string]string
					}
				}
			}
		}
		if err := yaml.Unmarshal(p.GitHub().Data, &workflow); err != nil || workflow.Jobs.Eventgen.Defaults.Run["working-directory"] != folder {
			t.Errorf("%q: %v in\n%s", folder, err, p.GitHub().Data)
		}
		var pipeline struct{ Eventgen struct{ Script []string } }
		if err := yaml.Unmarshal(p.GitLab().Data, &pipeline); err != nil {
			t.Errorf("%q: %v in\n%s", folder, err, p.GitLab().Data)
		}
		wantArgument(t, pipeline.Eventgen.Script[0], "cd ", folder)
		var editor struct {
			Schemas []struct{ URL string } `json:"json.schemas"`
		}
		text := p.VSCode(nil).Data
		if err := json.Unmarshal(text, &editor); err != nil || editor.Schemas[0].URL != "./"+folder+"/order.json" {
			t.Errorf("%q: %v in\n%s", folder, err, text)
		}
		if strings.ContainsAny(string(text), "\u009b\u202e") {
			t.Errorf("%q: what moves a cursor, or turns text around, in\n%s", folder, text)
		}
	}
}

// wantArgument wants a shell to see one argument behind a command.
func wantArgument(t *testing.T, line, command, want string) {
	t.Helper()
	argument, found := strings.CutPrefix(line, command)
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("needs sh")
	}
	got, err := exec.Command("sh", "-c", "printf %s "+argument).Output()
	if err != nil || !found || string(got) != want {
		t.Errorf("%s: a shell sees %q (%v), want %q", line, got, err, want)
	}
}
