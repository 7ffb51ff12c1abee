package sample

import (
	"iter"
	"math/big"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// numbers proposes numbers of a kind: those that are listed, zero, then those within the bounds,
// the least first.
func (m *minimizer) numbers(v *model.Value, kind model.Kinds) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		rules := v.Check.Number
		if rules == nil {
			rules = &model.Numbers{}
		}
		for _, enum := range rules.Enums {
			for _, text := range enum.Values {
				if !yield(numeral(text)) {
					return
				}
			}
		}
		for n := range within(rules, kind) {
			if text := decimal(n); text != "" && !yield(numeral(text)) {
				return
			}
		}
	}
}

// within yields numbers that may be in the bounds.
func within(rules *model.Numbers, kind model.Kinds) iter.Seq[*big.Rat] {
	return func(yield func(*big.Rat) bool) {
		step := stepOf(rules, kind)
		start, sign := startOf(rules)
		if !yield(new(big.Rat)) {
			return
		}
		// The first multiple of step that is not before the start.
		n := new(big.Rat).Quo(start, step)
		k := floor(n)
		if sign > 0 && !n.IsInt() {
			k.Add(k, big.NewInt(1))
		}
		for range maxTries {
			if !yield(new(big.Rat).Mul(new(big.Rat).SetInt(k), step)) {
				return
			}
			k.Add(k, big.NewInt(sign))
		}
	}
}

func floor(r *big.Rat) *big.Int {
	return new(big.Int).Div(r.Num(), r.Denom()) // Euclidean, and the divisor is positive
}

// startOf returns the end of the range at which the search begins, and its direction.
func startOf(rules *model.Numbers) (start *big.Rat, sign int64) {
	switch low, high := limits(rules); {
	case low != nil:
		return low, 1
	case high != nil:
		return high, -1
	}
	return new(big.Rat), 1
}

// limits returns the ends of the range, nil where there is none.
func limits(rules *model.Numbers) (low, high *big.Rat) {
	for _, b := range rules.Bounds {
		limit, ok := rational(b.Limit)
		switch below := b.Op[0] == '<'; {
		case !ok:
		case below && (low == nil || limit.Cmp(low) > 0):
			low = limit
		case !below && (high == nil || limit.Cmp(high) < 0):
			high = limit
		}
	}
	return low, high
}

// stepOf returns the distance between numbers that are worth a try: the least common multiple of
// the divisors, and of 1 for whole numbers.
func stepOf(rules *model.Numbers, kind model.Kinds) *big.Rat {
	var step *big.Rat
	if kind == model.KindWhole {
		step = big.NewRat(1, 1)
	}
	for _, d := range rules.Divisors {
		by, ok := rational(d.By)
		switch {
		case !ok || by.Sign() == 0:
		case step == nil:
			step = by
		default:
			step = commonMultiple(step, by)
		}
	}
	if step == nil {
		return fraction(rules)
	}
	return step
}

// fraction returns a distance that is small in comparison with the range.
func fraction(rules *model.Numbers) *big.Rat {
	step := big.NewRat(1, 2)
	var limits []*big.Rat
	for _, b := range rules.Bounds {
		if limit, ok := rational(b.Limit); ok {
			limits = append(limits, limit)
		}
	}
	for _, a := range limits {
		for _, b := range limits {
			if d := new(big.Rat).Sub(a, b); d.Sign() > 0 && d.Cmp(step) <= 0 {
				step = d.Mul(d, big.NewRat(1, 4))
			}
		}
	}
	return step
}

// commonMultiple returns the least common multiple of two numbers.
func commonMultiple(a, b *big.Rat) *big.Rat {
	x, y := new(big.Int).Mul(a.Num(), b.Denom()), new(big.Int).Mul(b.Num(), a.Denom())
	x.Abs(x)
	y.Abs(y)
	denominator := new(big.Int).Mul(a.Denom(), b.Denom())
	common := new(big.Int).GCD(nil, nil, x, y)
	product := new(big.Int).Mul(x, y)
	if product.BitLen() > maxDigits {
		return a
	}
	return new(big.Rat).SetFrac(product.Quo(product, common), denominator)
}

// maxDigits bounds the digits of numbers that are calculated with, here and in whole.
const maxDigits = 400

// decimal returns a number as JSON, nothing if it has no end or a far one.
func decimal(r *big.Rat) string {
	if digits, exact := r.FloatPrec(); exact && digits < maxDigits {
		return r.FloatString(digits)
	}
	return ""
}

func ratOf(n int64) *big.Rat { return big.NewRat(n, 1) }

// rational returns the value of a JSON number that is not absurdly long.
func rational(text string) (*big.Rat, bool) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	if e, err := strconv.Atoi(exponent); exponent != "" && (err != nil || e > maxDigits || e < -maxDigits) || len(mantissa) > maxDigits {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}
