package wire

import "strings"

// arena hands out memory for what a decoder keeps of one document, many small things from one piece. What is handed
// out is never used again.
type arena struct {
	texts strings.Builder // the piece for the contents of strings
	heads []string        // the piece for optional strings and lists of strings
	raw   []byte          // the piece for JSON texts
}

// The sizes of pieces: each is twice as large as the one before, up to a limit, but there is never more room in it than
// the rest of the document can fill.
const (
	firstText, lastText   = 1024, 1 << 16 // bytes
	firstHeads, lastHeads = 8, 128
	leastString           = len(`"",`) // bytes of a document that a string takes
)

// nextPiece returns the size of the piece after one of size last: room for least things, and for more if there are
// that many to come.
func nextPiece(least, last, first, limit, left int) int {
	return max(least, min(max(2*last, first), limit, left))
}

// text returns a copy of b. left is how many bytes of the document are still to be read.
func (a *arena) text(b []byte, left int) string {
	if a.texts.Cap()-a.texts.Len() < len(b) {
		a.newTexts(len(b), left)
	}
	from := a.texts.Len()
	a.texts.Write(b)
	return a.texts.String()[from:]
}

// newTexts begins a new piece for texts, the first of which has n bytes.
func (a *arena) newTexts(n, left int) {
	size := nextPiece(n, a.texts.Cap(), firstText, lastText, n+left)
	a.texts = strings.Builder{}
	a.texts.Grow(size)
}

// reserve makes room for one more string behind the n that were taken last, and keeps these together.
func (a *arena) reserve(n, left int) {
	if len(a.heads) < cap(a.heads) {
		return
	}
	size := nextPiece(2*n+1, cap(a.heads), firstHeads, lastHeads, n+1+left/leastString)
	a.heads = append(make([]string, 0, size), a.heads[len(a.heads)-n:]...)
}

// copy returns a copy of the JSON text b. left is how many bytes of the document are still to be read.
func (a *arena) copy(b []byte, left int) []byte {
	if cap(a.raw)-len(a.raw) < len(b) {
		a.raw = make([]byte, 0, nextPiece(len(b), cap(a.raw), firstText, lastText, len(b)+left))
	}
	from := len(a.raw)
	a.raw = append(a.raw, b...)
	return a.raw[from:len(a.raw):len(a.raw)]
}

// NewString returns a new string for an optional member.
func (c *Cursor) NewString() *string {
	a := &c.arena
	a.reserve(0, len(c.data)-c.pos)
	a.heads = a.heads[:len(a.heads)+1]
	return &a.heads[len(a.heads)-1]
}
