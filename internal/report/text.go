package report

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Text prints what people read: each finding as file:line:col: message, the line with a caret,
// the rule, and a hint. What could not be read is told elsewhere.
func Text(r Report) []byte {
	var b bytes.Buffer
	for _, f := range r.Files {
		b.Write(Style{}.File(f))
	}
	return b.Bytes()
}

// A Style is how text looks. The zero value is plain.
type Style struct {
	place, bad, mark, reset string // codes for terminals
}

// Colours are for a terminal.
var Colours = Style{place: "\x1b[1m", bad: "\x1b[31m", mark: "\x1b[36m", reset: "\x1b[0m"}

// File prints the findings of a file, or a part of them.
func (s Style) File(f File) []byte {
	var b bytes.Buffer
	for _, finding := range f.Findings {
		s.finding(&b, finding)
	}
	if more := f.Omitted.String(); more != "" {
		fmt.Fprintf(&b, "%s: %s\n", Printable(f.Name), more)
	}
	return b.Bytes()
}

func (s Style) finding(b *bytes.Buffer, f Finding) {
	first, rest, _ := strings.Cut(f.paragraph(), "\n")
	if f.Severity != Error {
		first = string(f.Severity) + ": " + first
	}
	fmt.Fprintf(b, "%s%s:%s %s\n", s.place, Printable(place(f.File, f.Place.Line, f.Place.Column)), s.reset, first)
	s.excerpt(b, f)
	for line := range strings.SplitSeq(rest, "\n") {
		if line != "" {
			fmt.Fprintf(b, "      %s\n", line)
		}
	}
}

// place names a place as "file:line:col", or the file as a whole.
func place(file string, line, column int) string {
	if line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(line) + ":" + strconv.Itoa(column)
}

// excerpt prints the line of a finding and a caret below the value.
func (s Style) excerpt(b *bytes.Buffer, f Finding) {
	e := f.Excerpt
	if f.Place.Line == 0 || e == (Excerpt{}) {
		return
	}
	before, value, after := visible(e.Before), visible(e.Value), visible(e.After)
	colour := s.bad
	if f.Severity != Error {
		colour = s.mark
	}
	caret := "^" + strings.Repeat("~", max(utf8.RuneCountInString(value)-1, 0))
	fmt.Fprintf(b, "%5d | %s%s%s%s%s\n", f.Place.Line, before, colour, value, s.reset, after)
	fmt.Fprintf(b, "      | %s%s%s%s\n", strings.Repeat(" ", utf8.RuneCountInString(before)), colour, caret, s.reset)
}

// visible is Printable with a blank for each tab, as in source code.
func visible(s string) string { return Printable(strings.ReplaceAll(s, "\t", " ")) }

// Count counts things: "1 file", "12,345 files".
func Count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return Number(n) + " " + thing
}

// Number writes a number for people: "12,345".
func Number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
