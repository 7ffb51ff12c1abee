package load

import "github.com/eventgen-go/eventgen/internal/schema"

func (r *reader) readArrays() {
	s := r.schema
	r.readItems()
	s.MinItems = r.count("minItems")
	s.MaxItems = r.count("maxItems")
	s.UniqueItems = r.isTrue("uniqueItems")
	s.UnevaluatedItems = r.sub("unevaluatedItems")
	if s.Contains = r.sub("contains"); s.Contains != nil {
		s.MinContains = r.count("minContains")
		s.MaxContains = r.count("maxContains")
	}
}

// readItems reads what draft 2020-12 calls prefixItems and items, and what
// earlier drafts call items and additionalItems if items is an array.
func (r *reader) readItems() {
	s := r.schema
	if s.Draft < schema.Draft2020 && r.kind("items", schema.KindArray) != nil {
		s.PrefixItems = r.subs("items")
		s.Items = r.sub("additionalItems")
		return
	}
	s.PrefixItems = r.subs("prefixItems")
	s.Items = r.sub("items")
}
