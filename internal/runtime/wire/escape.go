package wire

import (
	"bytes"
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

// unescape appends the content of b, the well-formed text of a string, to dst.
func unescape(dst, b []byte) []byte {
	for {
		i := bytes.IndexByte(b, '\\')
		if i < 0 {
			return append(dst, b...)
		}
		dst = append(dst, b[:i]...)
		r, n := nextRune(b[i:])
		dst = utf8.AppendRune(dst, r)
		b = b[i+n:]
	}
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
