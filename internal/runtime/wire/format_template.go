package wire

import (
	"strings"
	"unicode/utf8"
)

// FormatURITemplate reports whether s is a URI Template of RFC 6570, of any level.
func FormatURITemplate(s []byte) bool {
	for len(s) > 0 {
		var ok bool
		if s[0] == '{' {
			s, ok = templateExpression(s)
		} else {
			s, ok = templateLiteral(s)
		}
		if !ok {
			return false
		}
	}
	return true
}

// templateLiteral reads one literal character, or a percent-encoded octet.
func templateLiteral(s []byte) (rest []byte, ok bool) {
	switch ch := s[0]; {
	case ch == '%':
		return percentEncoded(s)
	case ch <= ' ' || ch == 0x7F:
		return nil, false
	case ch < 0x80:
		return s[1:], strings.IndexByte("\"<>\\^`{|}", ch) < 0
	default:
		r, size := utf8.DecodeRune(s)
		return s[size:], isUCSChar(r) || isIPrivate(r)
	}
}

func percentEncoded(s []byte) (rest []byte, ok bool) {
	if len(s) < 3 || !isHex(s[1]) || !isHex(s[2]) {
		return nil, false
	}
	return s[3:], true
}

// templateExpression reads an expression, from its opening brace. The operators that RFC 6570 reserves are accepted.
func templateExpression(s []byte) (rest []byte, ok bool) {
	s = s[1:]
	if len(s) > 0 && strings.IndexByte("+#./;?&=,!@|", s[0]) >= 0 {
		s = s[1:]
	}
	for {
		if s, ok = templateVariable(s); !ok || len(s) == 0 {
			return nil, false
		}
		switch s[0] {
		case '}':
			return s[1:], true
		case ',':
			s = s[1:]
		default:
			return nil, false
		}
	}
}

// templateVariable reads a variable's name and modifier.
func templateVariable(s []byte) (rest []byte, ok bool) {
	if s, ok = templateName(s); !ok || len(s) == 0 {
		return s, ok
	}
	switch s[0] {
	case '*':
		return s[1:], true
	case ':':
		return prefixLength(s[1:])
	}
	return s, true
}

// prefixLength reads a number from 1 to 9999.
func prefixLength(s []byte) (rest []byte, ok bool) {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[n:], n > 0 && n <= 4 && s[0] != '0'
}

// templateName reads names with single dots between them.
func templateName(s []byte) (rest []byte, ok bool) {
	for {
		start := s
		for len(s) > 0 && (isAlpha(s[0]) || isDigit(s[0]) || s[0] == '_' || s[0] == '%') {
			if s[0] != '%' {
				s = s[1:]
			} else if s, ok = percentEncoded(s); !ok {
				return nil, false
			}
		}
		if len(s) == len(start) {
			return nil, false
		}
		if len(s) == 0 || s[0] != '.' {
			return s, true
		}
		s = s[1:]
	}
}
