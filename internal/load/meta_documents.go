package load

import (
	"embed"
	"strings"
)

// metaSchemas holds the meta-schemas of the drafts, for references to them:
// schemas of schemas are data like any other. They are those that
// https://json-schema.org publishes, reduced to what asserts something: titles,
// descriptions, comments and defaults are left out.
//
//go:embed meta
var metaSchemas embed.FS

// metaSchema is the meta-schema, or the part of one, that a URI stands for,
// with the URI by which it calls itself.
func metaSchema(uri string) (id string, data []byte, ok bool) {
	name, ok := strings.CutPrefix(withoutScheme(uri), "json-schema.org/")
	if !ok {
		return "", nil, false
	}
	data, err := metaSchemas.ReadFile("meta/" + name + ".json")
	if err != nil {
		return "", nil, false
	}
	scheme := "http://"
	if strings.HasPrefix(name, "draft/") {
		scheme = "https://"
	}
	return scheme + "json-schema.org/" + name, data, true
}
