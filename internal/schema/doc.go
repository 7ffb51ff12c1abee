// Package schema is the data between loading and lowering: a graph of JSON
// Schemas in which every reference has been followed.
//
// Nothing in here reads, resolves or decides. Package load makes a Graph from
// documents; package lower turns a Graph into a Go package. What the drafts of
// JSON Schema spell differently (draft 4's boolean exclusiveMaximum, array
// "items", "dependencies", "definitions") is spelled one way here, the way of
// draft 2020-12; positions and pointers still lead to what the author wrote.
package schema
