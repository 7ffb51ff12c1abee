package infer_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/infer"
)

var update = flag.Bool("update", false, "write the schemas that are made into testdata")

// TestGolden shows what becomes of our own samples: the schema of testdata/samples/NAME.ndjson is
// testdata/samples/NAME.schema.json.
func TestGolden(t *testing.T) {
	for file, group := range own(t) {
		got := infer.Print(infer.Schema(values(group), infer.Options{Title: "Golden"}))
		golden := strings.TrimSuffix(file, ".ndjson") + ".schema.json"
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s: got\n%s", filepath.Base(file), got)
		}
	}
}
