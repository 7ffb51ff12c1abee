// Package lower turns a graph of JSON Schemas into a model of a Go package. It
// takes every decision: which Go type holds a value, what it is called, which
// checks its text must pass, and what its examples are.
//
// It works in passes, each over the result of the one before:
//
//  1. merge: the schemas that apply to one value (a schema, what it refers to,
//     its allOf) become one set of rules for each kind of value (merge.go,
//     object.go, array.go, string.go, number.go, combine.go);
//  2. simplify: conditions that a look at the value's kind decides become part
//     of these rules (simplify.go);
//  3. name: every value that needs functions or a type gets its name (name.go);
//  4. type: every value gets its Go type (types.go, union.go, enum.go,
//     nested.go);
//  5. example: documents become Go literals (example.go);
//  6. identify: what marks documents becomes traits of places (identify.go).
//
// Catalog joins the root types of several packages (catalog.go, place.go).
//
// The function to read first is Package.
package lower
