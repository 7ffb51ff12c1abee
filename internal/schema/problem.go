package schema

import (
	"fmt"
	"strings"
)

// A Location is a place in a document.
type Location struct {
	File    string // as the user named it, with slashes
	Line    int    // from 1; 0 if the problem is the file's as a whole
	Column  int    // from 1, in bytes
	Pointer string // JSON Pointer (RFC 6901) within the file; empty for the whole document
}

// String returns file:line:col, or the file alone.
func (l Location) String() string {
	if l.Line == 0 {
		return l.File
	}
	return fmt.Sprintf("%s:%d:%d", l.File, l.Line, l.Column)
}

// A Problem is why a document cannot be compiled.
type Problem struct {
	Location Location
	Keyword  string // the JSON Schema keyword, if one is to blame
	Message  string // what is wrong, one line without a full stop
	Hint     string // what to do about it, if known
}

// Error returns one line: file:line:col: message (pointer, keyword), and a
// second line for the hint.
func (p *Problem) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", p.Location, p.Message)
	switch {
	case p.Keyword != "" && p.Location.Line > 0:
		fmt.Fprintf(&b, " (at #%s, keyword %s)", p.Location.Pointer, p.Keyword)
	case p.Location.Line > 0:
		fmt.Fprintf(&b, " (at #%s)", p.Location.Pointer)
	}
	if p.Hint != "" {
		fmt.Fprintf(&b, "\n\thint: %s", p.Hint)
	}
	return b.String()
}

// Problems are several problems; the stages collect all that they find.
type Problems []*Problem

// Error returns the problems, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Err returns ps as an error, nil if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}
