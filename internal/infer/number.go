package infer

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// numberType returns the type of numbers: integer if all are written as whole ones.
func numberType(numbers []*schema.Value) string {
	for _, v := range numbers {
		if strings.ContainsAny(v.Text, ".eE") {
			return "number"
		}
	}
	return "integer"
}

// numbers says how Go has to hold numbers that its usual types cannot.
func numbers(s object, values []*schema.Value) {
	if len(values) == 0 {
		return
	}
	whole := numberType(values) == "integer"
	lowest, highest := new(big.Int), new(big.Int)
	for _, v := range values {
		if !whole {
			if _, err := strconv.ParseFloat(v.Text, 64); err != nil {
				s.set("x-go-type", text("json.Number"))
				s.note("A number is out of the range of float64.")
				return
			}
			continue
		}
		n, ok := new(big.Int).SetString(v.Text, 10)
		if !ok {
			return // no number, for a reader to refuse
		}
		if n.Cmp(lowest) < 0 {
			lowest = n
		}
		if n.Cmp(highest) > 0 {
			highest = n
		}
	}
	switch {
	case lowest.IsInt64() && highest.IsInt64():
	case lowest.Sign() >= 0 && highest.IsUint64():
		s.set("minimum", number("0"))
		s.set("maximum", number("18446744073709551615"))
		s.note("A number is out of the range of int64.")
	default:
		s.set("x-go-type", text("json.Number"))
		s.note("A number is out of the range of int64.")
	}
}
