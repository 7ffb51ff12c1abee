// Package wire is the runtime that generated code stands on.
//
// In goes the text of one JSON document. Generated code walks it with a [Cursor]: one pass over the bytes that
// reads, checks and stores each value where it stands. Out come Go values, a verdict, or an [Error] that lists
// every violation with its place. The way back, from Go values to text, is an [Encoder].
//
// JSON is read strictly: RFC 8259 and, beyond it, I-JSON (RFC 7493). Duplicate member names, invalid UTF-8, lone
// surrogates, a byte order mark, trailing data and nesting deeper than 10,000 are syntax errors.
//
// A Cursor works in one of two modes. Fast: the first violation ends the walk, and nothing is kept for an error
// message. Collecting: violations are recorded and the walk goes on. Both modes run the same generated functions;
// pointers, lines and columns are derived afterwards, by walking the text once more, only when something failed.
package wire
