package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/spell"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// envelopes returns the events that carry a document of their sender: their schemas mark where.
func envelopes() []catalog.Event {
	return slices.DeleteFunc(catalog.Events(), func(e catalog.Event) bool {
		if !e.Request {
			return true
		}
		text, err := bundled(e)
		return err != nil || !bytes.Contains(text, []byte(`"x-payload"`))
	})
}

// envelopeNames returns the packages of envelopes, by which they are called.
func envelopeNames() []string {
	var names []string
	for _, e := range envelopes() {
		names = append(names, e.Package)
	}
	return slices.Compact(names)
}

// envelopeOf returns the envelope of a name: that of a package, or an id.
func envelopeOf(name string) (*subject, error) {
	for _, e := range envelopes() {
		if e.Package == name || e.ID == name {
			return eventSubject(e)
		}
	}
	names := envelopeNames()
	hint := "it is one of " + strings.Join(names, ", ")
	if near := spell.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return nil, usage(fmt.Sprintf("no event to wrap into is called %q", name), hint)
}
