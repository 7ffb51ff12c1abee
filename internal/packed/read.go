package packed

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// Read reads a JSON text, nil if it is none. Values have no places.
func Read(text []byte) *schema.Value {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	v, err := readValue(d, maxDepth)
	if err != nil {
		return nil
	}
	if _, err := d.Token(); err != io.EOF {
		return nil
	}
	return v
}

// maxDepth is how many arrays and objects may be inside each other, as in documents that are loaded.
const maxDepth = 1_000

var errDeep = errors.New("too deep")

func readValue(d *json.Decoder, depth int) (*schema.Value, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		return readParts(d, t, depth-1)
	case json.Number:
		return &schema.Value{Kind: schema.KindNumber, Text: t.String()}, nil
	case string:
		return &schema.Value{Kind: schema.KindString, Text: t}, nil
	case bool:
		if t {
			return &schema.Value{Kind: schema.KindTrue}, nil
		}
		return &schema.Value{Kind: schema.KindFalse}, nil
	}
	return &schema.Value{Kind: schema.KindNull}, nil
}

func readParts(d *json.Decoder, open json.Delim, depth int) (*schema.Value, error) {
	if depth < 0 {
		return nil, errDeep
	}
	v := &schema.Value{Kind: schema.KindArray}
	if open == '{' {
		v.Kind = schema.KindObject
	}
	for d.More() {
		var name json.Token
		if open == '{' {
			var err error
			if name, err = d.Token(); err != nil {
				return nil, err
			}
		}
		part, err := readValue(d, depth)
		if err != nil {
			return nil, err
		}
		if name, ok := name.(string); ok {
			v.Members = slices.DeleteFunc(v.Members, func(m schema.Member) bool { return m.Name == name })
			v.Members = append(v.Members, schema.Member{Name: name, Value: part})
		} else {
			v.Items = append(v.Items, part)
		}
	}
	_, err := d.Token()
	return v, err
}
