package wire

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Recognizer tells documents of several types apart by a few of their members. It is static data.
//
// The traits that the types look for stand in one list, each once, and the places where they are looked for in one
// tree, so that a document is read a single time whatever the number of types.
type Recognizer struct {
	Traits []Trait
	Root   Place        // the document as a whole
	Types  []Recognized // in order of ID
}

// Place is a place in a document that is looked at.
type Place struct {
	Name   string  // of the member, or index of the item, that stands here; empty for the document as a whole
	Traits []int   // that the value here may have: indices in Recognizer.Traits
	Items  int     // how many items at the front of an array Places are about
	Places []Place // within the value here, in order of name
}

// Trait is what a value may have about it: all of the following that is set. Where nothing is set, it is enough that
// there is a value.
type Trait struct {
	Pointer string             // JSON Pointer of the value
	Is      string             // what a value with the trait is: `is "aws:sqs"`
	Values  []string           // JSON; the value equals one of them
	Kinds   []Kind             // the value is of one of them
	Whole   bool               // if the value is a number, it is whole
	Pattern func(*Cursor) bool // the value is a string and, as the current token, matches
}

// Recognized is a type of documents and the ways to recognise them.
type Recognized struct {
	ID   string
	Ways []Way
}

// Way is a way to recognise documents of a type, in terms of indices in Recognizer.Traits.
type Way struct {
	Points int // how much it says
	Has    []int
	Lacks  []int
}

// Match is a type that a document is likely to be of.
type Match struct {
	Event  string // the ID of the type, such as "sqs.Event"
	Points int    // how much the facts say: 4 for a constant, 3 for a choice or pattern, 2 for a type, 1 for presence or absence
	Facts  []Fact // what speaks for it
}

// Fact is what a document is at one place.
type Fact struct {
	Pointer string // JSON Pointer (RFC 6901) of the place
	Is      string // what is there: `is "aws:sqs"`, "is a string", "is absent"
}

// String returns the fact with the place as code would spell it: `Records[0].eventSource is "aws:sqs"`.
func (f Fact) String() string { return path(f.Pointer) + " " + f.Is }

func path(pointer string) string {
	if pointer == "" {
		return "the document"
	}
	var b strings.Builder
	for step := range strings.SplitSeq(pointer[1:], "/") {
		name := strings.ReplaceAll(strings.ReplaceAll(step, "~1", "/"), "~0", "~")
		switch {
		case name != "" && strings.Trim(name, "0123456789") == "":
			b.WriteString("[" + name + "]")
		case !isPlainName(name):
			b.WriteString("[" + quoted(name) + "]")
		default:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(name)
		}
	}
	return b.String()
}

// isPlainName reports whether a name can stand between dots.
func isPlainName(name string) bool {
	for _, r := range name {
		letter := 'a' <= r|0x20 && r|0x20 <= 'z'
		if !letter && (r < '0' || r > '9') && !strings.ContainsRune("-_$:", r) {
			return false
		}
	}
	return name != ""
}

// Identify returns the types that a document is likely to be of: those with a way whose traits it has or lacks as
// the way wants. The type with the most points, counting its best way, comes first; types with as many are in order of
// ID. Text that is not well-formed JSON is of no type, which is why all of it is read.
func (r *Recognizer) Identify(data []byte) []Match {
	l, ok := looks.Get().(*look)
	if !ok {
		l = new(look)
	}
	defer l.release()
	l.begin(r, data)
	if !l.value(&r.Root) || !l.c.End() {
		return nil
	}
	l.rank()
	return l.matches()
}

// look is the reading of one document for a Recognizer. It is pooled, so that nothing but the result is allocated.
type look struct {
	r     *Recognizer
	c     Cursor
	found []uint64 // the traits that the document has, a bit each
	best  []candidate
}

// candidate is a type that matches, with its best way.
type candidate struct{ points, typ, way int }

var looks sync.Pool // of *look

func (l *look) begin(r *Recognizer, data []byte) {
	l.r, l.c, l.best = r, NewCursor(data), l.best[:0]
	words := (len(r.Traits) + 63) / 64
	l.found = slices.Grow(l.found[:0], words)[:words]
	clear(l.found)
}

func (l *look) release() {
	l.c.releaseScratch()
	l.r, l.c = nil, Cursor{} // a pool must not keep the document
	looks.Put(l)
}

// value consumes the next value, which stands at p, and notes the traits that it has.
func (l *look) value(p *Place) bool {
	switch kind := l.c.Kind(); kind {
	case KindInvalid:
		return false
	case KindArray:
		l.note(p, kind)
		return l.array(p)
	case KindObject:
		l.note(p, kind)
		return l.object(p)
	default:
		if !l.c.Skip() {
			return false
		}
		l.note(p, kind)
		return true
	}
}

func (l *look) array(p *Place) bool {
	if p.Items == 0 {
		return l.c.Skip()
	}
	var a Array
	l.c.BeginArray(&a)
	for l.c.NextItem(&a) {
		var within *Place
		if a.Index < p.Items {
			var digits [20]byte
			within = p.find(strconv.AppendInt(digits[:0], int64(a.Index), 10))
		}
		if !l.within(within) {
			return false
		}
	}
	return a.state == ended
}

func (l *look) object(p *Place) bool {
	if len(p.Places) == 0 {
		return l.c.Skip()
	}
	var o Object
	l.c.BeginObject(&o)
	for l.c.NextMember(&o, nil) {
		if !l.within(p.find(l.c.Bytes())) {
			return false
		}
	}
	return o.state == ended
}

// within consumes the next value; p is nil where nothing is looked for.
func (l *look) within(p *Place) bool {
	if p == nil {
		return l.c.Skip()
	}
	return l.value(p)
}

// find returns the place of that name within p, or nil.
func (p *Place) find(name []byte) *Place {
	low, high := 0, len(p.Places)
	for low < high {
		mid := int(uint(low+high) >> 1)
		switch within := &p.Places[mid]; { // comparisons of string(name), unlike calls with it, do not allocate
		case within.Name == string(name):
			return within
		case within.Name < string(name):
			low = mid + 1
		default:
			high = mid
		}
	}
	return nil
}

// note notes the traits of the current token or, if it is an array or object, of the next value.
func (l *look) note(p *Place, kind Kind) {
	for _, i := range p.Traits {
		if l.has(&l.r.Traits[i], kind) {
			l.found[i>>6] |= 1 << (i & 63)
		}
	}
}

func (l *look) has(t *Trait, kind Kind) bool {
	switch {
	case t.Kinds != nil && !slices.Contains(t.Kinds, kind):
		return false
	case t.Whole && kind == KindNumber && !l.c.IsInteger():
		return false
	case t.Pattern != nil && (kind != KindString || !t.Pattern(&l.c)):
		return false
	}
	return t.Values == nil || l.isOne(t.Values, kind)
}

func (l *look) isOne(values []string, kind Kind) bool {
	for _, v := range values {
		switch {
		case kindOf[v[0]] != kind:
		case v == "[]" || v == "{}": // the batch without records is the usual composite, and needs no tree
			if l.empty() {
				return true
			}
		case kind == KindArray || kind == KindObject:
			if l.c.Equals(v) {
				return true
			}
		case l.c.equalsScalar(kind, v):
			return true
		}
	}
	return false
}

// empty reports whether nothing stands between the brackets of the next value, an array or object.
func (l *look) empty() bool {
	rest := bytes.TrimLeft(l.c.data[l.c.pos+1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == ']' || rest[0] == '}')
}

// rank lists the types that match, the best first.
func (l *look) rank() {
	for i := range l.r.Types {
		c := candidate{points: -1}
		for j := range l.r.Types[i].Ways {
			w := &l.r.Types[i].Ways[j]
			if w.Points > c.points && l.hasAll(w.Has) && l.lacksAll(w.Lacks) {
				c = candidate{w.Points, i, j}
			}
		}
		if c.points >= 0 {
			l.best = append(l.best, c)
		}
	}
	slices.SortStableFunc(l.best, func(a, b candidate) int { return cmp.Compare(b.points, a.points) })
}

func (l *look) hasAll(traits []int) bool {
	for _, i := range traits {
		if !l.saw(i) {
			return false
		}
	}
	return true
}

func (l *look) lacksAll(traits []int) bool {
	for _, i := range traits {
		if l.saw(i) {
			return false
		}
	}
	return true
}

func (l *look) saw(trait int) bool { return l.found[trait>>6]>>(trait&63)&1 != 0 }

// matches spells the result out.
func (l *look) matches() []Match {
	if len(l.best) == 0 {
		return nil
	}
	size := 0
	for _, c := range l.best {
		w := l.r.Types[c.typ].Ways[c.way]
		size += len(w.Has) + len(w.Lacks)
	}
	matches, facts := make([]Match, len(l.best)), make([]Fact, 0, size)
	for i, c := range l.best {
		t := l.r.Types[c.typ]
		from := len(facts)
		for _, trait := range t.Ways[c.way].Has {
			facts = append(facts, Fact{l.r.Traits[trait].Pointer, l.r.Traits[trait].Is})
		}
		for _, trait := range t.Ways[c.way].Lacks {
			facts = append(facts, Fact{l.r.Traits[trait].Pointer, "is absent"})
		}
		matches[i] = Match{t.ID, c.points, facts[from:len(facts):len(facts)]}
	}
	return matches
}
