package compare

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

func (t *teller) numberRules(ov, nv view, at spot) {
	t.edges(edgeOf(ov, 1), edgeOf(nv, 1), 1, at)
	t.edges(edgeOf(ov, -1), edgeOf(nv, -1), -1, at)
	t.divisors(ov, nv, at)
	was, is := literal(ov), literal(nv)
	if was != is {
		message := "a whole number may be written with a fraction, as 1.0"
		if is {
			message = "a whole number may no longer be written with a fraction, as 1.0"
		}
		t.add(at, Change{Keyword: "type", Message: message, Backward: breaks(is), Forward: breaks(was)})
	}
}

func literal(v view) bool {
	return slices.ContainsFunc(v.numbers(), func(n *model.Numbers) bool { return n.Literal })
}

// edges tells how the bounds on one side differ.
func (t *teller) edges(o, n *edge, sign int, at spot) {
	switch {
	case o == nil && n == nil:
	case o == nil:
		t.rules(at, nil, &n.bound.Rule, n.bound.Rule.Message+", had no such bound", Breaks, Compatible)
	case n == nil:
		t.rules(at, &o.bound.Rule, nil, "no longer "+o.bound.Rule.Message, Compatible, Breaks)
	default:
		message := n.bound.Rule.Message + ", was " + o.bound.Limit
		t.rules(at, &o.bound.Rule, &n.bound.Rule, message, breaks(n.stricter(o, sign)), breaks(o.stricter(n, sign)))
	}
}

// divisors tells which numbers the values need no longer, or need now, be multiples of.
func (t *teller) divisors(ov, nv view, at spot) {
	gone, added := otherDivisors(ov, nv), otherDivisors(nv, ov)
	for i := range max(len(gone), len(added)) {
		switch {
		case i >= len(gone):
			t.rules(at, nil, &added[i].Rule, added[i].Rule.Message, Breaks, Compatible)
		case i >= len(added):
			t.rules(at, &gone[i].Rule, nil, "no longer "+gone[i].Rule.Message, Compatible, Breaks)
		default:
			t.rules(at, &gone[i].Rule, &added[i].Rule, added[i].Rule.Message+", was "+gone[i].By,
				breaks(!divisorFits(ov, added[i])), breaks(!divisorFits(nv, gone[i])))
		}
	}
}

// otherDivisors returns the divisors of v that other does not name.
func otherDivisors(v, other view) []model.Divisor {
	var found []model.Divisor
	for _, n := range v.numbers() {
		for _, d := range n.Divisors {
			if !slices.ContainsFunc(other.numbers(), func(n *model.Numbers) bool {
				return slices.ContainsFunc(n.Divisors, func(e model.Divisor) bool { return e.By == d.By })
			}) {
				found = append(found, d)
			}
		}
	}
	return found
}
