package lower

import (
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// mergeAlso adds the conditions on the whole value: anyOf, oneOf, not, if, and
// what must be checked by itself.
func (l *lowering) mergeAlso(s *state) {
	check := s.value.Check
	for _, o := range s.opaque {
		check.Also = append(check.Also, &model.All{Value: l.value(s, "Part", o)})
	}
	for i, n := range s.nodes {
		l.mergeChoices(s, i, n)
		if n.Not != nil {
			check.Also = append(check.Also, &model.Not{
				Rule:  l.rule(n, "not", "must not be valid by the schema under not"),
				Value: l.value(s, "Not", s.places(i, n.Not)...),
			})
		}
		l.mergeIf(s, i, n)
		for _, d := range n.DependentSchemas {
			if !always(d.Schema) {
				check.Also = append(check.Also, &model.Dependent{Member: d.Name, Value: l.value(s, "With "+d.Name, s.places(i, d.Schema)...)})
			}
		}
	}
}

func (l *lowering) mergeChoices(s *state, i int, n *schema.Schema) {
	check := s.value.Check
	if len(n.AnyOf) > 1 {
		check.Also = append(check.Also, &model.AnyOf{
			Rule:     l.rule(n, "anyOf", "must be valid by at least one of "+strconv.Itoa(len(n.AnyOf))+" schemas"),
			Branches: l.branches(s, i, n.AnyOf),
		})
	}
	if len(n.OneOf) > 1 {
		check.Also = append(check.Also, &model.OneOf{
			Rule:     l.rule(n, "oneOf", "must be valid by exactly one of "+strconv.Itoa(len(n.OneOf))+" schemas"),
			Branches: l.branches(s, i, n.OneOf),
		})
	}
}

func (l *lowering) branches(s *state, i int, schemas []*schema.Schema) []*model.Value {
	values := make([]*model.Value, len(schemas))
	for k, b := range schemas {
		values[k] = l.value(s, "Option"+strconv.Itoa(k+1), s.places(i, b)...)
	}
	return values
}

// mergeIf adds a condition. One without then and else still evaluates members
// for those who ask.
func (l *lowering) mergeIf(s *state, i int, n *schema.Schema) {
	if n.If == nil {
		return
	}
	c := &model.If{If: l.value(s, "If", s.places(i, n.If)...)}
	if n.Then != nil {
		c.Then = l.value(s, "Then", s.places(i, n.Then)...)
	}
	if n.Else != nil {
		c.Else = l.value(s, "Else", s.places(i, n.Else)...)
	}
	s.value.Check.Also = append(s.value.Check.Also, c)
}
