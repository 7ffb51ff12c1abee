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
		*v = c.arena.text(data[from:end], len(data)-end)
		return true
	case end < len(data) && data[end] == '\\':
		return c.readEscaped(from, end, v)
	}
	return c.readOdd(from, end, v)
}

// readOdd reads on at i in a string that has more in it than plain ASCII.
func (c *Cursor) readOdd(from, i int, v *string) bool {
	if !c.oddString(from, i) {
		return false
	}
	*v = c.Text()
	return true
}

// readEscaped reads on at an escape, in one pass: it copies eight bytes a step into the scratch buffer, up to the next
// character that does not stand for itself.
func (c *Cursor) readEscaped(from, at int, v *string) bool {
	s := c.takeScratch()
	data, i, buf, n := c.data, at, s.room(at-from), at-from
	copy(buf, data[from:at])
	for i+8 <= len(data) {
		if len(buf) < n+16 {
			buf = s.room(n)
		}
		w := binary.LittleEndian.Uint64(data[i:])
		binary.LittleEndian.PutUint64(buf[n:], w)
		m := special(w)
		if m == 0 {
			i, n = i+8, n+8
			continue
		}
		k := bits.TrailingZeros64(m) / 8
		i, n = i+k, n+k
		switch ch := data[i]; {
		case ch == '\\' && i+1 < len(data) && shortEscapes[data[i+1]] != 0:
			buf[n] = shortEscapes[data[i+1]]
			i, n = i+2, n+1
		case ch == '"':
			c.took(from, i, tokenString|tokenEscaped)
			c.pos = i + 1
			*v = c.arena.text(buf[:n], len(data)-i)
			return true
		default:
			r, size := oddRune(data[i:])
			if size == 0 {
				return c.oddString(from, i)
			}
			i, n = i+size, n+utf8.EncodeRune(buf[n:n+utf8.UTFMax], r)
		}
	}
	return c.readOdd(from, at, v)
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

// room returns the buffer, with what is in it and at least n bytes and some more.
func (s *scratch) room(n int) []byte {
	if cap(s.buf) < n+64 {
		grown := make([]byte, 2*n+256)
		copy(grown, s.buf[:cap(s.buf)])
		s.buf = grown
	}
	s.buf = s.buf[:cap(s.buf)]
	return s.buf
}
