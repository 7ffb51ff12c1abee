package wire

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// An idnLabel is one label of a host name, decoded.
type idnLabel struct {
	buf    [maxLabel]rune
	n      int  // runes in buf
	octets int  // its length in the DNS
	ulabel bool // beyond ASCII, or was so before it became an A-label
}

// runes returns the label's characters.
func (l *idnLabel) runes() []rune { return l.buf[:l.n] }

// read decodes a label, false if it is too long or not what it claims to be.
func (l *idnLabel) read(s []byte) bool {
	if isALabel(s) {
		return len(s) <= maxLabel && l.readALabel(s[4:])
	}
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		if l.n == len(l.buf) {
			return false
		}
		l.buf[l.n] = r
		l.n++
		l.ulabel = l.ulabel || r >= utf8.RuneSelf
		s = s[size:]
	}
	l.octets = l.n
	if l.ulabel {
		var code [maxLabel]byte
		n, ok := punyEncode(code[:maxLabel-4], l.runes())
		l.octets = 4 + n
		return ok
	}
	return true
}

// readALabel decodes what follows xn--. It must be what encoding yields again, and more than ASCII.
func (l *idnLabel) readALabel(s []byte) bool {
	l.octets = 4 + len(s)
	var ok bool
	if l.n, ok = punyDecode(l.buf[:], s); !ok {
		return false
	}
	for _, r := range l.runes() {
		l.ulabel = l.ulabel || r >= utf8.RuneSelf
	}
	var code [maxLabel]byte
	n, ok := punyEncode(code[:], l.runes())
	return ok && l.ulabel && isLowerOf(code[:n], s)
}

// isLowerOf reports whether lower is s in lower case.
func isLowerOf(lower, s []byte) bool {
	if len(lower) != len(s) {
		return false
	}
	for i, ch := range s {
		if lowerASCII(ch) != lower[i] {
			return false
		}
	}
	return true
}

// valid reports whether the label by itself is valid: letters, digits and inner hyphens for ASCII, RFC 5891, section
// 4.2, for others.
func (l *idnLabel) valid() bool {
	runes := l.runes()
	if l.n == 0 || runes[0] == '-' || runes[l.n-1] == '-' {
		return false
	}
	if !l.ulabel {
		for _, r := range runes {
			if r != '-' && !isAlpha(byte(r)) && !isDigit(byte(r)) {
				return false
			}
		}
		return true
	}
	if l.n >= 4 && runes[2] == '-' && runes[3] == '-' || unicode.In(runes[0], unicode.M) {
		return false
	}
	for i, r := range runes {
		if !idnAllowed(r) && !idnInContext(runes, i) || i > 0 && idnComposes(runes[i-1], r) {
			return false
		}
	}
	return true
}

// idnAllowed reports whether r is PVALID (RFC 5892, section 3), by its category and the exceptions to it.
func idnAllowed(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z'
	case unicode.Is(unicode.Lu, r):
		return r >= 0x13A0 && r <= 0x13F5 // Cherokee folds to its capitals
	case r == 0x06FD || r == 0x06FE || r == 0x0F0B || r == 0x3007:
		return true
	case r >= 0x0660 && r <= 0x0669 || r >= 0x06F0 && r <= 0x06F9:
		return false // only in context
	}
	return unicode.In(r, unicode.Ll, unicode.Lo, unicode.Lm, unicode.Mn, unicode.Mc, unicode.Nd) && !unicode.Is(idnRefused, r)
}

// idnComposes reports whether base and mark are one character in normal form C, so that a label with both is not in
// that form.
func idnComposes(base, mark rune) bool {
	i := sort.Search(len(idnCompositions), func(i int) bool { return idnCompositions[i].mark >= mark })
	if i == len(idnCompositions) || idnCompositions[i].mark != mark {
		return false
	}
	for _, r := range idnCompositions[i].bases {
		if r == base {
			return true
		}
	}
	return false
}
