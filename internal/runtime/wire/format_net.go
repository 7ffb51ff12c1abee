package wire

// FormatIPv4 reports whether s is an IPv4 address in dotted decimal, without leading zeros (RFC 2673, section 3.2).
func FormatIPv4(s []byte) bool {
	for part := 0; ; part++ {
		n := ipv4Part(s)
		if n == 0 || part == 3 {
			return n > 0 && n == len(s)
		}
		if n == len(s) || s[n] != '.' {
			return false
		}
		s = s[n+1:]
	}
}

// ipv4Part returns the length of the number up to 255 at the start of s, 0 if there is none.
func ipv4Part(s []byte) int {
	n, value := 0, 0
	for n < len(s) && n < 3 && isDigit(s[n]) {
		value = value*10 + int(s[n]-'0')
		n++
	}
	if value > 255 || n > 1 && s[0] == '0' {
		return 0
	}
	return n
}

// FormatIPv6 reports whether s is an IPv6 address (RFC 4291, section 2.2), without a zone.
func FormatIPv6(s []byte) bool {
	groups, elided := 0, false
	if len(s) >= 2 && s[0] == ':' && s[1] == ':' {
		elided, s = true, s[2:]
	}
	for len(s) > 0 {
		n := hexDigits(s)
		switch {
		case n == 0 || n > 4:
			return false
		case n < len(s) && s[n] == '.': // the last 32 bits as an IPv4 address
			return FormatIPv4(s) && ipv6Complete(groups+2, elided)
		}
		if groups, s = groups+1, s[n:]; len(s) == 0 {
			break
		}
		switch {
		case s[0] != ':' || len(s) == 1:
			return false
		case s[1] != ':':
			s = s[1:]
		case elided:
			return false
		default:
			elided, s = true, s[2:]
		}
	}
	return ipv6Complete(groups, elided)
}

// ipv6Complete reports whether the groups make an address; two colons stand for at least one group.
func ipv6Complete(groups int, elided bool) bool {
	if elided {
		return groups < 8
	}
	return groups == 8
}

// hexDigits returns the number of hexadecimal digits at the start of s, counting no further than 5.
func hexDigits(s []byte) int {
	n := 0
	for n < len(s) && n < 5 && isHex(s[n]) {
		n++
	}
	return n
}

func isHex(ch byte) bool { return isDigit(ch) || ch|0x20 >= 'a' && ch|0x20 <= 'f' }

func isAlpha(ch byte) bool { return ch|0x20 >= 'a' && ch|0x20 <= 'z' }
