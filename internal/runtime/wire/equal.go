package wire

import "strings"

// Equals reports whether the next value equals the JSON text literal, which must be well-formed. Numbers are compared
// by value, objects whatever the order of their members. It consumes nothing.
func (c *Cursor) Equals(literal string) bool {
	kind := c.Kind()
	if kind == KindInvalid || literal == "" || kind != kindOf[literal[0]] {
		return false
	}
	if kind == KindArray || kind == KindObject {
		return c.equalsTree(literal)
	}
	pos, tok := c.pos, c.tok
	equal := c.Skip() && c.equalsScalar(kind, literal)
	c.pos, c.tok = pos, tok
	return equal
}

// equalsScalar compares the current token with a literal of the same kind.
func (c *Cursor) equalsScalar(kind Kind, literal string) bool {
	switch kind {
	case KindNumber:
		return c.Compare(literal) == 0
	case KindString:
		content := literal[1 : len(literal)-1]
		if c.tok.is&tokenEscaped == 0 && strings.IndexByte(content, '\\') < 0 {
			return string(c.numeral()) == content
		}
		return equalText(c.numeral(), content)
	}
	return true
}

// equalsTree compares the next value with a literal array or object. It stops reading where the value turns out to be
// larger than the literal.
func (c *Cursor) equalsTree(literal string) bool {
	want, have := newTree([]byte(literal)), newTree(c.original())
	defer want.release()
	defer have.release()
	want.c.pos, have.c.pos = 0, c.pos
	have.c.depth = c.depth
	if !want.read(maxNodes) || !have.read(len(want.nodes)) {
		return false
	}
	return equalNodes(have, want, 0, 0)
}

// Unique reports whether all items of an array are different. Call it after the array that begins at offset start was
// consumed.
func (c *Cursor) Unique(start int) bool {
	if unique, ok := c.uniqueFew(start); ok {
		return unique
	}
	t := newTree(c.original()[:c.pos])
	defer t.release()
	t.c.pos = start
	return !t.read(maxNodes) || t.distinct()
}

// fewItems is the number of items up to which each is compared with each.
const fewItems = 8

// uniqueFew compares the items if they are few, and scalars; otherwise ok is false.
func (c *Cursor) uniqueFew(start int) (unique, ok bool) {
	var a Array
	var kinds [fewItems]Kind
	var items [fewItems]Token
	p := c.probe()
	p.pos, p.depth = start, 0
	p.BeginArray(&a)
	for p.NextItem(&a) {
		kind := p.Kind()
		if a.Index == fewItems || kind >= KindArray || !p.Skip() {
			return false, false
		}
		for i, k := range kinds[:a.Index] {
			if k == kind && equalTokens(p.data, p.data, items[i], p.tok, kind) {
				return false, true
			}
		}
		kinds[a.Index], items[a.Index] = kind, p.tok
	}
	return true, a.state == ended
}

// equalTokens compares two scalars of the same kind, t in the text a and u in b.
func equalTokens(a, b []byte, t, u Token, kind Kind) bool {
	x, y := a[t.from:t.to], b[u.from:u.to]
	switch {
	case kind == KindNumber && t.is&u.is&tokenSmall != 0:
		return t.value == u.value
	case kind == KindNumber:
		return parseDecimal(x).compare(parseDecimal(y)) == 0
	case kind != KindString:
		return true
	case (t.is|u.is)&tokenEscaped == 0:
		return string(x) == string(y)
	}
	return equalText(x, y)
}
