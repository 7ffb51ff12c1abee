package sample

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// array proposes an array of a few items.
func (d *dice) array(v *model.Value) *schema.Value {
	rules := v.Check.Array
	if rules == nil {
		rules = &model.Arrays{}
	}
	if listed := d.listed(rules.Enums); listed != nil {
		return listed
	}
	wanted := d.search.contained(rules)
	least, n := d.length(rules, len(wanted), d.likely(v))
	list := d.items(rules, n-len(wanted))
	if len(rules.Prefix) == 0 {
		list = append(wanted, list...)
	} else {
		list = append(list, wanted...)
	}
	if len(list) < least {
		return nil
	}
	return arrayOf(list)
}

// items proposes up to n items, different ones where that is asked for.
func (d *dice) items(rules *model.Arrays, n int) []*schema.Value {
	var list []*schema.Value
	seen := map[string]bool{}
	for misses := 0; len(list) < n && misses < maxAttempts; {
		item := d.item(rules, len(list))
		if item == nil {
			break
		}
		text := item.JSON()
		if rules.Unique != nil && seen[text] {
			misses++
			continue
		}
		seen[text] = true
		list = append(list, item)
	}
	return list
}

// length chooses how long an array is, and tells how long it has to be.
func (d *dice) length(rules *model.Arrays, wanted int, likely float64) (least, n int) {
	const more = 3
	least = wanted
	if rules.Min != nil {
		least = max(least, rules.Min.N)
	}
	least = min(least, maxSample)
	most := maxSample
	if rules.Max != nil {
		most = rules.Max.N
	}
	switch {
	case rules.Items != nil && rules.Items.Check.Never():
		most = min(most, len(rules.Prefix))
	case rules.Items == nil && len(rules.Prefix) > 0: // the schema does not speak of more
		most = min(most, max(least, len(rules.Prefix)))
	}
	n = least
	for n < min(most, max(least, len(rules.Prefix))+more) && d.chance(likely) {
		n++
		if n > len(rules.Prefix) {
			likely *= 0.7
		}
	}
	return least, n
}

func (d *dice) item(rules *model.Arrays, index int) *schema.Value {
	if place := placeOf(rules, index); place != nil {
		return d.value(place)
	}
	return d.anything()
}
