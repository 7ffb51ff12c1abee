package ecma

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// group reads a group or look-ahead, from its opening parenthesis.
func (p *parser) group() (*node, error) {
	start := p.pos
	kind, err := p.opening()
	if err != nil {
		return nil, err
	}
	if p.depth++; p.depth > maxDepth {
		return nil, errorAt(start, "groups are nested deeper than %d", maxDepth)
	}
	n, err := p.alternation()
	if err != nil {
		return nil, err
	}
	p.depth--
	if !p.accept(")") {
		return nil, errorAt(start, "missing ) for this group")
	}
	if kind == opConcat && n.op < opStart {
		return n, nil
	}
	// An assertion stays in its parentheses, since there it may be repeated.
	return &node{op: kind, subs: []*node{n}, offset: start}, nil
}

// opening reads what opens a group and returns opAhead, opNotAhead, or
// opConcat for a group proper.
func (p *parser) opening() (op, error) {
	start := p.pos
	switch {
	case p.accept("(?:"):
		return opConcat, nil
	case p.accept("(?="):
		return opAhead, nil
	case p.accept("(?!"):
		return opNotAhead, nil
	case p.accept("(?<="), p.accept("(?<!"):
		return 0, errorAt(start, "look-behind cannot be matched in linear time")
	case p.accept("(?<"):
		return opConcat, p.groupName(start)
	case p.accept("(?"):
		return 0, errorAt(start, "a group that begins with %q is not in ECMA-262", p.src[start:min(start+4, len(p.src))])
	default:
		p.pos++
		return opConcat, nil
	}
}

// groupName skips the name of a group. Names do not matter, so two groups may
// share one.
func (p *parser) groupName(start int) error {
	name, _, found := strings.Cut(p.src[p.pos:], ">")
	if !found || !isIdentifier(name) {
		return errorAt(start, "bad group name")
	}
	p.pos += len(name) + 1
	return nil
}

func isIdentifier(s string) bool {
	for i, r := range s {
		start := unicode.IsLetter(r) || r == '$' || r == '_'
		if !start && (i == 0 || !unicode.In(r, unicode.Nd, unicode.Mn, unicode.Mc, unicode.Pc)) {
			return false
		}
	}
	return s != ""
}

// escape reads an escape outside of a class, from its backslash.
func (p *parser) escape() (*node, error) {
	start := p.pos
	rest := p.src[p.pos+1:]
	switch {
	case strings.HasPrefix(rest, "b"):
		p.pos += 2
		return &node{op: opBoundary, offset: start}, nil
	case strings.HasPrefix(rest, "B"):
		p.pos += 2
		return &node{op: opNoBoundary, offset: start}, nil
	case strings.HasPrefix(rest, "k"):
		return nil, errorAt(start, `back-reference \k cannot be matched in linear time`)
	case rest != "" && rest[0] >= '1' && rest[0] <= '9':
		return nil, errorAt(start, `back-reference \%c cannot be matched in linear time`, rest[0])
	}
	c, err := p.classEscape()
	if err != nil {
		return nil, err
	}
	return p.classNode(start, c.set, c.spelled)
}

// rune reads a rune that stands for itself.
func (p *parser) rune() rune {
	r, size := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += size
	return r
}
