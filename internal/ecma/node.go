package ecma

// An op says what a node matches.
type op uint8

const (
	opClass      op = iota // one rune of set
	opConcat               // subs one after the other; without subs, the empty string
	opAlternate            // one of subs
	opRepeat               // subs[0], min to max times
	opStart                // the start of the subject
	opEnd                  // the end of the subject
	opBoundary             // \b
	opNoBoundary           // \B
	opAhead                // (?=subs[0])
	opNotAhead             // (?!subs[0])
)

// unbounded is the max of a repetition without an upper bound.
const unbounded = -1

// maxCount is what larger repetition counts are taken for: no subject is as
// long, and sums of a few stay within an int32.
const maxCount = 1 << 28

// A node is a part of a parsed pattern. Groups leave no trace: whether a
// subject matches depends on neither their number nor their names, nor on
// greed.
type node struct {
	op       op
	set      set    // of opClass
	spelled  string // of opClass: RE2's spelling, where it is shorter than the set's ranges
	min, max int    // of opRepeat; max may be unbounded
	subs     []*node
	offset   int // in the pattern, in bytes
}

// concat returns the concatenation of subs, with concatenations in it opened
// up so that ^(?:(?!a)b)$ and ^(?!a)b$ are one to later steps.
func concat(offset int, subs []*node) *node {
	var flat []*node
	for _, sub := range subs {
		if sub.op == opConcat {
			flat = append(flat, sub.subs...)
		} else {
			flat = append(flat, sub)
		}
	}
	if len(flat) == 1 {
		return flat[0]
	}
	return &node{op: opConcat, subs: flat, offset: offset}
}

// alternate returns the choice between subs; classes become one class.
func alternate(offset int, subs []*node) *node {
	if len(subs) == 1 {
		return subs[0]
	}
	var union set
	for _, sub := range subs {
		if sub.op != opClass || sub.spelled != "" {
			return &node{op: opAlternate, subs: subs, offset: offset}
		}
		union = append(union, sub.set...)
	}
	return &node{op: opClass, set: union.canonical(), offset: offset}
}

// find returns the first node in or below n that satisfies is, nil if none
// does.
func (n *node) find(is func(*node) bool) *node {
	if is(n) {
		return n
	}
	for _, sub := range n.subs {
		if found := sub.find(is); found != nil {
			return found
		}
	}
	return nil
}

func isLookahead(n *node) bool { return n.op == opAhead || n.op == opNotAhead }

// nullable reports whether n may match the empty string; assertions do.
func (n *node) nullable() bool {
	switch n.op {
	case opClass:
		return false
	case opConcat:
		for _, sub := range n.subs {
			if !sub.nullable() {
				return false
			}
		}
		return true
	case opAlternate:
		for _, sub := range n.subs {
			if sub.nullable() {
				return true
			}
		}
		return false
	case opRepeat:
		return n.min == 0 || n.subs[0].nullable()
	default:
		return true
	}
}

// programSize returns about how many states a matcher of n has, with
// repetitions written out. It stops counting soon after maxProgram.
func programSize(n *node) int {
	total := 1
	for _, sub := range n.subs {
		total += programSize(sub)
		if total > maxProgram {
			return maxProgram + 1
		}
	}
	if n.op != opRepeat {
		return total
	}
	times := max(n.max, n.min+1)
	if total > maxProgram/times {
		return maxProgram + 1
	}
	return total * times
}
