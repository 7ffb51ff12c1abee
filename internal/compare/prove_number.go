package compare

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
)

// maxDigits bounds the numbers that are computed with, in decimal digits.
const maxDigits = 400

// rational returns the value of a JSON number that is not absurdly long.
func rational(text string) (*big.Rat, bool) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	e, err := strconv.Atoi(exponent)
	if exponent != "" && (err != nil || e > maxDigits || e < -maxDigits) || len(mantissa) > maxDigits {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// An edge is the least or the greatest number that is allowed.
type edge struct {
	value *big.Rat
	open  bool // the value itself is not allowed
	bound model.Bound
}

// edgeOf returns the strictest of the bounds on one side: sign 1 for those from below. For whole
// numbers it is the last whole number that is allowed. It is nil if there is none that can be
// computed with.
func edgeOf(v view, sign int) *edge {
	var found *edge
	for _, n := range v.numbers() {
		for _, b := range n.Bounds {
			if e := newEdge(b, v.kind); e != nil && side(b) == sign && (found == nil || e.stricter(found, sign)) {
				found = e
			}
		}
	}
	return found
}

// side returns 1 for a bound from below, -1 for one from above.
func side(b model.Bound) int {
	if b.Op[0] == '<' {
		return 1
	}
	return -1
}

func newEdge(b model.Bound, kind model.Kinds) *edge {
	value, ok := rational(b.Limit)
	if !ok {
		return nil
	}
	e := &edge{value: value, open: strings.HasSuffix(b.Op, "="), bound: b}
	if kind == model.KindWhole {
		e.round(side(b))
	}
	return e
}

// round moves the edge to the nearest whole number that is allowed.
func (e *edge) round(sign int) {
	floor := new(big.Int).Div(e.value.Num(), e.value.Denom())
	whole := e.value.IsInt()
	switch {
	case sign > 0 && (!whole || e.open):
		floor.Add(floor, big.NewInt(1))
	case sign < 0 && whole && e.open:
		floor.Sub(floor, big.NewInt(1))
	}
	e.value, e.open = new(big.Rat).SetInt(floor), false
}

// stricter reports whether e allows less than other.
func (e *edge) stricter(other *edge, sign int) bool {
	order := sign * e.value.Cmp(other.value)
	return order > 0 || order == 0 && e.open && !other.open
}

func numberFits(v view, want *model.Numbers) bool {
	have := v.numbers()
	if want.Literal && v.kind == model.KindWhole && !slices.ContainsFunc(have, func(n *model.Numbers) bool { return n.Literal }) {
		return false
	}
	return len(want.Enums) == 0 &&
		!slices.ContainsFunc(want.Bounds, func(b model.Bound) bool { return !boundFits(v, b) }) &&
		!slices.ContainsFunc(want.Divisors, func(d model.Divisor) bool { return !divisorFits(v, d) })
}

func boundFits(v view, want model.Bound) bool {
	if e := newEdge(want, v.kind); e != nil {
		have := edgeOf(v, side(want))
		return have != nil && !e.stricter(have, side(want))
	}
	return slices.ContainsFunc(v.numbers(), func(n *model.Numbers) bool {
		return slices.ContainsFunc(n.Bounds, func(b model.Bound) bool { return b.Op == want.Op && b.Limit == want.Limit })
	})
}

func divisorFits(v view, want model.Divisor) bool {
	by, ok := rational(want.By)
	if ok && v.kind == model.KindWhole && by.Num().IsInt64() && by.Num().Int64() == 1 {
		return true // a fraction that divides every whole number
	}
	for _, n := range v.numbers() {
		for _, d := range n.Divisors {
			have, known := rational(d.By)
			if d.By == want.By || ok && known && new(big.Rat).Quo(have, by).IsInt() {
				return true
			}
		}
	}
	return false
}

// voidNumber reports whether no number of the kind keeps the rules.
func voidNumber(v view) bool {
	low, high := edgeOf(v, 1), edgeOf(v, -1)
	if low != nil && high != nil {
		order := low.value.Cmp(high.value)
		if order > 0 || order == 0 && (low.open || high.open) {
			return true
		}
	}
	if v.kind == model.KindWhole {
		return false
	}
	return slices.ContainsFunc(v.numbers(), func(n *model.Numbers) bool {
		return slices.ContainsFunc(n.Divisors, func(d model.Divisor) bool {
			by, ok := rational(d.By)
			return ok && by.IsInt()
		})
	})
}
