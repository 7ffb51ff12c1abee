package race

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

	"github.com/bytedance/sonic"
	experiment "github.com/go-json-experiment/json"
	goccy "github.com/goccy/go-json"
	"github.com/mailru/easyjson"
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

// A rival does its task. The first rival of a task is generated code, the second is the standard
// library, to which the baseline compares.
type rival struct {
	name string
	// prepare returns what is measured: a run. Whatever is made once, such as a compiled schema, is
	// made before.
	prepare func(input) (func() error, error)
}

// alike is a rival that needs nothing but the document.
func alike(name string, run func(data []byte) error) rival {
	return rival{name, func(in input) (func() error, error) {
		return func() error { return run(in.data) }, nil
	}}
}

// An input is what rivals get.
type input struct {
	data   []byte
	schema string // its file in package schemas
}

// A lineup is who is measured with an event.
type lineup struct {
	rivals map[task][]rival
	agree  func(input) error // makes sure that all rivals make the same of the document
}

// find returns a rival.
func (l lineup) find(t task, name string) (rival, bool) {
	i := slices.IndexFunc(l.rivals[t], func(r rival) bool { return r.name == name })
	if i < 0 {
		return rival{}, false
	}
	return l.rivals[t][i], true
}

// A generated is a type of out/.
type generated interface {
	AppendJSON(dst []byte) ([]byte, error)
}

const (
	ours        = "eventgen"
	std         = "encoding/json"
	v6          = "jsonschema/v6"
	stdAndV6    = "encoding/json + jsonschema/v6"
	experiments = "go-json-experiment"
	sonicName   = "sonic"
	goccyName   = "goccy/go-json"
	easyName    = "easyjson"
	stdValid    = "json.Valid"
	ajvName     = "ajv (Node)"
)

// unmarshalers are the peers that decode into any type. Sonic is in its fastest mode, which checks
// less than the others: it takes invalid UTF-8.
var unmarshalers = []struct {
	name string
	call func([]byte, any) error
}{
	{std, json.Unmarshal},
	{experiments, func(data []byte, v any) error { return experiment.Unmarshal(data, v) }},
	{sonicName, sonic.ConfigFastest.Unmarshal},
	{goccyName, func(data []byte, v any) error { return goccy.Unmarshal(data, v) }},
}

// unmarshalEasy decodes into a type of package easy.
func unmarshalEasy(data []byte, v any) error {
	return easyjson.Unmarshal(data, v.(easyjson.Unmarshaler))
}

// errRefused is the verdict of a rival that says no more than that.
var errRefused = errors.New("refused")

// all makes the lineup for the generated type G, the type of aws-lambda-go A, and E of package
// easy, which is A with methods.
func all[G generated, A, E any](decodeG func([]byte) (G, error), validG func([]byte) bool) lineup {
	return lineup{
		rivals: map[task][]rival{
			decode:   decoders[G, A, E](decodeG),
			validate: validators[A](validG),
			encode:   encoders[G, A](decodeG),
		},
		agree: func(in input) error { return agree[G, A, E](in, decodeG, validG) },
	}
}

// only leaves one task of a lineup.
func only(t task, l lineup) lineup {
	l.rivals = map[task][]rival{t: l.rivals[t]}
	return l
}

func decoders[G generated, A, E any](decodeG func([]byte) (G, error)) []rival {
	rivals := []rival{alike(ours, func(data []byte) error {
		_, err := decodeG(data)
		return err
	})}
	for _, u := range unmarshalers {
		rivals = append(rivals, alike(u.name, into[A](u.call)))
	}
	return append(rivals,
		alike(easyName, into[E](unmarshalEasy)),
		rival{stdAndV6, validateAndDecode[A]})
}

// validators are held against what decodes too, since without a validator of its own a program
// has to decode to know. Ajv joins them where it is installed.
func validators[A any](validG func([]byte) bool) []rival {
	return []rival{
		alike(ours, verdict(validG)),
		alike(stdValid, verdict(json.Valid)),
		{v6, validV6},
		{stdAndV6, validateAndDecode[A]},
		alike(std, into[A](json.Unmarshal)),
		alike(sonicName, into[A](sonic.ConfigFastest.Unmarshal)),
	}
}

func encoders[G generated, A any](decodeG func([]byte) (G, error)) []rival {
	return []rival{
		{ours, func(in input) (func() error, error) {
			var buffer []byte
			g, err := decodeG(in.data)
			return func() error {
				var err error
				buffer, err = g.AppendJSON(buffer[:0])
				return err
			}, err
		}},
		{std, marshal[A](json.Marshal)},
		{sonicName, marshal[A](sonic.ConfigFastest.Marshal)},
	}
}

// marshal encodes what encoding/json decoded.
func marshal[A any](call func(any) ([]byte, error)) func(input) (func() error, error) {
	return func(in input) (func() error, error) {
		var a A
		err := json.Unmarshal(in.data, &a)
		return func() error {
			_, err := call(&a)
			return err
		}, err
	}
}

// into decodes into a new value each time, as a program does.
func into[T any](unmarshal func([]byte, any) error) func([]byte) error {
	return func(data []byte) error {
		var v T
		return unmarshal(data, &v)
	}
}

func verdict(valid func([]byte) bool) func([]byte) error {
	return func(data []byte) error {
		if !valid(data) {
			return errRefused
		}
		return nil
	}
}

// validateAndDecode is what a program does without generated code to be sure of what it has.
func validateAndDecode[A any](in input) (func() error, error) {
	unmarshal := into[A](json.Unmarshal)
	valid, err := validV6(in)
	return func() error {
		if err := valid(); err != nil {
			return err
		}
		return unmarshal(in.data)
	}, err
}

// validV6 decodes once more: jsonschema/v6 validates values, not text.
func validV6(in input) (func() error, error) {
	schema, err := compile(in.schema)
	return func() error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(in.data))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}, err
}
