package lower

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// Options say what is wanted of a package.
type Options struct {
	Name   string // of the Go package
	Source string // the names of the schemas, for the package's comment
	Types  []Type // the root types, in the order of their declaration
	// Names gives definitions a Go name: "#/$defs/addr" of a root document, or
	// "file.json#/$defs/addr".
	Names map[string]string
}

// A Type is a root type.
type Type struct {
	Name     string
	Schema   *schema.Schema
	Examples []Example
}

// An Example is a document that is valid by the type's schema.
type Example struct {
	Name  string // of its file, without extension
	Value *schema.Value
}

// Package decides the Go package for the root types of o, whose schemas are in
// g. The error is of type schema.Problems.
func Package(g *schema.Graph, o Options) (*model.Package, error) {
	l := newLowering(g, o)
	err := l.run(l.merge, l.refuseCycles, l.spreadTracking, l.simplify, l.name, l.declare, l.breakCycles, l.exemplify, l.identify)
	if err != nil {
		return nil, err
	}
	return l.pkg, nil
}

// Types is Package without examples and without what tells documents apart: the types and their names,
// for those who want to know about them.
func Types(g *schema.Graph, o Options) (*model.Package, error) {
	l := newLowering(g, o)
	if err := l.run(l.merge, l.refuseCycles, l.spreadTracking, l.simplify, l.name, l.declare, l.breakCycles); err != nil {
		return nil, err
	}
	return l.pkg, nil
}

// Check decides which documents are valid by s, a schema in g, and nothing about Go: the place
// that it returns has no type. It is for package interpret. The error is of type schema.Problems.
func Check(g *schema.Graph, s *schema.Schema) (*model.Value, error) {
	l := newLowering(g, Options{Types: []Type{{Schema: s}}})
	if err := l.run(l.merge, l.refuseCycles, l.spreadTracking, l.simplify); err != nil {
		return nil, err
	}
	return l.rootOf[0].value, nil
}

func newLowering(g *schema.Graph, o Options) *lowering {
	l := &lowering{
		options:  o,
		roots:    map[string]bool{},
		scopes:   newScopes(g),
		states:   map[string]*state{},
		patterns: map[string]*pattern{},
		index:    map[*schema.Schema]map[string]*schema.Schema{},
		byValue:  map[*model.Value]*state{},
	}
	for _, t := range o.Types {
		l.roots[t.Schema.Location.File] = true
	}
	l.first = l.twins(g)
	return l
}

// run runs passes until one finds problems.
func (l *lowering) run(passes ...func()) error {
	for _, pass := range passes {
		pass()
		if err := l.found(); err != nil {
			return err
		}
	}
	return nil
}

// found returns the problems so far, each once.
func (l *lowering) found() error {
	told := map[schema.Problem]bool{}
	unique := slices.DeleteFunc(l.problems, func(p *schema.Problem) bool {
		known := told[*p]
		told[*p] = true
		return known
	})
	return unique.Err()
}

// A lowering is the work on one package.
type lowering struct {
	options  Options
	problems schema.Problems
	roots    map[string]bool // the files of the root documents

	scopes   *scopes
	first    map[*schema.Schema]*schema.Schema // leads from a definition to its twin
	states   map[string]*state                 // by key
	toTrack  []*state
	order    []*state // in order of discovery
	byValue  map[*model.Value]*state
	rootOf   []*state // for each of options.Types
	patterns map[string]*pattern
	index    map[*schema.Schema]map[string]*schema.Schema // properties by name

	named []*state // the reachable states, parents first
	names namespace
	pkg   *model.Package

	holders []holder // in the order of declaration
}

// A pattern is an ECMA-262 expression that has been compiled.
type pattern struct {
	expr  *ecma.Regexp
	model *model.Pattern
}

// refuse notes a problem with a keyword of s, at the keyword.
func (l *lowering) refuse(s *schema.Schema, keyword, message, hint string) {
	at := s.Location
	if v := s.Source.Member(keyword); v != nil {
		at = v.Location
	}
	l.problems = append(l.problems, &schema.Problem{Location: at, Keyword: keyword, Message: message, Hint: hint})
}

// rule makes the rule for a keyword of s.
func (l *lowering) rule(s *schema.Schema, keyword, message string) model.Rule {
	if keyword != "" && s.Source.Member(keyword) == nil {
		keyword = written(s, keyword)
	}
	return model.Rule{Keyword: keyword, Pointer: l.pointer(s) + "/" + keyword, Message: message}
}

// written returns how an older draft spells a keyword of draft 2020-12.
func written(s *schema.Schema, keyword string) string {
	older := map[string][]string{
		"dependentRequired": {"dependencies"},
		"dependentSchemas":  {"dependencies"},
		"exclusiveMaximum":  {"maximum"},
		"exclusiveMinimum":  {"minimum"},
		"prefixItems":       {"items"},
		"items":             {"additionalItems"},
	}
	for _, k := range older[keyword] {
		if s.Source.Member(k) != nil {
			return k
		}
	}
	return keyword
}

// pointer returns the JSON Pointer of s, behind the file's name if s is not in a
// root document.
func (l *lowering) pointer(s *schema.Schema) string {
	if l.roots[s.Location.File] {
		return s.Location.Pointer
	}
	return s.Location.File + "#" + s.Location.Pointer
}
