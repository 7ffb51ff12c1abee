package wire

import (
	"bytes"
	"unicode/utf8"
)

// FormatURI reports whether s is a URI of RFC 3986, which has a scheme.
func FormatURI(s []byte) bool {
	rest, ok := cutScheme(s)
	return ok && uriAfterScheme(rest, inURI)
}

// FormatURIReference reports whether s is a URI or a relative reference of RFC 3986.
func FormatURIReference(s []byte) bool {
	rest, ok := cutScheme(s)
	return ok && uriAfterScheme(rest, inURI) || !schemeLike(s) && uriAfterScheme(s, inURI)
}

// FormatIRI reports whether s is an IRI of RFC 3987, which has a scheme.
func FormatIRI(s []byte) bool {
	rest, ok := cutScheme(s)
	return ok && uriAfterScheme(rest, inIRI)
}

// FormatIRIReference reports whether s is an IRI or a relative reference of RFC 3987.
func FormatIRIReference(s []byte) bool {
	rest, ok := cutScheme(s)
	return ok && uriAfterScheme(rest, inIRI) || !schemeLike(s) && uriAfterScheme(s, inIRI)
}

// An uriPart is a part of a URI that has characters of its own.
type uriPart uint8

const (
	uriUserinfo uriPart = iota
	uriRegName
	uriPath
	uriQuery
	uriFragment
)

// uriExtra are the characters of each part besides letters, digits, -._~ and sub-delims.
var uriExtra = [...]string{uriUserinfo: ":", uriRegName: "", uriPath: ":@/", uriQuery: ":@/?", uriFragment: ":@/?"}

// A wideRule says which characters beyond ASCII a part may have.
type wideRule func(r rune, part uriPart) bool

func inURI(rune, uriPart) bool { return false }

func inIRI(r rune, part uriPart) bool { return isUCSChar(r) || part == uriQuery && isIPrivate(r) }

// isUCSChar reports whether r is an ucschar of RFC 3987.
func isUCSChar(r rune) bool {
	switch {
	case r < 0x10000:
		return r >= 0xA0 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFEF
	case r >= 0xE0000 && r < 0xE1000:
		return false
	default:
		return r < 0xF0000 && r&0xFFFF < 0xFFFE
	}
}

// isIPrivate reports whether r is an iprivate of RFC 3987.
func isIPrivate(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 && r&0xFFFF < 0xFFFE
}

// cutScheme returns what follows the scheme and its colon.
func cutScheme(s []byte) (rest []byte, ok bool) {
	for i, ch := range s {
		switch {
		case ch == ':':
			return s[i+1:], i > 0
		case isAlpha(ch), i > 0 && (isDigit(ch) || ch == '+' || ch == '-' || ch == '.'):
		default:
			return nil, false
		}
	}
	return nil, false
}

// schemeLike reports whether the first segment has a colon, which in a relative reference it must not.
func schemeLike(s []byte) bool {
	i := bytes.IndexAny(s, ":/?#")
	return i >= 0 && s[i] == ':'
}

// uriAfterScheme reports whether s is what may follow a scheme: authority, path, query and fragment.
func uriAfterScheme(s []byte, wide wideRule) bool {
	s, fragment, _ := bytes.Cut(s, []byte{'#'})
	s, query, _ := bytes.Cut(s, []byte{'?'})
	if !uriChars(fragment, uriFragment, wide) || !uriChars(query, uriQuery, wide) {
		return false
	}
	if len(s) >= 2 && s[0] == '/' && s[1] == '/' {
		authority := s[2:]
		s = nil
		if slash := bytes.IndexByte(authority, '/'); slash >= 0 {
			authority, s = authority[:slash], authority[slash:]
		}
		if !uriAuthority(authority, wide) {
			return false
		}
	}
	return uriChars(s, uriPath, wide)
}

// uriAuthority reports whether s is [userinfo@]host[:port].
func uriAuthority(s []byte, wide wideRule) bool {
	if at := bytes.IndexByte(s, '@'); at >= 0 {
		if !uriChars(s[:at], uriUserinfo, wide) {
			return false
		}
		s = s[at+1:]
	}
	if len(s) > 0 && s[0] == '[' {
		end := bytes.IndexByte(s, ']')
		if end < 0 || !ipLiteral(s[1:end]) {
			return false
		}
		s = s[end+1:]
		return len(s) == 0 || s[0] == ':' && allDigits(s[1:])
	}
	host, port, _ := bytes.Cut(s, []byte{':'})
	return allDigits(port) && uriChars(host, uriRegName, wide)
}

// ipLiteral reports whether s is what may stand in the brackets of a host: an IPv6 address or, for what may come after
// it, v, a version, a dot and an address.
func ipLiteral(s []byte) bool {
	if len(s) == 0 || s[0]|0x20 != 'v' {
		return FormatIPv6(s)
	}
	version, address, ok := bytes.Cut(s[1:], []byte{'.'})
	for _, ch := range version {
		if !isHex(ch) {
			return false
		}
	}
	return ok && len(version) > 0 && len(address) > 0 && bytes.IndexByte(address, '%') < 0 && uriChars(address, uriUserinfo, inURI)
}

// uriChars reports whether s is made of what the part may have, and of percent-encoded octets.
func uriChars(s []byte, part uriPart, wide wideRule) bool {
	extra := uriExtra[part]
	for i := 0; i < len(s); i++ {
		switch ch := s[i]; {
		case isAlpha(ch) || isDigit(ch) || isURIMark(ch, extra):
		case ch == '%':
			if len(s)-i < 3 || !isHex(s[i+1]) || !isHex(s[i+2]) {
				return false
			}
			i += 2
		case ch < 0x80:
			return false
		default:
			r, size := utf8.DecodeRune(s[i:])
			if !wide(r, part) {
				return false
			}
			i += size - 1
		}
	}
	return true
}

// isURIMark reports whether ch is one of -._~, a sub-delim, or one of extra.
func isURIMark(ch byte, extra string) bool {
	switch ch {
	case '-', '.', '_', '~', '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=':
		return true
	}
	for i := range len(extra) {
		if ch == extra[i] {
			return true
		}
	}
	return false
}
