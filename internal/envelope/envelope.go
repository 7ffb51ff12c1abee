// Package envelope puts documents into events that carry them: an S3 event into a message of SNS, that
// into a message in a queue.
//
// In goes an example of an event whose schema says, with x-payload and x-forwarded, where it carries
// what its sender hands over and what of it other services get; out comes the event with another
// document inside. Which events these are, only their schemas know.
package envelope

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/place"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// An Envelope is an event that carries something.
type Envelope struct {
	Name  string // for errors
	Place place.Place
	Event *schema.Value
}

// errNothing says that an event has no place for a document.
var errNothing = errors.New("its example carries nothing")

// Carry returns the event with a payload in place of the one that it carries, and nothing beside it:
// lists on the way to it have but one item.
func (e Envelope) Carry(payload []byte) (*schema.Value, error) {
	v, err := put(e.Place, e.Event, payload)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", e.Name, err)
	}
	return e.Place.Digested(v), nil
}

// put returns v, at a place, with a payload in it; errNothing if there is no place for one.
func put(p place.Place, v *schema.Value, payload []byte) (*schema.Value, error) {
	if p.Payload() {
		return carried(p, payload)
	}
	for i, part := range p.Parts(v) {
		with, err := put(part, child(v, i), payload)
		if errors.Is(err, errNothing) {
			continue
		}
		return replaced(v, i, with), err
	}
	content, form := p.Content()
	if v.Kind != schema.KindString || content == nil {
		return nil, errNothing
	}
	text, err := form.Unpack(v.Text)
	if err != nil {
		return nil, err
	}
	held := packed.Read(text)
	if held == nil {
		return nil, errNothing
	}
	with, err := put(content, held, payload)
	if err != nil {
		return nil, err
	}
	return &schema.Value{Kind: schema.KindString, Text: form.Pack([]byte(with.JSON()))}, nil
}

// carried returns a payload as a value of its place: JSON where the schema wants no string.
func carried(p place.Place, payload []byte) (*schema.Value, error) {
	wantsString := slices.ContainsFunc(p, func(s *schema.Schema) bool { return slices.Contains(s.Type, schema.String) })
	switch form := p.Form(); {
	case !wantsString:
		if v := packed.Read(payload); v != nil {
			return v, nil
		}
		return nil, errors.New("carries JSON, which compressed data is not")
	case form == packed.Plain && !utf8.Valid(payload):
		return nil, errors.New("carries text, which compressed data is not")
	default:
		return &schema.Value{Kind: schema.KindString, Text: form.Pack(payload)}, nil
	}
}

// Forwarded returns what other services get of an event at a place, in place of the whole event if its
// schema says so.
func Forwarded(p place.Place, event *schema.Value) []byte {
	if part := forwarded(p, event); part != nil {
		return part
	}
	return []byte(event.JSON())
}

func forwarded(p place.Place, v *schema.Value) []byte {
	if how := p.Forwarded(); how != nil {
		return bare(p, renamed(v, how.Names))
	}
	for i, part := range p.Parts(v) {
		if data := forwarded(part, child(v, i)); data != nil {
			return data
		}
	}
	return nil
}

// renamed returns an object with other names for some members.
func renamed(v *schema.Value, names map[string]string) *schema.Value {
	w := *v
	w.Members = slices.Clone(v.Members)
	for i, m := range w.Members {
		if name, other := names[m.Name]; other {
			w.Members[i].Name = name
		}
	}
	return &w
}

// bare returns what a value is without base64.
func bare(p place.Place, v *schema.Value) []byte {
	switch {
	case v.Kind != schema.KindString:
		return []byte(v.JSON())
	case p.Form() == packed.Plain:
		return []byte(v.Text)
	}
	data, err := base64.StdEncoding.DecodeString(v.Text)
	if err != nil {
		return []byte(v.Text)
	}
	return data
}

func child(v *schema.Value, i int) *schema.Value {
	if v.Kind == schema.KindArray {
		return v.Items[i]
	}
	return v.Members[i].Value
}

// replaced returns v with another part: of an array, that is all there is left.
func replaced(v *schema.Value, i int, by *schema.Value) *schema.Value {
	if by == nil {
		return nil
	}
	w := *v
	if v.Kind == schema.KindArray {
		w.Items = []*schema.Value{by}
		return &w
	}
	w.Members = slices.Clone(v.Members)
	w.Members[i].Value = by
	return &w
}
