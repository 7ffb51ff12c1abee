package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/eventgen-go/eventgen/internal/envelope"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/spell"
)

// A finisher makes the document of a subject what the user wants of it.
type finisher struct {
	*subject
	changes []sample.Change
	wraps   []*subject
	stderr  io.Writer
}

// finish changes a document, corrects its digests, and puts it into envelopes.
func (f *finisher) finish(doc *schema.Value) (*schema.Value, error) {
	var kept []string
	for _, c := range f.changes {
		changed, unnamed, err := f.maker.Set(doc, c)
		if err != nil {
			return nil, misfit(c, err)
		}
		f.tellUnnamed(unnamed)
		doc, kept = changed, append(kept, c.Pointer)
	}
	doc = f.place.Digested(doc, kept...)
	if err := f.refuse(doc); err != nil {
		return nil, err
	}
	return f.wrap(doc)
}

// misfit is the error about a change that cannot be made.
func misfit(c sample.Change, err error) error {
	var m *sample.Misfit
	if !errors.As(err, &m) {
		return err
	}
	where := ""
	if m.Pointer != c.Pointer {
		where = fmt.Sprintf("%q ", m.Pointer)
	}
	return usage(fmt.Sprintf("cannot set %q to %q: %s%s", c.Pointer, c.Text, where, m.Message), "")
}

// tellUnnamed warns of a member that is likely to be misspelt.
func (f *finisher) tellUnnamed(m *sample.Misfit) {
	if m == nil {
		return
	}
	hint := fmt.Sprintf("%s (at %s)", m.Message, m.Pointer)
	if name := spell.Nearest(m.Pointer[strings.LastIndexByte(m.Pointer, '/')+1:], m.Known); name != "" {
		hint += fmt.Sprintf("; did you mean %q?", name)
	}
	tellHint(f.stderr, hint)
}

// refuse returns an error if a document is not valid: changes that are right by themselves need not
// be so together.
func (s *subject) refuse(doc *schema.Value) error {
	list := s.validate([]byte(doc.JSON()))
	if len(list) == 0 {
		return nil
	}
	return usage(fmt.Sprintf("the document would not be valid by %s: %s", s.name, violationText(list[0])), "")
}

func violationText(v wire.Violation) string {
	return fmt.Sprintf("%q %s (keyword %s)", v.Pointer, v.Message, v.Keyword)
}

// wrap puts a document into envelopes, one into the other.
func (f *finisher) wrap(doc *schema.Value) (*schema.Value, error) {
	inner := f.subject
	for _, w := range f.wraps {
		example, err := w.example("")
		if err != nil {
			return nil, err
		}
		e := envelope.Envelope{Name: w.name, Place: w.place, Event: example}
		doc, err = e.Carry(envelope.Forwarded(inner.place, doc))
		if err != nil {
			return nil, fmt.Errorf("cannot wrap %s: %w", inner.name, err)
		}
		if err := w.refuse(doc); err != nil {
			return nil, err
		}
		inner = w
	}
	return doc, nil
}
