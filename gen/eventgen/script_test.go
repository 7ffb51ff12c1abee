package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

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
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "await": await},
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

// await waits until a file holds what a regular expression matches: "await log '^done'".
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: await FILE PATTERN")
	}
	pattern, err := regexp.Compile(args[1])
	ts.Check(err)
	const patience = 30 * time.Second
	var data []byte
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		data, err = os.ReadFile(ts.MkAbs(args[0]))
		if err == nil && pattern.Match(bytes.TrimSpace(data)) {
			return
		}
	}
	ts.Fatalf("%s does not match %s within %s: %v\n%s", args[0], pattern, patience, err, data)
}

// helpSetup prepares the folder in which examples of the help run: its schemas are committed.
const helpSetup = `[!exec:sh] skip 'needs sh'
[!exec:git] skip 'needs git'
env GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
exec git init -q -b main
exec git add order.schema.json schemas
exec git commit -q -m first
`

// TestHelpExamples runs the examples that the help of each command shows, one after the other, in
// the folder that testdata/help.txtar describes, or testdata/help_NAME.txtar for a command that needs
// another one.
func TestHelpExamples(t *testing.T) {
	dir := t.TempDir()
	for _, cmd := range newRoot().Commands() {
		if cmd.Example == "" || cmd.Short == "" {
			t.Errorf("%s lacks an example or a short description", cmd.CommandPath())
		}
		folder, err := txtar.ParseFile("testdata/help_" + cmd.Name() + ".txtar")
		if errors.Is(err, fs.ErrNotExist) {
			folder, err = txtar.ParseFile("testdata/help.txtar")
		}
		if err != nil {
			t.Fatal(err)
		}
		script := txtar.Archive{Files: folder.Files, Comment: []byte(helpSetup)}
		for i, line := range strings.Split(cmd.Example, "\n") {
			addExample(&script, fmt.Sprintf("example-%d.sh", i), strings.TrimSpace(line))
		}
		if err := os.WriteFile(filepath.Join(dir, cmd.Name()+".txtar"), txtar.Format(&script), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	testscript.Run(t, testscript.Params{
		Dir: dir, RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"await": await},
	})
}

// addExample adds a command line to a script, as a file of its own. A line that runs until it is
// interrupted is interrupted.
func addExample(script *txtar.Archive, name, line string) {
	run := "exec sh " + name + "\n"
	if strings.Contains(line, "--watch") {
		line = "exec " + line + " 2>log"
		run = "exec sh " + name + " &example&\nawait log 'watching'\nkill -INT example\nwait example\n"
	}
	script.Comment = append(script.Comment, run...)
	script.Files = append(script.Files, txtar.File{Name: name, Data: []byte(line + "\n")})
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
