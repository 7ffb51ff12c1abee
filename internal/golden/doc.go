// Package golden holds tests only: schemas beside the Go code that they become, one small case
// for each construct.
//
// In go the cases in testdata, each an archive in the format txtar: a remark, the schemas and
// perhaps options; out comes, in the same archive, the generated code or the errors. Documents
// with an upper-case first letter are root schemas, Order.schema.json of the type Order. All
// files ending in .go are held against what is generated; files that the archive lacks are not
// compared. Files ending in _test.go are tests that use the generated package.
//
//	go test ./internal/golden -update
//
// writes what is generated into the archives, whose diff is then for a reviewer to read. All
// that all cases generate is compiled, vetted, tested and checked for style together.
package golden
