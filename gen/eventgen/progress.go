package main

import (
	"fmt"
	"io"
	"time"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/report"
)

const (
	progressAfter = 500 * time.Millisecond // a shorter run has no progress to show
	progressEvery = 100 * time.Millisecond
	clearLine     = "\r\x1b[K"
)

// A progress is a line on a terminal that says how far a run has come. Its zero value shows
// nothing.
type progress struct {
	to      io.Writer // nil if nobody watches
	start   time.Time
	next    time.Time // when the line is due
	total   int64     // bytes of all inputs; 0 if that is not known
	before  int64     // bytes of the inputs that are done with
	visible bool
}

// watch makes the progress for inputs, if somebody watches.
func watch(stderr io.Writer, quiet bool, inputs []document.Input) *progress {
	if quiet || !isTerminal(stderr) {
		return &progress{}
	}
	p := &progress{to: stderr, start: time.Now()}
	p.next = p.start.Add(progressAfter)
	for _, in := range inputs {
		if in.Size == 0 {
			p.total = 0
			break
		}
		p.total += in.Size
	}
	return p
}

// update shows how far the run has come: read are bytes of the current input.
func (p *progress) update(read int64, end bool, documents int) {
	if p.to == nil {
		return
	}
	done := p.before + read
	if end {
		p.before = done
	}
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(progressEvery)
	p.visible = true
	line := report.Count(documents, "document") + ", " + megabytes(done)
	if p.total > 0 && done > 0 {
		left := time.Duration(float64(now.Sub(p.start)) * (float64(p.total)/float64(done) - 1))
		line += fmt.Sprintf(" of %s, %s left", megabytes(p.total), left.Round(time.Second))
	}
	fmt.Fprint(p.to, clearLine, line)
}

// clear makes room for something else to be printed.
func (p *progress) clear() {
	if p.visible {
		fmt.Fprint(p.to, clearLine)
		p.visible = false
	}
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", (n+500_000)/1_000_000) }
