package sample

import (
	"iter"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// wrongNumbers proposes numbers that are beyond the bounds, between the multiples, or not listed.
func wrongNumbers(rules *model.Numbers, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil {
			return
		}
		list := []string{"-1", "987654321", "0.12345"}
		if rules.Literal {
			list = append(list, v.Text+".0")
		}
		for _, b := range rules.Bounds {
			list = append(list, b.Limit, plus(b.Limit, 1), plus(b.Limit, -1))
		}
		for i := range rules.Divisors {
			list = append(list, offBeat(v.Text, rules.Divisors, i))
		}
		for _, text := range list {
			if text != "" && !yield(numeral(text)) {
				return
			}
		}
	}
}

// plus returns a number plus another one, nothing if it is too long to be calculated with.
func plus(text string, n int64) string {
	r, ok := rational(text)
	if !ok {
		return ""
	}
	return decimal(r.Add(r, ratOf(n)))
}

// offBeat returns a number near one that is a multiple of all divisors; it is none of that at index i.
func offBeat(text string, divisors []model.Divisor, i int) string {
	r, ok := rational(text)
	by, known := rational(divisors[i].By)
	if !ok || !known {
		return ""
	}
	others := slices.Delete(slices.Clone(divisors), i, i+1)
	if len(others) == 0 {
		return decimal(r.Add(r, by.Quo(by, ratOf(2))))
	}
	return decimal(r.Add(r, stepOf(&model.Numbers{Divisors: others}, model.KindNumber)))
}
