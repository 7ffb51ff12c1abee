package wire

// FormatUUID reports whether s is a UUID of RFC 4122 as text, of any version and in either case.
func FormatUUID(s []byte) bool {
	if len(s) != len("00000000-0000-0000-0000-000000000000") {
		return false
	}
	for i, ch := range s {
		switch i {
		case 8, 13, 18, 23:
			if ch != '-' {
				return false
			}
		default:
			if !isHex(ch) {
				return false
			}
		}
	}
	return true
}

// FormatJSONPointer reports whether s is a JSON Pointer of RFC 6901 as a string (not as a URI fragment).
func FormatJSONPointer(s []byte) bool {
	if len(s) > 0 && s[0] != '/' {
		return false
	}
	for i, ch := range s {
		if ch == '~' && (i+1 == len(s) || s[i+1] != '0' && s[i+1] != '1') {
			return false
		}
	}
	return true
}

// FormatRelativeJSONPointer reports whether s is a Relative JSON Pointer: a number without leading zeros, then # or a
// JSON Pointer.
func FormatRelativeJSONPointer(s []byte) bool {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 0 || n > 1 && s[0] == '0' {
		return false
	}
	rest := s[n:]
	return len(rest) == 1 && rest[0] == '#' || FormatJSONPointer(rest)
}
