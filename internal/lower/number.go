package lower

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// mergeNumbers adds the bounds and divisors of all nodes.
func (l *lowering) mergeNumbers(s *state) {
	check := s.value.Check
	if check.Kinds&model.KindNumber == 0 {
		check.Number = nil
		return
	}
	for _, n := range s.nodes {
		l.bound(check, n, "minimum", n.Minimum, "<", "must be at least ")
		l.bound(check, n, "exclusiveMinimum", n.ExclusiveMinimum, "<=", "must be greater than ")
		l.bound(check, n, "maximum", n.Maximum, ">", "must be at most ")
		l.bound(check, n, "exclusiveMaximum", n.ExclusiveMaximum, ">=", "must be less than ")
		if n.MultipleOf != nil {
			rule := l.rule(n, "multipleOf", "must be a multiple of "+n.MultipleOf.Text)
			numbers(check).Divisors = append(numbers(check).Divisors, model.Divisor{Rule: rule, By: n.MultipleOf.Text})
		}
	}
}

func (l *lowering) bound(check *model.Check, n *schema.Schema, keyword string, limit *schema.Value, op, message string) {
	if limit == nil {
		return
	}
	rule := l.rule(n, keyword, message+limit.Text)
	numbers(check).Bounds = append(numbers(check).Bounds, model.Bound{Rule: rule, Op: op, Limit: limit.Text})
}

// integerType chooses the Go type for whole numbers within the bounds: int64,
// or narrower or unsigned if both ends of the range are known, or if int64 holds
// nothing that is within them.
func integerType(n *model.Numbers) model.Basic {
	if n == nil {
		return model.Int64
	}
	lo, hi := wholeRange(n)
	switch {
	case lo != nil && hi == nil && !lo.IsInt64():
		return model.Uint64
	case lo == nil || hi == nil:
		return model.Int64
	}
	types := []model.Basic{model.Int8, model.Int16, model.Int32, model.Int64}
	if lo.Sign() >= 0 {
		types = []model.Basic{model.Uint8, model.Uint16, model.Uint32, model.Int64, model.Uint64}
	}
	for _, t := range types {
		min, max := typeRange(t)
		if lo.Cmp(min) >= 0 && hi.Cmp(max) <= 0 {
			return t
		}
	}
	return model.Int64
}

// typeRange returns the ends of an integer type's range.
func typeRange(t model.Basic) (min, max *big.Int) {
	unsigned := strings.HasPrefix(string(t), "u")
	bits, _ := strconv.Atoi(strings.TrimLeft(string(t), "uint"))
	one := big.NewInt(1)
	if unsigned {
		max = new(big.Int).Lsh(one, uint(bits))
		return new(big.Int), max.Sub(max, one)
	}
	max = new(big.Int).Lsh(one, uint(bits-1))
	return new(big.Int).Neg(max), max.Sub(max, one)
}

// wholeRange returns the least and the greatest whole number within the bounds
// and enumerations; nil where there is no such end.
func wholeRange(n *model.Numbers) (lo, hi *big.Int) {
	for _, b := range n.Bounds {
		limit, ok := whole(b.Limit)
		if !ok {
			continue
		}
		switch b.Op {
		case "<":
			lo = larger(lo, limit)
		case "<=":
			lo = larger(lo, limit.Add(limit, big.NewInt(1)))
		case ">":
			hi = smaller(hi, limit)
		case ">=":
			hi = smaller(hi, limit.Sub(limit, big.NewInt(1)))
		}
	}
	for _, e := range n.Enums {
		for i, text := range e.Values {
			v, ok := whole(text)
			if !ok {
				continue
			}
			if i == 0 {
				lo, hi = v, v
			}
			lo, hi = smaller(lo, v), larger(hi, v)
		}
	}
	return lo, hi
}

func larger(a, b *big.Int) *big.Int {
	if a == nil || b.Cmp(a) > 0 {
		return b
	}
	return a
}

func smaller(a, b *big.Int) *big.Int {
	if a == nil || b.Cmp(a) < 0 {
		return b
	}
	return a
}

// whole returns the value of a JSON number that is whole and not absurdly long.
func whole(text string) (*big.Int, bool) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	if e, err := strconv.Atoi(exponent); exponent != "" && (err != nil || e > 400 || e < -400) || len(mantissa) > 400 {
		return nil, false
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok || !r.IsInt() {
		return nil, false
	}
	return new(big.Int).Set(r.Num()), true
}

func allWhole(texts []string) bool {
	for _, t := range texts {
		if _, ok := whole(t); !ok {
			return false
		}
	}
	return true
}
