package envelope

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/place"
)

// of makes an envelope of a schema and an example.
func of(t *testing.T, schema, example string) Envelope {
	t.Helper()
	tree := fstest.MapFS{"s.json": &fstest.MapFile{Data: []byte(schema)}}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: "s.json", Name: "s.json"}}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Envelope{Name: "test", Place: place.Of(g.Roots[0]), Event: packed.Read([]byte(example))}
}

const text = `{"type": "string", "x-payload": true}`

func TestCarry(t *testing.T) {
	tests := []struct{ name, schema, example, payload, want string }{
		{"text", `{"properties": {"body": ` + text + `}}`, `{"id": 1, "body": "old"}`, `{"a":"b"}`, `{"id":1,"body":"{\"a\":\"b\"}"}`},
		{
			"the one item of a list", `{"properties": {"list": {"items": {"$ref": "#/$defs/item"}}}, "$defs": {"item": {"properties": {"body": ` + text + `}}}}`,
			`{"list": [{"id": 1}, {"id": 2, "body": ""}, {"id": 3, "body": ""}]}`, `1`, `{"list":[{"id":2,"body":"1"}]}`,
		},
		{"base64", `{"properties": {"data": {"type": "string", "contentEncoding": "base64", "x-payload": true}}}`, `{"data": "AA=="}`, `1`, `{"data":"MQ=="}`},
		{"null now", `{"additionalProperties": {"type": ["string", "null"], "x-payload": true}}`, `{"any": null}`, `1`, `{"any":"1"}`},
		{"JSON", `{"properties": {"detail": {"x-payload": true}}}`, `{"detail": "old"}`, `{"a":[1.50]}`, `{"detail":{"a":[1.50]}}`},
		{"a pattern", `{"patternProperties": {"^b": ` + text + `}, "additionalProperties": false}`, `{"a": "", "bc": ""}`, `1`, `{"a":"","bc":"1"}`},
		{
			"in a document in a string",
			`{"properties": {"data": {"type": "string", "contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": {"prefixItems": [` + text + `]}}}}`,
			`{"data": "WyJvbGQiXQ=="}`, `new`, `{"data":"WyJuZXciXQ=="}`,
		},
		{
			"a digest", `{"properties": {"body": ` + text + `, "md5": {"type": "string", "x-md5-of": "body"}}}`,
			`{"body": "", "md5": ""}`, `1`, `{"body":"1","md5":"c4ca4238a0b923820dcc509a6f75849b"}`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := of(t, test.schema, test.example).Carry([]byte(test.payload))
			if err != nil {
				t.Fatal(err)
			}
			if got.JSON() != test.want {
				t.Errorf("got  %s\nwant %s", got.JSON(), test.want)
			}
		})
	}
}

func TestCarryRefuses(t *testing.T) {
	tests := []struct{ name, schema, example, payload, want string }{
		{"no place", `{"properties": {"body": ` + text + `}}`, `{"other": ""}`, `1`, "carries nothing"},
		{"no text", `{"properties": {"body": ` + text + `}}`, `{"body": ""}`, "\xff", "carries text"},
		{"no JSON", `{"x-payload": true}`, `1`, "\xff", "carries JSON"},
		{
			"no document in the string",
			`{"type": "string", "contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": {"x-payload": true}}`, `"??"`, `1`, "base64",
		},
	}
	for _, test := range tests {
		_, err := of(t, test.schema, test.example).Carry([]byte(test.payload))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want an error with %q", test.name, err, test.want)
		}
	}
}

func TestForwarded(t *testing.T) {
	tests := []struct{ name, schema, event, want string }{
		{"the whole", `{}`, `{"a": 1}`, `{"a":1}`},
		{"a part", `{"properties": {"list": {"items": {"x-forwarded": true}}}}`, `{"list": [{"b": 2}, 3]}`, `{"b":2}`},
		{"other names", `{"properties": {"a": {"x-forwarded": {"Url": "URL"}}}}`, `{"a": {"Url": 1, "b": 2}}`, `{"URL":1,"b":2}`},
		{"text", `{"properties": {"a": {"type": "string", "x-forwarded": true}}}`, `{"a": "b"}`, `b`},
		{"without base64", `{"properties": {"a": {"contentEncoding": "base64", "x-forwarded": true}}}`, `{"a": "MQ=="}`, `1`},
		{"absent", `{"properties": {"a": {"x-forwarded": true}}}`, `{"b": 1}`, `{"b":1}`},
	}
	for _, test := range tests {
		e := of(t, test.schema, test.event)
		if got := string(Forwarded(e.Place, e.Event)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
