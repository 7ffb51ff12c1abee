package wire

import (
	"strings"
	"unicode/utf8"
)

// aSet is what stands for an item of a class that is not a single character, such as \w.
const aSet rune = -1

// class reads a class, after its opening bracket.
func (x *regexSyntax) class() bool {
	x.accept("^")
	for x.pos < len(x.s) {
		if x.accept("]") {
			return true
		}
		lo, ok := x.classItem()
		if !ok {
			return false
		}
		if len(x.s)-x.pos < 2 || x.s[x.pos] != '-' || x.s[x.pos+1] == ']' {
			continue
		}
		x.pos++
		hi, ok := x.classItem()
		if !ok || lo > hi && hi != aSet {
			return false
		}
	}
	return false
}

// classItem reads one item of a class.
func (x *regexSyntax) classItem() (r rune, ok bool) {
	if x.accept(`\`) {
		if x.accept("b") {
			return '\b', true
		}
		return x.classEscape()
	}
	r, size := utf8.DecodeRune(x.s[x.pos:])
	x.pos += size
	return r, true
}

// classEscape reads what follows a backslash, in a class or outside of one.
func (x *regexSyntax) classEscape() (r rune, ok bool) {
	if x.pos == len(x.s) {
		return 0, false
	}
	r, size := utf8.DecodeRune(x.s[x.pos:])
	x.pos += size
	switch r {
	case 'd', 'D', 's', 'S', 'w', 'W':
		return aSet, true
	case 'p', 'P':
		return aSet, x.propertyName()
	case 'c':
		return x.control()
	case 'x':
		return x.hexRune(2)
	case 'u':
		return x.unicodeRune()
	case '0':
		return 0, x.pos == len(x.s) || !isDigit(x.s[x.pos])
	}
	if i := strings.IndexByte("tnvfr", byte(r)); i >= 0 && r < utf8.RuneSelf {
		return rune("\t\n\v\f\r"[i]), true
	}
	return r, r >= utf8.RuneSelf || !isAlpha(byte(r)) && !isDigit(byte(r))
}

// propertyName reads the braces of \p{…}.
func (x *regexSyntax) propertyName() bool {
	if !x.accept("{") {
		return false
	}
	for start := x.pos; x.pos < len(x.s); x.pos++ {
		ch := x.s[x.pos]
		if ch == '}' {
			x.pos++
			return x.pos-1 > start
		}
		if !isAlpha(ch) && !isDigit(ch) && ch != '_' && ch != '=' {
			return false
		}
	}
	return false
}

// control reads the letter of \cX.
func (x *regexSyntax) control() (r rune, ok bool) {
	if x.pos == len(x.s) || !isAlpha(x.s[x.pos]) {
		return 0, false
	}
	x.pos++
	return rune(x.s[x.pos-1] & 31), true
}

// hexRune reads n hexadecimal digits.
func (x *regexSyntax) hexRune(n int) (r rune, ok bool) {
	if len(x.s)-x.pos < n {
		return 0, false
	}
	for range n {
		ch := x.s[x.pos]
		if !isHex(ch) {
			return 0, false
		}
		x.pos++
		r = r<<4 | hexValue(ch)
	}
	return r, true
}

func hexValue(ch byte) rune {
	if isDigit(ch) {
		return rune(ch - '0')
	}
	return rune(ch|0x20-'a') + 10
}

// unicodeRune reads what follows \u: four digits, two surrogates, or digits in braces.
func (x *regexSyntax) unicodeRune() (r rune, ok bool) {
	if x.accept("{") {
		return x.bracedRune()
	}
	r, ok = x.hexRune(4)
	if !ok || r < 0xD800 || r > 0xDBFF {
		return r, ok
	}
	mark := x.pos
	if x.accept(`\u`) {
		if low, ok := x.hexRune(4); ok && low >= 0xDC00 && low <= 0xDFFF {
			return 0x10000 + (r-0xD800)<<10 + (low - 0xDC00), true
		}
	}
	x.pos = mark
	return r, true
}

// bracedRune reads the digits and the closing brace of \u{…}.
func (x *regexSyntax) bracedRune() (r rune, ok bool) {
	for start := x.pos; x.pos < len(x.s); x.pos++ {
		ch := x.s[x.pos]
		if ch == '}' {
			x.pos++
			return r, x.pos-1 > start
		}
		if r = r<<4 | hexValue(ch); !isHex(ch) || r > utf8.MaxRune {
			return 0, false
		}
	}
	return 0, false
}
