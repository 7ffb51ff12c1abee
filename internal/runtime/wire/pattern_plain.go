package wire

import (
	"bytes"
	"math"
	"unicode/utf8"
)

// TextIs reports whether the current token, a string, is text.
func (c *Cursor) TextIs(text string) bool { return string(c.Bytes()) == text }

// HasPrefix reports whether the current token, a string, begins with text.
func (c *Cursor) HasPrefix(text string) bool {
	b := c.Bytes()
	return len(b) >= len(text) && string(b[:len(text)]) == text
}

// HasSuffix reports whether the current token, a string, ends with text.
func (c *Cursor) HasSuffix(text string) bool {
	b := c.Bytes()
	return len(b) >= len(text) && string(b[len(b)-len(text):]) == text
}

// Contains reports whether text is in the current token, a string. It allocates for texts of more than 32 bytes.
func (c *Cursor) Contains(text string) bool {
	return bytes.Contains(c.Bytes(), []byte(text))
}

// Runes takes the characters of a string from front to back, for patterns that never need to go back: each step takes
// as many as it can, and tells whether these are enough.
//
// A class of characters is written as pairs of the first and the last of a range, in order: "09AZaz" is [0-9A-Za-z].
type Runes struct{ rest []byte }

// Runes returns the characters of the current token, a string. They are what [Cursor.Bytes] is a part of: take them
// before the next call of c.
func (c *Cursor) Runes() Runes { return Runes{c.Bytes()} }

// Text takes the text, or nothing if something else comes next.
func (r *Runes) Text(text string) bool {
	if len(r.rest) < len(text) || string(r.rest[:len(text)]) != text {
		return false
	}
	r.rest = r.rest[len(text):]
	return true
}

// Take takes n characters of a class.
func (r *Runes) Take(class string, n int) bool { return r.take(class, n) == n }

// AtLeast takes all characters of a class that come next, and wants n.
func (r *Runes) AtLeast(class string, n int) bool { return r.take(class, math.MaxInt) >= n }

// Between takes up to most characters of a class, and wants least.
func (r *Runes) Between(class string, least, most int) bool { return r.take(class, most) >= least }

// End reports whether nothing is left.
func (r *Runes) End() bool { return len(r.rest) == 0 }

// Find reports whether a character of a class is among those that are left.
func (r *Runes) Find(class string) bool {
	return bytes.ContainsFunc(r.rest, func(found rune) bool { return inClass(found, class) })
}

// take takes up to most characters of a class and returns how many it took.
func (r *Runes) take(class string, most int) int {
	ascii := asciiOf(class)
	text, i, n := r.rest, 0, 0
	for ; i < len(text) && n < most; n++ {
		size := 1
		if b := text[i]; b >= utf8.RuneSelf {
			size = wideIn(text[i:], class)
		} else if !ascii.has(b) {
			break
		}
		if size == 0 {
			break
		}
		i += size
	}
	r.rest = text[i:]
	return n
}

// asciiSet has a bit for each character of ASCII.
type asciiSet [2]uint64

// asciiOf returns the characters of ASCII in a class. It takes a few instructions for each range.
func asciiOf(class string) asciiSet {
	var set asciiSet
	// The first byte of a character beyond ASCII is above all of ASCII.
	for i := 0; i+1 < len(class) && class[i] < utf8.RuneSelf; i += 2 {
		first, behind := uint(class[i]), min(uint(class[i+1]), utf8.RuneSelf-1)+1
		set[0] |= below(behind) &^ below(first)
		set[1] |= below(max(behind, 64)-64) &^ below(max(first, 64)-64)
	}
	return set
}

// below returns the bits up to n; all if n is 64 or more.
func below(n uint) uint64 { return 1<<n - 1 }

func (s asciiSet) has(b byte) bool { return s[b>>6&1]>>(b&63)&1 != 0 }

// wideIn returns the size of the first character of b, which is beyond ASCII, or 0 if it is not in a class.
func wideIn(b []byte, class string) int {
	if r, size := utf8.DecodeRune(b); inClass(r, class) {
		return size
	}
	return 0
}

// inClass reports whether r is in a class.
func inClass(r rune, class string) bool {
	for class != "" {
		first, n := utf8.DecodeRuneInString(class)
		last, m := utf8.DecodeRuneInString(class[n:])
		if first <= r && r <= last {
			return true
		}
		class = class[n+m:]
	}
	return false
}
