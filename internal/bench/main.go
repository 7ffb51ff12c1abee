// Command bench measures the generated packages; command generator below measures the generator.
//
// In goes what is to be measured, out comes Markdown, which with -readme also goes into the README,
// between the marks of its section. Each measurement is a package, which says how it measures.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/first"
	"github.com/eventgen-go/eventgen/internal/bench/growth"
	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/race"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == race.WorkerCommand {
		exit(race.Work(os.Args[2:], os.Stdin, os.Stdout))
	}
	var o options
	flag.IntVar(&o.effort.Rounds, "rounds", 7, "how often everything is measured; a figure is the median of the rounds")
	flag.DurationVar(&o.effort.Sample, "sample", 50*time.Millisecond, "CPU time of one measurement, roughly")
	flag.StringVar(&o.readme, "readme", "", "write the tables into this file, between the marks of the measurement")
	flag.StringVar(&o.baseline, "baseline", "race/testdata/baseline.txt", "compare a race with this file")
	flag.BoolVar(&o.update, "update", false, "write the baseline instead of comparing with it")
	flag.Usage = usage
	flag.Parse()
	exit(run(o, flag.Args(), os.Stdout, os.Stderr))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// options are the flags.
type options struct {
	effort           measure.Effort
	readme, baseline string
	update           bool
}

// A measurement measures what its name says and returns Markdown.
type measurement struct {
	name, about string
	run         func(o options, progress io.Writer) (string, error)
}

// measurements lists all. Each runs in a process of its own: what one leaves behind would weigh on
// the next.
func measurements() []measurement {
	return []measurement{
		{"race", "generated code side by side with peers (default)", runRace},
		{"growth", "time for small and large documents", func(o options, progress io.Writer) (string, error) {
			runtime.GOMAXPROCS(1)
			return growth.Run(o.effort, progress)
		}},
		{"first", "the first decoding in a process", func(o options, progress io.Writer) (string, error) {
			return first.Run(3*o.effort.Rounds, progress)
		}},
	}
}

func usage() {
	w := flag.CommandLine.Output()
	fmt.Fprintln(w, "usage: bench [flags] [measurement]")
	for _, m := range measurements() {
		fmt.Fprintf(w, "  %-10s %s\n", m.name, m.about)
	}
	flag.PrintDefaults()
}

// run runs a measurement, prints its tables to out and what it is busy with to progress.
func run(o options, args []string, out, progress io.Writer) error {
	m, err := choose(args)
	if err != nil {
		return err
	}
	if o.effort.Rounds < 1 {
		return fmt.Errorf("%d rounds: at least one is needed", o.effort.Rounds)
	}
	text, err := m.run(o, progress)
	if err != nil {
		return err
	}
	fmt.Fprint(out, text)
	if o.readme == "" {
		return nil
	}
	return report.WriteReadme(o.readme, m.name, text)
}

func choose(args []string) (measurement, error) {
	all := measurements()
	if len(args) == 0 {
		return all[0], nil
	}
	i := slices.IndexFunc(all, func(m measurement) bool { return m.name == args[0] })
	if i < 0 || len(args) > 1 {
		return measurement{}, fmt.Errorf("%q: name one measurement, see -help", args)
	}
	return all[i], nil
}

// runRace also compares with the baseline, or renews it.
func runRace(o options, progress io.Writer) (string, error) {
	results, err := race.Run(race.Options{Effort: o.effort, Ajv: "ajv"}, progress)
	if err != nil {
		return "", err
	}
	if o.update {
		return results.Markdown(), results.WriteBaseline(o.baseline)
	}
	return results.Markdown(), results.Compare(progress, o.baseline)
}
