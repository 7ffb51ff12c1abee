package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/place"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/spell"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// A subject is what documents are made for: an event of the catalogue, or a schema.
type subject struct {
	name     string
	place    place.Place
	maker    *sample.Maker
	examples []named
	validate func([]byte) []wire.Violation
}

// A named document is an example.
type named struct {
	name string
	doc  *schema.Value
}

// eventSubject returns an event of the catalogue as a subject.
func eventSubject(e catalog.Event) (*subject, error) {
	graph, err := open(e)
	if err != nil {
		return nil, err
	}
	s, err := newSubject(e.ID, graph)
	if err != nil {
		return nil, err
	}
	s.validate = func(data []byte) []wire.Violation { return violations(e.Validate(data)) }
	for _, x := range e.Examples {
		text, err := x.JSON()
		if err != nil {
			return nil, err
		}
		doc := packed.Read(text)
		s.examples = append(s.examples, named{x.Name, doc})
		s.maker.Learn(doc)
	}
	return s, nil
}

// schemaSubject returns a schema of a user's as a subject.
func schemaSubject(file string, graph *schema.Graph) (*subject, error) {
	s, err := newSubject(file, graph)
	if err != nil {
		return nil, err
	}
	s.validate = func(data []byte) []wire.Violation {
		var invalid *wire.Error
		if doc := packed.Read(data); doc == nil || !errors.As(s.maker.Validate(doc), &invalid) {
			return nil
		}
		return invalid.Violations
	}
	if own := s.maker.Own(); own != nil {
		s.examples = []named{{"example", own}}
	}
	return s, nil
}

func newSubject(name string, graph *schema.Graph) (*subject, error) {
	root := graph.Roots[0]
	maker, err := lower.Maker(graph, root)
	if err != nil {
		return nil, err
	}
	return &subject{name: name, place: place.Of(root), maker: maker}, nil
}

// example returns the example of a name; the first one, or else a minimal document, if the name is
// empty.
func (s *subject) example(name string) (*schema.Value, error) {
	if name == "" {
		if len(s.examples) == 0 {
			return s.minimal()
		}
		return s.examples[0].doc, nil
	}
	var names []string
	for _, x := range s.examples {
		if x.name == name {
			return x.doc, nil
		}
		names = append(names, x.name)
	}
	return nil, usage(fmt.Sprintf("%s has no example %q", s.name, name), suggestName(name, names))
}

func suggestName(name string, names []string) string {
	switch nearest := spell.Nearest(name, names); {
	case nearest != "":
		return fmt.Sprintf("did you mean %q?", nearest)
	case len(names) > 0:
		return "it has " + strings.Join(names, ", ")
	}
	return ""
}

// minimal returns a small document.
func (s *subject) minimal() (*schema.Value, error) {
	doc := s.maker.Minimal()
	if doc == nil {
		return nil, fmt.Errorf("%s: %w", s.name, sample.ErrNone)
	}
	return doc, nil
}
