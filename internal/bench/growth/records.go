package growth

import (
	"errors"
	"fmt"
	"strings"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/internal/bench/report"
	"github.com/eventgen-go/eventgen/out/sqs"
)

// A line is what a batch of some size takes.
type line struct {
	records       int
	bytes         int
	decode, valid float64 // nanoseconds for a byte
}

// recordBytes is what a record takes, with the comma behind it.
const recordBytes = 1024

// counts are the numbers of records: from 1 KiB to 100 MiB.
func counts() []int { return []int{1, 10, 100, 1024, 10 * 1024, 100 * 1024} }

// measureRecords measures the sizes one after the other, each in memory that the process has used
// before: what the system takes for giving it fresh memory, after small batches let go of it, is
// another matter.
func measureRecords(e measure.Effort) ([]line, error) {
	from, err := payload.FindTestdata()
	if err != nil {
		return nil, err
	}
	var lines []line
	for _, n := range counts() {
		l, err := measureBatch(from, n, e)
		if err != nil {
			return nil, err
		}
		lines = append(lines, l)
	}
	return lines, nil
}

func measureBatch(from payload.Testdata, n int, e measure.Effort) (line, error) {
	data, err := batch(from, n)
	if err != nil {
		return line{}, err
	}
	timings, err := measure.SideBySide(tasks(data), e)
	if err != nil {
		return line{}, fmt.Errorf("%d records: %w", n, err)
	}
	bytes := float64(len(data))
	return line{n, len(data), measure.Median(timings[0]) / bytes, measure.Median(timings[1]) / bytes}, nil
}

// tasks are decoding and validating of a batch.
func tasks(data []byte) []measure.Subject {
	return []measure.Subject{
		{Name: "decode", Time: measure.Here(func() error {
			_, err := sqs.DecodeEvent(data)
			return err
		})},
		{Name: "validate", Time: measure.Here(func() error {
			if !sqs.ValidEvent(data) {
				return errors.New("refused")
			}
			return nil
		})},
	}
}

// batch returns a batch of n records, which take a KiB each.
func batch(from payload.Testdata, n int) ([]byte, error) {
	size := func(body int) ([]byte, error) {
		return payload.SQS(n, func(int) string { return strings.Repeat("n", body) }).Write(from, payload.AsSent)
	}
	empty, err := payload.SQS(1, func(int) string { return "" }).Write(from, payload.AsSent)
	if err != nil {
		return nil, err
	}
	return size(recordBytes - (len(empty) - len(`{"Records":[]}`)) - len(`,`))
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
