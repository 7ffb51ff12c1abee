package wire

import (
	"bytes"
	"strings"
)

// Limits of SMTP (RFC 5321, section 4.5.3.1) and DNS, in octets.
const (
	maxLocalPart = 64
	maxLabel     = 63
	maxHostname  = 253
)

// FormatEmail reports whether s is a mailbox of RFC 5321: a local part, quoted or not, and a host name or an address
// in brackets.
func FormatEmail(s []byte) bool {
	for _, ch := range s {
		if ch >= 0x80 {
			return false
		}
	}
	return FormatIDNEmail(s)
}

// FormatIDNEmail reports whether s is a mailbox of RFC 6531: as FormatEmail has it, with any character beyond ASCII
// in the local part and in the labels of the host name. Labels are not held against IDNA.
func FormatIDNEmail(s []byte) bool {
	at := bytes.LastIndexByte(s, '@')
	if at < 1 || at > maxLocalPart {
		return false
	}
	local, domain := s[:at], s[at+1:]
	if local[0] == '"' {
		return quotedLocal(local) && mailDomain(domain)
	}
	return dotAtom(local) && mailDomain(domain)
}

// dotAtom reports whether s is atoms with single dots between them.
func dotAtom(s []byte) bool {
	dot := true
	for _, ch := range s {
		switch {
		case ch == '.' && dot:
			return false
		case ch == '.':
			dot = true
			continue
		case !isAlpha(ch) && !isDigit(ch) && ch < 0x80 && strings.IndexByte(atomSpecials, ch) < 0:
			return false
		}
		dot = false
	}
	return !dot
}

// atomSpecials are what an atom has besides letters and digits (RFC 5322, section 3.2.3).
const atomSpecials = "!#$%&'*+-/=?^_`{|}~"

// quotedLocal reports whether s is a quoted string (RFC 5321, section 4.1.2).
func quotedLocal(s []byte) bool {
	if len(s) < 2 || s[len(s)-1] != '"' {
		return false
	}
	s = s[1 : len(s)-1]
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			if i++; i == len(s) || s[i] < ' ' || s[i] >= 0x7F {
				return false
			}
		case s[i] < ' ' || s[i] == '"' || s[i] == 0x7F:
			return false
		}
	}
	return true
}

// mailDomain reports whether s is a host name or an address in brackets.
func mailDomain(s []byte) bool {
	if len(s) < 3 || s[0] != '[' || s[len(s)-1] != ']' {
		return hostLabels(s)
	}
	const tag = "IPv6:"
	s = s[1 : len(s)-1]
	if len(s) > len(tag) && strings.EqualFold(string(s[:len(tag)]), tag) {
		return FormatIPv6(s[len(tag):])
	}
	return FormatIPv4(s)
}

// hostLabels reports whether s is labels of letters, digits and inner hyphens with dots between them. What is beyond
// ASCII counts as a letter.
func hostLabels(s []byte) bool {
	if len(s) > maxHostname {
		return false
	}
	start := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != '.' {
			continue
		}
		if !hostLabel(s[start:i]) {
			return false
		}
		start = i + 1
	}
	return true
}

func hostLabel(s []byte) bool {
	if len(s) == 0 || len(s) > maxLabel || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, ch := range s {
		if !isAlpha(ch) && !isDigit(ch) && ch != '-' && ch < 0x80 {
			return false
		}
	}
	return true
}
