package wire

import (
	"bytes"
	"hash/maphash"
	"sync"
)

// The names that a schema does not know are remembered per object, to find duplicates: the first few in the cursor, on
// a stack that the open objects share, more of them in a pooled hash set.
const (
	nameSlots  = 48 // on the stack, for all open objects
	nameInline = 32 // on the stack, for one object
)

// nameRef is the place of a member name in the document, packed with a signature of its content that is cheap to
// compare: offset of the quote << 25 | escaped << 24 | length << 16 | middle byte << 8 | last byte.
type nameRef uint64

const (
	nameSignature nameRef = 1<<24 - 1
	nameEscaped   nameRef = 1 << 24
	nameShift             = 25
)

// strangers tells which names of an object were seen that its schema does not know.
type strangers struct {
	base  int       // Cursor.top when the object began
	maybe [2]uint64 // has a bit for each name; one that is not set says that a name is new
	many  *nameSet  // once there are many
}

// firstStrange remembers the current token, an unknown member name, and reports whether it is new.
func (c *Cursor) firstStrange(s *strangers) bool {
	if s.many != nil || c.tok.is&tokenEscaped != 0 {
		return c.firstOdd(s)
	}
	name := c.data[c.tok.from:c.tok.to]
	ref := signature(name)
	if !s.isNew(ref) && c.isKnown(s, ref, name) {
		return false
	}
	return c.push(s, ref)
}

// isFirst remembers data[from:to], an unknown member name without escapes, if it is cheap to see that it is new and there
// is room on the stack. It returns false, and does nothing, otherwise.
func (c *Cursor) isFirst(s *strangers, from, to int) bool {
	ref := signature(c.data[from:to])
	if s.many != nil || !c.hasRoom(s) || !s.isNew(ref) {
		return false
	}
	c.names[c.top] = ref | nameRef(from-1)<<nameShift
	c.top++
	return true
}

// firstOdd is firstStrange for names with escapes, and where there are many.
func (c *Cursor) firstOdd(s *strangers) bool {
	name := c.Bytes()
	if s.many != nil {
		return s.many.add(c.data, c.tok, name)
	}
	ref := signature(name)
	if !s.isNew(ref) && c.isKnown(s, ref, name) {
		return false
	}
	return c.push(s, ref|nameEscaped)
}

// isNew notes a signature and reports whether no name had it before. The answer no may be wrong.
func (s *strangers) isNew(ref nameRef) bool {
	bit := ref.bit()
	word := &s.maybe[bit>>6]
	was := *word
	*word |= 1 << (bit & 63)
	return *word != was
}

// hasRoom reports whether one more name of an object fits on the stack.
func (c *Cursor) hasRoom(s *strangers) bool {
	return c.top-s.base < nameInline && c.top < nameSlots
}

// push puts the current token, a new name, on the stack. It returns true.
func (c *Cursor) push(s *strangers, ref nameRef) bool {
	if c.hasRoom(s) {
		c.names[c.top] = ref | nameRef(c.tok.start())<<nameShift
		c.top++
		return true
	}
	return c.spill(s)
}

// isKnown reports whether the current token, whose content is name, is among the names on the stack.
func (c *Cursor) isKnown(s *strangers, ref nameRef, name []byte) bool {
	for _, old := range c.names[s.base:c.top] {
		if (old^ref)&nameSignature == 0 && c.sameName(old, name) {
			return true
		}
	}
	return false
}

// bit returns a number below 128 that is the same for equal signatures, and mostly not for others.
func (r nameRef) bit() uint64 {
	const mixer = 0x9E3779B97F4A7C15 // 2⁶⁴ divided by the golden ratio
	return uint64(r) * mixer >> 57
}

// release gives back what was pooled.
func (s *strangers) release() {
	if s.many != nil {
		s.many.release()
		s.many = nil
	}
}

func signature(name []byte) nameRef {
	n := len(name)
	if n == 0 {
		return 0
	}
	return nameRef(n&0xff)<<16 | nameRef(name[n/2])<<8 | nameRef(name[n-1])
}

// sameName compares a remembered name with the current token, whose content is name.
func (c *Cursor) sameName(old nameRef, name []byte) bool {
	text := c.data[old>>nameShift+1:]
	if old&nameEscaped == 0 {
		return len(text) > len(name) && text[len(name)] == '"' && bytes.Equal(text[:len(name)], name)
	}
	p := c.probe()
	p.pos = int(old >> nameShift)
	return p.String() && equalText(p.numeral(), c.numeral())
}

// spill moves the unknown names of an object from the stack to a hash set, and adds the current token.
func (c *Cursor) spill(s *strangers) bool {
	many, ok := nameSets.Get().(*nameSet)
	if !ok {
		many = &nameSet{seed: maphash.MakeSeed()}
	}
	s.many = many
	p := c.probe()
	for _, old := range c.names[s.base:c.top] {
		p.pos = int(old >> nameShift)
		p.String()
		many.add(c.data, p.tok, p.Bytes())
	}
	p.releaseScratch()
	c.top = s.base
	return many.add(c.data, c.tok, c.Bytes())
}

var nameSets sync.Pool // of *nameSet

// nameSet is a set of member names of one object: a hash table with open addressing. The hash is seeded, so that
// nobody can write documents whose names collide.
type nameSet struct {
	seed    maphash.Seed
	entries []nameEntry
	slots   []int32 // index into entries + 1, or 0; a power of two of them, more than twice the entries
}

type nameEntry struct {
	hash uint64
	tok  Token
}

// add adds the name at t, whose content is name, and reports whether it is new.
func (s *nameSet) add(data []byte, t Token, name []byte) bool {
	if 2*len(s.entries) >= len(s.slots) {
		s.grow()
	}
	hash := maphash.Bytes(s.seed, name)
	mask := uint64(len(s.slots) - 1)
	at := hash & mask
	for s.slots[at] != 0 {
		e := s.entries[s.slots[at]-1]
		if e.hash == hash && equalText(data[e.tok.from:e.tok.to], data[t.from:t.to]) {
			return false
		}
		at = (at + 1) & mask
	}
	s.entries = append(s.entries, nameEntry{hash, t})
	s.slots[at] = int32(len(s.entries))
	return true
}

// grow doubles the slots. The time is in proportion to the slots needed, not to those that an earlier document left.
func (s *nameSet) grow() {
	n := max(64, 2*len(s.slots))
	if n <= cap(s.slots) {
		s.slots = s.slots[:n]
		clear(s.slots)
	} else {
		s.slots = make([]int32, n)
	}
	mask := uint64(n - 1)
	for i, e := range s.entries {
		at := e.hash & mask
		for s.slots[at] != 0 {
			at = (at + 1) & mask
		}
		s.slots[at] = int32(i + 1)
	}
}

// release empties the set and keeps it for another object.
func (s *nameSet) release() {
	if cap(s.entries) > maxPooled {
		return
	}
	s.entries, s.slots = s.entries[:0], s.slots[:0]
	nameSets.Put(s)
}
