// Command records measures how the time for batches grows with the number of records. It is a
// program of its own so that nothing else is in its heap.
//
// In go the number of rounds and the time of a sample, out comes a line for each size: the number of
// records, the size in bytes, and the nanoseconds for a byte of decoding and of validating.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/out/sqs"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "records:", err)
		os.Exit(1)
	}
}

// counts are the numbers of records: from 1 KiB to 100 MiB.
func counts() []int { return []int{1, 10, 100, 1024, 10 * 1024, 100 * 1024} }

// run measures the sizes one after the other, each in memory that the process has used before: what
// the system takes for giving it fresh memory, after small batches let go of it, is another matter.
func run(args []string) error {
	if len(args) != 2 {
		return errors.New("want the number of rounds and the time of a sample")
	}
	rounds, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	sample, err := time.ParseDuration(args[1])
	if err != nil {
		return err
	}
	from, err := payload.FindTestdata()
	if err != nil {
		return err
	}
	runtime.GOMAXPROCS(1)
	for _, n := range counts() {
		if err := measureBatch(from, n, measure.Effort{Rounds: rounds, Sample: sample}); err != nil {
			return fmt.Errorf("%d records: %w", n, err)
		}
	}
	return nil
}

func measureBatch(from payload.Testdata, n int, e measure.Effort) error {
	data, err := batch(from, n)
	if err != nil {
		return err
	}
	timings, err := measure.SideBySide(tasks(data), e)
	if err != nil {
		return err
	}
	bytes := float64(len(data))
	fmt.Println(n, len(data), measure.Median(timings[0])/bytes, measure.Median(timings[1])/bytes)
	return nil
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

// recordBytes is what a record takes, with the comma behind it.
const recordBytes = 1024

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
