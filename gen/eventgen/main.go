// Command eventgen compiles JSON Schemas into Go: types, validators that are code, and
// constructors of examples. It also validates documents, and tells which event of AWS one is.
//
// In a repository that uses it:
//
//	go get -tool github.com/eventgen-go/eventgen/gen/eventgen
//
//	//go:generate go tool eventgen generate order.schema.json --out internal/orders
//
// or, with an eventgen.yaml that names the packages,
//
//	//go:generate go tool eventgen generate
//
// It exits with 0 if all is well; with 1 if the answer is no: a document, schema or example is
// wrong, or generated files are out of date; and with 2 if it could not run: wrong usage or configuration,
// a file that is missing, a folder that cannot be written. What was asked for goes to standard
// output, everything else to standard error.
package main

import (
	"math"
	"os"
	"runtime/debug"
)

// softLimit is the memory, in bytes, from which on the garbage collector works harder. What a schema of 50,000
// properties needs at a time fits; without the limit the heap would grow to twice that.
const softLimit = 400 << 20

func main() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 { // GOMEMLIMIT is not set
		debug.SetMemoryLimit(softLimit)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
