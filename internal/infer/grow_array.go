package infer

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// arrays makes a schema accept arrays.
func (g *grower) arrays(s object, values []*schema.Value, name string) {
	for _, v := range values {
		size(s, "minItems", "maxItems", len(v.Items))
		if isTrue(s.Member("uniqueItems")) && twice(v.Items) {
			s.remove("uniqueItems")
		}
	}
	prefix, rest := itemKeywords(s)
	for i := range prefix {
		g.inner(prefix[i], itemsAt(values, i), name)
	}
	if rest == nil {
		return
	}
	var all []*schema.Value
	for _, v := range values {
		all = append(all, v.Items[min(len(prefix), len(v.Items)):]...)
	}
	g.inner(rest, all, singular(name))
}

// itemKeywords returns the schemas of items by position, and that of the others, in any draft.
func itemKeywords(s object) (prefix []*schema.Value, rest *schema.Value) {
	items := s.Member("items")
	if items != nil && items.Kind == schema.KindArray {
		return items.Items, s.Member("additionalItems")
	}
	if p := s.Member("prefixItems"); p != nil {
		prefix = p.Items
	}
	return prefix, items
}

func itemsAt(arrays []*schema.Value, i int) []*schema.Value {
	var items []*schema.Value
	for _, a := range arrays {
		if i < len(a.Items) {
			items = append(items, a.Items[i])
		}
	}
	return items
}

// twice reports whether an item is there twice.
func twice(items []*schema.Value) bool {
	for i, item := range items {
		if slices.ContainsFunc(items[:i], func(other *schema.Value) bool { return equal(item, other) }) {
			return true
		}
	}
	return false
}
