package sample

import (
	"iter"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// arrays proposes arrays of the least length, then longer ones, then others of one item.
func (m *minimizer) arrays(v *model.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		rules := v.Check.Array
		if rules == nil {
			rules = &model.Arrays{}
		}
		wanted := m.contained(rules)
		least := len(wanted)
		if rules.Min != nil {
			least = max(least, rules.Min.N)
		}
		const longer = 8
		for n := least; n < least+longer && n <= maxSample; n++ {
			for _, behind := range []int{0, len(rules.Prefix)} {
				if items, ok := m.items(rules, wanted, behind, n); ok && !yield(arrayOf(items)) {
					return
				}
			}
		}
		if rules.Items == nil || len(rules.Prefix) > 0 {
			return
		}
		for _, item := range m.several(rules.Items, maxTries/2) {
			if !yield(arrayOf([]*schema.Value{item})) {
				return
			}
		}
	}
}

// contained returns the items that every contains asks for.
func (m *minimizer) contained(rules *model.Arrays) []*schema.Value {
	var wanted []*schema.Value
	for _, k := range rules.Contains {
		if k.Min == nil {
			continue
		}
		n := min(k.Min.N, maxSample)
		found := m.fitting(rules, k.Check, n)
		if len(found) == 0 {
			continue
		}
		for i := range n {
			wanted = append(wanted, found[i%len(found)])
		}
	}
	return wanted
}

// fitting returns up to n values that contains accepts and that may be items.
func (m *minimizer) fitting(rules *model.Arrays, check *model.Value, n int) []*schema.Value {
	const spare = 50
	place := rules.Items
	if place == nil {
		return m.several(check, n)
	}
	var fit []*schema.Value
	for _, v := range m.several(check, n+spare) {
		if m.accepts(place, v) {
			fit = append(fit, v)
		}
	}
	for _, v := range m.several(place, n+spare) {
		if m.accepts(check, v) {
			fit = append(fit, v)
		}
	}
	return fit[:min(len(fit), n)]
}

// items returns n items, the wanted ones from an index on, false if there is no value for one.
func (m *minimizer) items(rules *model.Arrays, wanted []*schema.Value, from, n int) ([]*schema.Value, bool) {
	var items []*schema.Value
	supply := map[*model.Value][]*schema.Value{}
	for i := range max(n, from+len(wanted)) {
		if j := i - from; j >= 0 && j < len(wanted) {
			items = append(items, wanted[j])
			continue
		}
		place := placeOf(rules, i)
		if _, ok := supply[place]; !ok {
			supply[place] = m.supply(place, rules, n)
		}
		rest := supply[place]
		if len(rest) == 0 {
			return nil, false
		}
		items = append(items, rest[0])
		if len(rest) > 1 {
			supply[place] = rest[1:]
		}
	}
	return items, true
}

// supply returns values for the items of one place: different ones where that is asked for.
func (m *minimizer) supply(place *model.Value, rules *model.Arrays, n int) []*schema.Value {
	switch {
	case place == nil && rules.Unique == nil:
		return []*schema.Value{word(schema.KindNull)}
	case place == nil:
		return counted(n)
	case rules.Unique != nil:
		return m.several(place, n)
	}
	if one := m.first(place); one != nil {
		return []*schema.Value{one}
	}
	return nil
}

// placeOf returns the place of the item at index i, nil if it may be anything.
func placeOf(rules *model.Arrays, i int) *model.Value {
	if i < len(rules.Prefix) {
		return rules.Prefix[i]
	}
	if rules.Items == nil {
		return rules.Unevaluated
	}
	return rules.Items
}

// counted returns n different numbers.
func counted(n int) []*schema.Value {
	list := make([]*schema.Value, n)
	for i := range list {
		list[i] = numeral(strconv.Itoa(i))
	}
	return list
}
