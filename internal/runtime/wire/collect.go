package wire

import (
	"math/bits"
	"slices"
)

// maxViolations is how many violations one Error holds.
const maxViolations = 100

// collector gathers violations in collecting mode.
type collector struct {
	list  []finding // at most maxViolations
	count int       // all of them, stored or not, that count against the value being checked
}

// finding is a violation before its place in the document is worked out.
type finding struct {
	offset                          int
	keyword, schemaPointer, message string
}

// add stores f if there is room.
func (l *collector) add(f finding) {
	if len(l.list) < maxViolations {
		l.list = append(l.list, f)
	}
}

// Validate checks data with valid, in collecting mode. It returns nil or an *Error.
func Validate(data []byte, valid func(*Cursor) bool) error {
	var l collector
	c := NewCursor(data)
	c.found, c.again = &l, 1
	ok := valid(&c) && c.End()
	if ok && l.count == 0 && c.bad == noFault {
		return nil
	}
	if l.count == 0 && c.bad == noFault {
		l.add(finding{offset: c.pos, message: "is not valid"})
	}
	if c.bad != noFault {
		l.list = l.list[:min(len(l.list), maxViolations-1)]
		l.add(finding{offset: c.badAt, keyword: syntaxKeyword, message: c.faultMessage()})
	}
	slices.SortStableFunc(l.list, func(a, b finding) int { return a.offset - b.offset })
	return &Error{Violations: locate(data, l.list)}
}

// Err explains why decoding failed: it reads the same data again with valid, in collecting mode, and returns the
// violations as an *Error. If there are none, a number did not fit its Go type, and it returns a *RangeError.
func (c *Cursor) Err(valid func(*Cursor) bool) error {
	if err := Validate(c.original(), valid); err != nil {
		return err
	}
	return c.misfit.err(c.original())
}

// Violates records that the current token violates keyword. In fast mode it returns true: the caller gives up. In
// collecting mode it returns false: the caller goes on.
//
//go:noinline
func (c *Cursor) Violates(keyword, schemaPointer, message string) bool {
	if c.found == nil {
		return true
	}
	if c.tok.is&tokenVoid == 0 {
		c.record(c.tok.start(), keyword, schemaPointer, message)
	}
	return false
}

// ViolatesAt is Violates for the value at offset start.
//
//go:noinline
func (c *Cursor) ViolatesAt(start int, keyword, schemaPointer, message string) bool {
	if c.found == nil {
		return true
	}
	c.record(start, keyword, schemaPointer, message)
	return false
}

func (c *Cursor) record(start int, keyword, schemaPointer, message string) {
	c.found.count++
	c.found.add(finding{start, keyword, schemaPointer, message})
}

// Mismatch records that the next value is of the wrong kind. In fast mode and after a syntax error it returns false:
// the caller gives up. In collecting mode it skips the value and returns true; an empty token stands for the value,
// and violations of that token are not recorded.
func (c *Cursor) Mismatch(keyword, schemaPointer, message string) bool {
	if c.found == nil || c.bad != noFault {
		return false
	}
	start := c.At()
	if !c.Skip() {
		return false
	}
	c.record(start, keyword, schemaPointer, message)
	c.tok = Token{is: tokenVoid}
	return true
}

// Missing records each member in mask that o lacks; bit i of mask stands for Members.Names[64*word+i]. In fast mode it
// returns true: the caller gives up.
func (c *Cursor) Missing(o *Object, m *Members, word int, mask uint64, schemaPointer string) bool {
	if c.found == nil {
		return true
	}
	if o.state == notBegun {
		return false
	}
	for lost := mask &^ o.bits(word); lost != 0; lost &= lost - 1 {
		name := m.Names[64*word+bits.TrailingZeros64(lost)]
		c.record(o.Start, "required", schemaPointer, "missing member "+quoted(name))
	}
	return false
}
