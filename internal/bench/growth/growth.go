// Package growth measures how time grows with documents: with the number of records, where it
// should be proportional, and with the depth of unions in unions, where it cannot always be.
package growth

import (
	"fmt"
	"io"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

// Run measures and returns tables.
func Run(e measure.Effort, progress io.Writer) (string, error) {
	fmt.Fprintln(progress, "records")
	lines, err := measureRecords(e)
	if err != nil {
		return "", err
	}
	fmt.Fprintln(progress, "unions in unions")
	levels, err := measureNested()
	if err != nil {
		return "", err
	}
	return bars(lines).String() + recordTable(lines).String() + nestedTable(levels).String(), nil
}

// bars says how far from proportional the time is.
func bars(lines []line) *report.Table {
	return report.Bars("**What has to hold** of batches of 1 KiB to 100 MiB: the most nanoseconds for a byte against the least.", []report.Bar{
		{What: "`DecodeT`", Limit: report.AtMost(1.2, "×"), Reached: spread(lines, func(l line) float64 { return l.decode })},
		{What: "`ValidT`", Limit: report.AtMost(1.2, "×"), Reached: spread(lines, func(l line) float64 { return l.valid })},
	})
}

func spread(lines []line, of func(line) float64) float64 {
	least, most := of(lines[0]), of(lines[0])
	for _, l := range lines {
		least, most = min(least, of(l)), max(most, of(l))
	}
	return most / least
}
