package compare

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

func (p *prover) arrayFits(v view, want *model.Arrays) bool {
	have := v.arrays()
	least, most := minItems(have), maxItems(have)
	switch {
	case len(want.Enums) > 0,
		want.Unevaluated != nil && want.Items == nil,
		!implies(least, want.Min, 1) || !implies(most, want.Max, -1),
		want.Unique != nil && !isUnique(have) && (most == nil || most.N > 1):
		return false
	}
	return p.itemsFit(v, want, most) &&
		!slices.ContainsFunc(want.Contains, func(c model.Contains) bool { return !p.containsFits(v, c) })
}

func minItems(rules []*model.Arrays) *model.Limit {
	return strictest(rules, 1, func(a *model.Arrays) *model.Limit { return a.Min })
}

func maxItems(rules []*model.Arrays) *model.Limit {
	return strictest(rules, -1, func(a *model.Arrays) *model.Limit { return a.Max })
}

func isUnique(rules []*model.Arrays) bool {
	return slices.ContainsFunc(rules, func(a *model.Arrays) bool { return a.Unique != nil })
}

// itemsFit shows that the items at each position, and those behind all prefixes, fit.
func (p *prover) itemsFit(v view, want *model.Arrays, most *model.Limit) bool {
	positions := max(v.positions(), len(want.Prefix))
	for i := range positions + 1 {
		if most != nil && i >= most.N {
			return true
		}
		if item := itemAt(want, i); item != nil && !p.fits(v.item(i), item.Check) {
			return false
		}
	}
	return true
}

// positions returns how many items have a position of their own.
func (v view) positions() int {
	n := 0
	for _, a := range v.arrays() {
		n = max(n, len(a.Prefix))
	}
	return n
}

// item returns what is known of the item at a position.
func (v view) item(i int) facts {
	var f facts
	for _, a := range v.arrays() {
		if item := itemAt(a, i); item != nil {
			f = f.with(item.Check)
		}
	}
	return f
}

// itemAt returns the place of the item at a position, nil if it may be anything, as far as that can be
// told without the conditions around.
func itemAt(a *model.Arrays, i int) *model.Value {
	if i < len(a.Prefix) {
		return a.Prefix[i]
	}
	return a.Items
}

// containsFits shows that the right number of items matches.
func (p *prover) containsFits(v view, want model.Contains) bool {
	have := v.arrays()
	enough, few := want.Min == nil, want.Max == nil || implies(maxItems(have), want.Max, -1)
	if !enough && implies(minItems(have), want.Min, 1) {
		enough = p.itemsFit(v, &model.Arrays{Items: want.Check}, nil)
	}
	for _, a := range have {
		for _, c := range a.Contains {
			enough = enough || implies(c.Min, want.Min, 1) && p.fits(factsOf(c.Check), want.Check.Check)
			few = few || implies(c.Max, want.Max, -1) && p.fits(factsOf(want.Check), c.Check.Check)
		}
	}
	return enough && few
}

// voidArray reports whether no array keeps the rules.
func (p *prover) voidArray(v view) bool {
	have := v.arrays()
	least, most := minItems(have), maxItems(have)
	if least == nil {
		return false
	}
	if most != nil && least.N > most.N {
		return true
	}
	for i := range min(least.N, v.positions()+1) {
		if p.empty(v.item(i)) {
			return true
		}
	}
	return false
}
