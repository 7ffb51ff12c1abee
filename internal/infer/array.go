package infer

import (
	"github.com/eventgen-go/eventgen/internal/schema"
)

// arrays says what the items of arrays are.
func (d *drawer) arrays(s object, values []*schema.Value, name string) {
	if positions := tuple(values); positions != nil {
		s.note("Items of each position are alike, and all arrays are of the same length.")
		items := make([]*schema.Value, len(positions))
		for i, p := range positions {
			items[i] = d.place(p, name, "")
		}
		s.set("prefixItems", array(items...))
		return
	}
	var all []*schema.Value
	for _, v := range values {
		all = append(all, v.Items...)
	}
	if len(all) > 0 {
		s.set("items", d.place(all, singular(name), ""))
	}
}

// tuple returns the items by position if that is what tells them apart: several arrays of the same
// length, the items at each position of one kind, and those of different positions of different ones.
func tuple(arrays []*schema.Value) [][]*schema.Value {
	const longest = 8
	if len(arrays) < 2 {
		return nil
	}
	positions := make([][]*schema.Value, len(arrays[0].Items))
	if len(positions) < 2 || len(positions) > longest {
		return nil
	}
	for _, a := range arrays {
		if len(a.Items) != len(positions) {
			return nil
		}
		for i, item := range a.Items {
			positions[i] = append(positions[i], item)
		}
	}
	seen := map[string]bool{}
	for _, p := range positions {
		names := byKind(p).types()
		if len(names) != 1 {
			return nil
		}
		seen[names[0]] = true
	}
	if len(seen) < 2 || seen["integer"] && seen["number"] && len(seen) == 2 {
		return nil
	}
	return positions
}
