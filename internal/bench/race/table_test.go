package race

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/internal/bench/report/reporttest"
)

// fixed returns results for all events, of which the first takes every peer twice as long and the
// others eight times. Ajv did not take part.
func fixed() Results {
	r := Results{rounds: 5, ajv: "ajv is not installed"}
	times := 2.0
	for _, e := range []string{"A", dynamoDBEvent} {
		for _, f := range payload.Forms {
			for _, t := range tasks {
				r.rows = append(r.rows, result{event: e, form: f, task: t, bytes: 1500, rivals: rivalsThatTake(times)})
			}
		}
		times = 8
	}
	r.rows = append(r.rows, result{event: "C", aside: true, form: payload.AsSent, task: decode, bytes: 1500, rivals: rivalsThatTake(100)})
	return r
}

func rivalsThatTake(times float64) []measured {
	rivals := []measured{{name: ours, nanos: 1000, times: 1, memory: &measure.Memory{Allocs: 3, Bytes: 64}}}
	for _, name := range []string{std, stdAndV6, sonicName, stdValid} {
		memory := &measure.Memory{Allocs: 15 * times, Bytes: 2000}
		rivals = append(rivals, measured{name: name, nanos: 1000 * times, times: times, memory: memory})
	}
	return append(rivals, measured{name: ajvName})
}

func TestMarkdown(t *testing.T) {
	text := fixed().Markdown()
	for line, times := range map[string]int{
		"| A, 1.5 KB | 1.0 | 2.0 | 2.0 | 2.0 | 2.0 | – |\n":                              len(tasks),
		"| " + dynamoDBEvent + ", 1.5 KB | 1.0 | 8.0 | 8.0 | 8.0 | 8.0 | – |\n":          len(tasks),
		"| C, 1.5 KB | 1.0 | 100.0 | 100.0 | 100.0 | 100.0 | – |\n":                      1,
		"| all, reversed | | 4.0 | 4.0 | 4.0 | 4.0 | – |\n":                              len(tasks),
		"| **all** | | 4.0 | 4.0 | 4.0 | 4.0 | – |\n":                                    len(tasks),
		"| A, 1.5 KB | 3, 64 B | 30, 2.0 KB | 30, 2.0 KB | 30, 2.0 KB | 30, 2.0 KB |\n":  len(tasks),
		"| `DecodeT` against sonic | at least 1.5 × | 4 × | yes |\n":                     1,
		"| `DecodeT` against encoding/json, DynamoDB | at least 12 × | 8 × | **no** |\n": 1,
		"| `ValidT`, most allocations | at most 0 | 3 | **no** |\n":                      1,
		"; ajv is not installed.\n":                                                      1,
	} {
		if n := strings.Count(text, line); n != times {
			t.Errorf("%q comes %d times, want %d, in\n%s", line, n, times, text)
		}
	}
}

func TestWorstRowIsNamed(t *testing.T) {
	r := fixed()
	r.rows[3].rivals[3].times = 0.5 // decode; A; indented, of sonic
	r.rows[6].rivals[1].memory.Allocs = 6
	text := r.Markdown()
	reporttest.HasLines(t, text,
		"| `DecodeT` against sonic, worst of all documents and forms (A, indented) | at least 0.9 × | 0.5 × | **no** |",
		"| allocations of encoding/json for each of `DecodeT`, worst of all documents and forms (A, reversed) | at least 6 × | 2 × | **no** |",
	)
}

func TestBaseline(t *testing.T) {
	name := filepath.Join(t.TempDir(), "baseline.txt")
	results := fixed()
	if err := results.WriteBaseline(name); err != nil {
		t.Fatal(err)
	}
	rows := results.rows
	rows[0].rivals[1].times *= 1.10 // decode; A; as sent
	rows[1].rivals[1].times *= 0.96 // within what is not notable
	rows[2].rivals[0].memory.Allocs = 4
	results.rows = append(rows, result{event: "D", form: payload.AsSent, task: decode, rivals: rows[0].rivals})
	var out strings.Builder
	if err := results.Compare(&out, name); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"  decode; A; as sent, speed: 2 → 2.2\n",
		"  encode; A; as sent, allocations: 3 → 4\n",
		"  decode; D; as sent: new\n",
		"  decode, all: +1.4 %\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no line %q in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "validate; A") {
		t.Errorf("a change of 4 %% is printed:\n%s", out.String())
	}
}

func TestBaselineIsRefusedUnlessReadable(t *testing.T) {
	name := filepath.Join(t.TempDir(), "baseline.txt")
	if _, err := readBaseline(name); err == nil {
		t.Error("a missing file is accepted")
	}
	if err := os.WriteFile(name, []byte("decode; A; as sent\tfast\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readBaseline(name); err == nil {
		t.Error("a line without numbers is accepted")
	}
}
