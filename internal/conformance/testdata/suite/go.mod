// This module names the module whose tests the conformance test reads, and the version; nothing
// is built here.
module suite

go 1.26

require github.com/google/jsonschema-go v0.4.3
