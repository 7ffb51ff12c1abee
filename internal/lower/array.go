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
	for _, n := range s.nodes {
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
			l.contains(s, n)
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
			schemas = []*schema.Schema{anything(s.origin)}
		}
		arrays(check).Prefix = append(arrays(check).Prefix, l.value(s, "Item"+strconv.Itoa(i), schemas...))
	}
	if rest := itemSchemas(s, longest); rest != nil {
		arrays(check).Items = l.value(s, "Item", rest...)
	}
}

// itemSchemas returns the schemas for the item at index i.
func itemSchemas(s *state, i int) []*schema.Schema {
	var schemas []*schema.Schema
	for _, n := range s.nodes {
		switch {
		case i < len(n.PrefixItems):
			schemas = append(schemas, n.PrefixItems[i])
		case n.Items != nil:
			schemas = append(schemas, n.Items)
		}
	}
	return schemas
}

// anything returns the schema true, at the place of another.
func anything(at *schema.Schema) *schema.Schema {
	yes := true
	return &schema.Schema{ID: -1, Location: at.Location, Draft: at.Draft, Boolean: &yes}
}

func (l *lowering) contains(s *state, n *schema.Schema) {
	c := model.Contains{Check: l.value(s, "Contained", n.Contains)}
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
