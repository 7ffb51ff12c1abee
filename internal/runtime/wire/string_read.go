package wire

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// ReadString consumes the next value if it is a well-formed string, and stores its content.
func (c *Cursor) ReadString(v *string) bool {
	c.ws()
	data := c.data
	if c.pos >= len(data) || data[c.pos] != '"' {
		return c.notHere()
	}
	from := c.pos + 1
	end := from + plain(data[from:])
	switch {
	case end < len(data) && data[end] == '"':
		c.took(from, end, tokenString)
		c.pos = end + 1
	case end < len(data) && data[end] == '\\' && c.source != nil:
		return c.readEscaped(from, end, v)
	case !c.oddString(from, end):
		return false
	}
	*v = c.take()
	return true
}

// readEscaped reads on at an escape, in one pass: it moves eight bytes a step towards the start of the string, up to the
// next character that does not stand for itself. What is written never reaches what is still to be read.
func (c *Cursor) readEscaped(from, i int, v *string) bool {
	data, n := c.data, i
	for {
		w := wordAt(data, i)
		m := special(w)
		if m == 0 {
			binary.LittleEndian.PutUint64(data[n:], w)
			i, n = i+8, n+8
			continue
		}
		plain := bits.TrailingZeros64(m) / 8
		if i-n >= 8 {
			binary.LittleEndian.PutUint64(data[n:], w)
		} else {
			copy(data[n:], data[i:i+plain])
		}
		i, n = i+plain, n+plain
		switch {
		case i >= len(data):
			return c.fail(faultEnd, len(data))
		case data[i] == '"':
			c.took(from, i, tokenString|tokenEscaped)
			c.pos = i + 1
			*v = c.part(from, n)
			return true
		case data[i] == '\\' && i+1 < len(data) && shortEscapes[data[i+1]] != 0:
			data[n] = shortEscapes[data[i+1]]
			i, n = i+2, n+1
			if i-n >= 8 && data[n-1] == '"' {
				n, i = moveQuotes(data, n, i)
			}
		default:
			r, size := oddRune(data[i:])
			if size == 0 {
				return c.oddString(from, i)
			}
			i, n = i+size, n+utf8.EncodeRune(data[n:i+size], r)
		}
	}
}

// wordAt returns the eight bytes of data at i, or zeros for those that are not there.
func wordAt(data []byte, i int) uint64 {
	if i+8 <= len(data) {
		return binary.LittleEndian.Uint64(data[i:])
	}
	var tail [8]byte
	copy(tail[:], data[min(i, len(data)):])
	return binary.LittleEndian.Uint64(tail[:])
}

// oddRune returns the character at the start of b, spelt with an escape or beyond ASCII, and the length of its spelling:
// 0 if it is not well-formed.
func oddRune(b []byte) (r rune, size int) {
	if b[0] != '\\' {
		r, size = utf8.DecodeRune(b)
		if r < ' ' || r == utf8.RuneError && size == 1 {
			return 0, 0
		}
		return r, size
	}
	if _, f := escapeLen(b); f != noFault {
		return 0, 0
	}
	return nextRune(b)
}
