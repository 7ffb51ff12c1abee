package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// properties is how many members the large schema names.
const properties = 50_000

// large works on one object with very many members of several kinds.
func large(eventgen, dir string, rounds int) (costs, error) {
	dir, err := module(dir, "large")
	if err != nil {
		return costs{}, err
	}
	if err := os.WriteFile(filepath.Join(dir, "schema.json"), []byte(largeSchema(properties)), 0o644); err != nil {
		return costs{}, err
	}
	c := command{path: eventgen, dir: dir, args: []string{"schema.json", "--out", "out", "--type", "Large"}}
	return repeat(c, "out", rounds)
}

func largeSchema(n int) string {
	kinds := []string{
		`{"type": "string", "minLength": 1}`,
		`{"type": "integer", "minimum": 0}`,
		`{"type": "array", "items": {"type": "string"}}`,
		`{"type": ["number", "null"]}`,
		`{"$ref": "#/$defs/point"}`,
	}
	var b strings.Builder
	b.WriteString(`{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {` + "\n")
	for i := range n {
		fmt.Fprintf(&b, "%q: %s,\n", fmt.Sprintf("member%05d", i), kinds[i%len(kinds)])
	}
	b.WriteString(`"last": true}, "$defs": {"point": {"type": "object", "required": ["x", "y"],` + "\n")
	b.WriteString(`"properties": {"x": {"type": "integer"}, "y": {"type": "integer"}}}}}` + "\n")
	return b.String()
}
