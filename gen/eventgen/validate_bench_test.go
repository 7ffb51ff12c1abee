package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/out/catalog"
)

// BenchmarkValidateNDJSON runs the command on a file of SQS events, one on each line. The metric
// x-bare is how many times as long it takes as the compiled validator on the same lines in memory,
// both in turn.
func BenchmarkValidateNDJSON(b *testing.B) {
	event, ok := catalog.Lookup("sqs.Event")
	if !ok {
		b.Fatal("no sqs.Event in the catalogue")
	}
	lines := manyLines(b, event, 64<<20)
	file := filepath.Join(b.TempDir(), "events.ndjson")
	if err := os.WriteFile(file, bytes.Join(lines, nil), 0o644); err != nil {
		b.Fatal(err)
	}
	for _, bench := range []struct {
		name string
		args []string
	}{
		{"as", []string{"--as", "sqs.Event", "--jobs", "1"}},
		{"identified", []string{"--jobs", "1"}},
		{"two-jobs", []string{"--as", "sqs.Event", "--jobs", "2"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bytes.Join(lines, nil))))
			args := append([]string{"validate", "--quiet", file}, bench.args...)
			var bare, command time.Duration
			for b.Loop() {
				start := time.Now()
				for _, line := range lines {
					if !event.Valid(line) {
						b.Fatalf("not valid: %s", line)
					}
				}
				bare += time.Since(start)
				start = time.Now()
				if status := run(args, nil, io.Discard, io.Discard); status != exitClean {
					b.Fatalf("exit status %d", status)
				}
				command += time.Since(start)
			}
			b.ReportMetric(float64(command)/float64(bare), "x-bare")
		})
	}
}

// manyLines returns the examples of an event, over and over, of so many bytes together.
func manyLines(b *testing.B, event catalog.Event, size int) [][]byte {
	b.Helper()
	var examples, lines [][]byte
	for _, x := range event.Examples {
		text, err := x.JSON()
		if err != nil {
			b.Fatal(err)
		}
		examples = append(examples, append(text, '\n'))
	}
	for n := 0; n < size; {
		line := bytes.Clone(examples[len(lines)%len(examples)])
		lines = append(lines, line)
		n += len(line)
	}
	return lines
}
