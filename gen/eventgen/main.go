// Command eventgen compiles JSON Schemas into Go: types, validators that are code, and
// constructors of examples. It also validates documents, and tells which event of AWS one is.
//
// In a repository that uses it:
//
//	go get -tool github.com/eventgen-go/eventgen/gen/eventgen
//	go tool eventgen init
//
// This writes an eventgen.yaml, which names the packages to generate, and the line
//
//	//go:generate go tool eventgen generate
//
// It works without such a file as well:
//
//	//go:generate go tool eventgen generate order.schema.json --out internal/orders
//
// It exits with 0 if all is well; with 1 if the answer is no: a document, schema or example is
// wrong, or generated files are out of date; and with 2 if it could not run: wrong usage or configuration,
// a file that is missing, a folder that cannot be written. What was asked for goes to standard
// output, everything else to standard error.
package main

import (
	"os"
	"runtime/debug"
)

// The command is short-lived: memory is cheaper than time up to a point. Beyond softLimit, in bytes, the garbage
// collector works harder; what a schema of 50,000 properties needs at a time fits below it, and without it the heap would
// grow to twice that.
const (
	gcPercent = 300
	softLimit = 460 << 20
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softLimit)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
