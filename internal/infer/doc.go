// Package infer makes schemas from samples.
//
// In go documents, all of the same event; out comes a JSON Schema by which all of them are valid,
// as a document too. Every statement rests on evidence, which is told in $comment. Nothing else
// decides: the same samples in the same order make the same schema.
//
// A place in the documents is all that is known of it, a list of the values that were seen there:
// infer.go says which kinds they are of, and string.go, number.go, array.go, object.go, maps.go and
// union.go what is common to those of one kind. grow.go and the files of its name change a schema
// that exists so that it accepts samples which it refused.
//
// The functions to read first are Schema and Grow.
package infer
