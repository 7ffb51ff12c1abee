// Package stopwatch is what the programs that decode once have in common.
package stopwatch

import (
	"fmt"
	"os"
	"time"
)

// Time decodes the document in the file that the program is called with, and prints how many
// nanoseconds that took.
func Time(decode func(data []byte) error) {
	data, err := os.ReadFile(os.Args[1])
	if err == nil {
		start := time.Now()
		err = decode(data)
		fmt.Println(time.Since(start).Nanoseconds())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
