package wire

import "encoding/json"

// AddNull appends a member with the value null.
func (e *Extra) AddNull(name string) {
	*e = append(*e, ExtraMember{name, json.RawMessage("null")})
}

// KeepRaw consumes any value and stores its text.
func KeepRaw[T ~[]byte](c *Cursor, v *T) bool {
	start := c.At()
	return c.Skip() && SetRaw(c, start, v)
}

// Integer consumes the next value if it is a number without a fraction; 1.0 and 1e2 have none.
func (c *Cursor) Integer() bool {
	m := c.Mark()
	if !c.Number() {
		return false
	}
	if !c.IsInteger() {
		c.Reset(m)
		return false
	}
	return true
}

// SkipKind consumes the next value if it is of a kind, fully checked but for what it means.
func (c *Cursor) SkipKind(k Kind) bool { return c.Kind() == k && c.Skip() }
