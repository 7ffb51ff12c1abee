package wire

import "bytes"

// maxDepth is how deeply arrays and objects may be nested.
const maxDepth = 10_000

// Cursor reads one JSON document from front to back. It lives on the stack of the function that makes it: no method
// keeps a pointer to it.
type Cursor struct {
	data  []byte
	pos   int   // offset of the next byte to read
	depth int   // arrays and objects that are open
	list  int   // offset of the innermost open '[', for guessing capacities
	tok   Token // the scalar or member name that was read last

	bad   fault // the first syntax error, if any
	badAt int   // its offset

	source  []byte     // decoders: the document, of which data is a copy that strings are parts of; nil otherwise
	heads   []string   // decoders: a piece of memory for optional strings and lists of strings
	misfit  misfit     // decoders: the last number that did not fit its Go type
	found   *collector // nil in fast mode
	scratch *scratch   // for unescaped text; nil until needed

	again int      // more than 0 if what is read now may be read again
	last  extent   // the last value that a branch of a Try accepted
	ends  *extents // nil until needed

	top   int                // entries of names in use
	names [nameSlots]nameRef // unknown member names of the open objects, innermost last
}

// NewCursor returns a cursor for checking data. It keeps data and no copy.
func NewCursor(data []byte) Cursor {
	return Cursor{data: data}
}

// NewDecoder returns a cursor for decoding data. It makes one private copy of it: the strings and raw values that it
// decodes are parts of that copy, so they stay what they are when the caller writes over data later, and keep the copy
// alive. Escapes in values are undone in place: what was decoded cannot be read again.
func NewDecoder(data []byte) Cursor {
	return Cursor{data: bytes.Clone(data), source: data}
}

// original returns the document as it was before anything was decoded.
func (c *Cursor) original() []byte {
	if c.source != nil {
		return c.source
	}
	return c.data
}

// End reports whether nothing but white space is left; anything else is a syntax error. Call it once, after the
// document's value.
func (c *Cursor) End() bool {
	c.ws()
	if c.pos < len(c.data) {
		return c.fail(faultTrailing, c.pos)
	}
	c.releaseScratch()
	c.releaseExtents()
	return c.bad == noFault
}

// At returns the offset of the next value.
func (c *Cursor) At() int {
	c.ws()
	return c.pos
}

// Mark is a place in the document to come back to.
type Mark struct{ pos, depth, list, top, again int }

// Mark remembers where the next value begins.
func (c *Cursor) Mark() Mark {
	c.ws()
	return Mark{c.pos, c.depth, c.list, c.top, c.again}
}

// Reset goes back to m, so that the same value is read again. Objects and arrays begun since are forgotten.
func (c *Cursor) Reset(m Mark) {
	c.pos, c.depth, c.list, c.top, c.again = m.pos, m.depth, m.list, m.top, m.again
}

// probe returns a second cursor at the same place, in fast mode, whose findings do not count.
func (c *Cursor) probe() Cursor {
	return Cursor{data: c.original(), pos: c.pos, depth: c.depth, again: 1, ends: c.ends}
}

// ws skips white space. It is small enough to be inlined; most values have none before them.
func (c *Cursor) ws() {
	if c.pos < len(c.data) && c.data[c.pos] <= ' ' {
		c.skipSpace()
	}
}

//go:noinline
func (c *Cursor) skipSpace() {
	i, data := c.pos, c.data
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\t' || data[i] == '\r') {
		i++
	}
	c.pos = i
}

// enter counts one more open array or object, and steps over its bracket.
func (c *Cursor) enter() bool {
	if c.depth >= maxDepth {
		return c.fail(faultDepth, c.pos)
	}
	c.depth++
	c.pos++
	return true
}
