package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/eventgen-go/eventgen/internal/corpus"
)

var update = flag.Bool("update", false, "write what commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"eventgen": main})
}

// TestScripts runs the command as users do: a script a topic.
func TestScripts(t *testing.T) {
	schemas, err := filepath.Abs("../schemas")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ESC", "\x1b[31m")  // no script can hold it as it is
			env.Setenv("SCHEMAS", schemas) // of what commands print
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a command that has to end with the given status: "exits 2 eventgen nonsense".
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%v exits with %d, want %d", args[1:], got, want)
	}
}

// TestHelpExamples runs the examples that the help of each command shows, in the folder that
// testdata/help.txtar describes.
func TestHelpExamples(t *testing.T) {
	folder, err := txtar.ParseFile("testdata/help.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, cmd := range newRoot().Commands() {
		if cmd.Example == "" || cmd.Short == "" {
			t.Errorf("%s lacks an example or a short description", cmd.CommandPath())
		}
		script := txtar.Archive{Files: slices.Clone(folder.Files), Comment: []byte("[!exec:sh] skip 'needs sh'\n")}
		for i, line := range strings.Split(cmd.Example, "\n") {
			name := fmt.Sprintf("example-%d.sh", i)
			script.Comment = fmt.Appendf(script.Comment, "exec sh %s\n", name)
			script.Files = append(script.Files, txtar.File{Name: name, Data: []byte(strings.TrimSpace(line) + "\n")})
		}
		if err := os.WriteFile(filepath.Join(dir, cmd.Name()+".txtar"), txtar.Format(&script), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	testscript.Run(t, testscript.Params{Dir: dir, RequireExplicitExec: true})
}

// What validate prints as SARIF is valid by the schema of SARIF 2.1.0, says validate.
func TestSARIF(t *testing.T) {
	schema := filepath.Join(corpus.Dir(t, "schemastore/sarif"), "schema.json")
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad \x1b:é.ndjson")
	if err := os.WriteFile(bad, []byte("{\"Records\": [{\"eventSource\": \"aws:sqs\"}]}\n{\"hello\": 1}\nnonsense\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(dir, "log.sarif")
	missing := filepath.Join(dir, "missing.json")
	if status := run([]string{"validate", "--quiet", "--unknown", "warn", "--report", "sarif=" + log, bad, missing}, nil, io.Discard, io.Discard); status != exitError {
		t.Fatalf("exit status %d", status)
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"validate", "--schema", schema, "--input", "document", log}, nil, &stdout, &stderr); status != exitClean {
		t.Errorf("exit status %d\n%s%s", status, stdout.Bytes(), stderr.Bytes())
	}
}

func TestIsTerminal(t *testing.T) {
	f, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if isTerminal(f) {
		t.Error("a regular file is taken for a terminal")
	}
}
