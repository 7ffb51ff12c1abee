package interpret

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// array checks an array; seen is what has been evaluated, nil if nobody asks.
func (in *Interpreter) array(c *wire.Cursor, check *model.Check, wrong fallback, seen *wire.Evaluated) bool {
	rules := check.Array
	if !equalsOne(c, rules.Enums) {
		return false
	}
	var a wire.Array
	if !c.BeginArray(&a) {
		return wrong(c, check)
	}
	found := make([]int, len(rules.Contains))
	for c.NextItem(&a) {
		if seen != nil && a.Index < len(rules.Prefix) {
			seen.Add(a.Index)
		}
		in.count(c, rules, a.Index, found, seen)
		if !in.item(c, rules, a.Index, seen) {
			return false
		}
	}
	return c.EndArray(&a) && arraySize(c, rules, &a) && arrayFound(c, rules, &a, found)
}

// equalsOne checks that the next value is one of those that are listed.
func equalsOne(c *wire.Cursor, enums []model.Enumeration) bool {
	for _, enum := range enums {
		if !isValueIn(c, enum.Values) && violatesAt(c, c.At(), enum.Rule) {
			return false
		}
	}
	return true
}

func isValueIn(c *wire.Cursor, values []string) bool {
	for _, v := range values {
		if c.Equals(v) {
			return true
		}
	}
	return false
}

// count counts the item at index i for each contains that accepts it.
func (in *Interpreter) count(c *wire.Cursor, rules *model.Arrays, i int, found []int, seen *wire.Evaluated) {
	for n, k := range rules.Contains {
		t := c.Try()
		if t.Done(c, in.accept(c, k.Check)) {
			found[n]++
			if k.Marks && seen != nil {
				seen.Add(i)
			}
		}
		t.Close(c)
	}
}

// item checks the item at index i.
func (in *Interpreter) item(c *wire.Cursor, rules *model.Arrays, i int, seen *wire.Evaluated) bool {
	switch {
	case i < len(rules.Prefix):
		return in.accept(c, rules.Prefix[i])
	case rules.Items != nil:
		return in.accept(c, rules.Items)
	case rules.Unevaluated != nil:
		return in.unevaluated(c, rules.Unevaluated, seen, i)
	}
	return c.Skip()
}

// arraySize checks what is known when the array has been read.
func arraySize(c *wire.Cursor, rules *model.Arrays, a *wire.Array) bool {
	if rules.Min != nil && a.Len() < rules.Min.N && violatesAt(c, a.Start, rules.Min.Rule) {
		return false
	}
	if rules.Max != nil && a.Len() > rules.Max.N && violatesAt(c, a.Start, rules.Max.Rule) {
		return false
	}
	return rules.Unique == nil || c.Unique(a.Start) || !violatesAt(c, a.Start, *rules.Unique)
}

// arrayFound checks how many items each contains has accepted.
func arrayFound(c *wire.Cursor, rules *model.Arrays, a *wire.Array, found []int) bool {
	for i, k := range rules.Contains {
		if k.Min != nil && found[i] < k.Min.N && violatesAt(c, a.Start, k.Min.Rule) {
			return false
		}
		if k.Max != nil && found[i] > k.Max.N && violatesAt(c, a.Start, k.Max.Rule) {
			return false
		}
	}
	return true
}
