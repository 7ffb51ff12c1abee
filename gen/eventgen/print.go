package main

import (
	"fmt"
	"io"
	"os"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/report"
)

// tellProblems prints problems, each at its place.
func tellProblems(w io.Writer, problems gen.Problems) {
	for _, p := range problems {
		q := *p
		for _, text := range []*string{&q.Location.File, &q.Location.Pointer, &q.Keyword, &q.Message, &q.Hint} {
			*text = report.Printable(*text)
		}
		fmt.Fprintln(w, q.Error())
	}
}

func tellError(w io.Writer, err error) {
	fmt.Fprintln(w, "eventgen: error:", report.Printable(err.Error()))
}

func tellHint(w io.Writer, hint string) {
	fmt.Fprintln(w, "eventgen: hint:", report.Printable(hint))
}

// isTerminal reports whether somebody is likely to read what is written to w as it comes.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// styleFor returns how text looks on w: coloured on a terminal, unless the user does not want that
// (https://no-color.org).
func styleFor(w io.Writer) report.Style {
	if !isTerminal(w) || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return report.Style{}
	}
	return report.Colours
}
