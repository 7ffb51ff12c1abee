package race

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
)

// notable is the relative change from which on a cell is printed.
const notable = 0.05

// A cell is what the baseline keeps of a result: how many times as long the standard library takes,
// since that depends less on the machine than time does, and the allocations of generated code.
type cell struct {
	times, allocs float64
}

// key names a result in the baseline.
func (r result) key() string {
	return fmt.Sprintf("%s; %s; %s", r.task, r.event, r.form)
}

func (r result) cell() cell {
	return cell{times: r.rivals[1].times, allocs: r.rivals[0].memory.Allocs}
}

// WriteBaseline writes a line for each result.
func (r Results) WriteBaseline(name string) error {
	var b strings.Builder
	b.WriteString("# task; event; form\ttimes as long as generated code the standard library takes\tallocations\n")
	for _, row := range r.rows {
		fmt.Fprintf(&b, "%s\t%.3f\t%.0f\n", row.key(), row.cell().times, row.cell().allocs)
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}

// readBaseline returns the cells by key.
func readBaseline(name string) (map[string]cell, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cells := make(map[string]cell)
	for s := bufio.NewScanner(f); s.Scan(); {
		key, numbers, _ := strings.Cut(s.Text(), "\t")
		if strings.HasPrefix(key, "#") {
			continue
		}
		var c cell
		if _, err := fmt.Sscanf(numbers, "%g\t%g", &c.times, &c.allocs); err != nil {
			return nil, fmt.Errorf("%s: line of %q: %w", name, key, err)
		}
		cells[key] = c
	}
	return cells, nil
}

// Compare prints what changed notably. One cell swings by more than that on a busy machine;
// the mean of a task does not.
func (r Results) Compare(out io.Writer, name string) error {
	cells, err := readBaseline(name)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\nChanges of more than %.0f %% against %s (speed: more is faster):\n", notable*100, name)
	changes := make(map[task][]float64)
	for _, row := range r.rows {
		before, ok := cells[row.key()]
		if !ok {
			fmt.Fprintf(out, "  %s: new\n", row.key())
			continue
		}
		now := row.cell()
		changes[row.task] = append(changes[row.task], now.times/before.times)
		printChange(out, row.key()+", speed", before.times, now.times)
		printChange(out, row.key()+", allocations", before.allocs, now.allocs)
	}
	for _, t := range tasks {
		if len(changes[t]) > 0 {
			fmt.Fprintf(out, "  %s, all: %+.1f %%\n", t, (measure.GeometricMean(changes[t])-1)*100)
		}
	}
	return nil
}

func printChange(out io.Writer, what string, before, now float64) {
	if before == now || math.Abs(now-before) <= notable*before {
		return
	}
	fmt.Fprintf(out, "  %s: %.3g → %.3g\n", what, before, now)
}
