// Package schemas holds the catalogue: a JSON Schema for each event that a service sends to a
// Lambda function, and for each response that it reads, with examples that pass and documents
// that must not. The Go packages in out/ are made from them.
package schemas

import "embed"

//go:generate go run ../gen/eventgen generate

// Files are the schemas at <package>/<type>.schema.json, types in kebab-case, with their
// documents at <package>/examples/<type>/*.json and <package>/invalid/<type>/*.json.
//
//go:embed */*.schema.json */examples/*/*.json */invalid/*/*.json
var Files embed.FS

const (
	// Folder is what the folder of the schemas is called, seen from the module.
	Folder = "schemas"
	// Base is what stands for the folder in the $id of the schemas.
	Base = "https://eventgen-go.github.io/schemas/"
)
