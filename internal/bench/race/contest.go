package race

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"reflect"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/eventgen-go/eventgen/internal/bench/ajv"
	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/schemas"
)

// A contest is one payload with the rivals for each task that it is measured in.
type contest struct {
	event event
	from  payload.Testdata
	form  payload.Form
	input input
}

// contests yields each event in each form, after it has been made sure that the rivals agree on it.
func contests() iter.Seq2[contest, error] {
	return func(yield func(contest, error) bool) {
		from, err := payload.FindTestdata()
		if err != nil {
			yield(contest{}, err)
			return
		}
		for _, e := range eventTable() {
			for _, f := range payload.Forms {
				c, err := newContest(e, f, from)
				if err == nil {
					err = c.event.lineup.agree(c.input)
				}
				if err != nil {
					err = fmt.Errorf("%s, %s: %w", e.name, f, err)
				}
				if !yield(c, err) {
					return
				}
			}
		}
	}
}

func newContest(e event, f payload.Form, from payload.Testdata) (contest, error) {
	data, err := e.source.Write(from, f)
	return contest{e, from, f, input{data, e.schema}}, err
}

// ajvClock makes sure that ajv agrees, too.
func ajvClock(node *ajv.Process, in input) (measure.Clock, error) {
	text, err := fs.ReadFile(schemas.Files, in.schema)
	if err != nil {
		return nil, err
	}
	clock, err := node.Clock(text, in.data)
	if err != nil {
		return nil, err
	}
	_, err = clock(1)
	return clock, err
}

// compile compiles a schema of the catalogue as it was for out/: with formats asserted.
func compile(name string) (*jsonschema.Schema, error) {
	data, err := fs.ReadFile(schemas.Files, name)
	if err != nil {
		return nil, err
	}
	d, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name, d); err != nil {
		return nil, err
	}
	return c.Compile(name)
}

// agree makes sure that a race is between rivals that do the same work: all accept the payload, the
// generated type holds all of it, and all peers make the same value of it.
func agree[G generated, A, E any](in input, decodeG func([]byte) (G, error), validG func([]byte) bool) error {
	if !validG(in.data) {
		return errors.New("refused by generated code")
	}
	valid, err := validV6(in)
	if err != nil {
		return err
	}
	if err := valid(); err != nil {
		return fmt.Errorf("jsonschema/v6: %w", err)
	}
	g, err := decodeG(in.data)
	if err != nil {
		return err
	}
	if err := roundTrip(g, in.data); err != nil {
		return err
	}
	return samePeers[A, E](in.data)
}

func roundTrip[G generated](g G, data []byte) error {
	written, err := g.AppendJSON(nil)
	if err != nil {
		return err
	}
	var before, after any
	if err := json.Unmarshal(data, &before); err != nil {
		return err
	}
	if err := json.Unmarshal(written, &after); err != nil {
		return err
	}
	if !reflect.DeepEqual(before, after) {
		return errors.New("what generated code decoded and encoded is another document")
	}
	return nil
}

// samePeers compares what peers decode: into A, and easyjson into E, which is A under another name.
func samePeers[A, E any](data []byte) error {
	var want A
	if err := json.Unmarshal(data, &want); err != nil {
		return err
	}
	for _, u := range unmarshalers {
		var got A
		if err := u.call(data, &got); err != nil {
			return fmt.Errorf("%s: %w", u.name, err)
		}
		if !reflect.DeepEqual(got, want) {
			return fmt.Errorf("%s decodes another value than %s", u.name, std)
		}
	}
	var got E
	if err := unmarshalEasy(data, &got); err != nil {
		return fmt.Errorf("%s: %w", easyName, err)
	}
	if !reflect.DeepEqual(reflect.ValueOf(got).Convert(reflect.TypeFor[A]()).Interface(), any(want)) {
		return fmt.Errorf("%s decodes another value than %s", easyName, std)
	}
	return nil
}
