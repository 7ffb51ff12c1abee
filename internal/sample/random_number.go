package sample

import (
	"math"
	"math/big"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// number proposes a number of a kind: one that is listed, or one between the bounds.
func (d *dice) number(v *model.Value, kind model.Kinds) *schema.Value {
	rules := v.Check.Number
	if rules == nil {
		rules = &model.Numbers{}
	}
	if len(rules.Enums) > 0 {
		return numeral(one(d, one(d, rules.Enums).Values))
	}
	step := stepOf(rules, kind)
	low, high := span(rules, step)
	first := ceiling(new(big.Rat).Quo(low, step))
	count := new(big.Int).Sub(floor(new(big.Rat).Quo(high, step)), first)
	if count.Sign() < 0 {
		return nil
	}
	k := new(big.Int).Add(first, d.below(count))
	text := decimal(new(big.Rat).Mul(new(big.Rat).SetInt(k), step))
	if text == "" {
		return nil
	}
	return numeral(text)
}

// span returns the range in which numbers are made: of so many steps where the bounds leave it open.
func span(rules *model.Numbers, step *big.Rat) (low, high *big.Rat) {
	const steps = 1000
	width := new(big.Rat).Mul(step, big.NewRat(steps, 1))
	switch low, high = limits(rules); {
	case low == nil && high == nil:
		low, high = new(big.Rat), width
	case low == nil:
		low = new(big.Rat).Sub(high, width)
	case high == nil:
		high = new(big.Rat).Add(low, width)
	}
	return low, high
}

// below returns a number from 0 to most.
func (d *dice) below(most *big.Int) *big.Int {
	if most.IsUint64() && most.Uint64() < math.MaxUint64 {
		return new(big.Int).SetUint64(d.Uint64N(most.Uint64() + 1))
	}
	return new(big.Int).SetUint64(d.Uint64())
}

func ceiling(r *big.Rat) *big.Int {
	k := floor(r)
	if !r.IsInt() {
		k.Add(k, big.NewInt(1))
	}
	return k
}

// digits returns a whole number below a limit.
func (d *dice) digits(limit int) string { return strconv.Itoa(d.IntN(limit)) }
