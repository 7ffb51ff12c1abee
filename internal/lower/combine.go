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
	for _, n := range s.nodes {
		l.mergeChoices(s, n)
		if n.Not != nil {
			check.Also = append(check.Also, &model.Not{
				Rule:  l.rule(n, "not", "must not be valid by the schema under not"),
				Value: l.value(s, "Not", n.Not),
			})
		}
		l.mergeIf(s, n)
		for _, d := range n.DependentSchemas {
			if !always(d.Schema) {
				check.Also = append(check.Also, &model.Dependent{Member: d.Name, Value: l.value(s, "With"+d.Name, d.Schema)})
			}
		}
		l.refuseUncompiled(n)
	}
}

func (l *lowering) mergeChoices(s *state, n *schema.Schema) {
	check := s.value.Check
	if len(n.AnyOf) > 1 {
		check.Also = append(check.Also, &model.AnyOf{
			Rule:     l.rule(n, "anyOf", "must be valid by at least one of "+strconv.Itoa(len(n.AnyOf))+" schemas"),
			Branches: l.branches(s, n.AnyOf),
		})
	}
	if len(n.OneOf) > 1 {
		check.Also = append(check.Also, &model.OneOf{
			Rule:     l.rule(n, "oneOf", "must be valid by exactly one of "+strconv.Itoa(len(n.OneOf))+" schemas"),
			Branches: l.branches(s, n.OneOf),
		})
	}
}

func (l *lowering) branches(s *state, schemas []*schema.Schema) []*model.Value {
	values := make([]*model.Value, len(schemas))
	for i, b := range schemas {
		values[i] = l.value(s, "Option"+strconv.Itoa(i+1), b)
	}
	return values
}

func (l *lowering) mergeIf(s *state, n *schema.Schema) {
	if n.If == nil || n.Then == nil && n.Else == nil {
		return
	}
	c := &model.If{If: l.value(s, "If", n.If)}
	if n.Then != nil {
		c.Then = l.value(s, "Then", n.Then)
	}
	if n.Else != nil {
		c.Else = l.value(s, "Else", n.Else)
	}
	s.value.Check.Also = append(s.value.Check.Also, c)
}

// refuseUncompiled refuses the keywords that have no code yet.
func (l *lowering) refuseUncompiled(n *schema.Schema) {
	const hint = "this keyword is not compiled yet"
	if n.UnevaluatedItems != nil {
		l.refuse(n, "unevaluatedItems", "unevaluatedItems is not supported", hint)
	}
	if n.UnevaluatedProperties != nil {
		l.refuse(n, "unevaluatedProperties", "unevaluatedProperties is not supported", hint)
	}
	if n.Dynamic != nil {
		keyword := "$dynamicRef"
		if n.Source.Member(keyword) == nil {
			keyword = "$recursiveRef"
		}
		l.refuse(n, keyword, keyword+" is not supported", hint)
	}
}
