package ecma

import (
	"strings"
	"unicode/utf8"
)

// A parser reads a pattern from left to right.
type parser struct {
	src    string
	pos    int
	depth  int
	ranges int            // of all classes so far, against maxRanges
	props  map[string]set // properties looked up so far
}

func parse(pattern string) (*node, error) {
	p := &parser{src: pattern, props: map[string]set{}}
	root, err := p.alternation()
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.src) { // only a ) ends an alternation early
		return nil, errorAt(p.pos, "unmatched )")
	}
	return root, nil
}

// next returns the next rune and its size in bytes, -1 and 0 at the end.
func (p *parser) next() (rune, int) {
	if p.pos == len(p.src) {
		return -1, 0
	}
	return utf8.DecodeRuneInString(p.src[p.pos:])
}

// accept skips text if it comes next.
func (p *parser) accept(text string) bool {
	if strings.HasPrefix(p.src[p.pos:], text) {
		p.pos += len(text)
		return true
	}
	return false
}

// alternation reads up to the end or a closing parenthesis.
func (p *parser) alternation() (*node, error) {
	start := p.pos
	var branches []*node
	for {
		branch, err := p.sequence()
		if err != nil {
			return nil, err
		}
		branches = append(branches, branch)
		if !p.accept("|") {
			return alternate(start, branches), nil
		}
	}
}

// sequence reads the terms of one alternative.
func (p *parser) sequence() (*node, error) {
	start := p.pos
	var terms []*node
	for p.pos < len(p.src) && p.src[p.pos] != '|' && p.src[p.pos] != ')' {
		term, err := p.term()
		if err != nil {
			return nil, err
		}
		terms = append(terms, term)
	}
	return concat(start, terms), nil
}

// term reads an assertion, or an atom with its quantifier.
func (p *parser) term() (*node, error) {
	start := p.pos
	if _, _, size := p.quantifier(); size > 0 {
		return nil, errorAt(start, "nothing to repeat before %q", p.src[start:start+size])
	}
	n, err := p.atom()
	if err != nil {
		return nil, err
	}
	lo, hi, size := p.quantifier()
	if size == 0 {
		return n, nil
	}
	quantifier := p.pos
	p.pos += size
	p.accept("?") // laziness does not change whether a subject matches
	switch {
	case hi != unbounded && lo > hi:
		return nil, errorAt(quantifier, "repetition counts are out of order")
	case n.op >= opStart:
		return nil, errorAt(quantifier, "an assertion cannot be repeated")
	}
	return &node{op: opRepeat, min: lo, max: hi, subs: []*node{n}, offset: start}, nil
}

// quantifier looks at the quantifier that comes next, size is 0 if none does.
// It moves nothing: a brace that begins no quantifier is a literal.
func (p *parser) quantifier() (lo, hi, size int) {
	switch r, _ := p.next(); r {
	case '*':
		return 0, unbounded, 1
	case '+':
		return 1, unbounded, 1
	case '?':
		return 0, 1, 1
	case '{':
		return braces(p.src[p.pos:])
	}
	return 0, 0, 0
}

// braces reads {n}, {n,} or {n,m} at the start of s.
func braces(s string) (lo, hi, size int) {
	lo, i := count(s, 1)
	if i == 1 {
		return 0, 0, 0
	}
	hi = lo
	if i < len(s) && s[i] == ',' {
		after := i + 1
		if hi, i = count(s, after); i == after {
			hi = unbounded
		}
	}
	if i == len(s) || s[i] != '}' {
		return 0, 0, 0
	}
	return lo, hi, i + 1
}

// count reads a decimal number at s[i:] and returns the index after it.
func count(s string, i int) (n, end int) {
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		n = min(n*10+int(s[i]-'0'), maxCount)
	}
	return n, i
}

// atom reads one atom or assertion.
func (p *parser) atom() (*node, error) {
	start := p.pos
	r, size := p.next()
	switch r {
	case '(':
		return p.group()
	case '[':
		return p.class()
	case '\\':
		return p.escape()
	}
	p.pos += size
	switch r {
	case '^':
		return &node{op: opStart, offset: start}, nil
	case '$':
		return &node{op: opEnd, offset: start}, nil
	case '.':
		return p.classNode(start, lineSet().complement(), "")
	default:
		return p.classNode(start, set{r, r}, "")
	}
}

// classNode returns a class and counts its ranges.
func (p *parser) classNode(offset int, s set, spelled string) (*node, error) {
	if err := p.charge(offset, s); err != nil {
		return nil, err
	}
	return &node{op: opClass, set: s.canonical(), spelled: spelled, offset: offset}, nil
}

// charge counts the ranges of s against the limit.
func (p *parser) charge(offset int, s set) error {
	p.ranges += len(s)/2 + 1
	if p.ranges > maxRanges {
		return errorAt(offset, "pattern is too large: its character classes have more than %d ranges", maxRanges)
	}
	return nil
}
