package wire

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// shortEscapes maps the character after a backslash to the one that both stand for.
var shortEscapes = [256]byte{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

// escapeLen returns the length of the escape at the start of b, a surrogate pair being one escape.
func escapeLen(b []byte) (int, fault) {
	if len(b) < 2 {
		return 0, faultEnd
	}
	if b[1] != 'u' {
		if shortEscapes[b[1]] == 0 {
			return 0, faultEscape
		}
		return 2, noFault
	}
	r, ok := hex4(b)
	switch {
	case !ok && cut(b):
		return 0, faultEnd
	case !ok:
		return 0, faultEscape
	case !utf16.IsSurrogate(r):
		return 6, noFault
	}
	low, ok := hex4(b[6:])
	switch {
	case !ok && cut(b[6:]):
		return 0, faultEnd
	case !ok || utf16.DecodeRune(r, low) == utf8.RuneError:
		return 0, faultSurrogate
	}
	return 12, noFault
}

// cut reports whether the end of the input cuts off an escape \uXXXX at the start of b.
func cut(b []byte) bool {
	return len(b) < 6 && bytes.IndexByte(b, '"') < 0
}

// hex4 reads the escape \uXXXX at the start of b.
func hex4[T string | []byte](b T) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	var r rune
	for i := 2; i < 6; i++ {
		ch := b[i]
		switch {
		case '0' <= ch && ch <= '9':
			ch -= '0'
		case 'a' <= ch|0x20 && ch|0x20 <= 'f':
			ch = ch | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(ch)
	}
	return r, true
}

// nextRune returns the first character of b, the well-formed text of a string, and the length of its spelling.
func nextRune[T string | []byte](b T) (rune, int) {
	switch {
	case b[0] == '\\' && b[1] == 'u':
		r, _ := hex4(b)
		if !utf16.IsSurrogate(r) {
			return r, 6
		}
		low, _ := hex4(b[6:])
		return utf16.DecodeRune(r, low), 12
	case b[0] == '\\':
		return rune(shortEscapes[b[1]]), 2
	case b[0] < utf8.RuneSelf:
		return rune(b[0]), 1
	}
	return utf8.DecodeRuneInString(string(b[:min(len(b), utf8.UTFMax)]))
}

// unescape appends the content of b, the well-formed text of a string, to dst. It copies eight bytes a step, up to the
// next backslash: what is written is never longer than what is read.
func unescape(dst, b []byte) []byte {
	n := len(dst)
	dst = slices.Grow(dst, len(b)+8)
	dst = dst[:n+len(b)+8]
	for len(b) >= 8 {
		w := binary.LittleEndian.Uint64(b)
		binary.LittleEndian.PutUint64(dst[n:], w)
		if w ^= '\\' * ones; (w-ones)&^w&high == 0 {
			b, n = b[8:], n+8
			continue
		}
		i := bits.TrailingZeros64((w-ones)&^w&high) / 8
		if ch := shortEscapes[b[i+1]]; ch != 0 {
			dst[n+i] = ch
			b, n = b[i+2:], n+i+1
			continue
		}
		r, size := nextRune(b[i:])
		b, n = b[i+size:], n+i+utf8.EncodeRune(dst[n+i:], r)
	}
	for len(b) > 0 { // which may begin within a character
		if b[0] != '\\' {
			dst[n] = b[0]
			b, n = b[1:], n+1
			continue
		}
		r, size := nextRune(b)
		b, n = b[size:], n+utf8.EncodeRune(dst[n:], r)
	}
	return dst[:n]
}

// equalText compares the contents of two well-formed strings, either of which may be spelt with escapes.
func equalText[A, B string | []byte](a A, b B) bool {
	return compareText(a, b) == 0
}

// compareText orders the contents of two well-formed strings by code points.
func compareText[A, B string | []byte](a A, b B) int {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		x, n := nextRune(a[i:])
		y, m := nextRune(b[j:])
		if x != y {
			return int(x - y)
		}
		i, j = i+n, j+m
	}
	return (len(a) - i) - (len(b) - j)
}
