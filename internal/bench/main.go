// Command bench measures the generated packages side by side with peers.
//
// In goes a document of each event (see events), in three forms, and out comes how many times as
// long peers take as generated code, as Markdown; with flags it also goes into the README and into
// the baseline that later runs are compared with. Time is CPU time of the process, so that other
// work on the machine distorts it less, garbage collection included.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"
)

func main() {
	var o options
	flag.IntVar(&o.rounds, "rounds", 7, "how often all rivals are measured; a ratio is the median of the rounds")
	flag.DurationVar(&o.sample, "sample", 50*time.Millisecond, "CPU time of one measurement, roughly")
	flag.StringVar(&o.readme, "readme", "", "write the tables into this file, between its marks")
	flag.StringVar(&o.baseline, "baseline", "testdata/baseline.txt", "compare with this file")
	flag.BoolVar(&o.update, "update", false, "write the baseline instead of comparing with it")
	flag.Parse()
	if err := run(o, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	rounds           int
	sample           time.Duration
	readme, baseline string
	update           bool
}

// run measures, prints the tables to out and what it is busy with to progress.
func run(o options, out, progress io.Writer) error {
	if o.rounds < 1 {
		return fmt.Errorf("%d rounds: at least one is needed", o.rounds)
	}
	runtime.GOMAXPROCS(1)
	var results []result
	for c, err := range contests() {
		if err != nil {
			return err
		}
		fmt.Fprintln(progress, c.event, c.form)
		measured, err := measure(c, o.rounds, o.sample)
		if err != nil {
			return fmt.Errorf("%s, %s: %w", c.event, c.form, err)
		}
		results = append(results, measured...)
	}
	tables := markdown(results, o.rounds)
	fmt.Fprint(out, tables)
	if o.readme != "" {
		if err := writeReadme(o.readme, tables); err != nil {
			return err
		}
	}
	if o.update {
		return writeBaseline(o.baseline, results)
	}
	return compareBaseline(out, o.baseline, results)
}
