package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// An action is what of action.yml is needed to run it here.
type action struct {
	Inputs map[string]struct {
		Description string
		Default     *string
		Required    bool
	}
	Runs struct {
		Using string
		Steps []struct {
			Name, Uses, Shell, Run string
			Env                    map[string]string
		}
	}
}

func readAction(t *testing.T) action {
	t.Helper()
	var a action
	readYAML(t, "../../action.yml", &a)
	return a
}

func readYAML(t *testing.T, file string, to any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, to); err != nil {
		t.Fatal(err)
	}
}

// The action is one by the schema of actions, says what its inputs are, uses all of them, and nowhere
// pastes them into a script.
func TestActionIsOne(t *testing.T) {
	text, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	wantValid(t, "github-action", text)
	a := readAction(t)
	for name, input := range a.Inputs {
		if input.Description == "" || input.Default == nil {
			t.Errorf("input %s has no description or default", name)
		}
		if !bytes.Contains(text, []byte("${{ inputs."+name+" }}")) {
			t.Errorf("input %s is not used", name)
		}
	}
	for _, step := range a.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("step %q pastes text into its script", step.Name)
		}
	}
}

// TestAction runs the scripts of the action as GitHub does, but for the building.
func TestAction(t *testing.T) {
	tests := []struct {
		name   string
		inputs map[string]string
		status int
		stdout string // a pattern
	}{
		{"a good event", map[string]string{"files": "events/good.json"}, exitClean, `^$`},
		{"names with blanks, patterns and folders", map[string]string{"files": "\n  \nan event.json\nevents/g*.json\n"}, exitClean, `^$`},
		{"a bad event", map[string]string{"files": "events"}, exitNo, `^::error file=events/bad.json,line=1,.*\n$`},
		{"as", map[string]string{"files": "events/good.json", "as": "sqs.Event"}, exitNo, `^::error file=events/good.json`},
		{"a schema", map[string]string{"files": "order.json", "schema": "order.schema.json"}, exitNo, `^::error file=order.json`},
		{"unknown members", map[string]string{"files": "order.json", "schema": "other.schema.json", "unknown": "warn"}, exitClean, `^::notice file=order.json`},
		{"reports", map[string]string{"files": "events/good.json", "reports": "json=report.json\njunit=report.xml"}, exitClean, `^$`},
		{"check", map[string]string{"check": "true"}, exitNo, `^missing: internal/`},
		{"check by a file", map[string]string{"check": "true", "config": "missing.yaml"}, exitError, `^$`},
		{"both", map[string]string{"files": "events", "check": "true"}, exitNo, `(?s)^::error file=events/bad.json.*\nmissing: internal/`},
		{"neither", nil, exitError, `^::error::nothing to do`},
		{"text of inputs is no code", map[string]string{"files": `$(touch hacked) '"; touch hacked`}, exitError, `touch hacked`},
		{"an input is no flag", map[string]string{"files": "--help"}, exitError, `::error`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := actionFolder(t)
			status, stdout := readAction(t).run(t, dir, test.inputs)
			if status != test.status || !regexp.MustCompile(test.stdout).MatchString(stdout) {
				t.Errorf("exit status %d, want %d, and\n%s", status, test.status, stdout)
			}
			if exists(filepath.Join(dir, "hacked")) {
				t.Error("an input has been run")
			}
			if reports := test.inputs["reports"]; reports != "" && !(exists(filepath.Join(dir, "report.json")) && exists(filepath.Join(dir, "report.xml"))) {
				t.Error("a report is missing")
			}
		})
	}
}

// actionFolder makes the folder of a user's repository.
func actionFolder(t *testing.T) string {
	t.Helper()
	const event = `{"version": "0", "id": "1", "detail-type": "a", "source": "b", "account": "123456789012", "time": "2026-01-02T03:04:05Z", "region": "eu-west-1", "resources": [], "detail": {}}`
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":            "module example.com/shop\n",
		"eventgen.yaml":     "version: 1\nout: internal/events\npackages: {orders: {types: {Order: order.schema.json}}}\n",
		"order.schema.json": `{"properties": {"id": {"type": "string"}}}`,
		"other.schema.json": `{"properties": {"name": {"type": "string"}}}`,
		"order.json":        `{"id": 1}`,
		"an event.json":     event,
		"events/good.json":  event,
		"events/bad.json":   strings.Replace(event, `"0"`, "0", 1),
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run runs the last step of the action, in which everything but the building happens.
func (a action) run(t *testing.T, dir string, inputs map[string]string) (status int, stdout string) {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("needs bash")
	}
	step := a.Runs.Steps[len(a.Runs.Steps)-1]
	cmd := exec.Command(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
	cmd.Dir, cmd.Env = dir, os.Environ()
	for name, value := range step.Env {
		cmd.Env = append(cmd.Env, name+"="+a.expand(t, value, inputs))
	}
	var out, errors bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errors
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	t.Logf("%s%s", out.Bytes(), errors.Bytes())
	return cmd.ProcessState.ExitCode(), out.String()
}

// expand gives an expression of the action its value.
func (a action) expand(t *testing.T, expression string, inputs map[string]string) string {
	t.Helper()
	name, found := strings.CutPrefix(expression, "${{ inputs.")
	name = strings.TrimSuffix(name, " }}")
	input, known := a.Inputs[name]
	if !found || !known {
		t.Fatalf("%s is no input", expression)
	}
	if value, given := inputs[name]; given {
		return value
	}
	return *input.Default
}

// A hook is one of .pre-commit-hooks.yaml.
type hook struct {
	ID, Name, Description, Language, Entry, Files string
	PassFilenames                                 *bool `yaml:"pass_filenames"`
}

// The hooks for pre-commit do what they say to the files that they choose.
func TestPreCommitHooks(t *testing.T) {
	var hooks []hook
	readYAML(t, "../../.pre-commit-hooks.yaml", &hooks)
	want := map[string]struct {
		status int
		files  []string
	}{
		"eventgen-validate": {exitNo, []string{"events/bad.json", "events/good.json"}},
		"eventgen-check":    {exitNo, []string{"an event.json", "eventgen.yaml", "events/bad.json", "events/good.json", "order.json", "order.schema.json", "other.schema.json"}},
	}
	for _, h := range hooks {
		w, known := want[h.ID]
		if !known || h.Name == "" || h.Description == "" || h.Language != "golang" {
			t.Errorf("%s is not known, or lacks something", h.ID)
			continue
		}
		delete(want, h.ID)
		t.Chdir(actionFolder(t))
		files := matching(t, h.Files)
		if strings.Join(files, "|") != strings.Join(w.files, "|") {
			t.Errorf("%s is for %q, want %q", h.ID, files, w.files)
		}
		args := strings.Fields(h.Entry)
		if h.PassFilenames == nil || *h.PassFilenames {
			args = append(args, files...)
		}
		var stdout, stderr bytes.Buffer
		if status := run(args[1:], nil, &stdout, &stderr); args[0] != "eventgen" || status != w.status {
			t.Errorf("%q exits with %d, want %d\n%s%s", args, status, w.status, stdout.Bytes(), stderr.Bytes())
		}
	}
	if len(want) > 0 {
		t.Errorf("missing are %v", want)
	}
}

// matching returns the files of the current folder whose paths match a pattern, in order.
func matching(t *testing.T, pattern string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(p string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && regexp.MustCompile(pattern).MatchString(filepath.ToSlash(p)) {
			files = append(files, filepath.ToSlash(p))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
