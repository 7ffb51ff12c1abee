package main

import (
	"strings"
	"sync"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/judge"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// A jury says what is wrong with documents: by one schema, or each by that of the event that it
// is.
type jury struct {
	fixed    *judge.Schema // nil if each document is identified
	event    string        // the id of the event that fixed is the schema of, if it is one
	builtIns map[string]builtIn
	unknown  bool // members that the schema does not name are noted
	most     int  // how many errors are told of one file
}

// A builtIn is an event of the catalogue among the others.
type builtIn struct {
	schema *judge.Schema
	// alone reports whether the schema by itself tells the event's documents from those of all
	// others: it refuses their examples.
	alone func() bool
}

// newJury makes a jury that identifies documents.
func newJury() *jury {
	j := &jury{builtIns: make(map[string]builtIn)}
	for _, e := range catalog.Events() {
		j.builtIns[e.ID] = builtIn{compiled(e), sync.OnceValue(func() bool { return isAlone(e) })}
	}
	return j
}

func isAlone(e catalog.Event) bool {
	for _, other := range catalog.Events() {
		for _, x := range other.Examples {
			if text, err := x.JSON(); other.ID != e.ID && (err != nil || e.Valid(text)) {
				return false
			}
		}
	}
	return true
}

// isWhole reports whether an array that begins with an item is a document, rather than a list of
// documents.
func (j *jury) isWhole(first []byte) bool {
	if j.fixed != nil {
		return j.fixed.WantsArray()
	}
	return len(catalog.Identify([]byte("["+string(first)+"]"))) > 0
}

// A verdict is about the documents of a chunk.
type verdict struct {
	documents, invalid int
	findings           []report.Finding
	told               int // errors in findings
	omitted            int // errors beside them
}

// judge judges the documents of a chunk.
func (j *jury) judge(c *document.Chunk) verdict {
	v := verdict{documents: c.Len()}
	p := picker{jury: j}
	for i := range c.Len() {
		schema, valid := p.pick(c.Text(i))
		if !valid {
			v.invalid++
			j.explain(&v, schema, c, i)
		}
		if j.unknown && schema != nil {
			v.findings = append(v.findings, schema.Unknown(c.Document(i))...)
		}
	}
	return v
}

// explain adds what is wrong with a document.
func (j *jury) explain(v *verdict, schema *judge.Schema, c *document.Chunk, i int) {
	if schema == nil {
		schema = judge.JSON()
	}
	if v.told >= j.most {
		v.omitted += max(schema.Count(c.Text(i)), 1)
		return
	}
	d := c.Document(i)
	errors := schema.Errors(d)
	if len(errors) == 0 {
		errors = []report.Finding{unidentified(d)}
	}
	j.suspect(errors, c.Text(i))
	v.findings = append(v.findings, errors...)
	v.told += len(errors)
}

// unidentified is the finding about a document of which nobody knows what it is.
func unidentified(d document.Document) report.Finding {
	return report.Finding{
		Severity: report.Error, Place: report.Place(d.Place(0)), Pointer: d.Pointer, Keyword: "identify",
		Message: "no event of the catalogue looks like this document",
		Hint:    "name the event with --as, or a schema with --schema",
		Excerpt: report.Excerpt(d.Excerpt(0)),
	}
}

// suspect hints at another event that a document looks like.
func (j *jury) suspect(errors []report.Finding, text []byte) {
	if j.event == "" {
		return
	}
	matches := catalog.Identify(text)
	if len(matches) == 0 {
		return
	}
	for _, m := range matches {
		if m.Event == j.event {
			return
		}
	}
	hint := "this looks like " + matches[0].Event + ": " + strings.Join(facts(matches[0]), ", ")
	if errors[0].Hint != "" {
		hint += "; " + errors[0].Hint
	}
	errors[0].Hint = hint
}

// A picker finds the schema for each document of a chunk.
type picker struct {
	jury *jury
	last *judge.Schema // of the document before, if that alone tells what it is
}

// pick returns the schema that a document is held against and whether it is valid by that. There
// is no schema for a document that looks like no event. If it looks like several, it is to be
// valid by one of them.
//
// To identify a document takes longer than to validate it. So the schema of the document before,
// in a stream most likely that of this one too, is tried first.
func (p *picker) pick(text []byte) (schema *judge.Schema, valid bool) {
	switch {
	case p.jury.fixed != nil:
		return p.jury.fixed, p.jury.fixed.Valid(text)
	case p.last != nil && p.last.Valid(text):
		return p.last, true
	}
	p.last = nil
	matches := catalog.Identify(text)
	for _, m := range matches {
		b := p.jury.builtIns[m.Event]
		switch {
		case m.Points < matches[0].Points:
			return schema, false
		case b.schema.Valid(text):
			if len(matches) == 1 && b.alone() {
				p.last = b.schema
			}
			return b.schema, true
		case schema == nil:
			schema = b.schema
		}
	}
	return schema, false
}
