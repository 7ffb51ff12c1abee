package wire

import (
	"encoding/binary"
	"math/bits"
	"sync"
	"unicode/utf8"
	"unsafe"
)

// String consumes the next value if it is a well-formed string; it becomes the current token.
func (c *Cursor) String() bool {
	c.ws()
	if c.pos >= len(c.data) || c.data[c.pos] != '"' {
		return c.notHere()
	}
	from := c.pos + 1
	end := from + plain(c.data[from:])
	if end < len(c.data) && c.data[end] == '"' {
		c.took(from, end, tokenString)
		c.pos = end + 1
		return true
	}
	return c.oddString(from, end)
}

// oddString reads on at i in a string that began before from and has more in it than plain ASCII. What stands between
// two escapes is mostly short.
func (c *Cursor) oddString(from, i int) bool {
	data, is := c.data, tokenString
	for i < len(data) {
		switch ch := data[i]; {
		case ch == '\\' && i+1 < len(data) && data[i+1] == '"':
			is |= tokenEscaped
			i = max(i+2, skipQuotes(data, i))
			continue // what is there is odd, or near the end
		case ch == '\\' && i+1 < len(data) && shortEscapes[data[i+1]] != 0:
			is |= tokenEscaped
			i += 2
		case ch == '"':
			c.took(from, i, is)
			c.pos = i + 1
			return true
		case ch == '\\':
			n := c.longEscape(i)
			if n == 0 {
				return false
			}
			is |= tokenEscaped
			i += n
		case ch >= utf8.RuneSelf:
			r, n := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && n == 1 {
				return c.badRune(i)
			}
			is |= tokenWide
			i += n
			continue // the next character is likely to be wide, too
		case ch < ' ':
			return c.fail(faultControl, i)
		}
		if i+8 <= len(data) {
			if m := special(binary.LittleEndian.Uint64(data[i:])); m != 0 {
				i += bits.TrailingZeros64(m) / 8
				continue
			}
			i += 8
		}
		i += plain(data[i:])
	}
	return c.fail(faultEnd, len(data))
}

// longEscape returns the length of the escape at i, or 0 if there is none, which it notes.
func (c *Cursor) longEscape(i int) int {
	n, f := escapeLen(c.data[i:])
	switch f {
	case noFault:
	case faultEnd:
		c.fail(f, len(c.data))
	default:
		c.fail(f, i)
	}
	return n
}

// badRune notes that no UTF-8 sequence stands at i: none at all, or one that the end of the input cuts off.
func (c *Cursor) badRune(i int) bool {
	if !utf8.FullRune(c.data[i:]) {
		return c.fail(faultEnd, len(c.data))
	}
	return c.fail(faultUTF8, i)
}

// Length returns the number of characters (code points) in the current token, a string.
func (c *Cursor) Length() int {
	b := c.data[c.tok.from:c.tok.to]
	switch {
	case c.tok.is&(tokenEscaped|tokenWide) == 0:
		return len(b)
	case c.tok.is&tokenEscaped == 0:
		return utf8.RuneCount(b)
	}
	n := 0
	for i := 0; i < len(b); n++ {
		_, size := nextRune(b[i:])
		i += size
	}
	return n
}

// Bytes returns the content of the current token: a string without quotes and escapes, or a number as it is written.
// It is a part of the document or of a buffer that the next call overwrites; do not keep or change it.
func (c *Cursor) Bytes() []byte {
	b := c.data[c.tok.from:c.tok.to]
	if c.tok.is&tokenEscaped == 0 {
		return b
	}
	return c.unescaped(b)
}

// Text returns the content of the current token as a Go string. A decoder's is a part of its copy of the document
// unless it has escapes; it can be read again.
func (c *Cursor) Text() string {
	if c.tok.is&tokenEscaped == 0 {
		return c.part(c.tok.from, c.tok.to)
	}
	return string(c.Bytes())
}

// take is Text for a value, which will not be read again: a decoder undoes escapes in place.
func (c *Cursor) take() string {
	if c.tok.is&tokenEscaped == 0 || c.source == nil {
		return c.Text()
	}
	from := c.tok.from
	return c.part(from, from+copy(c.data[from:], c.Bytes()))
}

// part returns data[from:to] as a string, without a copy if data is ours.
func (c *Cursor) part(from, to int) string {
	b := c.data[from:to]
	if c.source == nil {
		return string(b)
	}
	return unsafe.String(unsafe.SliceData(b), len(b)) // nobody writes to b any more
}

// scratch is a buffer for unescaped text.
type scratch struct{ buf []byte }

// maxPooled is the largest buffer, in bytes or entries, that is kept for the next document.
const maxPooled = 1 << 16

var scratchPool sync.Pool // of *scratch

// unescaped returns the content of the string text b, in the scratch buffer.
func (c *Cursor) unescaped(b []byte) []byte {
	if c.scratch == nil {
		s, ok := scratchPool.Get().(*scratch)
		if !ok {
			s = new(scratch)
		}
		c.scratch = s
	}
	c.scratch.buf = unescape(c.scratch.buf[:0], b)
	return c.scratch.buf
}

func (c *Cursor) releaseScratch() {
	if c.scratch != nil && cap(c.scratch.buf) <= maxPooled {
		scratchPool.Put(c.scratch)
	}
	c.scratch = nil
}
