package load

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// quoted reads a string in double quotes and returns its content. Without
// escapes that is a part of the text, not a copy.
func (r *jsonReader) quoted(pointer string) (string, *schema.Problem) {
	r.pos++
	start := r.pos
	var unescaped strings.Builder
	for r.pos < len(r.text) {
		switch c := r.text[r.pos]; {
		case c == '"':
			s := r.text[start:r.pos]
			r.pos++
			if unescaped.Len() > 0 {
				unescaped.WriteString(s)
				return unescaped.String(), nil
			}
			return s, nil
		case c == '\\':
			unescaped.WriteString(r.text[start:r.pos])
			c, bad := r.escape(pointer)
			if bad != nil {
				return "", bad
			}
			unescaped.WriteRune(c)
			start = r.pos
		case c < ' ':
			return "", r.problem(pointer, "the string has a control character that is not escaped: "+r.next())
		default:
			r.pos++
		}
	}
	return "", r.problem(pointer, "the document ends in a string")
}

// escape reads a backslash and what it stands for.
func (r *jsonReader) escape(pointer string) (rune, *schema.Problem) {
	const short, meaning = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	after := r.text[r.pos+1:]
	if after == "" {
		return 0, r.problem(pointer, "the document ends in a string")
	}
	if i := strings.IndexByte(short, after[0]); i >= 0 {
		r.pos += 2
		return rune(meaning[i]), nil
	}
	c, ok := hex4(r.text[r.pos:])
	if !ok {
		return 0, r.problem(pointer, "the string has an escape that JSON does not know")
	}
	if !utf16.IsSurrogate(c) {
		r.pos += len(`\u0000`)
		return c, nil
	}
	low, ok := hex4(r.text[r.pos+len(`\u0000`):])
	pair := utf16.DecodeRune(c, low)
	if !ok || !utf16.IsSurrogate(low) || pair == '\uFFFD' {
		return 0, r.problem(pointer, "the string has half of a surrogate pair")
	}
	r.pos += len(`\u0000\u0000`)
	return pair, nil
}

// hex4 is the code unit of the escape \uXXXX that s starts with.
func hex4(s string) (rune, bool) {
	if len(s) < len(`\u0000`) || s[:2] != `\u` {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}

// number reads a number and returns its text.
func (r *jsonReader) number(pointer string) (string, *schema.Problem) {
	rest := r.text[r.pos:]
	n := numberLen(rest)
	if n == 0 {
		return "", r.problem(pointer, "the number lacks a digit")
	}
	r.pos += n
	if c := r.peek(); c == '.' || c == 'e' || c == 'E' || '0' <= c && c <= '9' {
		return "", r.problem(pointer, "the number is not written as JSON writes numbers")
	}
	return rest[:n], nil
}

// numberLen is the length of the longest JSON number that s starts with, 0 if
// it starts with none.
func numberLen(s string) int {
	n := 0
	if strings.HasPrefix(s, "-") {
		n = 1
	}
	whole := digits(s[n:])
	if whole == 0 {
		return 0
	}
	if s[n] == '0' {
		whole = 1
	}
	n += whole
	if n < len(s) && s[n] == '.' {
		if d := digits(s[n+1:]); d > 0 {
			n += 1 + d
		}
	}
	if n < len(s) && (s[n] == 'e' || s[n] == 'E') {
		sign := 0
		if n+1 < len(s) && (s[n+1] == '+' || s[n+1] == '-') {
			sign = 1
		}
		if d := digits(s[n+1+sign:]); d > 0 {
			n += 1 + sign + d
		}
	}
	return n
}

// digits is how many digits s starts with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
