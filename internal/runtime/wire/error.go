package wire

import "strconv"

// syntaxKeyword is the keyword of violations that are syntax errors.
const syntaxKeyword = "syntax"

// Error says why a document is not valid.
type Error struct {
	// Violations are in the order in which they stand in the document. There is at least one, and at most 100.
	Violations []Violation
}

// Violation is one reason why a document is not valid.
type Violation struct {
	Pointer       string // JSON Pointer (RFC 6901) of the value; for a member name, of the member
	Line, Column  int    // of the value's first byte, from 1; Column counts bytes
	Offset        int    // of the value's first byte, from 0
	Keyword       string // the keyword violated; "syntax" for what is not JSON
	SchemaPointer string // JSON Pointer of the keyword in the schema; empty for syntax errors
	Message       string // such as "must have at least 3 characters"
}

// String returns the violation as "pointer (line:column): message".
func (v Violation) String() string {
	place := strconv.Itoa(v.Line) + ":" + strconv.Itoa(v.Column)
	if v.Pointer == "" {
		return place + ": " + v.Message
	}
	return printable(v.Pointer) + " (" + place + "): " + v.Message
}

// Error returns the first violation and how many more there are.
func (e *Error) Error() string {
	if len(e.Violations) == 0 {
		return "not valid"
	}
	text := e.Violations[0].String()
	switch n := len(e.Violations) - 1; n {
	case 0:
		return text
	case 1:
		return text + " (and 1 more violation)"
	default:
		return text + " (and " + strconv.Itoa(n) + " more violations)"
	}
}

// RangeError says that a number, though valid, is beyond what the Go type of its field can hold.
type RangeError struct {
	Violation
	Number string // as written; long ones are cut
	Type   string // the Go type, such as "int32"
}

// Error says where the number is and which type cannot hold it.
func (e *RangeError) Error() string { return e.Violation.String() }

// misfit is a RangeError before its place in the document is worked out.
type misfit struct {
	from, to int
	typ      string
}

func (m misfit) err(data []byte) error {
	if m.typ == "" {
		return &Error{Violations: locate(data, []finding{{message: "cannot be decoded"}})}
	}
	const limit = 40
	text := string(data[m.from:min(m.to, m.from+limit)])
	if m.to-m.from > limit {
		text += "…"
	}
	message := text + " does not fit " + m.typ
	places := locate(data, []finding{{offset: m.from, keyword: "range", message: message}})
	return &RangeError{Violation: places[0], Number: text, Type: m.typ}
}

// printable returns s as it is if it can go into a message, else quoted.
func printable(s string) string {
	q := quoted(s)
	if q == `"`+s+`"` {
		return s
	}
	return q
}
