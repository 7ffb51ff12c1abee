package document

import (
	"bytes"
	"unicode/utf8"
)

// A Place is a place in an input. All but Offset count from 1.
type Place struct {
	Offset    int // in bytes, from 0
	Line      int
	Column    int // in bytes
	Character int // the column in characters
}

// top is where inputs begin.
var top = Place{Line: 1, Column: 1, Character: 1}

// after returns the place behind a text that begins at p.
func (p Place) after(text []byte) Place {
	p.Offset += len(text)
	if i := bytes.LastIndexByte(text, '\n'); i >= 0 {
		p.Line += bytes.Count(text, []byte{'\n'})
		p.Column, p.Character = 1, 1
		text = text[i+1:]
	}
	p.Column += len(text)
	p.Character += utf8.RuneCount(text)
	return p
}

// A cursor is a place and the offset in a text where it is.
type cursor struct {
	place Place
	at    int
}

// place returns the place of an offset in the text. Asking in order is cheap.
func (c *Chunk) place(offset int) Place {
	if c.cursor.place == (Place{}) || c.cursor.at > offset {
		c.cursor = cursor{place: c.start}
	}
	c.cursor.place = c.cursor.place.after(c.text[c.cursor.at:offset])
	c.cursor.at = offset
	return c.cursor.place
}

// An Excerpt is a line, or what is around a value if the line is long, for people to read.
type Excerpt struct {
	Before, Value, After string // parts of the line; Value ends with it, though the value may not
}

// window is how much of a line is shown before a value, of the value, and behind it, in bytes.
const window = 60

// excerpt returns the line around the value at an offset.
func excerpt(text []byte, offset int) Excerpt {
	from := bytes.LastIndexByte(text[:offset], '\n') + 1
	to := len(text)
	if i := bytes.IndexByte(text[offset:], '\n'); i >= 0 {
		to = offset + i
	}
	if to > offset && text[to-1] == '\r' {
		to--
	}
	end := min(offset+width(text[offset:]), to)
	return Excerpt{tail(text[from:offset]), head(text[offset:end]), head(text[end:to])}
}

// width returns how much of text the value at its front takes: one byte for the bracket of an
// array or object.
func width(text []byte) int {
	if len(text) == 0 {
		return 0
	}
	switch text[0] {
	case '{', '[', '}', ']', ',', ':':
		return 1
	}
	end, _ := end(text, 0)
	return end
}

// head cuts a text that is long.
func head(text []byte) string {
	if len(text) <= window {
		return string(text)
	}
	n := window
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return string(text[:n]) + "…"
}

// tail cuts a text that is long at its front.
func tail(text []byte) string {
	if len(text) <= window {
		return string(text)
	}
	text = text[len(text)-window:]
	for len(text) > 0 && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	return "…" + string(text)
}
