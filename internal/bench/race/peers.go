package race

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/bytedance/sonic"
	experiment "github.com/go-json-experiment/json"
	goccy "github.com/goccy/go-json"
	"github.com/mailru/easyjson"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
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
	time measure.Clock // nil if it does not take part
	run  func() error  // once; nil if it runs in another process, of whose memory nothing is known
}

// here is a rival of this process.
func here(name string, run func() error) rival {
	return rival{name, measure.Here(run), run}
}

// An input is what rivals get.
type input struct {
	data   []byte
	schema *jsonschema.Schema
	ajv    measure.Clock // nil if ajv is not installed
}

// A lineup returns the rivals for an input, after it has made sure that they agree on it.
type lineup func(input) (map[task][]rival, error)

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
	return func(in input) (map[task][]rival, error) {
		if err := agree[G, A, E](in, decodeG, validG); err != nil {
			return nil, err
		}
		encoders, err := encoders[G, A](in.data, decodeG)
		if err != nil {
			return nil, err
		}
		return map[task][]rival{
			decode:   decoders[G, A, E](in, decodeG),
			validate: validators[A](in, validG),
			encode:   encoders,
		}, nil
	}
}

// only leaves one task of a lineup.
func only(t task, l lineup) lineup {
	return func(in input) (map[task][]rival, error) {
		rivals, err := l(in)
		return map[task][]rival{t: rivals[t]}, err
	}
}

func decoders[G generated, A, E any](in input, decodeG func([]byte) (G, error)) []rival {
	rivals := []rival{here(ours, func() error {
		_, err := decodeG(in.data)
		return err
	})}
	for _, u := range unmarshalers {
		rivals = append(rivals, here(u.name, into[A](u.call, in.data)))
	}
	return append(rivals,
		here(easyName, into[E](unmarshalEasy, in.data)),
		here(stdAndV6, validateAndDecode[A](in)))
}

// validators are held against what decodes too, since without a validator of its own a program
// has to decode to know.
func validators[A any](in input, validG func([]byte) bool) []rival {
	return []rival{
		here(ours, verdict(validG, in.data)),
		here(stdValid, verdict(json.Valid, in.data)),
		here(v6, func() error { return validV6(in) }),
		here(stdAndV6, validateAndDecode[A](in)),
		here(std, into[A](json.Unmarshal, in.data)),
		here(sonicName, into[A](sonic.ConfigFastest.Unmarshal, in.data)),
		{name: ajvName, time: in.ajv},
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
		here(ours, func() error {
			var err error
			buffer, err = g.AppendJSON(buffer[:0])
			return err
		}),
		here(std, func() error {
			_, err := json.Marshal(&a)
			return err
		}),
		here(sonicName, func() error {
			_, err := sonic.ConfigFastest.Marshal(&a)
			return err
		}),
	}, nil
}

// into decodes into a new value each time, as a program does.
func into[T any](unmarshal func([]byte, any) error, data []byte) func() error {
	return func() error {
		var v T
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

// validateAndDecode is what a program does without generated code to be sure of what it has.
func validateAndDecode[A any](in input) func() error {
	unmarshal := into[A](json.Unmarshal, in.data)
	return func() error {
		if err := validV6(in); err != nil {
			return err
		}
		return unmarshal()
	}
}

// validV6 decodes once more: jsonschema/v6 validates values, not text.
func validV6(in input) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(in.data))
	if err != nil {
		return err
	}
	return in.schema.Validate(v)
}
