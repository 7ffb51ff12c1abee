package wire

// Skip consumes the next value, whatever it is, and checks its syntax in full: UTF-8, surrogates, duplicate names at
// every level, depth.
func (c *Cursor) Skip() bool {
	c.ws()
	if c.pos >= len(c.data) {
		return c.notHere()
	}
	switch c.data[c.pos] {
	case '"':
		return c.String()
	case '{':
		return c.skipObject()
	case '[':
		return c.skipArray()
	case 'n':
		return c.literal("null")
	case 't':
		return c.literal("true")
	case 'f':
		return c.literal("false")
	}
	return c.Number()
}

func (c *Cursor) skipObject() bool {
	if c.jump() {
		return true
	}
	var o Object
	c.BeginObject(&o)
	for c.NextMember(&o, nil) {
		if !c.Skip() {
			return false
		}
	}
	if o.state != ended {
		return false
	}
	c.remember(o.Start)
	return true
}

func (c *Cursor) skipArray() bool {
	if c.jump() {
		return true
	}
	var a Array
	c.BeginArray(&a)
	for c.NextItem(&a) {
		if !c.Skip() {
			return false
		}
	}
	if a.state != ended {
		return false
	}
	c.remember(a.Start)
	return true
}
