package wire

// Skip consumes the next value, whatever it is, and checks its syntax in full: UTF-8, surrogates, duplicate names at
// every level, depth.
func (c *Cursor) Skip() bool {
	switch c.Kind() {
	case KindString:
		return c.String()
	case KindNumber:
		return c.Number()
	case KindObject:
		return c.skipObject()
	case KindArray:
		return c.skipArray()
	case KindNull:
		return c.literal("null")
	case KindTrue:
		return c.literal("true")
	case KindFalse:
		return c.literal("false")
	}
	return false
}

func (c *Cursor) skipObject() bool {
	var o Object
	c.BeginObject(&o)
	for c.NextMember(&o, nil) {
		if !c.Skip() {
			return false
		}
	}
	return o.state == ended
}

func (c *Cursor) skipArray() bool {
	var a Array
	c.BeginArray(&a)
	for c.NextItem(&a) {
		if !c.Skip() {
			return false
		}
	}
	return a.state == ended
}
