package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/report"
)

// pollEvery is how often a watcher looks at its files. To look works on all file systems, as messages
// of the operating system do not.
const pollEvery = 200 * time.Millisecond

// A watcher does something again whenever a file changes that it has read.
type watcher struct {
	do     func(*gen.Inputs) error
	inputs gen.Inputs
	stderr io.Writer
	quiet  bool
}

// run runs until the user interrupts it. It returns an error if the first run cannot even begin;
// what is wrong with schemas and configuration is told, since it is there to be mended.
func (w *watcher) run(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := w.do(&w.inputs)
	if err != nil && !isAboutFiles(err) {
		return err
	}
	tell(w.stderr, err)
	w.say("watching %s; interrupt with Ctrl-C", report.Count(w.inputs.Len(), "file"))
	for {
		changed := w.wait(ctx)
		if changed == nil {
			return nil
		}
		w.say("%s", changes(changed))
		w.inputs.Renew()
		tell(w.stderr, w.do(&w.inputs))
	}
}

// isAboutFiles reports whether an error says what is wrong in files that have been read.
func isAboutFiles(err error) bool {
	var (
		config   *gen.ConfigError
		problems gen.Problems
	)
	return errors.As(err, &config) || errors.As(err, &problems)
}

// wait waits until files have changed and then have stayed as they are for a moment: editors and
// other tools write several of them, or one in steps. It returns nil when ctx is done.
func (w *watcher) wait(ctx context.Context) []gen.Input {
	ticks := time.NewTicker(pollEvery)
	defer ticks.Stop()
	var last []gen.Input
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticks.C:
		}
		changed := w.inputs.Changed()
		if len(changed) > 0 && slices.Equal(changed, last) {
			return changed
		}
		last = changed
	}
}

// say says what the watcher does.
func (w *watcher) say(format string, args ...any) {
	if !w.quiet {
		fmt.Fprintln(w.stderr, report.Printable(fmt.Sprintf(format, args...)))
	}
}

// changes says "changed: a.json, b.json, c.json and 2 more".
func changes(inputs []gen.Input) string {
	const shown = 3
	var paths []string
	for _, in := range inputs[:min(len(inputs), shown)] {
		paths = append(paths, in.Path)
	}
	s := "changed: " + strings.Join(paths, ", ")
	if more := len(inputs) - shown; more > 0 {
		s += " and " + report.Number(more) + " more"
	}
	return s
}
