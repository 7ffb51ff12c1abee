package wire

// Kind says what sort of value comes next.
type Kind uint8

// The kinds of JSON values. KindInvalid is the end of the input, or a byte with which no value begins.
const (
	KindInvalid Kind = iota
	KindNull
	KindFalse
	KindTrue
	KindNumber
	KindString
	KindArray
	KindObject
)

// kindOf maps the first byte of a value to its kind.
var kindOf = [256]Kind{
	'n': KindNull, 'f': KindFalse, 't': KindTrue, '"': KindString, '[': KindArray, '{': KindObject,
	'-': KindNumber, '0': KindNumber, '1': KindNumber, '2': KindNumber, '3': KindNumber, '4': KindNumber,
	'5': KindNumber, '6': KindNumber, '7': KindNumber, '8': KindNumber, '9': KindNumber,
}

// Kind returns the kind of the next value and consumes nothing but white space. For KindInvalid it notes the syntax
// error.
func (c *Cursor) Kind() Kind {
	c.ws()
	if c.pos < len(c.data) {
		if k := kindOf[c.data[c.pos]]; k != KindInvalid {
			return k
		}
	}
	c.notHere()
	return KindInvalid
}

// at reports whether the next value begins with first.
func (c *Cursor) at(first byte) bool {
	c.ws()
	if c.pos < len(c.data) && c.data[c.pos] == first {
		return true
	}
	return c.notHere()
}

// notHere notes a syntax error unless some other kind of value comes next. It returns false.
//
//go:noinline
func (c *Cursor) notHere() bool {
	switch {
	case c.pos >= len(c.data):
		return c.fail(faultEnd, len(c.data))
	case kindOf[c.data[c.pos]] != KindInvalid:
		return false
	case c.pos == 0 && len(c.data) >= 3 && string(c.data[:3]) == "\xef\xbb\xbf":
		return c.fail(faultBOM, 0)
	}
	return c.fail(faultValue, c.pos)
}

// Null consumes the next value if it is null.
func (c *Cursor) Null() bool {
	return c.at('n') && c.literal("null")
}

// Boolean consumes the next value if it is true or false; it becomes the current token, see [Cursor.True].
func (c *Cursor) Boolean() bool {
	switch c.Kind() {
	case KindTrue:
		return c.literal("true")
	case KindFalse:
		return c.literal("false")
	}
	return false
}

// True returns the value of the current token, a boolean.
func (c *Cursor) True() bool {
	return c.tok.to-c.tok.from == len("true")
}

// literal consumes word, whose first byte was seen already.
func (c *Cursor) literal(word string) bool {
	end := c.pos + len(word)
	if end > len(c.data) || string(c.data[c.pos:end]) != word {
		return c.badLiteral(word)
	}
	c.took(c.pos, end, 0)
	c.pos = end
	return true
}

// badLiteral notes where the text departs from word.
func (c *Cursor) badLiteral(word string) bool {
	i := 0
	for i < len(word) && c.pos+i < len(c.data) && c.data[c.pos+i] == word[i] {
		i++
	}
	if c.pos+i == len(c.data) {
		return c.fail(faultEnd, len(c.data))
	}
	return c.fail(faultLiteral, c.pos+i)
}
