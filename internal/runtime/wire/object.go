package wire

// Members holds the member names that a schema expects. It is static data.
type Members struct {
	Names  []string // in the order in which they usually come
	Sorted []int32  // the indices of Names in order of name, given when there are more than 16 of them
	Plain  bool     // no name has a quote, a backslash or a control character; allows to compare without scanning
}

// inlineSeen is the number of words in Object for the members that were seen.
const inlineSeen = 4

// lookahead is how many of the names that come next are compared before the name is read: members that are left out are
// common.
const lookahead = 4

// Object is the state of reading one object. It lives on the stack of the function that reads it; its zero value
// stands for an object that was not begun, which has no members and lacks none.
type Object struct {
	Start   int // offset of '{'
	Index   int // of the current member in Members.Names, or -1
	Ordinal int // of the current member in the object, from 0
	state   containerState
	next    int // index of the name to expect
	name    int // offset of the current member's name
	seen    [inlineSeen]uint64
	more    []uint64 // seen, beyond the first words
	strangers
}

// BeginObject begins to read the next value if it is an object. Otherwise it returns false and consumes nothing. o must
// be new.
func (c *Cursor) BeginObject(o *Object) bool {
	c.ws()
	start := c.pos
	if start >= len(c.data) || c.data[start] != '{' {
		return c.notHere()
	}
	if !c.enter() {
		return false
	}
	o.Start, o.Index, o.Ordinal, o.state, o.base = start, -1, -1, begun, c.top
	return true
}

// NextMember goes to the next member: it reads the name, which becomes the current token, and the ':'. The caller must
// consume the value. NextMember returns false after the last member, and after a syntax error; a name that came
// before is one. With m == nil every name is unknown.
func (c *Cursor) NextMember(o *Object, m *Members) bool {
	data, at := c.data, c.pos
	if at+1 < len(data) && data[at] == ',' && data[at+1] == '"' && o.state == inside {
		at++
	} else if c.spacedName(o) {
		at = c.pos
	} else {
		return false
	}
	o.name = at
	o.Ordinal++
	if m == nil {
		return c.newName(o)
	}
	if !m.Plain {
		return c.anyName(o, m)
	}
	for i := o.next; i < min(len(m.Names), o.next+lookahead); i++ {
		name := m.Names[i]
		end := at + 1 + len(name)
		if end+1 < len(data) && data[end] == '"' && data[end+1] == ':' && string(data[at+1:end]) == name {
			if !o.mark(i) {
				break
			}
			o.Index, o.next = i, i+1
			c.took(at+1, end, tokenString)
			c.pos = end + 2
			return true
		}
	}
	return c.anyName(o, m)
}

// spacedName steps over the ',' before a member, to its name, or over the '}' behind the last one.
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

// NextEntry is NextMember for an object that becomes a map: a name that came before is for the caller to find, who need
// only compare the size of the map with [Object.Len]. The name is the current token.
func (c *Cursor) NextEntry(o *Object) bool {
	if !c.spacedName(o) {
		return false
	}
	o.name = c.pos
	o.Ordinal++
	return c.String() && c.colon()
}

// mark notes that a member was seen, one of those that need no allocation, and reports whether it is the first time.
func (o *Object) mark(i int) bool {
	if i >= 64*inlineSeen {
		return false
	}
	word, bit := i>>6, uint64(1)<<(i&63)
	first := o.seen[word]&bit == 0
	o.seen[word] |= bit
	return first
}

// newName reads the name of a member of which nothing is known, and the ':'.
func (c *Cursor) newName(o *Object) bool {
	data, from := c.data, o.name+1
	end := from + plain(data[from:])
	o.Index = -1
	if end+1 < len(data) && data[end] == '"' && data[end+1] == ':' && c.isFirst(&o.strangers, from, end) {
		c.took(from, end, tokenString)
		c.pos = end + 2
		return true
	}
	c.pos = o.name
	if !c.String() {
		return false
	}
	if !c.firstStrange(&o.strangers) {
		return c.fail(faultDuplicate, o.name)
	}
	return c.colon()
}

// anyName reads a name, whichever it is, and the ':'.
func (c *Cursor) anyName(o *Object, m *Members) bool {
	c.pos = o.name
	if !c.String() {
		return false
	}
	o.Index = m.find(c, o.next)
	if !c.first(o, m) {
		return c.fail(faultDuplicate, o.name)
	}
	return c.colon()
}

// leave steps over the '}'.
func (c *Cursor) leave(o *Object) {
	o.state = ended
	c.top = o.base
	o.release()
	c.depth--
	c.pos++
}

// colon steps over the ':' behind a name.
func (c *Cursor) colon() bool {
	c.ws()
	switch {
	case c.pos >= len(c.data):
		return c.fail(faultEnd, len(c.data))
	case c.data[c.pos] != ':':
		return c.fail(faultColon, c.pos)
	}
	c.pos++
	return true
}

// first notes the current name and reports whether it is the first of its kind in the object.
func (c *Cursor) first(o *Object, m *Members) bool {
	if o.Index < 0 {
		return c.firstStrange(&o.strangers)
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
	c.colon()
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
