// Package emit prints a model of a Go package as files. It decides nothing but
// layout: names, types, rules and messages come from the model.
//
// The files of a package are types.go (types and their entry points), valid.go
// (checks), decode.go, encode.go and examples.go. A function is printed when
// something printed before it calls it, so there is no dead code, and every
// reader finds a function behind its first caller.
//
// The function to read first is Package. Catalog prints the package that lists
// the types of others.
package emit
