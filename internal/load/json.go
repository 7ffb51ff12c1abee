package load

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// readJSON reads RFC 8259 JSON, strictly: no member twice, no lone surrogate,
// nothing after the value. It stops at the first error of syntax but reports
// every duplicate before it.
func readJSON(file string, data []byte) (*schema.Value, schema.Problems) {
	if p := checkText(file, data); p != nil {
		return nil, schema.Problems{p}
	}
	r := &jsonReader{file: file, text: string(data), line: 1}
	v, bad := r.document()
	if bad != nil {
		return nil, append(r.duplicates, bad)
	}
	return v, r.duplicates
}

// A jsonReader reads one document. Its methods return the problem that ends
// the reading.
type jsonReader struct {
	file       string
	text       string
	pos        int // of the next byte
	line       int
	lineStart  int // position of the first byte of the line
	depth      int
	budget     budget
	duplicates schema.Problems
}

func (r *jsonReader) document() (*schema.Value, *schema.Problem) {
	r.space()
	if r.pos == len(r.text) {
		return nil, r.problem("", "the document is empty")
	}
	v, bad := r.value("")
	if bad != nil {
		return nil, bad
	}
	r.space()
	if r.pos < len(r.text) {
		return nil, r.problem("", "something follows the document: "+r.next())
	}
	return v, nil
}

// value reads the value at the next byte; white space has been skipped.
func (r *jsonReader) value(pointer string) (v *schema.Value, bad *schema.Problem) {
	if excess := r.budget.take(pointer); excess != "" {
		return nil, r.problem(pointer, excess)
	}
	v = &schema.Value{Location: r.here(pointer)}
	switch c := r.peek(); {
	case c == '{':
		v.Kind = schema.KindObject
		bad = r.object(v)
	case c == '[':
		v.Kind = schema.KindArray
		bad = r.array(v)
	case c == '"':
		v.Kind = schema.KindString
		v.Text, bad = r.quoted(pointer)
	case c == '-' || '0' <= c && c <= '9':
		v.Kind = schema.KindNumber
		v.Text, bad = r.number(pointer)
	default:
		v.Kind, bad = r.literal(pointer)
	}
	return v, bad
}

func (r *jsonReader) object(v *schema.Value) *schema.Problem {
	pointer := v.Location.Pointer
	if bad := r.enter(pointer); bad != nil {
		return bad
	}
	v.Members = []schema.Member{}
	var seen names
	if r.closes('}') {
		return nil
	}
	for {
		m, bad := r.member(pointer)
		if bad != nil {
			return bad
		}
		if first := seen.find(v.Members, m.Name); first != nil {
			r.duplicates = append(r.duplicates, duplicate(m, first))
		} else {
			v.Members = append(v.Members, m)
		}
		if r.closes('}') {
			return nil
		}
		if bad := r.expect(',', pointer, "a comma or } after a member"); bad != nil {
			return bad
		}
	}
}

func (r *jsonReader) member(parent string) (m schema.Member, bad *schema.Problem) {
	m.Location = r.here(parent)
	if r.peek() != '"' {
		return m, r.problem(parent, "a member name in double quotes is expected here, not "+r.next())
	}
	if m.Name, bad = r.quoted(parent); bad != nil {
		return m, bad
	}
	m.Location.Pointer = pointerTo(parent, m.Name)
	r.space()
	if bad = r.expect(':', m.Location.Pointer, "a colon after the member name"); bad != nil {
		return m, bad
	}
	m.Value, bad = r.value(m.Location.Pointer)
	return m, bad
}

func (r *jsonReader) array(v *schema.Value) *schema.Problem {
	pointer := v.Location.Pointer
	if bad := r.enter(pointer); bad != nil {
		return bad
	}
	v.Items = []*schema.Value{}
	if r.closes(']') {
		return nil
	}
	for {
		item, bad := r.value(pointerToItem(pointer, len(v.Items)))
		if bad != nil {
			return bad
		}
		v.Items = append(v.Items, item)
		if r.closes(']') {
			return nil
		}
		if bad := r.expect(',', pointer, "a comma or ] after an item"); bad != nil {
			return bad
		}
	}
}

// enter reads the bracket that opens an array or object.
func (r *jsonReader) enter(pointer string) *schema.Problem {
	if r.depth++; r.depth > maxDepth {
		return r.problem(pointer, tooDeep)
	}
	r.pos++
	return nil
}

// closes reads the bracket that closes an array or object, if it is next.
func (r *jsonReader) closes(bracket byte) bool {
	r.space()
	if r.peek() != bracket {
		return false
	}
	r.pos++
	r.depth--
	return true
}

// expect reads c and the white space after it.
func (r *jsonReader) expect(c byte, pointer, what string) *schema.Problem {
	if r.peek() != c {
		return r.problem(pointer, what+" is expected here, not "+r.next())
	}
	r.pos++
	r.space()
	return nil
}

func (r *jsonReader) literal(pointer string) (schema.Kind, *schema.Problem) {
	rest := r.text[r.pos:]
	for _, l := range []struct {
		text string
		kind schema.Kind
	}{{"true", schema.KindTrue}, {"false", schema.KindFalse}, {"null", schema.KindNull}} {
		if strings.HasPrefix(rest, l.text) {
			r.pos += len(l.text)
			return l.kind, nil
		}
	}
	return 0, r.problem(pointer, "a value is expected here, not "+r.next())
}

// space skips white space, the only place of line breaks.
func (r *jsonReader) space() {
	for ; r.pos < len(r.text); r.pos++ {
		switch r.text[r.pos] {
		case '\n':
			r.line++
			r.lineStart = r.pos + 1
		case ' ', '\t', '\r':
		default:
			return
		}
	}
}

// peek is the next byte, 0 at the end.
func (r *jsonReader) peek() byte {
	if r.pos < len(r.text) {
		return r.text[r.pos]
	}
	return 0
}

// next shows the next character in a message.
func (r *jsonReader) next() string {
	for _, c := range r.text[r.pos:] {
		return quote(string(c))
	}
	return "the end of the document"
}

func (r *jsonReader) here(pointer string) schema.Location {
	return schema.Location{File: r.file, Line: r.line, Column: r.pos - r.lineStart + 1, Pointer: pointer}
}

func (r *jsonReader) problem(pointer, message string) *schema.Problem {
	return &schema.Problem{Location: r.here(pointer), Message: message}
}
