package wire

import (
	"bytes"
	"strconv"
	"strings"
)

// locate works out pointers, lines and columns. The findings must be in order of offset. It walks the text once, up to
// the last of them; what stands before a syntax error is well-formed, and the walk stops there.
func locate(data []byte, found []finding) []Violation {
	l := locator{c: NewCursor(data), found: found, line: 1, stale: true}
	l.out = make([]Violation, 0, len(found))
	l.walk()
	l.reach(len(data) + 1)
	return l.out
}

// locator walks a document without recursion.
type locator struct {
	c     Cursor
	path  []step
	found []finding // those not yet reached
	out   []Violation

	line, lineStart, counted int // the line at offset counted
	pointer                  string
	stale                    bool // pointer is not that of path
}

// step is an open array or object.
type step struct {
	array bool
	here  bool  // there is a current item or member
	index int   // of the current item
	name  Token // of the current member
}

// walk reads until all findings are reached, or the syntax ends.
func (l *locator) walk() {
	for len(l.found) > 0 {
		l.reach(l.c.At())
		if !l.value() || !l.separator() {
			return
		}
	}
}

// value reads a scalar, or the bracket of an array or object. What is reached inside belongs to the value.
func (l *locator) value() bool {
	switch l.c.Kind() {
	case KindArray, KindObject:
		if len(l.path) > maxDepth {
			return false
		}
		l.path = append(l.path, step{array: l.c.data[l.c.pos] == '[', index: -1})
		l.c.pos++
		return true
	}
	if !l.c.Skip() {
		return false
	}
	l.reach(l.c.pos)
	return true
}

// separator reads on to the next value: closing brackets, a comma, a member name and its colon. What is reached
// between members belongs to the object.
func (l *locator) separator() bool {
	for len(l.path) > 0 {
		top := &l.path[len(l.path)-1]
		ch := l.next()
		switch {
		case top.array && ch == ']', !top.array && ch == '}':
			l.c.pos++
			top.here = false
			l.stale = true
			l.reach(l.c.pos)
			l.path = l.path[:len(l.path)-1]
			continue
		case top.here && ch == ',':
			l.c.pos++
		case top.here:
			top.here = false
			l.stale = true
			return false
		}
		return l.enterNext(top)
	}
	return false
}

// next returns the next byte that is not white space, or 0 at the end.
func (l *locator) next() byte {
	if i := l.c.At(); i < len(l.c.data) {
		return l.c.data[i]
	}
	return 0
}

// enterNext goes to the next item or member of top.
func (l *locator) enterNext(top *step) bool {
	top.here = false
	l.stale = true
	l.reach(l.c.At())
	if top.array {
		top.here = true
		top.index++
		l.stale = true
		return true
	}
	if !l.c.String() {
		return false
	}
	top.name, top.here = l.c.tok, true
	l.stale = true
	l.reach(l.c.pos)
	if l.next() != ':' {
		return false
	}
	l.c.pos++
	return true
}

// reach places the findings before offset: they belong to the current path.
func (l *locator) reach(offset int) {
	for len(l.found) > 0 && l.found[0].offset < offset {
		l.place(l.found[0])
		l.found = l.found[1:]
	}
}

func (l *locator) place(f finding) {
	if l.stale {
		l.pointer, l.stale = l.join(), false
	}
	text := l.c.data[l.counted:f.offset]
	if i := bytes.LastIndexByte(text, '\n'); i >= 0 {
		l.line += bytes.Count(text, []byte{'\n'})
		l.lineStart = l.counted + i + 1
	}
	l.counted = f.offset
	l.out = append(l.out, Violation{
		Pointer: l.pointer, Line: l.line, Column: f.offset - l.lineStart + 1, Offset: f.offset,
		Keyword: f.keyword, SchemaPointer: f.schemaPointer, Message: f.message,
	})
}

// join returns the path as a JSON Pointer.
func (l *locator) join() string {
	var b []byte
	for _, s := range l.path {
		switch {
		case s.here && s.array:
			b = append(b, '/')
			b = strconv.AppendInt(b, int64(s.index), 10)
		case s.here:
			b = append(b, '/')
			l.c.tok = s.name
			name := strings.ReplaceAll(l.c.Text(), "~", "~0")
			b = append(b, strings.ReplaceAll(name, "/", "~1")...)
		}
	}
	return string(b)
}
