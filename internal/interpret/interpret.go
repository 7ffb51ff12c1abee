// Package interpret runs the checks of a model on documents without printing them as code.
//
// In go a model.Value and a document; out comes the verdict, or the report, that the code which
// package emit prints for the value would give. Each function here calls what the function of the
// same file in emit prints, in the same order: whoever changes one changes the other.
//
// The function to read first is Interpreter.Valid.
package interpret

import (
	"sync"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// An Interpreter runs checks. It keeps what generated code has as static data, tables of members
// and compiled patterns, so that one Interpreter should serve all documents. Its zero value is
// ready; it may be used by several goroutines at once.
type Interpreter struct {
	tables   sync.Map // *model.Objects → *table
	patterns sync.Map // *model.Pattern → *wire.Pattern
}

// Validate returns nil if data is valid by v, or else a *wire.Error with at most 100 violations in
// the order of the document.
func (in *Interpreter) Validate(v *model.Value, data []byte) error {
	return wire.Validate(data, func(c *wire.Cursor) bool { return in.Valid(v, c) })
}

// Accepts reports whether data is valid by v.
func (in *Interpreter) Accepts(v *model.Value, data []byte) bool {
	c := wire.NewCursor(data)
	return in.Valid(v, &c) && c.End()
}

// Valid consumes a value and checks it by v: validT in generated code.
func (in *Interpreter) Valid(v *model.Value, c *wire.Cursor) bool {
	check := v.Check
	if only, ok := tagged(check); ok {
		return in.tagSwitch(c, only)
	}
	if asks(check) {
		var seen wire.Evaluated
		return in.marks(c, v, &seen)
	}
	return in.also(c, check) && in.plain(c, check)
}

// plain consumes a value and checks it by the rules for its kind.
func (in *Interpreter) plain(c *wire.Cursor, check *model.Check) bool {
	if inline(check) {
		return in.acceptKinds(c, check)
	}
	if groups := ruled(check); groups == check.Kinds && single(groups) {
		return in.group(c, check, groups, mismatch)
	}
	return in.kindSwitch(c, check)
}

// A fallback says what becomes of a value of the wrong kind.
type fallback func(c *wire.Cursor, check *model.Check) bool

func mismatch(c *wire.Cursor, check *model.Check) bool {
	r := check.Mismatch
	return c.Mismatch(r.Keyword, r.Pointer, r.Message)
}

func refuse(*wire.Cursor, *model.Check) bool { return false }

// violates records that the current token breaks r; it returns whether to give up.
func violates(c *wire.Cursor, r model.Rule) bool {
	return c.Violates(r.Keyword, r.Pointer, r.Message)
}

// violatesAt is violates for the value that began at an offset.
func violatesAt(c *wire.Cursor, start int, r model.Rule) bool {
	return c.ViolatesAt(start, r.Keyword, r.Pointer, r.Message)
}
