// Package compare tells how a schema has changed, and for whom that matters.
//
// In go two versions of a schema, each with the graph that it was loaded into and the Go package
// that the graph became; out come changes, in order of place. Every change is judged for three
// users: who reads old events with the new schema, who reads new events with the old one, and who
// compiles Go code against the generated package.
//
// What a schema accepts is compared by the checks of the model, in which references, definitions,
// the spellings of the drafts and whatever else is the author's own affair are gone. prove.go and
// the files of its name show that all documents which one version accepts are accepted by the
// other; where that is shown nothing is a change for the reader in question, and where it is not,
// tell.go and the files of its name look for what stands in the way. Whatever is neither shown nor
// explained is told as a change that may break: a compatible verdict is always a proof.
//
// The function to read first is Versions.
package compare
