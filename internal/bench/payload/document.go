package payload

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// A document is a JSON value: an object, a []document, or text of a scalar as it was read. Unlike
// a map, it keeps the order of members, on which speed depends.
type document any

// An object is the members in their order.
type object []member

type member struct {
	name  string
	value document
}

// parse reads a document of aws-lambda-go, which is trusted.
func parse(data []byte) (document, error) {
	return parseValue(jsontext.NewDecoder(bytes.NewReader(data)))
}

func parseValue(d *jsontext.Decoder) (document, error) {
	switch d.PeekKind() {
	case '{':
		return parseObject(d)
	case '[':
		return parseArray(d)
	default:
		v, err := d.ReadValue()
		return v.Clone(), err
	}
}

func parseObject(d *jsontext.Decoder) (document, error) {
	if _, err := d.ReadToken(); err != nil {
		return nil, err
	}
	o := object{}
	for d.PeekKind() != '}' {
		name, err := d.ReadToken()
		if err != nil {
			return nil, err
		}
		m := member{name: name.String()}
		if m.value, err = parseValue(d); err != nil {
			return nil, err
		}
		o = append(o, m)
	}
	_, err := d.ReadToken()
	return o, err
}

func parseArray(d *jsontext.Decoder) (document, error) {
	if _, err := d.ReadToken(); err != nil {
		return nil, err
	}
	items := []document{}
	for d.PeekKind() != ']' {
		item, err := parseValue(d)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	_, err := d.ReadToken()
	return items, err
}

// appendTo writes d without white space.
func appendTo(dst []byte, d document) []byte {
	switch d := d.(type) {
	case object:
		dst = append(dst, '{')
		for i, m := range d {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(quote(dst, m.name), ':')
			dst = appendTo(dst, m.value)
		}
		return append(dst, '}')
	case []document:
		dst = append(dst, '[')
		for i, item := range d {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendTo(dst, item)
		}
		return append(dst, ']')
	case jsontext.Value:
		return append(dst, d...)
	default:
		panic(fmt.Sprintf("a document cannot hold %T", d))
	}
}

// quote writes s as services do: "<" stays "<".
func quote(dst []byte, s string) []byte {
	dst, err := jsontext.AppendQuote(dst, s)
	if err != nil {
		panic(err) // names and texts of this package are valid UTF-8
	}
	return dst
}

// reversed returns d with the members of every object in the opposite order.
func reversed(d document) document {
	switch d := d.(type) {
	case object:
		r := make(object, 0, len(d))
		for _, m := range slices.Backward(d) {
			r = append(r, member{m.name, reversed(m.value)})
		}
		return r
	case []document:
		r := make([]document, 0, len(d))
		for _, item := range d {
			r = append(r, reversed(item))
		}
		return r
	default:
		return d
	}
}

// with returns a copy of o in which the member at path, which has to be there, is the string text.
func (o object) with(text string, path ...string) object {
	r := slices.Clone(o)
	for i, m := range r {
		switch {
		case m.name != path[0]:
		case len(path) == 1:
			r[i].value = jsontext.Value(quote(nil, text))
			return r
		default:
			r[i].value = m.value.(object).with(text, path[1:]...)
			return r
		}
	}
	panic(fmt.Sprintf("no member %q to replace", path[0]))
}

// indented returns data with a line for each value.
func indented(data []byte) ([]byte, error) {
	var b bytes.Buffer
	err := json.Indent(&b, data, "", "  ")
	return b.Bytes(), err
}
