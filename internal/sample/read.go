package sample

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"io"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// read reads a JSON text, nil if it is none.
func read(text string) *schema.Value {
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	v, err := readValue(d)
	if err != nil {
		return nil
	}
	if _, err := d.Token(); err != io.EOF {
		return nil
	}
	return v
}

func readValue(d *json.Decoder) (*schema.Value, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		return readParts(d, t)
	case json.Number:
		return numeral(t.String()), nil
	case string:
		return textValue(t), nil
	case bool:
		if t {
			return word(schema.KindTrue), nil
		}
		return word(schema.KindFalse), nil
	}
	return word(schema.KindNull), nil
}

func readParts(d *json.Decoder, open json.Delim) (*schema.Value, error) {
	v := arrayOf(nil)
	if open == '{' {
		v = objectOf(nil)
	}
	for d.More() {
		var name json.Token
		if open == '{' {
			var err error
			if name, err = d.Token(); err != nil {
				return nil, err
			}
		}
		part, err := readValue(d)
		if err != nil {
			return nil, err
		}
		if name, ok := name.(string); ok {
			v.Members = with(v.Members, name, part)
		} else {
			v.Items = append(v.Items, part)
		}
	}
	_, err := d.Token()
	return v, err
}

// unpack returns the document in a string, nil if there is none.
func (p Packing) unpack(text string) *schema.Value {
	if p == Plain {
		return read(text)
	}
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil
	}
	if p == Gzip {
		const most = 64 << 20
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil
		}
		if data, err = io.ReadAll(io.LimitReader(r, most)); err != nil {
			return nil
		}
	}
	return read(string(data))
}
