package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/judge"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// An identity is what a document has been found to be. Its schema is identify.schema.json in
// gen/schemas.
type identity struct {
	File    string  `json:"file"`
	Line    int     `json:"line,omitempty"` // where the document begins, or what is wrong with it
	Column  int     `json:"column,omitempty"`
	Matches []match `json:"matches"`
	Error   string  `json:"error,omitempty"` // why the document, or the file, cannot be read
}

// A match is an event that a document is likely to be, and why.
type match struct {
	Event string   `json:"event"`
	Facts []string `json:"facts"`
}

// identities identifies the documents of a chunk. The file is left to be named.
func identities(c *document.Chunk) []identity {
	all := make([]identity, c.Len())
	for i := range all {
		all[i] = identityOf(c.Document(i))
	}
	return all
}

func identityOf(d document.Document) identity {
	place := d.Place(0)
	id := identity{Line: place.Line, Column: place.Column, Matches: []match{}}
	for _, m := range catalog.Identify(d.Text) {
		id.Matches = append(id.Matches, match{m.Event, facts(m)})
	}
	if len(id.Matches) == 0 {
		for _, f := range judge.JSON().Errors(d) {
			id.Line, id.Column, id.Error = f.Place.Line, f.Place.Column, f.Message
		}
	}
	return id
}

// An identityTeller tells identities as they come.
type identityTeller struct {
	inputs  []document.Input
	printer identityPrinter
	stderr  io.Writer
	unknown bool // there is a document of which nobody knows what it is
	failed  bool // there is a file that could not be read
}

type identityPrinter interface {
	print(identity) error
	end() error
}

// part takes in a part of an input.
func (t *identityTeller) part(p document.Part[[]identity]) error {
	all := p.Result
	var faults document.Faults
	switch {
	case errors.As(p.Err, &faults):
		for _, f := range faults {
			all = append(all, identity{Line: f.Place.Line, Column: f.Place.Column, Matches: []match{}, Error: f.Message})
		}
	case p.Err != nil:
		t.failed = true
		tellError(t.stderr, fmt.Errorf("%s: %w", t.inputs[p.Input].Name, p.Err))
		all = append(all, identity{Matches: []match{}, Error: p.Err.Error()})
	}
	for _, id := range all {
		id.File = t.inputs[p.Input].Name
		t.unknown = t.unknown || len(id.Matches) == 0
		if err := t.printer.print(id); err != nil {
			return err
		}
	}
	return nil
}

func (t *identityTeller) err() error {
	switch {
	case t.failed:
		return errTold
	case t.unknown:
		return errNo
	}
	return nil
}

// identityText prints a line for each match.
type identityText struct{ to io.Writer }

func (p *identityText) print(id identity) error {
	if id.Line == 0 {
		return nil // told as an error
	}
	var b bytes.Buffer
	place := report.Printable(fmt.Sprintf("%s:%d:%d", id.File, id.Line, id.Column))
	for _, m := range id.Matches {
		fmt.Fprintf(&b, "%s: %s (%s)\n", place, m.Event, report.Printable(strings.Join(m.Facts, ", ")))
	}
	switch {
	case id.Error != "":
		fmt.Fprintf(&b, "%s: not JSON: %s\n", place, report.Printable(id.Error))
	case len(id.Matches) == 0:
		fmt.Fprintf(&b, "%s: unknown\n", place)
	}
	_, err := p.to.Write(b.Bytes())
	return err
}

func (p *identityText) end() error { return nil }

// identityJSON prints an array.
type identityJSON struct {
	to    io.Writer
	begun bool
}

func (p *identityJSON) print(id identity) error {
	separator := "[\n"
	if p.begun {
		separator = ",\n"
	}
	p.begun = true
	_, err := fmt.Fprintf(p.to, "%s%s", separator, bytes.TrimSpace(report.MarshalJSON(id)))
	return err
}

func (p *identityJSON) end() error {
	text := "\n]\n"
	if !p.begun {
		text = "[]\n"
	}
	_, err := io.WriteString(p.to, text)
	return err
}
