// Package ecma turns the regular expressions of JSON Schema into what Go can
// match in linear time.
//
// In goes a pattern as ECMA-262 defines it with the u flag, relaxed by what
// real schemas write without it (escapes such as \- and \_, a lone brace or
// bracket). Out come expressions for Go's regexp package with the same
// meaning, a plain sequence of character classes where the pattern is as
// simple as that, and a string that matches. What cannot be matched in linear
// time is refused with an error that names the construct.
//
// Subjects are sequences of Unicode scalar values: surrogates never occur in
// them, so no class contains any.
package ecma

import (
	"fmt"
	"regexp"
	"unicode/utf8"
)

// Limits on one pattern; each is a clear error when passed.
const (
	maxPattern = 64 << 10 // bytes of the pattern
	maxDepth   = 250      // groups within groups
	maxRanges  = 1 << 19  // ranges of all classes together
	maxProgram = 1 << 15  // states that a matcher steps through, repetitions written out
	maxSource  = 1 << 20  // bytes of a translated expression
	maxAheads  = 64       // look-aheads, each a pass over the subject of its own
)

// An Error says why a pattern cannot be compiled.
type Error struct {
	Offset  int    // where in the pattern, in bytes
	Message string // one line without a full stop
}

// Error returns the message with its offset.
func (e *Error) Error() string {
	return fmt.Sprintf("pattern, offset %d: %s", e.Offset, e.Message)
}

func errorAt(offset int, format string, args ...any) error {
	return &Error{Offset: offset, Message: fmt.Sprintf(format, args...)}
}

// A Regexp is a compiled pattern. It is immutable.
type Regexp struct {
	tests    tests
	source   test
	and, not []test
	sequence *Sequence // nil if the pattern is not as simple
}

// A test is an expression as text and compiled; compiled is nil where the
// expression is larger than maxProgram and a Sequence takes its place.
type test struct {
	text     string
	compiled *regexp.Regexp
}

// Compile reads a pattern. The error is an *Error: the pattern is not
// ECMA-262, uses what cannot be matched in linear time, or passes a limit.
func Compile(pattern string) (*Regexp, error) {
	if len(pattern) > maxPattern {
		return nil, errorAt(maxPattern, "pattern is longer than %d bytes", maxPattern)
	}
	if !utf8.ValidString(pattern) {
		return nil, errorAt(0, "pattern is not valid UTF-8")
	}
	root, err := parse(pattern)
	if err != nil {
		return nil, err
	}
	tests, err := split(root)
	if err != nil {
		return nil, err
	}
	r := &Regexp{tests: tests, sequence: tests.sequence()}
	if err := r.translate(); err != nil {
		return nil, err
	}
	return r, nil
}

// translate prints and compiles the tests.
func (r *Regexp) translate() error {
	var err error
	if r.sequence == nil || programSize(r.tests.source) <= maxProgram {
		if r.source, err = newTest(r.tests.source); err != nil {
			return err
		}
	}
	if r.and, err = newTests(r.tests.and); err != nil {
		return err
	}
	r.not, err = newTests(r.tests.not)
	return err
}

func newTests(nodes []*node) ([]test, error) {
	var list []test
	for _, n := range nodes {
		t, err := newTest(n)
		if err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	return list, nil
}

func newTest(n *node) (test, error) {
	if programSize(n) > maxProgram {
		return test{}, errorAt(n.offset, "pattern is too large: its repetitions amount to more than %d states", maxProgram)
	}
	text := printRE2(n)
	if len(text) > maxSource {
		return test{}, errorAt(n.offset, "pattern is too large: its character classes are longer than %d bytes", maxSource)
	}
	compiled, err := regexp.Compile(text)
	if err != nil {
		return test{}, errorAt(n.offset, "pattern cannot be translated: %v", err)
	}
	return test{text, compiled}, nil
}

// Tests returns the pattern as expressions for Go's regexp package: a string
// matches if source and each of and match somewhere in it and none of not
// does. The expressions are ASCII and hold no capturing groups.
//
// source is empty where the expression would be too large for a regexp, such
// as that of ^.{1,100000}$; Sequence then decides.
func (r *Regexp) Tests() (source string, and, not []string) {
	return r.source.text, texts(r.and), texts(r.not)
}

func texts(list []test) []string {
	var out []string
	for _, t := range list {
		out = append(out, t.text)
	}
	return out
}

// MatchString reports whether the pattern matches somewhere in s, in time
// linear in the length of s.
func (r *Regexp) MatchString(s string) bool {
	if r.source.compiled == nil {
		return r.sequence.MatchString(s)
	}
	for _, t := range r.not {
		if t.compiled.MatchString(s) {
			return false
		}
	}
	for _, t := range r.and {
		if !t.compiled.MatchString(s) {
			return false
		}
	}
	return r.source.compiled.MatchString(s)
}

// Sequence returns the pattern as a plain sequence of classes, false if it is
// not as simple as that. Where it returns true the sequence alone decides.
func (r *Regexp) Sequence() (Sequence, bool) {
	if r.sequence == nil {
		return Sequence{}, false
	}
	return *r.sequence, true
}
