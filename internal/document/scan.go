package document

import "bytes"

// end returns where the JSON value that begins at from ends, and whether it ends before the text
// does. It counts brackets and steps over strings; whether the value is well formed is not its
// concern. What ends with the text, such as a number, may go on behind it: then ok is false.
func end(text []byte, from int) (to int, ok bool) {
	depth := 0
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '"':
			if i = quote(text, i); i == len(text) {
				return i, false
			}
			if depth == 0 {
				return i + 1, true
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i, i > from
			}
			if depth--; depth == 0 {
				return i + 1, true
			}
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i, i > from
			}
		}
	}
	return len(text), false
}

// quote returns the offset of the quote that closes the string at from, or the text's length.
func quote(text []byte, from int) int {
	for i := from + 1; i < len(text); i++ {
		n := bytes.IndexByte(text[i:], '"')
		if n < 0 {
			break
		}
		if i += n; !escaped(text[from+1 : i]) {
			return i
		}
	}
	return len(text)
}

// escaped reports whether what follows text, in a string, is escaped: an odd number of
// backslashes stands before it.
func escaped(text []byte) bool {
	n := len(text)
	for n > 0 && text[n-1] == '\\' {
		n--
	}
	return (len(text)-n)%2 == 1
}

// space returns the offset of the first byte, not before from, that is no white space.
func space(text []byte, from int) int {
	for from < len(text) && isSpace(text[from]) {
		from++
	}
	return from
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

// begins reports whether a JSON value can begin with b.
func begins(b byte) bool {
	return b == '{' || b == '[' || b == '"' || b == '-' || '0' <= b && b <= '9' || b == 't' || b == 'f' || b == 'n'
}
