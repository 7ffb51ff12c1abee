// Command generator measures eventgen generate: how long it takes, from the start of the process to
// its end, and how much memory, for the catalogue, a very large schema and those of SchemaStore.
//
// It is a program of its own because it has to be small: the peak of memory that the system tells of
// a process is never less than what the process had that started it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/eventgen-go/eventgen/internal/bench/program"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

func main() {
	rounds := flag.Int("rounds", 7, "how often everything is measured; a figure is the median of the rounds")
	readme := flag.String("readme", "", "write the tables into this file, between the marks of the generator")
	flag.Parse()
	if err := run(*rounds, *readme, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "generator:", err)
		os.Exit(1)
	}
}

// run measures, prints the tables to out and what it is busy with to progress.
func run(rounds int, readme string, out, progress io.Writer) error {
	dir, err := os.MkdirTemp("", "generator")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	eventgen, err := program.Eventgen(dir)
	if err != nil {
		return err
	}
	all, err := measureAll(eventgen, dir, rounds, progress)
	if err != nil {
		return err
	}
	text := all.bars().String() + all.table().String()
	fmt.Fprint(out, text)
	if readme == "" {
		return nil
	}
	return report.WriteReadme(readme, "generator", text)
}

// measureAll leaves the large schema for last: it makes this process larger.
func measureAll(eventgen, dir string, rounds int, progress io.Writer) (all measured, err error) {
	fmt.Fprintln(progress, "catalogue")
	if all.catalogue, err = catalogue(eventgen, dir, rounds); err != nil {
		return all, err
	}
	fmt.Fprintln(progress, "SchemaStore")
	if all.store, err = schemaStore(eventgen, dir); err != nil {
		return all, err
	}
	fmt.Fprintln(progress, largeName)
	all.large, err = large(eventgen, dir, rounds)
	return all, err
}
