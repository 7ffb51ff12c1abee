package bundle

import (
	"testing"

	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/schema"
)

func TestDocument(t *testing.T) {
	library := map[string]string{
		"https://example.com/a/b.json": `{"$id": "https://example.com/a/b.json", "x-identify": [{"/a": true}], "items": {"$ref": "../c/b.json#/$defs/x"}}`,
		"https://example.com/c/b.json": `{"$id": "https://example.com/c/b.json", "$defs": {"x": {"$ref": "../a/b.json"}}}`,
	}
	find := func(id string) *schema.Value { return packed.Read([]byte(library[id])) }
	tests := []struct{ name, root, want string }{
		{"alone", `{"$id": "https://example.com/a/r.json", "$ref": "#/$defs/x", "$defs": {"x": true}}`, `{"$id":"https://example.com/a/r.json","$ref":"#/$defs/x","$defs":{"x":true}}`},
		{"to itself", `{"$id": "https://example.com/a/r.json", "items": {"$ref": "r.json"}}`, `{"$id":"https://example.com/a/r.json","items":{"$ref":"r.json"}}`},
		{"to nobody", `{"$id": "https://example.com/a/r.json", "$ref": "https://example.com/d.json"}`, `{"$id":"https://example.com/a/r.json","$ref":"https://example.com/d.json"}`},
		{"$ref that is data", `{"$id": "https://example.com/a/r.json", "properties": {"$ref": {"type": "string"}}}`, `{"$id":"https://example.com/a/r.json","properties":{"$ref":{"type":"string"}}}`},
		{
			"to others, in a circle, of one name", `{"$id": "https://example.com/a/r.json", "$defs": {"own": true}, "$ref": "b.json#/items"}`,
			`{"$id":"https://example.com/a/r.json","$ref":"b.json#/items","$defs":{"own":true,` +
				`"b.json":{"$id":"https://example.com/a/b.json","items":{"$ref":"../c/b.json#/$defs/x"}},` +
				`"b.json-":{"$id":"https://example.com/c/b.json","$defs":{"x":{"$ref":"../a/b.json"}}}}}`,
		},
	}
	for _, test := range tests {
		if got := Document(packed.Read([]byte(test.root)), find).JSON(); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}
