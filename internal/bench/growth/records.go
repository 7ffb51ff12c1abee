package growth

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"syscall"

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

// measureRecords measures all sizes next to each other.
func measureRecords(e measure.Effort) ([]line, error) {
	from, err := payload.FindTestdata()
	if err != nil {
		return nil, err
	}
	var lines []line
	var subjects []measure.Subject
	for _, n := range counts() {
		data, err := batch(from, n)
		if err != nil {
			return nil, err
		}
		lines = append(lines, line{records: n, bytes: len(data)})
		subjects = append(subjects, tasks(n, data)...)
	}
	debug.FreeOSMemory() // of what the batches were made of
	timings, err := measure.SideBySide(subjects, e)
	if err != nil {
		return nil, err
	}
	for i := range lines {
		l := &lines[i]
		l.decode = measure.Median(timings[2*i]) / float64(l.bytes)
		l.valid = measure.Median(timings[2*i+1]) / float64(l.bytes)
	}
	return lines, nil
}

// tasks are decoding and validating of a batch.
func tasks(n int, data []byte) []measure.Subject {
	return []measure.Subject{
		{Name: fmt.Sprintf("decode %d records", n), Time: measure.Here(func() error {
			_, err := sqs.DecodeEvent(data)
			return err
		})},
		{Name: fmt.Sprintf("validate %d records", n), Time: measure.Here(func() error {
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
	data, err := size(recordBytes - (len(empty) - len(`{"Records":[]}`)) - len(`,`))
	if err != nil {
		return nil, err
	}
	return offHeap(data)
}

// offHeap returns a copy outside of Go's heap: a large one in it would let the garbage collector
// rest while small ones are measured.
func offHeap(data []byte) ([]byte, error) {
	m, err := syscall.Mmap(-1, 0, len(data), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	copy(m, data)
	return m, err
}

func recordTable(lines []line) *report.Table {
	t := &report.Table{
		Title: "**Batches** of SQS with records of 1 KiB, in nanoseconds of CPU time for a byte.",
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
