package growth

import (
	"fmt"
	"os"
	"os/exec"
	"strings"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/program"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

// A line is what a batch of some size takes.
type line struct {
	records       int
	bytes         int
	decode, valid float64 // nanoseconds for a byte
}

// measureRecords builds and runs the program records.
func measureRecords(e measure.Effort) ([]line, error) {
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	name, err := program.Build(".", "github.com/eventgen-go/eventgen/internal/bench/growth/records", dir)
	if err != nil {
		return nil, err
	}
	out, err := program.Output(exec.Command(name, fmt.Sprint(e.Rounds), e.Sample.String()))
	if err != nil {
		return nil, err
	}
	return readLines(out)
}

func readLines(out string) ([]line, error) {
	var lines []line
	for text := range strings.Lines(out) {
		var l line
		if _, err := fmt.Sscan(text, &l.records, &l.bytes, &l.decode, &l.valid); err != nil {
			return nil, fmt.Errorf("%q: %w", text, err)
		}
		lines = append(lines, l)
	}
	return lines, nil
}

func recordTable(lines []line) *report.Table {
	t := &report.Table{
		Title: "**Batches** of SQS with records of 1 KiB, in nanoseconds of CPU time for a byte, in memory that is not fresh from the system.",
		Head:  []string{"", "records", "`DecodeT`", "`ValidT`"},
	}
	for _, l := range lines {
		t.Add(size(l.bytes), fmt.Sprint(l.records), fmt.Sprintf("%.2f", l.decode), fmt.Sprintf("%.2f", l.valid))
	}
	return t
}

// size writes a size in powers of two, rounded.
func size(bytes int) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KiB", bytes>>10)
	}
	return fmt.Sprintf("%d MiB", (bytes+1<<10)>>20)
}
