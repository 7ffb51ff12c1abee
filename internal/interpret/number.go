package interpret

import (
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// number checks a number.
func number(c *wire.Cursor, check *model.Check, wrong fallback) bool {
	if !c.Number() {
		return wrong(c, check)
	}
	if !rightNumber(c, check) && violates(c, check.Mismatch) {
		return false
	}
	return check.Number == nil || numberRules(c, check.Number)
}

// rightNumber reports whether the current number is whole, or is not, as check wants it.
func rightNumber(c *wire.Cursor, check *model.Check) bool {
	switch {
	case check.Number != nil && check.Number.Literal:
		return c.IsIntegerLiteral()
	case check.Number != nil && check.Number.Listed:
		return true
	case check.Kinds&model.KindNumber == model.KindWhole:
		return c.IsInteger()
	case check.Kinds&model.KindNumber == model.KindFraction:
		return !c.IsInteger()
	}
	return true
}

func numberRules(c *wire.Cursor, n *model.Numbers) bool {
	for _, b := range n.Bounds {
		if beyond(compare(c, b.Limit), b.Op) && violates(c, b.Rule) {
			return false
		}
	}
	for _, d := range n.Divisors {
		if !c.MultipleOf(d.By) && violates(c, d.Rule) {
			return false
		}
	}
	for _, enum := range n.Enums {
		if !isNumberIn(c, enum.Values) && violates(c, enum.Rule) {
			return false
		}
	}
	return true
}

// beyond reports whether order, of a number and its limit, is the relation op that breaks a bound.
func beyond(order int, op string) bool {
	switch op {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}

// compare compares the current number with a limit.
func compare(c *wire.Cursor, limit string) int {
	if n, err := strconv.ParseInt(limit, 10, 64); err == nil {
		return c.CompareInt(n)
	}
	return c.Compare(limit)
}

func isNumberIn(c *wire.Cursor, values []string) bool {
	for _, v := range values {
		if compare(c, v) == 0 {
			return true
		}
	}
	return false
}
