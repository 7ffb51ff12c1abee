package ecma

// tests are the parts of a pattern that are matched one by one: a subject
// must match source and each of and, and none of not. None of them holds a
// look-ahead.
type tests struct {
	source   *node
	and, not []*node
}

// split takes the look-aheads out of a pattern. After ^ a look-ahead is a test
// of its own, since there is but one position where it is tried:
// ^(?!a)(?=b)c is ^c and ^b and not ^a.
func split(root *node) (tests, error) {
	terms := root.terms()
	heads, rest, anchored := leading(terms)
	t := tests{}
	switch {
	case len(heads) > maxAheads:
		return t, errorAt(heads[maxAheads].offset, "pattern has more than %d look-aheads", maxAheads)
	case len(heads) == 0:
		rest = terms
		if body, ok := tempered(rest); ok {
			t.not = append(t.not, body.subs[0].subs[0])
			rest = []*node{rest[0], withBody(rest[1], body.subs[1]), rest[2]}
		}
	case anchored:
		rest = append([]*node{{op: opStart, offset: root.offset}}, rest...)
	case len(rest) == 0 && len(heads) == 1 && heads[0].op == opAhead:
		heads, rest = nil, heads // (?=a) alone finds what a finds
	default:
		return t, errorAt(heads[0].offset, "a look-ahead at the start is supported only after ^")
	}
	t.source = concat(root.offset, trailing(rest))
	for _, head := range heads {
		t.add(head)
	}
	return t, t.check()
}

// terms returns what n is a concatenation of.
func (n *node) terms() []*node {
	if n.op == opConcat {
		return n.subs
	}
	return []*node{n}
}

// leading returns the look-aheads at the start, what follows them, and whether
// ^ is among them.
func leading(terms []*node) (heads, rest []*node, anchored bool) {
	for i, n := range terms {
		switch {
		case n.op == opStart:
			anchored = true
		case isLookahead(n):
			heads = append(heads, n)
		default:
			return heads, terms[i:], anchored
		}
	}
	return heads, nil, anchored
}

// add makes a test of a look-ahead at the start of the subject.
func (t *tests) add(head *node) {
	start := &node{op: opStart, offset: head.offset}
	body := concat(head.offset, append([]*node{start}, trailing(head.subs[0].terms())...))
	if head.op == opAhead {
		t.and = append(t.and, body)
	} else {
		t.not = append(t.not, body)
	}
}

// trailing replaces a look-ahead at the very end, where nothing else reads
// what it looks at: a(?=b) finds what ab finds, and a(?![b]) what a(?:[^b]|$)
// finds.
func trailing(terms []*node) []*node {
	if len(terms) == 0 {
		return terms
	}
	last := terms[len(terms)-1]
	others := terms[: len(terms)-1 : len(terms)-1]
	body := last
	if isLookahead(last) {
		body = last.subs[0]
	}
	switch {
	case last.op == opAhead:
		return append(others, body)
	case last.op == opNotAhead && body.op == opClass && body.spelled == "":
		other := &node{op: opClass, set: body.set.complement(), offset: body.offset}
		end := &node{op: opEnd, offset: last.offset}
		return append(others, &node{op: opAlternate, subs: []*node{other, end}, offset: last.offset})
	}
	return terms
}

// tempered recognises ^(?:(?!a)[b])*$, a well-known way to say that all is [b]
// and a is nowhere. It returns the repeated part.
func tempered(terms []*node) (body *node, ok bool) {
	if len(terms) != 3 || terms[0].op != opStart || terms[1].op != opRepeat || terms[2].op != opEnd {
		return nil, false
	}
	body = terms[1].subs[0]
	if body.op != opConcat || len(body.subs) != 2 || body.subs[0].op != opNotAhead || body.subs[1].op != opClass {
		return nil, false
	}
	// The end of the subject is not looked at, so what matches the empty
	// string there must not count.
	return body, !body.subs[0].subs[0].nullable()
}

func withBody(repeat, body *node) *node {
	n := *repeat
	n.subs = []*node{body}
	return &n
}

// check refuses the look-aheads that are left.
func (t *tests) check() error {
	for _, list := range [][]*node{{t.source}, t.and, t.not} {
		for _, n := range list {
			if found := n.find(isLookahead); found != nil {
				return errorAt(found.offset, "a look-ahead is supported only at the start of a pattern, after ^")
			}
		}
	}
	return nil
}
