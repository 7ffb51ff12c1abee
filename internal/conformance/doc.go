// Package conformance holds tests only. They put schemas that others wrote through the whole
// line, generate → go build → run, and hold the verdicts of the generated code against those that
// the authors of the schemas expect: the JSON Schema Test Suite, the schemas of SchemaStore,
// hostile schemas and documents, and real events of AWS Lambda.
//
// In go the folders that package corpus finds; out come tables of what is right. What is known to
// fall short is listed in testdata/shortfalls.txt, and the tests fail on any difference to that
// list, for better or worse. They take minutes: go test -short skips them.
//
// The one function to read is [workshop.build]: it makes one program of hundreds of generated
// packages. What that program does with a document is in judge_test.go, which is a part of it.
package conformance
