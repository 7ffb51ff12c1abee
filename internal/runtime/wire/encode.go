package wire

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Encoder appends JSON to a buffer. The first error sticks; what is written after it does not matter. It lives on the
// stack of the function that makes it.
type Encoder struct {
	buf []byte
	err error
}

// NewEncoder returns an encoder that appends to dst.
func NewEncoder(dst []byte) Encoder { return Encoder{buf: dst} }

// Result returns the buffer, or the first error.
func (e *Encoder) Result() ([]byte, error) {
	if e.err != nil {
		return nil, e.err
	}
	return e.buf, nil
}

// Fail makes Result return err, unless there was an error before.
func (e *Encoder) Fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// BeginObject writes '{'.
func (e *Encoder) BeginObject() { e.buf = append(e.buf, '{') }

// EndObject writes '}'.
func (e *Encoder) EndObject() { e.buf = append(e.buf, '}') }

// BeginArray writes '['.
func (e *Encoder) BeginArray() { e.buf = append(e.buf, '[') }

// EndArray writes ']'.
func (e *Encoder) EndArray() { e.buf = append(e.buf, ']') }

// comma writes ',' unless the array or object was just opened. No value ends in an opening bracket.
func (e *Encoder) comma(bracket byte) {
	if n := len(e.buf); n > 0 && e.buf[n-1] != bracket {
		e.buf = append(e.buf, ',')
	}
}

// Name begins a member. The name must not need escapes. Inlined, it would be a third of all generated code.
//
//go:noinline
func (e *Encoder) Name(name string) {
	b := e.buf
	if n := len(b); n > 0 && b[n-1] != '{' {
		b = append(b, ',')
	}
	b = append(b, '"')
	b = append(b, name...)
	e.buf = append(b, '"', ':')
}

// Key begins a member of any name.
func (e *Encoder) Key(name string) {
	e.comma('{')
	e.String(name)
	e.buf = append(e.buf, ':')
}

// Item begins an item of an array.
func (e *Encoder) Item() { e.comma('[') }

// Null writes null.
func (e *Encoder) Null() { e.buf = append(e.buf, "null"...) }

// Bool writes a boolean.
func (e *Encoder) Bool(b bool) { e.buf = strconv.AppendBool(e.buf, b) }

// Int writes an integer.
func (e *Encoder) Int(i int64) { e.buf = strconv.AppendInt(e.buf, i, 10) }

// Uint writes an integer.
func (e *Encoder) Uint(u uint64) { e.buf = strconv.AppendUint(e.buf, u, 10) }

var (
	errFloat = errors.New("infinities and NaN cannot be written as JSON")
	errRaw   = errors.New("not a JSON value")
	errUTF8  = errors.New("a string that is not UTF-8 cannot be written as JSON")
)

// Float writes the shortest number that reads back as f, as encoding/json does. Infinities and NaN are errors.
func (e *Encoder) Float(f float64) {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		e.Fail(errFloat)
		return
	}
	if size := math.Abs(f); size == 0 || 1e-6 <= size && size < 1e21 {
		e.buf = strconv.AppendFloat(e.buf, f, 'f', -1, 64)
		return
	}
	e.buf = strconv.AppendFloat(e.buf, f, 'e', -1, 64)
	if n := len(e.buf); n >= 4 && string(e.buf[n-4:n-1]) == "e-0" { // e-09 to e-9
		e.buf[n-2] = e.buf[n-1]
		e.buf = e.buf[:n-1]
	}
}

// Number writes a number given as text. Anything else is an error.
func (e *Encoder) Number(text string) {
	from := len(e.buf)
	e.buf = append(e.buf, text...)
	c := NewCursor(e.buf[from:])
	if !c.Number() || c.tok.to-c.tok.from != len(text) {
		e.Fail(errors.New(quoted(text) + " is no JSON number"))
	}
}

// Raw writes a value given as JSON. Anything else is an error.
func (e *Encoder) Raw(json []byte) {
	c := NewCursor(json)
	if !c.Skip() || !c.End() {
		e.Fail(errRaw)
		return
	}
	e.buf = append(e.buf, json...)
}

// Time writes a date-time.
func (e *Encoder) Time(t Time) {
	e.buf = append(e.buf, '"')
	buf, err := t.append(e.buf)
	if err != nil {
		e.Fail(err)
		return
	}
	e.buf = append(buf, '"')
}

// Extra writes the members in x. It leaves out those named m.Names[i] where bit i of written is set: they were written
// from a field. m may be nil.
func (e *Encoder) Extra(x Extra, m *Members, written uint64) {
	for _, member := range x {
		if m.wrote(member.Name, written) {
			continue
		}
		e.Key(member.Name)
		e.Raw(member.Value)
	}
}

// wrote reports whether name is one of the first 64 names, and its bit is set in written.
func (m *Members) wrote(name string, written uint64) bool {
	if m == nil {
		return false
	}
	for i, n := range m.Names[:min(len(m.Names), 64)] {
		if n == name {
			return written&(1<<i) != 0
		}
	}
	return false
}

// String writes a string. One that is not UTF-8 is an error: replacing the bytes would change it silently.
func (e *Encoder) String(s string) {
	b, from := e.buf, len(e.buf)+1
	if cap(b)-from <= len(s) {
		b = slices.Grow(b, len(s)+2)
	}
	b = b[:from+len(s)+1]
	b[from-1], b[len(b)-1] = '"', '"'
	e.buf = b
	if n := copyPlain(b[from:len(b)-1], s); n < len(s) {
		e.buf = b[:from+n]
		e.oddString(s[n:])
		e.buf = append(e.buf, '"')
	}
}

// copyPlain copies s to b, which has the same length, as long as it is plain ASCII, and returns how many bytes that are.
// Short texts are copied and looked at in one go, the last word overlapping the one before.
func copyPlain(b []byte, s string) int {
	const long = 8 * wordSize
	n := len(s)
	if n < wordSize/2 || n > long || len(b) < n {
		copy(b, s)
		return plain(b)
	}
	marks := uint64(0)
	if n < wordSize {
		first, last := halfWord(s), halfWord(s[n-wordSize/2:])
		binary.LittleEndian.PutUint32(b, first)
		binary.LittleEndian.PutUint32(b[n-wordSize/2:], last)
		marks = unmasked(uint64(first) | uint64(last)<<32)
	} else {
		for i := 0; i+wordSize < n; i += wordSize {
			w := word(s[i:])
			binary.LittleEndian.PutUint64(b[i:], w)
			marks |= unmasked(w)
		}
		w := word(s[n-wordSize:])
		binary.LittleEndian.PutUint64(b[n-wordSize:], w)
		marks |= unmasked(w)
	}
	if marks&high != 0 {
		return plain(b)
	}
	return n
}

// halfWord returns the first four bytes of s.
func halfWord(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// oddString writes the content of a string that begins with a character that is not plain ASCII.
func (e *Encoder) oddString(s string) {
	if !utf8.ValidString(s) {
		e.Fail(errUTF8)
		return
	}
	b := e.buf
	for len(s) > 0 {
		b = slices.Grow(b, len(s)+roomForWord)
		n, read := quote(b[len(b):cap(b)], s)
		b, s = b[:len(b)+n], s[read:]
		for range min(len(s), wordSize) { // where the next word has control characters, or there is none
			b, s = appendCharacter(b, s[0]), s[1:]
		}
	}
	e.buf = b
}

const (
	wordSize    = 8
	roomForWord = 3 * wordSize // for eight escapes of two characters, of which the last is written with a word behind it
)

// quote writes the text of s to b, with a backslash before quotes and backslashes, eight bytes a step. It ends before
// control characters, where less than eight bytes are left, or where the room in b might not do. It returns how much it
// wrote and read.
func quote(b []byte, s string) (written, read int) {
	rest := s
	for len(b)-written >= roomForWord && len(rest) >= wordSize {
		w := word(rest)
		marks, ok := quotable(w)
		if !ok {
			break
		}
		to := (*[roomForWord]byte)(b[written:])
		binary.LittleEndian.PutUint64(to[:], w)
		n := 0
		for ; marks != 0; marks &= marks - 1 {
			at := bits.TrailingZeros64(marks)
			binary.LittleEndian.PutUint64(to[(n+at>>3)&15:], w>>(at&^7&63)<<8|'\\')
			n++
		}
		to[(n+wordSize-1)&15] = byte(w >> 56) // which a backslash before the first byte has pushed out
		written += n + wordSize
		rest = rest[wordSize:]
	}
	return written, len(s) - len(rest)
}

// word returns the first eight bytes of s.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// quotable marks, in the high bit of each byte of w, its quotes and backslashes. ok says that it has no control characters.
func quotable(w uint64) (marks uint64, ok bool) {
	x := w &^ high
	return ^(unlike(x, '"')&unlike(x, '\\') | w) & high, ^(uncontrolled(x)|w)&high == 0
}

// shortForms are the escapes of two characters.
var shortForms = [256]byte{'"': '"', '\\': '\\', '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}

// appendCharacter appends one byte of a string to b, or its escape.
func appendCharacter(b []byte, ch byte) []byte {
	const hex = "0123456789abcdef"
	switch short := shortForms[ch]; {
	case short != 0:
		return append(b, '\\', short)
	case ch < ' ':
		return append(b, '\\', 'u', '0', '0', hex[ch>>4], hex[ch&15])
	}
	return append(b, ch)
}
