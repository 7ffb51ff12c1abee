package wire

import "unsafe"

// Optional strings, branches of a union that hold one, and lists of strings share pieces of memory: each piece is twice as
// large as the one before, up to a limit, but there is never more room in it than the rest of the document can fill.
const (
	firstHeads, lastHeads = 8, 128
	leastString           = len(`"",`) // bytes of a document that a string takes
)

// NewString returns a new string for an optional member.
func (c *Cursor) NewString() *string {
	c.reserve(0)
	c.heads = c.heads[:len(c.heads)+1]
	return &c.heads[len(c.heads)-1]
}

// NewText stores the address of a new T in p, and returns it. T, a branch of a union, must be a struct of one string.
func NewText[T any](c *Cursor, p **T) *T {
	*p = (*T)(unsafe.Pointer(c.NewString())) // a T is laid out as a string is
	return *p
}

// reserve makes room for one more string behind the n that were taken last, and keeps these together.
func (c *Cursor) reserve(n int) {
	if len(c.heads) < cap(c.heads) {
		return
	}
	fit := n + 1 + (len(c.data)-c.pos)/leastString
	size := max(2*n+1, min(max(2*cap(c.heads), firstHeads), lastHeads, fit))
	c.heads = append(make([]string, 0, size), c.heads[len(c.heads)-n:]...)
}

// ReadStrings consumes the next value if it is an array of strings, and stores them.
func (c *Cursor) ReadStrings(v *[]string) bool {
	var a Array
	if !c.BeginArray(&a) {
		return false
	}
	for c.NextItem(&a) {
		c.reserve(a.Index)
		c.heads = append(c.heads, "")
		if !c.ReadString(&c.heads[len(c.heads)-1]) {
			return false
		}
	}
	*v = []string{}
	if end := len(c.heads); a.Len() > 0 {
		*v = c.heads[end-a.Len() : end : end]
	}
	return c.EndArray(&a)
}

// ReadTexts is ReadStrings for a list of a type made of string, such as [Base64].
func ReadTexts[T ~string](c *Cursor, v *[]T) bool {
	var list []string
	ok := c.ReadStrings(&list)
	*v = unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(list))), len(list)) // a T is laid out as a string is
	return ok
}
