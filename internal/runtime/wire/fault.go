package wire

import "strconv"

// fault says what is wrong with the syntax.
type fault uint8

const (
	noFault fault = iota
	faultEnd
	faultValue
	faultLiteral
	faultNumber
	faultZero
	faultControl
	faultEscape
	faultSurrogate
	faultUTF8
	faultName
	faultColon
	faultMember
	faultItem
	faultDuplicate
	faultDepth
	faultTrailing
	faultBOM
)

var faultText = [...]string{
	faultEnd:       "unexpected end of input",
	faultValue:     "unexpected character: a value must stand here",
	faultLiteral:   "misspelt literal: only null, true and false exist",
	faultNumber:    "malformed number: a digit must stand here",
	faultZero:      "malformed number: a leading zero",
	faultControl:   "control character in a string must be escaped",
	faultEscape:    "unknown escape in a string",
	faultSurrogate: "lone surrogate in a string",
	faultUTF8:      "invalid UTF-8",
	faultName:      "unexpected character: a member name in quotes must stand here",
	faultColon:     "unexpected character: ':' must follow a member name",
	faultMember:    "unexpected character: ',' or '}' must follow a member",
	faultItem:      "unexpected character: ',' or ']' must follow an item",
	faultDuplicate: "duplicate member",
	faultDepth:     "nested more than 10,000 deep",
	faultTrailing:  "trailing data after the document's value",
	faultBOM:       "byte order mark before the document's value",
}

// fail notes a syntax error unless there was one before, and returns false.
//
//go:noinline
func (c *Cursor) fail(f fault, at int) bool {
	if c.bad == noFault {
		c.bad, c.badAt = f, at
	}
	return false
}

// faultMessage describes the noted syntax error.
func (c *Cursor) faultMessage() string {
	text := faultText[c.bad]
	if c.bad != faultDuplicate {
		return text
	}
	p := c.probe()
	p.pos = c.badAt
	if !p.String() {
		return text
	}
	return text + " " + quoted(string(p.Bytes()))
}

// quoted returns s in quotes for a message: ASCII, and not too long.
func quoted(s string) string {
	const limit = 80
	if len(s) > limit {
		s = s[:limit] + "…"
	}
	return strconv.QuoteToASCII(s)
}
