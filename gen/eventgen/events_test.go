package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/out/catalog"
)

// Every event of the catalogue, by its id: the examples are valid, and each invalid document is
// refused by a rule of its schema.
func TestBuiltIns(t *testing.T) {
	for _, e := range catalog.Events() {
		stem := strings.TrimSuffix(filepath.Base(e.Schema), ".schema.json")
		folder := filepath.Join("../..", filepath.Dir(e.Schema))
		if status := run([]string{"validate", "--as", e.ID, "--quiet", filepath.Join(folder, "examples", stem)}, nil, io.Discard, os.Stderr); status != exitClean {
			t.Errorf("%s: the examples are not valid", e.ID)
		}
		var stdout bytes.Buffer
		args := []string{"validate", "--as", e.ID, "--format", "json", "--quiet", "--input", "document", filepath.Join(folder, "invalid", stem)}
		if status := run(args, nil, &stdout, os.Stderr); status != exitNo {
			t.Errorf("%s: exit status %d for invalid documents", e.ID, status)
		}
		var files []struct {
			File     string
			Findings []struct {
				Rule    struct{ Schema string }
				Keyword string
			}
		}
		if err := json.Unmarshal(stdout.Bytes(), &files); err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if len(f.Findings) == 0 || f.Findings[0].Keyword != "syntax" && f.Findings[0].Rule.Schema != e.ID {
				t.Errorf("%s: %s is refused by no rule", e.ID, f.File)
			}
		}
	}
}

func TestSuggestEvents(t *testing.T) {
	tests := []struct{ id, want string }{
		{"sqs.Evnt", `did you mean "sqs.Event"?`},
		{"SQS", "package sqs has sqs.Event, sqs.Response"},
		{"nonsense", "an id is package.Type, such as "},
	}
	for _, test := range tests {
		if got := suggestEvents(test.id); !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: %s, want %s", test.id, got, test.want)
		}
	}
}
