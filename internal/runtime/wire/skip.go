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
	for c.skipMembers(&o) && c.NextMember(&o, nil) {
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

// skipMembers consumes members up to one that is written with white space or escapes, has a name that may have come
// before, or a value other than a string that is not well-formed, for which it returns false. It does nothing that
// NextMember and Skip would not do, one member after the other, in more time.
func (c *Cursor) skipMembers(o *Object) bool {
	data, i := c.data, c.pos
	for {
		if i+1 < len(data) && data[i] == ',' && o.state == inside {
			i++
		} else if o.state != begun {
			break
		}
		name, end := plainString(data, i)
		if end+1 >= len(data) || data[end+1] != ':' || !c.isFirst(&o.strangers, name, end) {
			break
		}
		o.state = inside
		o.Ordinal++
		i = end + 2
		if from, end := plainString(data, i); from < end {
			i = end + 1
			c.pos = i
			continue
		}
		c.pos = i
		if !c.Skip() {
			return false
		}
		i = c.pos
	}
	return true
}

// plainString returns where the content of a string of plain ASCII at i begins and ends, or twice the end of data if
// there is none.
func plainString(data []byte, i int) (from, end int) {
	if i < len(data) && data[i] == '"' {
		from = i + 1
		end = from + plain(data[from:])
		if end < len(data) && data[end] == '"' {
			return from, end
		}
	}
	return len(data), len(data)
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
