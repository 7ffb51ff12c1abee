package main

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/judge"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// A jury says what is wrong with documents: by one schema, or each by that of the event that it
// is.
type jury struct {
	fixed   *judge.Schema // nil if each document is identified
	event   string        // the id of the event that fixed is the schema of, if it is one
	builtIn map[string]*judge.Schema
	unknown bool // members that the schema does not name are noted
	most    int  // how many errors, and how many notes, are told of one file
}

// newJury makes a jury that identifies documents.
func newJury() *jury {
	j := &jury{builtIn: make(map[string]*judge.Schema)}
	for _, e := range catalog.Events() {
		j.builtIn[e.ID] = builtIn(e)
	}
	return j
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
	omitted            report.Omitted
}

// judge judges the documents of a chunk.
func (j *jury) judge(c *document.Chunk) verdict {
	v := verdict{documents: c.Len()}
	for i := range c.Len() {
		schema, valid := j.pick(c.Text(i))
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
	if told := len(v.findings); told >= j.most {
		v.omitted.Errors += max(schema.Count(c.Text(i)), 1)
		return
	}
	d := c.Document(i)
	errors := schema.Errors(d)
	if len(errors) == 0 {
		errors = []report.Finding{unidentified(d)}
	}
	j.suspect(errors, c.Text(i))
	v.findings = append(v.findings, errors...)
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

// pick returns the schema that a document is held against and whether it is valid by that. There
// is no schema for a document that looks like no event. If it looks like several, it is to be
// valid by one of them.
func (j *jury) pick(text []byte) (schema *judge.Schema, valid bool) {
	if j.fixed != nil {
		return j.fixed, j.fixed.Valid(text)
	}
	matches := catalog.Identify(text)
	for _, m := range matches {
		s := j.builtIn[m.Event]
		switch {
		case m.Points < matches[0].Points:
			return schema, false
		case s.Valid(text):
			return s, true
		case schema == nil:
			schema = s
		}
	}
	return schema, false
}
