package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// The types of the format json. Its schema is validate.schema.json in gen/schemas.
type (
	jsonFile struct {
		File      string        `json:"file"`
		Documents int           `json:"documents"`
		Invalid   int           `json:"invalid"`
		Findings  []jsonFinding `json:"findings"`
		Omitted   int           `json:"omitted,omitempty"`
		Error     string        `json:"error,omitempty"`
	}
	jsonFinding struct {
		Severity Severity  `json:"severity"`
		Line     int       `json:"line"`
		Column   int       `json:"column"`
		Offset   int       `json:"offset"`
		Pointer  string    `json:"pointer"`
		Keyword  string    `json:"keyword"`
		Message  string    `json:"message"`
		Hint     string    `json:"hint,omitempty"`
		Rule     *jsonRule `json:"rule,omitempty"`
	}
	jsonRule struct {
		Schema  string `json:"schema"`
		Pointer string `json:"pointer"`
		Line    int    `json:"line,omitempty"`
		Column  int    `json:"column,omitempty"`
	}
)

// JSON prints an array with an object for each file.
func JSON(r Report) []byte {
	files := make([]jsonFile, len(r.Files))
	for i, f := range r.Files {
		files[i] = jsonFile{f.Name, f.Documents, f.Invalid, make([]jsonFinding, len(f.Findings)), f.Omitted.Errors + f.Omitted.Notes, f.Error}
		for j, finding := range f.Findings {
			files[i].Findings[j] = finding.json()
		}
	}
	return MarshalJSON(files)
}

func (f Finding) json() jsonFinding {
	j := jsonFinding{
		Severity: f.Severity, Line: f.Place.Line, Column: f.Place.Column, Offset: f.Place.Offset,
		Pointer: f.Pointer, Keyword: f.Keyword, Message: f.Message, Hint: f.Hint,
	}
	if f.Rule.Schema != "" {
		j.Rule = &jsonRule{f.Rule.Schema, f.Rule.Pointer, f.Rule.Line, f.Rule.Column}
	}
	return j
}

// MarshalJSON encodes a value of plain types, indented, without what must not reach a terminal.
func MarshalJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // plain types have a form in JSON
	}
	return EscapeJSON(b.Bytes())
}

// MarshalLine is MarshalJSON without white space.
func MarshalLine(v any) []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, MarshalJSON(v)); err != nil {
		panic(err) // it is JSON
	}
	return b.Bytes()
}

// EscapeJSON escapes what Printable does in JSON, where only strings can hold it.
func EscapeJSON(text []byte) []byte {
	var b bytes.Buffer
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == '\n' || unicode.IsPrint(r):
			b.Write(text[:size])
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		text = text[size:]
	}
	return b.Bytes()
}
