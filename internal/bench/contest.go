package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"reflect"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/eventgen-go/eventgen/schemas"
)

// A contest is one payload with the rivals for each task.
type contest struct {
	event  string
	form   form
	bytes  int
	rivals map[task][]rival
}

// contests yields each event in each form. One at a time, since the garbage collector walks what is
// alive, and a function has one kind of event.
func contests() iter.Seq2[contest, error] {
	return func(yield func(contest, error) bool) {
		from, err := findTestdata()
		if err != nil {
			yield(contest{}, err)
			return
		}
		for _, e := range eventTable() {
			for _, f := range forms {
				c, err := newContest(e, f, from)
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

func newContest(e event, f form, from testdata) (contest, error) {
	schema, err := compile(e.schema)
	if err != nil {
		return contest{}, err
	}
	d, err := e.payload(from)
	if err != nil {
		return contest{}, err
	}
	data, err := f.write(d)
	if err != nil {
		return contest{}, err
	}
	rivals, err := e.rivals(data, schema)
	return contest{event: e.name, form: f, bytes: len(data), rivals: rivals}, err
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
func agree[G generated, A any](
	data []byte, schema *jsonschema.Schema, decodeG func([]byte) (G, error), validG func([]byte) bool,
) error {
	if !validG(data) {
		return errors.New("refused by generated code")
	}
	if err := validV6(data, schema); err != nil {
		return fmt.Errorf("jsonschema/v6: %w", err)
	}
	g, err := decodeG(data)
	if err != nil {
		return err
	}
	if err := roundTrip(g, data); err != nil {
		return err
	}
	return samePeers[A](data)
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

func samePeers[A any](data []byte) error {
	var want A
	for i, u := range unmarshalers {
		var got A
		if err := u.call(data, &got); err != nil {
			return fmt.Errorf("%s: %w", u.name, err)
		}
		if i == 0 {
			want = got
		} else if !reflect.DeepEqual(got, want) {
			return fmt.Errorf("%s decodes another value than %s", u.name, unmarshalers[0].name)
		}
	}
	return nil
}
