package wire

import "sync"

// Schemas that look at one value several times would take time in proportion to size × depth if every look skipped all
// that is nested inside. So where text is read again, the ends of large arrays and objects that were read whole are
// remembered: skipping one of them a second time costs nothing. Smaller ones are just skipped again.

// extent is a value that was read whole and found well-formed.
type extent struct{ from, to int }

// largeExtent is the length in bytes from which on the end of an array or object is remembered.
const largeExtent = 1024

// extents maps the offset of large arrays and objects to their ends.
type extents struct{ ends map[int]int }

var extentsPool sync.Pool // of *extents

// jump steps over the array or object at the cursor if its end is known.
func (c *Cursor) jump() bool {
	if c.last.from == c.pos && c.last.to > c.pos {
		c.pos = c.last.to
		return true
	}
	if c.ends == nil {
		return false
	}
	end, ok := c.ends.ends[c.pos]
	if ok {
		c.pos = end
	}
	return ok
}

// remember notes that the array or object from start to the cursor was read whole, if that may be of use.
func (c *Cursor) remember(start int) {
	if c.again > 0 && c.pos-start >= largeExtent {
		c.keepExtent(start)
	}
}

//go:noinline
func (c *Cursor) keepExtent(start int) {
	if c.ends == nil {
		e, ok := extentsPool.Get().(*extents)
		if !ok {
			e = &extents{ends: map[int]int{}}
		}
		c.ends = e
	}
	c.ends.ends[start] = c.pos
}

func (c *Cursor) releaseExtents() {
	if c.ends != nil && len(c.ends.ends) <= maxPooled {
		clear(c.ends.ends)
		extentsPool.Put(c.ends)
	}
	c.ends = nil
}
