// Command nested prints how long unions in unions take: a line for each depth with nanoseconds of CPU
// time of ValidT and DecodeT where branches are tried, and of both where a constant tells them apart.
package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"nested/tagged"
	"nested/trial"
)

func main() {
	for _, depth := range []int{1, 2, 4, 6, 8, 10, 12, 14, 16} {
		tried, told := chain(`{"next":`, `"b":1}`, depth), chain(`{"is":"b","next":`, `"b":1}`, depth)
		fmt.Println(depth,
			least(tried, trial.ValidChain), least(tried, decode(trial.DecodeChain)),
			least(told, tagged.ValidChain), least(told, decode(tagged.DecodeChain)))
	}
}

// chain returns a document of objects in each other.
func chain(begin, end string, depth int) []byte {
	innermost := strings.Replace(begin, `"next":`, end, 1)
	return []byte(strings.Repeat(begin, depth-1) + innermost + strings.Repeat(","+end, depth-1))
}

func decode[T any](f func([]byte) (T, error)) func([]byte) bool {
	return func(data []byte) bool {
		_, err := f(data)
		return err == nil
	}
}

// least returns the nanoseconds of CPU time of a run, the least of some measurements.
func least(data []byte, accepts func([]byte) bool) int64 {
	best := time.Hour
	for range 7 {
		best = min(best, measure(data, accepts))
	}
	return best.Nanoseconds()
}

// measure runs until that takes some milliseconds.
func measure(data []byte, accepts func([]byte) bool) time.Duration {
	for n := 1; ; n *= 2 {
		start := cpuTime()
		for range n {
			if !accepts(data) {
				fmt.Fprintf(os.Stderr, "%s is refused\n", data)
				os.Exit(1)
			}
		}
		if took := cpuTime() - start; took > 2*time.Millisecond {
			return took / time.Duration(n)
		}
	}
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // fails for invalid arguments only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
