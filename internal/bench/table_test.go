package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fixed returns a result for each task and form of two events, of which the standard library
// takes twice and eight times as long.
func fixed() []result {
	var results []result
	for _, event := range []string{"A", "B"} {
		times := map[string]float64{"A": 2, "B": 8}[event]
		for _, f := range forms {
			for _, t := range tasks {
				results = append(results, result{event: event, form: f, task: t, bytes: 1500, rivals: []measured{
					{name: ours, nanos: 1000, times: 1, allocs: 3},
					{name: std, nanos: 1000 * times, times: times, allocs: 30},
				}})
			}
		}
	}
	return results
}

func TestMarkdown(t *testing.T) {
	text := markdown(fixed(), 5)
	for _, line := range []string{
		"| A, 1.5 KB | 1.0 (3) | 2.0 (30) |\n",
		"| B, 1.5 KB | 1.0 (3) | 8.0 (30) |\n",
		"| all, reversed | | 4.0 |\n",
		"| **all** | | 4.0 |\n",
	} {
		if n := strings.Count(text, line); n != len(tasks) {
			t.Errorf("%q comes %d times in\n%s", line, n, text)
		}
	}
}

func TestReadmeKeepsWhatIsAround(t *testing.T) {
	name := filepath.Join(t.TempDir(), "README.md")
	if err := os.WriteFile(name, []byte("before\n"+begin+"old\n"+end+"after\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeReadme(name, "new\n"); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if want := "before\n" + begin + "new\n" + end + "after\n"; string(got) != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestReadmeWithoutMarksIsLeftAlone(t *testing.T) {
	for _, text := range []string{"", begin, end, end + begin} {
		name := filepath.Join(t.TempDir(), "README.md")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := writeReadme(name, "new\n"); err == nil {
			t.Errorf("%q is accepted", text)
		}
		if got, _ := os.ReadFile(name); string(got) != text {
			t.Errorf("%q has become %q", text, got)
		}
	}
}

func TestBaseline(t *testing.T) {
	name := filepath.Join(t.TempDir(), "baseline.txt")
	results := fixed()
	if err := writeBaseline(name, results); err != nil {
		t.Fatal(err)
	}
	results[0].rivals[1].times *= 1.10 // decode; A; as sent
	results[1].rivals[1].times *= 0.96 // within what is not notable
	results[2].rivals[0].allocs = 4
	results = append(results, result{event: "C", form: asSent, task: decode, rivals: results[0].rivals})
	var out strings.Builder
	if err := compareBaseline(&out, name, results); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"  decode; A; as sent, speed: 2 → 2.2\n",
		"  encode; A; as sent, allocations: 3 → 4\n",
		"  decode; C; as sent: new\n",
		"  decode, all: +1.6 %\n",
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

func TestStatistics(t *testing.T) {
	tests := []struct {
		name      string
		got, want float64
	}{
		{"odd median", median([]float64{9, 1, 2}), 2},
		{"even median", median([]float64{9, 1, 2, 4}), 3},
		{"geometric mean", geometricMean([]float64{2, 0.5, 8}), 2},
		{"ratio", ratios([]float64{6}, []float64{4})[0], 1.5},
	}
	for _, test := range tests {
		if math.Abs(test.got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", test.name, test.got, test.want)
		}
	}
}
