package wire

import (
	"bytes"
	"unicode/utf8"
)

// FormatRegex reports whether s is a regular expression of ECMA-262. Escapes of punctuation and lone brackets and
// braces pass, as they do without the u flag; escapes of letters that mean nothing do not, nor do names of properties
// that are not spelled like one. A back-reference must be to a group that there is.
func FormatRegex(s []byte) bool {
	x := regexSyntax{s: s}
	for x.pos < len(x.s) {
		if !x.next() {
			return false
		}
	}
	return x.open == 0 && x.reference <= x.groups
}

// A regexSyntax reads a regular expression from left to right, without a tree of it.
type regexSyntax struct {
	s          []byte
	pos        int
	open       int  // groups that are not closed yet
	groups     int  // capturing groups so far
	reference  int  // the highest group that is referred to
	repeatable bool // whether a quantifier may come next
}

// next reads one atom, assertion, quantifier or parenthesis.
func (x *regexSyntax) next() bool {
	ch := x.s[x.pos]
	x.pos++
	was := x.repeatable
	x.repeatable = true
	switch ch {
	case '(':
		x.repeatable = false
		x.open++
		return x.opening()
	case ')':
		x.open--
		return x.open >= 0
	case '[':
		return x.class()
	case '\\':
		return x.escape()
	case '^', '$', '|':
		x.repeatable = false
	case '*', '+', '?':
		return x.quantified(was, 0)
	case '{':
		if n, ok := x.counts(); n > 0 {
			return ok && x.quantified(was, n)
		}
	}
	return true
}

// quantified skips n more bytes of a quantifier and the mark of a lazy one.
func (x *regexSyntax) quantified(repeatable bool, n int) bool {
	x.pos += n
	if x.pos < len(x.s) && x.s[x.pos] == '?' {
		x.pos++
	}
	x.repeatable = false
	return repeatable
}

// counts looks at what follows an opening brace. n is 0 if that is no quantifier; ok is false if its counts are out of
// order.
func (x *regexSyntax) counts() (n int, ok bool) {
	rest := x.s[x.pos:]
	least := decimalDigits(rest)
	n = least
	most := least
	if n > 0 && n < len(rest) && rest[n] == ',' {
		most = decimalDigits(rest[n+1:])
		n += 1 + most
	}
	if least == 0 || n == len(rest) || rest[n] != '}' {
		return 0, true
	}
	lo, hi := bytes.TrimLeft(rest[:least], "0"), bytes.TrimLeft(rest[n-most:n], "0")
	ok = most == 0 || len(lo) < len(hi) || len(lo) == len(hi) && bytes.Compare(lo, hi) <= 0
	return n + 1, ok
}

func decimalDigits(s []byte) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// accept skips text if it comes next.
func (x *regexSyntax) accept(text string) bool {
	if len(x.s)-x.pos >= len(text) && string(x.s[x.pos:x.pos+len(text)]) == text {
		x.pos += len(text)
		return true
	}
	return false
}

// opening reads what follows an opening parenthesis.
func (x *regexSyntax) opening() bool {
	if !x.accept("?") {
		x.groups++
		return true
	}
	if x.accept(":") || x.accept("=") || x.accept("!") || x.accept("<=") || x.accept("<!") {
		return true
	}
	x.groups++
	return x.accept("<") && x.groupName()
}

// groupName reads a name and the bracket after it.
func (x *regexSyntax) groupName() bool {
	start := x.pos
	for x.pos < len(x.s) {
		ch := x.s[x.pos]
		x.pos++
		switch {
		case ch == '>':
			return x.pos-1 > start
		case isDigit(ch) && x.pos-1 == start:
			return false
		case !isAlpha(ch) && !isDigit(ch) && ch != '_' && ch != '$' && ch < utf8.RuneSelf:
			return false
		}
	}
	return false
}

// escape reads what follows a backslash outside of a class.
func (x *regexSyntax) escape() bool {
	if x.pos == len(x.s) {
		return false
	}
	switch ch := x.s[x.pos]; {
	case ch == 'b' || ch == 'B':
		x.pos++
		x.repeatable = false
		return true
	case ch == 'k':
		x.pos++
		return x.accept("<") && x.groupName()
	case ch >= '1' && ch <= '9':
		return x.backReference()
	}
	_, ok := x.classEscape()
	return ok
}

// backReference reads the number of a group. No expression has as many groups as bytes.
func (x *regexSyntax) backReference() bool {
	n := 0
	for x.pos < len(x.s) && isDigit(x.s[x.pos]) {
		n = min(n*10+int(x.s[x.pos]-'0'), len(x.s))
		x.pos++
	}
	x.reference = max(x.reference, n)
	return true
}
