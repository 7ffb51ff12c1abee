package wire

// FormatHostname reports whether s is a host name of RFC 1123. Labels that begin with xn-- must be A-labels of IDNA
// 2008.
func FormatHostname(s []byte) bool {
	encoded := false
	for i, ch := range s {
		if ch >= 0x80 {
			return false
		}
		encoded = encoded || ch|0x20 == 'x' && isALabel(s[i:]) && (i == 0 || s[i-1] == '.')
	}
	return hostLabels(s) && (!encoded || idnHostname(s))
}

// FormatIDNHostname reports whether s is a host name of IDNA 2008 (RFC 5890 to 5893), in which labels may be U-labels.
// Besides the dot, the three ideographic and wide full stops separate labels.
func FormatIDNHostname(s []byte) bool { return idnHostname(s) }

// idnHostname reports whether each label is valid, and those of a name with right-to-left text also together.
func idnHostname(s []byte) bool {
	length := -1 // of the name as the DNS has it
	bidi := false
	for rest, more := s, true; more; {
		var text []byte
		var l idnLabel
		if text, rest, more = cutLabel(rest); !l.read(text) || !l.valid() {
			return false
		}
		length += 1 + l.octets
		bidi = bidi || l.hasRTL()
	}
	if length > maxHostname {
		return false
	}
	for rest, more := s, bidi; more; {
		var text []byte
		var l idnLabel
		if text, rest, more = cutLabel(rest); !l.read(text) || !l.bidi() {
			return false
		}
	}
	return true
}

// cutLabel cuts s at the first separator; found tells whether there was one.
func cutLabel(s []byte) (label, rest []byte, found bool) {
	for i, ch := range s {
		switch {
		case ch == '.':
			return s[:i], s[i+1:], true
		case (ch == 0xE3 || ch == 0xEF) && len(s)-i >= 3 && isFullStop(s[i:i+3]):
			return s[:i], s[i+3:], true
		}
	}
	return s, nil, false
}

// isFullStop reports whether s is an ideographic, fullwidth or halfwidth ideographic full stop.
func isFullStop(s []byte) bool {
	return string(s) == "\u3002" || string(s) == "\uff0e" || string(s) == "\uff61"
}

// isALabel reports whether s begins with xn--.
func isALabel(s []byte) bool {
	return len(s) >= 4 && s[0]|0x20 == 'x' && s[1]|0x20 == 'n' && s[2] == '-' && s[3] == '-'
}
