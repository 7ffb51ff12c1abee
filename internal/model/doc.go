// Package model is the data between lowering and emission: a Go package that is
// about to be written. It knows no JSON Schema and no text of Go.
//
// Every decision has been taken: names are final, types are chosen, rules carry
// the message that they will report. Package emit prints a Package; package
// interpret runs its checks without printing them.
package model
