// Package race measures the generated packages side by side with peers.
//
// In goes a document of each event (see events.go), in three forms; out comes how many times as
// long peers take as generated code, and what all of them allocate. Nobody runs before all have
// been seen to agree on the document. Each rival has a process of its own, as it has in a function:
// in one for all, everybody's garbage collector would walk what the others keep alive.
package race

import (
	"errors"
	"fmt"
	"io"

	"github.com/eventgen-go/eventgen/internal/bench/ajv"
	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
)

// Options are what can be chosen.
type Options struct {
	Effort measure.Effort
	Ajv    string // the folder in which ajv is installed, if it is
}

// Results are what came out.
type Results struct {
	rows   []result
	rounds int
	ajv    string // its version, or why it is missing
}

// A result is what one task took for one payload, in the order of the rivals.
type result struct {
	event  string
	aside  bool // does not count in means
	form   payload.Form
	task   task
	bytes  int
	rivals []measured
}

// A measured is a rival's result.
type measured struct {
	name   string
	nanos  float64         // CPU time of a run, the median of the rounds; 0 if it did not take part
	times  float64         // how many times as long as the first rival, the median of the ratios within a round
	memory *measure.Memory // nil if nothing is known
}

// Run measures, and says to progress what it is busy with.
func Run(o Options, progress io.Writer) (Results, error) {
	r := Results{rounds: o.Effort.Rounds}
	node, err := ajv.Start(o.Ajv)
	switch missing, ok := errors.AsType[*ajv.NotInstalledError](err); {
	case ok:
		r.ajv = missing.Error()
	case err != nil:
		return r, err
	default:
		r.ajv = node.Version
		defer node.Close()
	}
	for c, err := range contests() {
		if err != nil {
			return r, err
		}
		fmt.Fprintln(progress, c.event.name, c.form)
		rows, err := run(c, node, o.Effort)
		if err != nil {
			return r, fmt.Errorf("%s, %s: %w", c.event.name, c.form, err)
		}
		r.rows = append(r.rows, rows...)
	}
	return r, nil
}

// run measures the rivals of each task next to each other.
func run(c contest, node *ajv.Process, e measure.Effort) ([]result, error) {
	var results []result
	for _, t := range tasks {
		if len(c.event.lineup.rivals[t]) == 0 {
			continue
		}
		rivals, err := runTask(c, t, node, e)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t, err)
		}
		results = append(results, result{c.event.name, c.event.aside, c.form, t, len(c.input.data), rivals})
	}
	return results, nil
}

// runTask starts a process for each rival, and ends them.
func runTask(c contest, t task, node *ajv.Process, e measure.Effort) (all []measured, err error) {
	var subjects []measure.Subject
	for _, r := range c.event.lineup.rivals[t] {
		w, err := startWorker(c, t, r)
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, w.close()) }()
		all = append(all, measured{name: r.name, memory: &w.memory})
		subjects = append(subjects, measure.Subject{Name: r.name, Time: w.time})
	}
	if t == validate {
		all = append(all, measured{name: ajvName})
		if node != nil {
			clock, err := ajvClock(node, c.input)
			if err != nil {
				return nil, err
			}
			subjects = append(subjects, measure.Subject{Name: ajvName, Time: clock})
		}
	}
	timings, err := measure.SideBySide(subjects, e)
	for i := range timings { // which ajv may lack, the last one
		all[i].nanos = measure.Median(timings[i])
		all[i].times = measure.Median(measure.Ratios(timings[i], timings[0]))
	}
	return all, err
}
