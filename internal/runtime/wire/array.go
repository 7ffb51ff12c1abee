package wire

// Array is the state of reading one array. It lives on the stack of the function that reads it; its zero value stands
// for an array that was not begun, which has no items.
type Array struct {
	Start int // offset of '['
	Index int // of the current item
	state containerState
	outer int // Cursor.list before
}

// containerState says how far the reading of an array or object has come.
type containerState uint8

const (
	notBegun containerState = iota
	begun                   // the opening bracket was read
	inside                  // an item or member was read
	ended                   // the closing bracket was read
)

func (s containerState) open() bool { return s == begun || s == inside }

// BeginArray begins to read the next value if it is an array. Otherwise it returns false and consumes nothing.
func (c *Cursor) BeginArray(a *Array) bool {
	c.ws()
	start := c.pos
	if start >= len(c.data) || c.data[start] != '[' {
		return c.notHere()
	}
	if !c.enter() {
		return false
	}
	*a = Array{Start: start, Index: -1, state: begun, outer: c.list}
	c.list = start
	return true
}

// NextItem goes to the next item, which the caller must consume. It returns false after the last one, and after a
// syntax error.
func (c *Cursor) NextItem(a *Array) bool {
	c.ws()
	if c.pos >= len(c.data) {
		return a.state.open() && c.fail(faultEnd, len(c.data))
	}
	switch ch := c.data[c.pos]; {
	case a.state == begun && ch != ']':
		a.state = inside
	case a.state == inside && ch == ',':
		c.pos++
	case !a.state.open():
		return false
	case ch == ']':
		a.state = ended
		c.list = a.outer
		c.depth--
		c.pos++
		return false
	default:
		return c.fail(faultItem, c.pos)
	}
	a.Index++
	return true
}

// EndArray reports, after the loop, whether the array was read to its end.
func (c *Cursor) EndArray(a *Array) bool {
	return !a.state.open()
}

// Len returns the number of items read so far.
func (a *Array) Len() int {
	if a.state == notBegun {
		return 0
	}
	return a.Index + 1
}

// Append makes room for the next item: it returns s grown by one zero element, and a pointer to that element. Call it
// after NextItem, with nil for the first item.
//
// When it has to grow s it guesses the final length from the bytes that the items took so far and those that are
// left in the document. It never makes more room at once than one element for four bytes read or twice the length, so
// that memory stays in proportion to the document.
func Append[T any](c *Cursor, s []T) ([]T, *T) {
	n := len(s)
	if n == cap(s) {
		grown := make([]T, n, c.guess(n))
		copy(grown, s)
		s = grown
	}
	s = s[:n+1]
	return s, &s[n]
}

// guess returns a capacity for a list of which n items were read.
func (c *Cursor) guess(n int) int {
	if n == 0 {
		return 1
	}
	used := max(c.pos-c.list, 1)
	likely := n + n*(len(c.data)-c.pos)/used + 1
	return max(2*n, min(likely, used/4))
}
