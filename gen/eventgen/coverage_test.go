package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// What the table says of aws-lambda-go is true of the version in go.mod.
func TestCoverageOfLambdaGo(t *testing.T) {
	types := map[string]bool{}
	module := corpus.Module(t, "github.com/aws/aws-lambda-go")
	for prefix, folder := range map[string]string{"": "events", "cfn.": "cfn"} {
		files, err := filepath.Glob(filepath.Join(module, folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", folder, err)
		}
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				if spec, ok := n.(*ast.TypeSpec); ok {
					types[prefix+spec.Name.Name] = true
				}
				return true
			})
		}
	}
	for id, has := range coverage() {
		for name := range strings.SplitSeq(has[0], ", ") {
			if name != "" && !types[name] {
				t.Errorf("%s: aws-lambda-go has no %s", id, name)
			}
		}
	}
}

// payloads are what "sam local generate-event" makes beside events: nothing marks them, so that they are recognised.
var payloads = map[string]string{
	"batch get-job":       "batch.GetJob",
	"batch submit-job":    "batch.SubmitJob",
	"stepfunctions error": "stepfunctions.ErrorOutput",
}

// All that "sam local generate-event" makes is of a type of the catalogue, which the table says.
func TestCoverageOfSAM(t *testing.T) {
	dir := corpus.Dir(t, "events/sam-cli")
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	table, commands := coverage(), 0
	for _, file := range files {
		command := strings.Replace(strings.TrimSuffix(filepath.Base(file), ".json"), "__", " ", 1)
		if strings.HasPrefix(command, "init-") {
			continue
		}
		commands++
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		matches := catalog.Identify(text)
		id := payloads[command]
		if len(matches) > 0 {
			id = matches[0].Event
		}
		if !slices.Contains(strings.Split(table[id][3], ", "), command) {
			t.Errorf("sam makes %s by %q; the table says %q", id, command, table[id][3])
		}
	}
	listed := 0
	for _, has := range table {
		if has[3] != "" {
			listed += len(strings.Split(has[3], ", "))
		}
	}
	if listed != commands {
		t.Errorf("the table has %d commands of sam, which has %d", listed, commands)
	}
}

// The catalogue has every type that somebody else has.
func TestCoverageIsOfTheCatalogue(t *testing.T) {
	for id := range coverage() {
		if _, ok := catalog.Lookup(id); !ok {
			t.Errorf("%s is not in the catalogue", id)
		}
	}
}

// The table in the README is what the command prints; -update writes it.
func TestCoverageInReadme(t *testing.T) {
	const begin, end = "<!-- coverage:begin -->\n", "<!-- coverage:end -->"
	const file = "../../README.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := strings.Cut(string(text), begin)
	_, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("README.md lacks %q or %q", begin, end)
	}
	var table bytes.Buffer
	if status := run([]string{"list", "--coverage"}, nil, &table, io.Discard); status != exitClean {
		t.Fatalf("exit status %d", status)
	}
	want := head + begin + table.String() + end + tail
	switch {
	case want == string(text):
	case *update:
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("the table in README.md is not what eventgen list --coverage prints; go test ./gen/eventgen -run Readme -update writes it")
	}
}
