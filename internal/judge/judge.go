// Package judge holds documents against a schema and explains what is wrong with them.
//
// In go a schema and documents; out come verdicts and report.Findings, with the line in the
// document, the rule in the schema, and a hint. A schema is a graph, whose checks are interpreted,
// or one that has been compiled to Go, whose validators are called; the graph of a compiled one is
// read too, when there is something to explain.
//
// The type to read first is [Schema].
package judge

import (
	"errors"
	"slices"
	"sync"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Schema is what documents are held against. It may be used by several goroutines at once.
type Schema struct {
	name     string // how findings name it; empty if they name files
	valid    func([]byte) bool
	validate func([]byte) []wire.Violation
	meaning  func() (*meaning, error) // nil if there is nothing to read
}

// A Compiled schema is one that has been compiled to Go.
type Compiled struct {
	Name     string // how findings name it
	Valid    func([]byte) bool
	Validate func([]byte) []wire.Violation
	Graph    func() (*schema.Graph, error) // reads it; it is the first root
}

// FromCompiled makes a schema of a compiled one.
func FromCompiled(c Compiled) *Schema {
	return &Schema{c.Name, c.Valid, c.Validate, sync.OnceValues(func() (*meaning, error) {
		graph, err := c.Graph()
		if err != nil {
			return nil, err
		}
		return understand(graph)
	})}
}

// FromGraph makes a schema of the first root of a graph, whose checks are interpreted. The error is
// schema.Problems if the schema is to blame.
func FromGraph(graph *schema.Graph) (*Schema, error) {
	m, err := understand(graph)
	if err != nil {
		return nil, err
	}
	return &Schema{
		valid:    func(data []byte) bool { return m.interpreter.Accepts(m.value, data) },
		validate: func(data []byte) []wire.Violation { return violations(m.interpreter.Validate(m.value, data)) },
		meaning:  func() (*meaning, error) { return m, nil },
	}, nil
}

// JSON returns the schema by which everything that is JSON is valid.
func JSON() *Schema {
	return &Schema{
		valid: func(data []byte) bool {
			c := wire.NewCursor(data)
			return c.Skip() && c.End()
		},
		validate: func(data []byte) []wire.Violation { return violations(wire.Validate(data, (*wire.Cursor).Skip)) },
		meaning:  func() (*meaning, error) { return nil, nil },
	}
}

func violations(err error) []wire.Violation {
	var invalid *wire.Error
	if errors.As(err, &invalid) {
		return invalid.Violations
	}
	return nil
}

// Valid reports whether a text is valid.
func (s *Schema) Valid(text []byte) bool { return s.valid(text) }

// WantsArray reports whether documents may be arrays, by the schema's express wish: not only
// because it says nothing about kinds.
func (s *Schema) WantsArray() bool {
	m, err := s.meaning()
	if err != nil || m == nil {
		return false
	}
	c := m.value.Check
	return c.Kinds&model.KindArray != 0 && (c.Kinds != model.KindAny || c.Array != nil)
}

// Count returns the number of Errors, for less than they cost.
func (s *Schema) Count(text []byte) int { return len(s.validate(text)) }

// Violations says what is wrong with a text; nothing if it is valid.
func (s *Schema) Violations(text []byte) []wire.Violation { return s.validate(text) }

// Errors says what is wrong with a document; nothing if it is valid.
func (s *Schema) Errors(d document.Document) []report.Finding {
	list := s.validate(d.Text)
	if len(list) == 0 {
		return nil
	}
	m, _ := s.meaning() // without it, findings are less telling
	findings := make([]report.Finding, len(list))
	for i, v := range list {
		findings[i] = s.finding(d, v, m)
		findings[i].Hint = hint(d.Text, v, m)
	}
	return findings
}

// Unknown notes the members of a document that the schema does not name.
func (s *Schema) Unknown(d document.Document) []report.Finding {
	m, err := s.meaning()
	if err != nil || m == nil {
		return nil
	}
	w := &wanderer{known: map[int][]string{}}
	list := violations(wire.Validate(d.Text, func(c *wire.Cursor) bool { return w.value(c, []*model.Value{m.value}) }))
	findings := make([]report.Finding, 0, len(list))
	for _, v := range list {
		if v.Keyword != unknownKeyword {
			continue // what is wrong with the syntax is an error, and told elsewhere
		}
		f := s.finding(d, v, m)
		f.Severity = report.Note
		f.Hint = didYouMean(lastToken(v.Pointer), w.known[v.Offset])
		findings = append(findings, f)
	}
	return findings
}

// finding says where a violation is, in the document and in the schema. The file is for the
// caller to name.
func (s *Schema) finding(d document.Document, v wire.Violation, m *meaning) report.Finding {
	return report.Finding{
		Severity: report.Error,
		Place:    report.Place(d.Place(v.Offset)),
		Pointer:  d.Pointer + v.Pointer,
		Keyword:  keywordOf(v),
		Rule:     s.rule(v, m),
		Message:  v.Message,
		Excerpt:  report.Excerpt(d.Excerpt(v.Offset)),
	}
}

// keywordOf names what a violation is about. A schema that is false is mostly there because a
// keyword closes an object or array.
func keywordOf(v wire.Violation) string {
	if _, name := cutLast(v.SchemaPointer); v.Keyword == "false" && slices.Contains(closing, name) {
		return name
	}
	return v.Keyword
}

var closing = []string{"additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems", "items"}

func (s *Schema) rule(v wire.Violation, m *meaning) report.Rule {
	switch {
	case v.SchemaPointer == "":
		return report.Rule{}
	case s.name != "":
		return report.Rule{Schema: s.name, Pointer: v.SchemaPointer}
	}
	at := m.keyword(v.SchemaPointer).location()
	return report.Rule{Schema: at.File, Line: at.Line, Column: at.Column, Pointer: at.Pointer}
}

// A meaning is a schema that has been read.
type meaning struct {
	root        string // the name of its file
	value       *model.Value
	interpreter interpret.Interpreter
	schemas     map[string]*schema.Schema // by file#pointer
}

func understand(graph *schema.Graph) (*meaning, error) {
	value, err := lower.Check(graph, graph.Roots[0])
	if err != nil {
		return nil, err
	}
	m := &meaning{root: graph.Roots[0].Location.File, value: value, schemas: make(map[string]*schema.Schema)}
	for _, s := range graph.Schemas {
		m.schemas[s.Location.File+"#"+s.Location.Pointer] = s
	}
	return m, nil
}

// A keyword is a keyword of a schema. Its zero value stands for one that was not found.
type keyword struct {
	schema *schema.Schema
	name   string
}

// keyword finds what the schema pointer of a violation leads to: a pointer in the root document, or
// one behind the name of a file.
func (m *meaning) keyword(pointer string) keyword {
	if m == nil || pointer == "" {
		return keyword{}
	}
	if pointer[0] == '/' {
		pointer = m.root + "#" + pointer
	}
	if above, name := cutLast(pointer); m.schemas[above] != nil {
		return keyword{m.schemas[above], name}
	}
	return keyword{schema: m.schemas[pointer]} // a schema that is false, under a name
}

func (k keyword) value() *schema.Value {
	if k.schema == nil {
		return nil
	}
	return k.schema.Source.Member(k.name)
}

// location returns where the value of the keyword is, or the schema if it has no such keyword.
func (k keyword) location() schema.Location {
	switch v := k.value(); {
	case v != nil:
		return v.Location
	case k.schema != nil:
		return k.schema.Location
	}
	return schema.Location{}
}

// properties returns the names of the members that a schema knows.
func properties(s *schema.Schema) []string {
	if s == nil {
		return nil
	}
	names := make([]string, len(s.Properties))
	for i, p := range s.Properties {
		names[i] = p.Name
	}
	return names
}

// without returns the names that are not among others.
func without(names, others []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(others, n) })
}
