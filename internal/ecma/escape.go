package ecma

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// classEscape reads an escape that stands for a rune or a set of runes, from
// its backslash. It is valid in and outside of classes.
func (p *parser) classEscape() (classItem, error) {
	start := p.pos
	p.pos++
	if p.pos == len(p.src) {
		return classItem{}, errorAt(start, `\ at the end of the pattern`)
	}
	r := p.rune()
	if s, ok := namedSet(r); ok {
		return classItem{set: s}, nil
	}
	if c, ok := controlRune(r); ok {
		return single(c), nil
	}
	switch r {
	case 'p', 'P':
		return p.property(start, r == 'P')
	case 'c':
		return p.controlEscape(start)
	case 'x':
		return p.hexEscape(start)
	case 'u':
		return p.unicodeEscape(start)
	case '0':
		return p.nulEscape(start)
	}
	if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return classItem{}, errorAt(start, `\%c is not an escape of ECMA-262`, r)
	}
	return single(r), nil
}

// namedSet returns the set that \d, \w, \s or their opposites stand for.
func namedSet(r rune) (set, bool) {
	var s set
	switch unicode.ToLower(r) {
	case 'd':
		s = digitSet()
	case 'w':
		s = wordSet()
	case 's':
		s = spaceSet()
	default:
		return nil, false
	}
	if unicode.IsUpper(r) {
		s = s.complement()
	}
	return s, true
}

// controlRune returns the control character that \t and the like stand for.
func controlRune(r rune) (rune, bool) {
	switch r {
	case 't':
		return '\t', true
	case 'n':
		return '\n', true
	case 'v':
		return '\v', true
	case 'f':
		return '\f', true
	case 'r':
		return '\r', true
	}
	return 0, false
}

// controlEscape reads the letter of \cX.
func (p *parser) controlEscape(start int) (classItem, error) {
	if p.pos < len(p.src) {
		if c := p.src[p.pos]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			p.pos++
			return single(rune(c % 32)), nil
		}
	}
	return classItem{}, errorAt(start, `\c needs a letter after it`)
}

// nulEscape ends \0, which must not be the start of an octal number.
func (p *parser) nulEscape(start int) (classItem, error) {
	if p.pos < len(p.src) && p.src[p.pos] >= '0' && p.src[p.pos] <= '9' {
		return classItem{}, errorAt(start, "octal escapes are not in ECMA-262")
	}
	return single(0), nil
}

// hexEscape reads the digits of \xHH.
func (p *parser) hexEscape(start int) (classItem, error) {
	r, ok := p.hex(2)
	if !ok {
		return classItem{}, errorAt(start, `\x needs two hexadecimal digits after it`)
	}
	return single(r), nil
}

// unicodeEscape reads what follows \u: four digits, a surrogate pair, or
// digits in braces.
func (p *parser) unicodeEscape(start int) (classItem, error) {
	if p.accept("{") {
		return p.braceEscape(start)
	}
	r, ok := p.hex(4)
	if !ok {
		return classItem{}, errorAt(start, `\u needs four hexadecimal digits, or digits in braces, after it`)
	}
	if mark := p.pos; utf16.IsSurrogate(r) && p.accept(`\u`) {
		low, ok := p.hex(4)
		if pair := utf16.DecodeRune(r, low); ok && pair != unicode.ReplacementChar {
			return single(pair), nil
		}
		p.pos = mark
	}
	return single(r), nil
}

// braceEscape reads the digits and closing brace of \u{…}.
func (p *parser) braceEscape(start int) (classItem, error) {
	digits, _, found := strings.Cut(p.src[p.pos:], "}")
	r, ok := parseHex(strings.TrimLeft(digits, "0"))
	if !found || digits == "" || !ok || r > unicode.MaxRune {
		return classItem{}, errorAt(start, `\u{…} needs hexadecimal digits of a code point up to 10FFFF`)
	}
	p.pos += len(digits) + 1
	return single(r), nil
}

// hex reads n hexadecimal digits.
func (p *parser) hex(n int) (rune, bool) {
	if len(p.src)-p.pos < n {
		return 0, false
	}
	r, ok := parseHex(p.src[p.pos : p.pos+n])
	if ok {
		p.pos += n
	}
	return r, ok
}

// parseHex reads up to six hexadecimal digits; none are zero.
func parseHex(digits string) (rune, bool) {
	if digits == "" {
		return 0, true
	}
	// ParseUint takes no sign and, with an explicit base, no underscores.
	n, err := strconv.ParseUint(digits, 16, 24)
	return rune(n), err == nil
}
