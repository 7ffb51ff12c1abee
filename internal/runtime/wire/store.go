package wire

import (
	"bytes"
	"strconv"
)

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

// The Set functions store the current token in a variable of a decoder. Where it does not fit they note a RangeError,
// see [Cursor.Err], and return false.

// SetString stores the content of a string.
func SetString[T ~string](c *Cursor, v *T) bool {
	*v = T(c.take())
	return true
}

// SetNumber stores a number as it is written.
func SetNumber[T ~string](c *Cursor, v *T) bool {
	*v = T(c.Text())
	return true
}

// SetBool stores a boolean.
func SetBool[T ~bool](c *Cursor, v *T) bool {
	*v = T(c.True())
	return true
}

// SetFloat stores the float64 nearest to a number.
func SetFloat[T ~float64](c *Cursor, v *T) bool {
	f, err := strconv.ParseFloat(c.Text(), 64)
	if err != nil {
		return c.doesNotFit("float64")
	}
	*v = T(f)
	return true
}

// SetInt stores a whole number, exactly, however it is written: 1.0 and 1e2 are whole.
func SetInt[T integer](c *Cursor, v *T) bool {
	i := c.tok.value
	if *v = T(i); c.tok.is&tokenSmall != 0 && int64(*v) == i && (*v < 0) == (i < 0) {
		return true
	}
	if c.tok.is&tokenSmall == 0 && setLarge(c, v) {
		return true
	}
	return c.doesNotFit(typeName[T]())
}

// setLarge stores a whole number that is not a small literal.
func setLarge[T integer](c *Cursor, v *T) bool {
	n, negative, ok := c.decimal().whole()
	switch {
	case !ok || negative && n > 1<<63:
		return false
	case negative:
		i := -int64(n)
		*v = T(i)
		return int64(*v) == i && *v < 0
	}
	*v = T(n)
	return uint64(*v) == n && *v >= 0
}

// typeName returns the name of an integer type, such as "int32"; for a named type that of its size and sign.
func typeName[T integer]() string {
	bits := 0
	for x := T(1); x != 0; x <<= 1 {
		bits++
	}
	var zero T
	if zero-1 < zero {
		return "int" + strconv.Itoa(bits)
	}
	return "uint" + strconv.Itoa(bits)
}

// doesNotFit notes that the current token cannot be stored in a variable of type typ.
//
//go:noinline
func (c *Cursor) doesNotFit(typ string) bool {
	c.misfit = misfit{c.tok.start(), c.tok.to, typ}
	return false
}

// SetTime stores a date-time.
func SetTime(c *Cursor, v *Time) bool {
	t, err := ParseTime(c.Text())
	if err != nil {
		return c.doesNotFit("Time")
	}
	*v = t
	return true
}

// SetRaw stores the text from offset start, where the value just consumed begins, to its end.
func SetRaw[T ~[]byte](c *Cursor, start int, v *T) bool {
	if *v = c.data[start:c.pos:c.pos]; c.source == nil {
		*v = bytes.Clone(*v)
	}
	return true
}

// New allocates a zero value, stores its address in p, and returns it.
func New[T any](p **T) *T {
	*p = new(T)
	return *p
}

// Ptr returns a pointer to a copy of v.
func Ptr[T any](v T) *T { return &v }
