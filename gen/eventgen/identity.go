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
	stdout  io.Writer
	stderr  io.Writer
	unknown bool // there is a document of which nobody knows what it is
	failed  bool // there is a file that could not be read
}

type identityPrinter interface {
	print(*bytes.Buffer, identity)
	end(*bytes.Buffer)
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
	var b bytes.Buffer
	for _, id := range all {
		id.File = t.inputs[p.Input].Name
		t.unknown = t.unknown || len(id.Matches) == 0
		t.printer.print(&b, id)
	}
	_, err := t.stdout.Write(b.Bytes())
	return err
}

// finish prints what is printed at the end, and returns what becomes of the run.
func (t *identityTeller) finish() error {
	var b bytes.Buffer
	t.printer.end(&b)
	if _, err := t.stdout.Write(b.Bytes()); err != nil {
		return err
	}
	switch {
	case t.failed:
		return errTold
	case t.unknown:
		return errNo
	}
	return nil
}

// identityText prints a line for each match.
type identityText struct{}

func (identityText) print(b *bytes.Buffer, id identity) {
	if id.Line == 0 {
		return // told as an error
	}
	place := report.Printable(fmt.Sprintf("%s:%d:%d", id.File, id.Line, id.Column))
	for _, m := range id.Matches {
		fmt.Fprintf(b, "%s: %s (%s)\n", place, m.Event, report.Printable(strings.Join(m.Facts, ", ")))
	}
	switch {
	case id.Error != "":
		fmt.Fprintf(b, "%s: not JSON: %s\n", place, report.Printable(id.Error))
	case len(id.Matches) == 0:
		fmt.Fprintf(b, "%s: unknown\n", place)
	}
}

func (identityText) end(*bytes.Buffer) {}

// identityJSON prints an array.
type identityJSON struct{ begun bool }

func (p *identityJSON) print(b *bytes.Buffer, id identity) {
	separator := "[\n"
	if p.begun {
		separator = ",\n"
	}
	p.begun = true
	b.WriteString(separator)
	b.Write(bytes.TrimSpace(report.MarshalJSON(id)))
}

func (p *identityJSON) end(b *bytes.Buffer) {
	if p.begun {
		b.WriteString("\n]\n")
	} else {
		b.WriteString("[]\n")
	}
}
