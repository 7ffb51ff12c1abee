package compare_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/eventgen-go/eventgen/internal/compare"
)

var update = flag.Bool("update", false, "write the changes that are found into testdata; verdicts are for people to write")

// TestPairs holds pairs of schemas against the answers that people have given. A case is three
// sections of an archive in testdata: NAME/old.json, NAME/new.json, and NAME/want, which says why,
// the three verdicts and, behind an empty line, the changes.
func TestPairs(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, file := range archives {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+2 < len(archive.Files); i += 3 {
			count++
			old, new, want := archive.Files[i], archive.Files[i+1], &archive.Files[i+2]
			t.Run(filepath.Dir(want.Name), func(t *testing.T) { runPair(t, old.Data, new.Data, want) })
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if count < 60 {
		t.Errorf("only %d pairs", count)
	}
}

func runPair(t *testing.T, old, new []byte, want *txtar.File) {
	t.Helper()
	changes := compare.Versions(mustCompile(t, string(old)), mustCompile(t, string(new)))
	answer, details, _ := strings.Cut(string(want.Data), "\n\n")
	v := worst(changes)
	verdict := fmt.Sprintf("backward %s, forward %s, go %s", v.Backward, v.Forward, v.Go)
	if _, last, _ := strings.Cut(answer, "\n"); strings.TrimSpace(last) != verdict {
		t.Errorf("got %s\n%s\n%s", verdict, answer, describe(changes))
	}
	got := describe(changes)
	if *update {
		want.Data = []byte(strings.TrimSpace(answer) + "\n\n" + got)
	} else if got != details {
		t.Errorf("got\n%swant\n%s", got, details)
	}
}

// describe prints changes, a line each.
func describe(changes []compare.Change) string {
	var b strings.Builder
	for _, c := range changes {
		at := c.Location()
		message := c.Message
		if c.GoMessage != "" {
			message += " {" + c.GoMessage + "}"
		}
		fmt.Fprintf(&b, "%d:%d %s: %s [%s: backward %s, forward %s, go %s]\n", at.Line, at.Column, c.Path, message, c.Keyword, c.Backward, c.Forward, c.Go)
	}
	return b.String()
}
