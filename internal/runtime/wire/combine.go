package wire

import "slices"

// Try applies several schemas to one value, such as the branches of anyOf. It lives on the stack:
//
//	t := c.Try()
//	ok := t.Done(c, validA(c)) || t.Done(c, validB(c))
//	if !t.End(c, ok, "anyOf", "/anyOf", "must match one of the schemas") { return false }
//
// Every branch runs once. Its violations do not count; those of the branch that came closest are kept, to explain a
// failure of all of them.
type Try struct {
	mark     Mark
	stored   int // findings before
	count    int // violations before
	accepted int // branches
	best     closeness
	closest  []finding // the violations of the branch that came closest
}

// Try begins to apply several schemas to the next value.
func (c *Cursor) Try() Try {
	t := Try{mark: c.Mark()}
	c.again++
	if c.found != nil {
		t.stored, t.count = len(c.found.list), c.found.count
	}
	return t
}

// Done ends a branch, goes back to the value, and reports whether the branch accepted it. A branch that accepts the
// value has consumed it, or nothing; one that refuses it may have stopped anywhere.
func (t *Try) Done(c *Cursor, ok bool) bool {
	if ok && c.pos > t.mark.pos {
		c.last = extent{t.mark.pos, c.pos}
		c.remember(t.mark.pos)
	}
	c.Reset(t.mark)
	c.again++
	if c.found != nil {
		ok = t.settle(c.found) && ok
	}
	if ok {
		t.accepted++
	}
	return ok
}

// Count is Done as a number: 1 if the branch accepted the value, else 0.
func (t *Try) Count(c *Cursor, ok bool) int {
	if t.Done(c, ok) {
		return 1
	}
	return 0
}

// Close ends the trial: violations count as before it. The cursor is at the value.
func (t *Try) Close(c *Cursor) {
	c.Reset(t.mark)
	if c.found != nil {
		c.found.list, c.found.count = c.found.list[:t.stored], t.count
	}
}

// End closes the trial with the verdict ok. If it is false, the violation is recorded at the value, and behind it
// those of the closest branch. End returns false in fast mode and after a syntax error, when the caller gives up;
// else true.
func (t *Try) End(c *Cursor, ok bool, keyword, schemaPointer, message string) bool {
	t.Close(c)
	switch {
	case c.bad != noFault:
		return false
	case ok:
		return true
	case c.found == nil:
		return false
	}
	c.record(t.mark.pos, keyword, schemaPointer, message)
	if t.accepted == 0 {
		for _, f := range t.closest {
			c.found.add(f)
		}
	}
	return true
}

// settle takes back the violations of a branch and reports whether there were none.
func (t *Try) settle(l *collector) bool {
	n := l.count - t.count
	found := l.list[t.stored:]
	if n > 0 && t.accepted == 0 && len(found) > 0 {
		if near := t.closenessOf(found, n); t.closest == nil || near.beats(t.best) {
			t.best, t.closest = near, slices.Clone(found)
		}
	}
	l.list, l.count = l.list[:t.stored], t.count
	return n == 0
}

// closeness says how near a branch came to accepting a value.
type closeness struct {
	fit      int // 2: the right kind and no wrong constant; 1: the right kind; 0: the wrong kind
	count    int // violations
	furthest int // offset of the last of them
}

func (t *Try) closenessOf(found []finding, count int) closeness {
	n := closeness{fit: 2, count: count}
	for _, f := range found {
		n.furthest = max(n.furthest, f.offset)
		switch {
		case f.keyword == "type" && f.offset == t.mark.pos:
			n.fit = 0
		case f.keyword == "const" || f.keyword == "enum":
			n.fit = min(n.fit, 1)
		}
	}
	return n
}

func (n closeness) beats(m closeness) bool {
	switch {
	case n.fit != m.fit:
		return n.fit > m.fit
	case n.count != m.count:
		return n.count < m.count
	}
	return n.furthest > m.furthest
}
