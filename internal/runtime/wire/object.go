package wire

// Members holds the member names that a schema expects. It is static data.
type Members struct {
	Names  []string // in the order in which they usually come
	Sorted []int32  // the indices of Names in order of name, given when there are more than 16 of them
	Plain  bool     // no name has a quote, a backslash or a control character; allows to compare without scanning
}

// inlineSeen is the number of words in Object for the members that were seen.
const inlineSeen = 4

// Object is the state of reading one object. It lives on the stack of the function that reads it; its zero value
// stands for an object that was not begun, which has no members and lacks none.
type Object struct {
	Start   int // offset of '{'
	Index   int // of the current member in Members.Names, or -1
	Ordinal int // of the current member in the object, from 0
	state   containerState
	next    int // index of the name to expect
	name    int // offset of the current member's name
	value   int // offset behind its ':'
	base    int // Cursor.top when the object began
	seen    [inlineSeen]uint64
	more    []uint64 // seen, beyond the first words
	strange *nameSet // unknown names, once there are many
}

// BeginObject begins to read the next value if it is an object. Otherwise it returns false and consumes nothing.
func (c *Cursor) BeginObject(o *Object) bool {
	start := c.At()
	if !c.at('{') || !c.enter() {
		return false
	}
	*o = Object{Start: start, Index: -1, Ordinal: -1, state: begun, base: c.top}
	return true
}

// NextMember goes to the next member: it reads the name, which becomes the current token, and the ':'. The caller must
// consume the value. NextMember returns false after the last member, and after a syntax error; a name that came
// before is one. With m == nil every name is unknown.
func (c *Cursor) NextMember(o *Object, m *Members) bool {
	if !c.nextName(o) {
		return false
	}
	o.name = c.pos
	if m == nil || !c.expected(o, m) {
		if !c.String() {
			return false
		}
		o.Index = -1
		if m != nil {
			o.Index = m.find(c, o.next)
		}
		if !c.first(o, m) {
			return c.fail(faultDuplicate, o.name)
		}
	}
	o.Ordinal++
	return c.colon(o)
}

// nextName steps over the ',' before a member, to its name, or over the '}' behind the last one.
func (c *Cursor) nextName(o *Object) bool {
	if c.pos+1 < len(c.data) && c.data[c.pos] == ',' && c.data[c.pos+1] == '"' && o.state == inside {
		c.pos++
		return true
	}
	return c.spacedName(o)
}

// spacedName is nextName for the first member, the end, and wherever there is white space.
func (c *Cursor) spacedName(o *Object) bool {
	c.ws()
	if c.pos >= len(c.data) {
		return o.state.open() && c.fail(faultEnd, len(c.data))
	}
	ch := c.data[c.pos]
	switch {
	case o.state == inside && ch == ',':
		c.pos++
		c.ws()
	case !o.state.open():
		return false
	case ch == '}':
		c.leave(o)
		return false
	case o.state == inside:
		return c.fail(faultMember, c.pos)
	}
	o.state = inside
	switch {
	case c.pos >= len(c.data):
		return c.fail(faultEnd, len(c.data))
	case c.data[c.pos] != '"':
		return c.fail(faultName, c.pos)
	}
	return true
}

// expected reads the name if it is the one after the last, not seen before, and written without escapes.
func (c *Cursor) expected(o *Object, m *Members) bool {
	i := o.next
	if i >= len(m.Names) || i >= 64*inlineSeen {
		return false
	}
	name, from := m.Names[i], c.pos+1
	end := from + len(name)
	if end >= len(c.data) || c.data[end] != '"' || string(c.data[from:end]) != name {
		return false
	}
	word, bit := i>>6, uint64(1)<<(i&63)
	if o.seen[word]&bit != 0 || !m.Plain && plain(c.data[from:end]) != len(name) {
		return false
	}
	o.seen[word] |= bit
	o.Index, o.next = i, i+1
	c.took(from, end, tokenString)
	c.pos = end + 1
	return true
}

// leave steps over the '}'.
func (c *Cursor) leave(o *Object) {
	o.state = ended
	c.top = o.base
	if o.strange != nil {
		o.strange.release()
		o.strange = nil
	}
	c.depth--
	c.pos++
}

func (c *Cursor) colon(o *Object) bool {
	c.ws()
	switch {
	case c.pos >= len(c.data):
		return c.fail(faultEnd, len(c.data))
	case c.data[c.pos] != ':':
		return c.fail(faultColon, c.pos)
	}
	c.pos++
	o.value = c.pos
	return true
}

// first notes the current name and reports whether it is the first of its kind in the object.
func (c *Cursor) first(o *Object, m *Members) bool {
	if o.Index < 0 {
		return c.firstStrange(o)
	}
	o.next = o.Index + 1
	word := o.word(o.Index>>6, len(m.Names))
	bit := uint64(1) << (o.Index & 63)
	if *word&bit != 0 {
		return false
	}
	*word |= bit
	return true
}

// word returns the i-th word of seen members, for a table of n names.
func (o *Object) word(i, n int) *uint64 {
	if i < inlineSeen {
		return &o.seen[i]
	}
	if o.more == nil {
		o.more = make([]uint64, (n+63)/64-inlineSeen)
	}
	return &o.more[i-inlineSeen]
}

// EndObject reports, after the loop, whether the object was read to its end.
func (c *Cursor) EndObject(o *Object) bool {
	return !o.state.open()
}

// Lacks reports whether some of the members in mask was not seen; bit i of mask stands for Members.Names[64*word+i].
func (o *Object) Lacks(word int, mask uint64) bool {
	return o.bits(word)&mask != mask && o.state != notBegun
}

// Has reports whether Members.Names[index] was seen.
func (o *Object) Has(index int) bool {
	return o.bits(index>>6)&(1<<(index&63)) != 0
}

func (o *Object) bits(word int) uint64 {
	switch {
	case word < inlineSeen:
		return o.seen[word]
	case word-inlineSeen < len(o.more):
		return o.more[word-inlineSeen]
	}
	return 0
}

// Len returns the number of members read so far.
func (o *Object) Len() int {
	if o.state == notBegun {
		return 0
	}
	return o.Ordinal + 1
}

// AtName moves the cursor to the name of the current member, so that it can be read as a string value.
func (c *Cursor) AtName(o *Object) { c.pos = o.name }

// AtValue moves the cursor back to the value of the current member, whose name is the current token again.
func (c *Cursor) AtValue(o *Object) {
	c.pos = o.name
	c.String()
	c.pos = o.value
}

// HasMember reports whether the next value is an object with a member of that name. It consumes nothing.
func (c *Cursor) HasMember(name string) bool {
	p, ok := c.lookup(name)
	c.ends = p.ends
	return ok
}

// Peek reports whether the next value is an object that has a member of that name, a string; the string becomes the
// current token. It consumes nothing, and leaves syntax errors to be found later.
func (c *Cursor) Peek(name string) bool {
	p, ok := c.lookup(name)
	c.ends = p.ends
	if !ok || !p.String() {
		return false
	}
	c.tok = p.tok
	return true
}

// lookup returns a cursor at the value of the named member of the next value, an object.
func (c *Cursor) lookup(name string) (Cursor, bool) {
	var o Object
	p := c.probe()
	if !p.BeginObject(&o) {
		return p, false
	}
	for p.NextMember(&o, nil) {
		if p.nameIs(name) {
			return p, true
		}
		if !p.Skip() {
			return p, false
		}
	}
	return p, false
}

// nameIs reports whether the current token, a string, says name.
func (c *Cursor) nameIs(name string) bool {
	b := c.numeral()
	if c.tok.is&tokenEscaped == 0 {
		return string(b) == name
	}
	return string(c.Bytes()) == name
}
