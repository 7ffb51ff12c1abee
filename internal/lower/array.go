package lower

import (
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// mergeArrays adds the rules for arrays of all nodes.
func (l *lowering) mergeArrays(s *state) {
	check := s.value.Check
	if check.Kinds&model.KindArray == 0 {
		check.Array = nil
		return
	}
	l.mergeItems(s)
	for i, n := range s.nodes {
		if n.MinItems != nil && *n.MinItems > 0 {
			tighten(&arrays(check).Min, l.limit(n, "minItems", "must have at least ", *n.MinItems, "item"), 1)
		}
		if n.MaxItems != nil {
			tighten(&arrays(check).Max, l.limit(n, "maxItems", "must have at most ", *n.MaxItems, "item"), -1)
		}
		if n.UniqueItems && arrays(check).Unique == nil {
			rule := l.rule(n, "uniqueItems", "must not have the same item twice")
			arrays(check).Unique = &rule
		}
		if n.Contains != nil {
			l.contains(s, i, n)
		}
	}
}

// mergeItems makes one place for each item of a prefix, and one for all others.
func (l *lowering) mergeItems(s *state) {
	longest := 0
	for _, n := range s.nodes {
		longest = max(longest, len(n.PrefixItems))
	}
	check := s.value.Check
	for i := range longest {
		schemas := itemSchemas(s, i)
		if schemas == nil {
			schemas = []place{l.anything(s)}
		}
		arrays(check).Prefix = append(arrays(check).Prefix, l.value(s, "Item"+strconv.Itoa(i), schemas...))
	}
	if rest := itemSchemas(s, longest); rest != nil {
		arrays(check).Items = l.value(s, "Item", rest...)
	}
}

// itemSchemas returns the schemas for the item at index i.
func itemSchemas(s *state, i int) []place {
	var schemas []place
	for k, n := range s.nodes {
		switch {
		case i < len(n.PrefixItems):
			schemas = append(schemas, place{n.PrefixItems[i], s.scopes[k]})
		case n.Items != nil:
			schemas = append(schemas, place{n.Items, s.scopes[k]})
		}
	}
	return schemas
}

// anything returns the schema true, at the place of s.
func (l *lowering) anything(s *state) place {
	yes := true
	at := s.origin
	return place{&schema.Schema{ID: -1, Location: at.Location, Draft: at.Draft, Boolean: &yes}, l.scopes.empty()}
}

// contains adds a rule for the items that match; since draft 2020-12 it evaluates
// them.
func (l *lowering) contains(s *state, i int, n *schema.Schema) {
	c := model.Contains{Check: l.value(s, "Contained", s.places(i, n.Contains)...), Marks: n.Draft >= schema.Draft2020}
	least := schema.Count(1)
	if n.MinContains != nil {
		least = *n.MinContains
	}
	if least > 0 {
		keyword := "contains"
		if n.MinContains != nil {
			keyword = "minContains"
		}
		c.Min = l.limit(n, keyword, "must contain at least ", least, "matching item")
	}
	if n.MaxContains != nil {
		c.Max = l.limit(n, "maxContains", "must contain at most ", *n.MaxContains, "matching item")
	}
	check := s.value.Check
	arrays(check).Contains = append(arrays(check).Contains, c)
}
