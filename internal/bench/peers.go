package main

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/bytedance/sonic"
	experiment "github.com/go-json-experiment/json"
	goccy "github.com/goccy/go-json"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// A task is what rivals do with a payload.
type task string

const (
	decode   task = "decode"
	validate task = "validate"
	encode   task = "encode"
)

var tasks = []task{decode, validate, encode}

// A rival does its task once. The first rival of a task is generated code, the second is the
// standard library, to which the baseline compares.
type rival struct {
	name string
	run  func() error
}

// A lineup returns the rivals for a payload and the schema of its event, after it has made sure
// that they agree on it.
type lineup func(data []byte, schema *jsonschema.Schema) (map[task][]rival, error)

// A generated is a type of out/.
type generated interface {
	AppendJSON(dst []byte) ([]byte, error)
}

const (
	ours        = "eventgen"
	std         = "encoding/json"
	stdAndV6    = "encoding/json + jsonschema/v6"
	experiments = "go-json-experiment"
	sonicName   = "sonic"
	goccyName   = "goccy/go-json"
	stdValid    = "json.Valid"
)

// unmarshalers are the peers that decode. Sonic is in its fastest mode, which checks less than
// the others: it takes invalid UTF-8.
var unmarshalers = []struct {
	name string
	call func([]byte, any) error
}{
	{std, json.Unmarshal},
	{experiments, func(data []byte, v any) error { return experiment.Unmarshal(data, v) }},
	{sonicName, sonic.ConfigFastest.Unmarshal},
	{goccyName, func(data []byte, v any) error { return goccy.Unmarshal(data, v) }},
}

// errRefused is the verdict of a rival that says no more than that.
var errRefused = errors.New("refused")

// pair makes the lineup for the generated type G and the type of aws-lambda-go A.
func pair[G generated, A any](decodeG func([]byte) (G, error), validG func([]byte) bool) lineup {
	return func(data []byte, schema *jsonschema.Schema) (map[task][]rival, error) {
		if err := agree[G, A](data, schema, decodeG, validG); err != nil {
			return nil, err
		}
		encoders, err := encoders[G, A](data, decodeG)
		if err != nil {
			return nil, err
		}
		return map[task][]rival{
			decode:   decoders[G, A](data, schema, decodeG),
			validate: validators[A](data, schema, validG),
			encode:   encoders,
		}, nil
	}
}

func decoders[G, A any](data []byte, schema *jsonschema.Schema, decodeG func([]byte) (G, error)) []rival {
	rivals := []rival{{ours, func() error {
		_, err := decodeG(data)
		return err
	}}}
	for _, u := range unmarshalers {
		rivals = append(rivals, rival{u.name, into[A](u.call, data)})
	}
	unmarshal := into[A](json.Unmarshal, data)
	return append(rivals, rival{stdAndV6, func() error {
		if err := validV6(data, schema); err != nil {
			return err
		}
		return unmarshal()
	}})
}

// validators are held against what decodes too, since without a validator of its own a program
// has to decode to know.
func validators[A any](data []byte, schema *jsonschema.Schema, validG func([]byte) bool) []rival {
	return []rival{
		{ours, verdict(validG, data)},
		{stdValid, verdict(json.Valid, data)},
		{stdAndV6, func() error { return validV6(data, schema) }},
		{std, into[A](json.Unmarshal, data)},
		{sonicName, into[A](sonic.ConfigFastest.Unmarshal, data)},
	}
}

func encoders[G generated, A any](data []byte, decodeG func([]byte) (G, error)) ([]rival, error) {
	g, err := decodeG(data)
	if err != nil {
		return nil, err
	}
	var a A
	if err := json.Unmarshal(data, &a); err != nil {
		return nil, err
	}
	var buffer []byte
	return []rival{
		{ours, func() error {
			var err error
			buffer, err = g.AppendJSON(buffer[:0])
			return err
		}},
		{std, func() error {
			_, err := json.Marshal(&a)
			return err
		}},
		{sonicName, func() error {
			_, err := sonic.ConfigFastest.Marshal(&a)
			return err
		}},
	}, nil
}

// into decodes into a new value each time, as a program does.
func into[A any](unmarshal func([]byte, any) error, data []byte) func() error {
	return func() error {
		var v A
		return unmarshal(data, &v)
	}
}

func verdict(valid func([]byte) bool, data []byte) func() error {
	return func() error {
		if !valid(data) {
			return errRefused
		}
		return nil
	}
}

// validV6 decodes once more: jsonschema/v6 validates values, not text.
func validV6(data []byte, schema *jsonschema.Schema) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}
