// Package sample makes documents by a schema: small ones and random ones, which are valid, and
// such as break one rule each.
//
// In goes a model.Value, with what its schemas say beside the check, and a seed; out come documents.
// The same seed gives the same documents. Values are made up by what the rules say most plainly and
// then held against the check by package interpret: so whatever comes out is what it is said to be,
// and there are schemas for which nothing is found in the time that a search may take.
//
// The type to read first is [Maker].
package sample

import (
	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Maker makes documents for one schema. It is for one goroutine.
type Maker struct {
	root     *model.Value
	about    func(*model.Value) Notes
	check    *interpret.Interpreter
	noted    map[*model.Value]Notes
	patterns map[*model.Pattern]*ecma.Regexp
	learned  map[*model.Value]*habits
	search   *minimizer // serves random documents where chance finds no way
}

// Notes are what schemas say of a place beside its check. They assert nothing; they help to make up
// values that are likely to be valid, and look like what is meant.
type Notes struct {
	Values  []*schema.Value // examples, defaults, constants and the like, the best first
	Open    []*schema.Value // an enumeration to which other values may be added
	Formats []string        // functions of the runtime for formats, also for such as are not asserted
	Base64  bool            // strings are base64
	Content *Content        // the document that strings hold; nil if nobody says
}

// Content is a document in a string.
type Content struct {
	Value *model.Value
	Form  packed.Form
}

// New returns what makes documents that are valid by root.
func New(root *model.Value, about func(*model.Value) Notes, check *interpret.Interpreter) *Maker {
	m := &Maker{
		root:     root,
		about:    about,
		check:    check,
		noted:    map[*model.Value]Notes{},
		patterns: map[*model.Pattern]*ecma.Regexp{},
		learned:  map[*model.Value]*habits{},
	}
	m.search = newMinimizer(m)
	return m
}

// Minimal returns a small valid document, nil if none is found.
func (m *Maker) Minimal() *schema.Value { return newMinimizer(m).least(m.root) }

// Own returns the first valid document that the schema itself holds, as an example or a default; nil
// if there is none.
func (m *Maker) Own() *schema.Value {
	for _, own := range m.notes(m.root).Values {
		if m.accepts(m.root, own) {
			return own
		}
	}
	return nil
}

// Validate returns nil if a document is valid, or else a *wire.Error.
func (m *Maker) Validate(doc *schema.Value) error {
	return m.check.Validate(m.root, []byte(doc.JSON()))
}

// notes returns what schemas say of a place.
func (m *Maker) notes(v *model.Value) Notes {
	n, ok := m.noted[v]
	if !ok {
		n = m.about(v)
		m.noted[v] = n
	}
	return n
}

// pattern returns a pattern that can be asked for strings, nil if it is not to be had.
func (m *Maker) pattern(p *model.Pattern) *ecma.Regexp {
	expr, ok := m.patterns[p]
	if !ok {
		expr, _ = ecma.Compile(p.Ecma) // it has been compiled before
		m.patterns[p] = expr
	}
	return expr
}
