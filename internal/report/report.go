// Package report prints findings about documents, for people and for other programs.
//
// In goes a [Report], which is data, and out come bytes in one of the [Formats]; each format has a
// file of its own. Nothing is read or written here, and the same report gives the same bytes.
//
// Names and values come from documents that nobody vouches for, so that all formats escape what
// could move a terminal's cursor, colour its screen, turn its text around, or pass for an
// instruction to a CI system.
package report

import (
	"slices"
	"strings"
)

// A Report is the outcome of a run.
type Report struct {
	Version string // of eventgen
	Command string // such as "eventgen validate"
	Files   []File
}

// A File is the outcome for one input.
type File struct {
	Name      string // slash-separated
	Documents int    // how many it holds
	Invalid   int    // how many of them are not valid
	Findings  []Finding
	Omitted   Omitted
	Error     string // why it was not read to its end; empty if it was
}

// Omitted is how many findings there are that are not told.
type Omitted struct{ Errors, Notes int }

// String returns "and 3 more errors and 1 more note"; nothing if nothing is omitted.
func (o Omitted) String() string {
	var parts []string
	if o.Errors > 0 {
		parts = append(parts, "and "+Count(o.Errors, "more error"))
	}
	if o.Notes > 0 {
		parts = append(parts, "and "+Count(o.Notes, "more note"))
	}
	return strings.Join(parts, " ")
}

// A Severity says how much a finding matters.
type Severity string

// The severities. Only errors make a document invalid.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// A Finding is something about a document.
type Finding struct {
	Severity Severity
	File     string
	Place    Place
	Pointer  string // JSON Pointer of the value in the file
	Keyword  string // of JSON Schema, or what else is to blame: "syntax"
	Rule     Rule
	Message  string // one line without a full stop
	Hint     string // what to do about it; empty if we do not know
	Excerpt  Excerpt
}

// A Place is a place in a file. All but Offset count from 1; Line is 0 for the file as a whole.
type Place struct {
	Offset    int // in bytes, from 0
	Line      int
	Column    int // in bytes
	Character int // the column in characters
}

// A Rule is the part of a schema that a document breaks.
type Rule struct {
	Schema  string // the file, or the event of the catalogue; empty if no schema is concerned
	Line    int    // of the keyword, from 1; 0 if Schema is no file
	Column  int    // in bytes, from 1
	Pointer string // JSON Pointer of the keyword
}

// An Excerpt is the part of a file's line with a value, and what is around it.
type Excerpt struct{ Before, Value, After string }

// A format prints a report.
type format struct {
	name  string
	print func(Report) []byte
}

// formats are all formats, the one for people first.
var formats = []format{
	{"text", Text},
	{"json", JSON},
	{"github", GitHub},
	{"gitlab", GitLab},
	{"sarif", SARIF},
	{"junit", JUnit},
}

// Formats returns the names of the formats.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// Printer returns the function that prints a format; nil if there is no format of that name.
func Printer(name string) func(Report) []byte {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return formats[i].print
}

// all returns the findings of a file and, if it could not be read, that as one.
func (f File) all() []Finding {
	if f.Error == "" {
		return f.Findings
	}
	return append(slices.Clip(f.Findings), Finding{Severity: Error, File: f.Name, Keyword: "file", Message: f.Error})
}

// details says where a finding is in the document, and why: "at #/id, keyword type".
func (f Finding) details() string {
	if f.Place.Line == 0 {
		return ""
	}
	details := "at #" + f.Pointer
	if f.Keyword != "" {
		details += ", keyword " + f.Keyword
	}
	return details
}

// String returns the rule as "order.schema.json:3:7 (#/properties/id/type)", or
// "sqs.Event#/properties/Records/type"; nothing for the zero value.
func (r Rule) String() string {
	switch {
	case r.Schema == "":
		return ""
	case r.Line == 0:
		return r.Schema + "#" + r.Pointer
	}
	return place(r.Schema, r.Line, r.Column) + " (#" + r.Pointer + ")"
}

// paragraph says all there is to say about a finding but where it is, on lines of their own.
func (f Finding) paragraph() string {
	lines := []string{f.Message}
	if d := f.details(); d != "" {
		lines[0] += " (" + d + ")"
	}
	if r := f.Rule.String(); r != "" {
		lines = append(lines, "rule: "+r)
	}
	if f.Hint != "" {
		lines = append(lines, "hint: "+f.Hint)
	}
	for i, line := range lines {
		lines[i] = Printable(line)
	}
	return strings.Join(lines, "\n")
}
