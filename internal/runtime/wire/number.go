package wire

import (
	"bytes"
	"cmp"
	"strconv"
)

// smallDigits is how many decimal digits fit an int64 whatever they are.
const smallDigits = 18

// Number consumes the next value if it is a well-formed number; it becomes the current token.
func (c *Cursor) Number() bool {
	c.ws()
	data, from := c.data, c.pos
	if from >= len(data) || kindOf[data[from]] != KindNumber {
		return c.notHere()
	}
	i := from
	if data[i] == '-' {
		i++
	}
	first, v := i, int64(0)
	for i < len(data) && isDigit(data[i]) {
		v = v*10 + int64(data[i]-'0') // may overflow; looked at only if there are few digits
		i++
	}
	switch {
	case i == first:
		return c.wantDigit(i)
	case data[first] == '0' && i > first+1:
		return c.fail(faultZero, first)
	case i < len(data) && (data[i] == '.' || data[i]|0x20 == 'e'):
		return c.oddNumber(from, i)
	}
	c.pos = i
	c.took(from, i, 0)
	if i-first <= smallDigits {
		if first != from {
			v = -v
		}
		c.tok.value, c.tok.is = v, tokenSmall
	}
	return true
}

// oddNumber reads on at i in a number that has a fraction or an exponent.
func (c *Cursor) oddNumber(from, i int) bool {
	data := c.data
	if data[i] == '.' {
		first := i + 1
		if i = digitsEnd(data, first); i == first {
			return c.wantDigit(i)
		}
	}
	if i < len(data) && data[i]|0x20 == 'e' {
		i++
		if i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		first := i
		if i = digitsEnd(data, first); i == first {
			return c.wantDigit(i)
		}
	}
	c.took(from, i, 0)
	c.pos = i
	return true
}

func (c *Cursor) wantDigit(at int) bool {
	if at >= len(c.data) {
		return c.fail(faultEnd, len(c.data))
	}
	return c.fail(faultNumber, at)
}

func digitsEnd(data []byte, i int) int {
	for i < len(data) && isDigit(data[i]) {
		i++
	}
	return i
}

func isDigit(ch byte) bool { return ch-'0' <= 9 }

// IsInteger reports whether the current token, a number, is mathematically whole: 1.0 and 1e2 are.
func (c *Cursor) IsInteger() bool {
	return c.tok.is&tokenSmall != 0 || c.decimal().isInteger()
}

// IsIntegerLiteral reports whether the current token, a number, is written without fraction and exponent, which is
// what draft 4 calls an integer.
func (c *Cursor) IsIntegerLiteral() bool {
	return c.tok.is&tokenSmall != 0 || !bytes.ContainsAny(c.numeral(), ".eE")
}

// CompareInt returns -1, 0 or 1 as the current token, a number, is below, equal to or above bound.
func (c *Cursor) CompareInt(bound int64) int {
	if c.tok.is&tokenSmall != 0 {
		return cmp.Compare(c.tok.value, bound)
	}
	var buf [20]byte
	return c.decimal().compare(parseDecimal(strconv.AppendInt(buf[:0], bound, 10)))
}

// Compare returns -1, 0 or 1 as the current token, a number, is below, equal to or above bound, a JSON number.
// The comparison is exact, however large the numbers are and however many digits they have.
func (c *Cursor) Compare(bound string) int {
	if string(c.numeral()) == bound {
		return 0
	}
	return c.decimal().compare(parseDecimal([]byte(bound)))
}

// MultipleOf reports whether the current token, a number, is a whole multiple of divisor, a JSON number that is not
// zero. The answer is exact: 0.3 is a multiple of 0.1.
func (c *Cursor) MultipleOf(divisor string) bool {
	if n := smallDivisor(divisor); n > 0 && c.tok.is&tokenSmall != 0 {
		return c.tok.value%n == 0
	}
	return c.decimal().multipleOf(parseDecimal([]byte(divisor)))
}

// smallDivisor returns the value of a short number of digits only, and 0 for any other.
func smallDivisor(text string) int64 {
	if len(text) > smallDigits {
		return 0
	}
	n := int64(0)
	for i := range len(text) {
		if !isDigit(text[i]) {
			return 0
		}
		n = n*10 + int64(text[i]-'0')
	}
	return n
}

func (c *Cursor) numeral() []byte  { return c.data[c.tok.from:c.tok.to] }
func (c *Cursor) decimal() decimal { return parseDecimal(c.numeral()) }
