package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A fault is a document that breaks one rule. Its schema is example-invalid.schema.json in
// gen/schemas.
type fault struct {
	Keyword       string          `json:"keyword"`
	Pointer       string          `json:"pointer"`
	SchemaPointer string          `json:"schemaPointer"`
	Message       string          `json:"message"`
	Because       []reason        `json:"because,omitempty"`
	Document      json.RawMessage `json:"document"`
}

// A reason is why the branch of a choice that comes closest refuses a value.
type reason struct {
	Keyword       string `json:"keyword"`
	Pointer       string `json:"pointer"`
	SchemaPointer string `json:"schemaPointer"`
	Message       string `json:"message"`
}

// errUnbroken says that there is no document to be printed. There may be none.
var errUnbroken = errors.New("no document that breaks a rule was found")

// printInvalid prints documents that break one rule each.
func (o *exampleOptions) printInvalid(s *subject, p *documentPrinter) error {
	var docs []*schema.Value
	for _, x := range s.examples {
		docs = append(docs, x.doc)
	}
	for v := range s.maker.Violations(docs...) {
		if err := p.print(report.MarshalLine(faultOf(v))); err != nil {
			return err
		}
		if p.printed == o.count {
			break
		}
	}
	if p.printed == 0 {
		return fmt.Errorf("%s: %w", s.name, errUnbroken)
	}
	return p.end()
}

func faultOf(v sample.Violation) fault {
	f := fault{Keyword: v.Keyword, Pointer: v.Pointer, SchemaPointer: v.SchemaPointer, Message: v.Message, Document: json.RawMessage(v.Document.JSON())}
	for _, b := range v.Because {
		f.Because = append(f.Because, reasonOf(b))
	}
	return f
}

func reasonOf(v wire.Violation) reason {
	return reason{Keyword: v.Keyword, Pointer: v.Pointer, SchemaPointer: v.SchemaPointer, Message: v.Message}
}
