// Command nested prints how long unions in unions take: a line for each depth with nanoseconds of
// ValidT and DecodeT where branches are tried, and of both where a constant tells them apart.
package main

import (
	"fmt"
	"os"
	"strings"
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

// least returns the nanoseconds of a run, the least of some measurements of a few milliseconds.
func least(data []byte, accepts func([]byte) bool) int64 {
	best := time.Hour
	for range 7 {
		n, start := 0, time.Now()
		for n == 0 || time.Since(start) < 5*time.Millisecond {
			if !accepts(data) {
				fmt.Fprintf(os.Stderr, "%s is refused\n", data)
				os.Exit(1)
			}
			n++
		}
		best = min(best, time.Since(start)/time.Duration(n))
	}
	return best.Nanoseconds()
}
