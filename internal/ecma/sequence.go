package ecma

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits on what counts as a simple shape: beyond them a regexp reads better.
const (
	maxParts      = 64
	maxPartRanges = 16
	maxLiteral    = 1024 // runes
)

// A Sequence is a pattern that one pass decides, without ever going back.
//
// With AnchoredStart, each part in turn takes as many runes as it can, up to
// its Max; fewer than its Min and the subject does not match. With
// AnchoredEnd nothing may be left.
//
// Without AnchoredStart the sequence is a literal (see Literal), to be found
// at the end (AnchoredEnd) or anywhere, or else it is one part that takes one
// rune, to be found anywhere. A sequence without parts that is not anchored at
// both ends matches everything.
type Sequence struct {
	Parts                      []Part
	AnchoredStart, AnchoredEnd bool
}

// A Part takes Min to Max runes of a class.
type Part struct {
	Ranges   []rune // pairs of first and last, sorted and apart; a pair may span the surrogates
	Min, Max int    // Max is -1 if there is no upper bound
}

// Literal returns the string that a sequence without AnchoredStart looks for,
// or that one with it begins with or (AnchoredEnd) is; false if there is none.
func (s Sequence) Literal() (string, bool) {
	var b strings.Builder
	total := 0
	for _, p := range s.Parts {
		r, ok := set(p.Ranges).single()
		if total += p.Min; !ok || p.Min != p.Max || total > maxLiteral {
			return "", false
		}
		b.WriteString(strings.Repeat(string(r), p.Min))
	}
	return b.String(), true
}

// MatchString reports whether the sequence matches s.
func (s Sequence) MatchString(str string) bool {
	literal, isLiteral := s.Literal()
	switch {
	case s.AnchoredStart:
		rest, ok := s.take(str)
		return ok && (rest == "" || !s.AnchoredEnd)
	case isLiteral && s.AnchoredEnd:
		return strings.HasSuffix(str, literal)
	case isLiteral:
		return strings.Contains(str, literal)
	default:
		return strings.ContainsFunc(str, set(s.Parts[0].Ranges).contains)
	}
}

// take lets each part take what it can and returns what is left.
func (s Sequence) take(str string) (rest string, ok bool) {
	for _, p := range s.Parts {
		n := 0
		for ; str != "" && n != p.Max; n++ {
			r, size := utf8.DecodeRuneInString(str)
			if !set(p.Ranges).contains(r) {
				break
			}
			str = str[size:]
		}
		if n < p.Min {
			return "", false
		}
	}
	return str, true
}

// sequence returns the tests as a sequence, nil if they are not as simple.
func (t tests) sequence() *Sequence {
	if len(t.and)+len(t.not) > 0 {
		return nil
	}
	terms := t.source.terms()
	s := &Sequence{}
	for len(terms) > 0 && terms[0].op == opStart {
		s.AnchoredStart, terms = true, terms[1:]
	}
	for len(terms) > 0 && terms[len(terms)-1].op == opEnd {
		s.AnchoredEnd, terms = true, terms[:len(terms)-1]
	}
	for _, n := range terms {
		parts, ok := partsOf(n)
		if s.Parts = append(s.Parts, parts...); !ok || len(s.Parts) > maxParts {
			return nil
		}
	}
	s.simplify()
	if !s.decidable() {
		return nil
	}
	return s
}

// partsOf returns a node as parts, false if it cannot be.
func partsOf(n *node) ([]Part, bool) {
	switch n.op {
	case opClass:
		return []Part{{Ranges: n.set, Min: 1, Max: 1}}, len(n.set) > 0 && len(n.set) <= 2*maxPartRanges
	case opConcat:
		var parts []Part
		for _, sub := range n.subs {
			more, ok := partsOf(sub)
			if parts = append(parts, more...); !ok || len(parts) > maxParts {
				return nil, false
			}
		}
		return parts, true
	case opRepeat:
		parts, ok := partsOf(n.subs[0])
		if !ok {
			return nil, false
		}
		return repeatParts(parts, n.min, n.max)
	default:
		return nil, false
	}
}

// repeatParts repeats parts: one rune any number of times, or several a fixed
// number of times.
func repeatParts(parts []Part, lo, hi int) ([]Part, bool) {
	switch {
	case len(parts) == 0 || hi == 0:
		return nil, true
	case len(parts) == 1 && parts[0].Min == 1 && parts[0].Max == 1:
		return []Part{{parts[0].Ranges, lo, hi}}, true
	case lo == hi && lo <= maxParts/len(parts):
		return slices.Repeat(parts, lo), true
	default:
		return nil, false
	}
}

// simplify joins parts and drops what cannot matter, so that fewer sequences
// need going back.
func (s *Sequence) simplify() {
	var parts []Part
	for _, p := range s.Parts {
		if n := len(parts); n == 0 || !parts[n-1].absorb(&p) {
			parts = append(parts, p)
		} else if parts[n-1].Max == 0 {
			parts[n-1] = p
		}
	}
	// At an open end a part need take no more than its Min.
	for !s.AnchoredEnd && len(parts) > 0 {
		last := &parts[len(parts)-1]
		if last.Max = last.Min; last.Min > 0 {
			break
		}
		parts = parts[:len(parts)-1]
	}
	for !s.AnchoredStart && len(parts) > 0 {
		first := &parts[0]
		if first.Max = first.Min; first.Min > 0 {
			break
		}
		parts = parts[1:]
	}
	s.Parts = parts
}

// absorb joins the next part into p if their classes are equal. If next is
// unbounded and has all of p's class, what p takes beyond its Min is left to
// next; p may then be empty, Max 0, and gives way. It reports whether next
// need not be appended.
func (p *Part) absorb(next *Part) bool {
	switch {
	case slices.Equal(p.Ranges, next.Ranges):
		p.Min = min(p.Min+next.Min, maxCount)
		if p.Max == unbounded || next.Max == unbounded {
			p.Max = unbounded
		} else {
			p.Max = min(p.Max+next.Max, maxCount)
		}
		return true
	case next.Max == unbounded && set(p.Ranges).within(next.Ranges):
		p.Max = p.Min
		return p.Max == 0
	default:
		return false
	}
}

// decidable reports whether one pass decides, as Sequence describes it.
func (s *Sequence) decidable() bool {
	if s.AnchoredStart {
		return s.greedy()
	}
	if _, ok := s.Literal(); ok {
		return true
	}
	return len(s.Parts) == 1 && s.Parts[0].Min == 1 && s.Parts[0].Max == 1 && !s.AnchoredEnd
}

// greedy reports whether taking as much as possible is always right: no part
// of variable length takes what a part after it may need.
func (s *Sequence) greedy() bool {
	for i, p := range s.Parts {
		if p.Min == p.Max {
			continue
		}
		for _, next := range s.Parts[i+1:] {
			if !set(p.Ranges).disjoint(next.Ranges) {
				return false
			}
			if next.Min > 0 {
				break
			}
		}
	}
	return true
}
