package lower

import (
	"iter"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// refined proposes values that grow from one: each condition may ask for more members.
func (m *minimizer) refined(v *schema.Value, also []model.Also) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) { m.refine(v, also, yield) }
}

// refine proposes values until yield returns false; then it does too.
func (m *minimizer) refine(v *schema.Value, also []model.Also, yield func(*schema.Value) bool) bool {
	if len(also) == 0 {
		return yield(v)
	}
	for grown := range m.grown(v, also[0]) {
		if m.budget <= 0 {
			return false
		}
		if m.meets(grown, also[0]) && !m.refine(grown, also[1:], yield) {
			return false
		}
	}
	return true
}

// meets reports whether a value follows one condition. It prunes the search: without it several
// conditions with many branches each would be tried in every combination.
func (m *minimizer) meets(v *schema.Value, a model.Also) bool {
	text, ok := m.text(v)
	only := &model.Value{Check: &model.Check{Kinds: model.KindAny, Also: []model.Also{a}}}
	return ok && m.check.Accepts(only, []byte(text))
}

// grown proposes a value as it is, and with what the schemas of a condition ask for.
func (m *minimizer) grown(v *schema.Value, a model.Also) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if !yield(v) {
			return
		}
		for _, part := range parts(a) {
			if more := m.first(part); more != nil && (!yield(merged(v, more)) || !yield(merged(more, v))) {
				return
			}
			if !yield(m.aligned(v, part)) {
				return
			}
		}
	}
}

// parts returns the schemas of a condition that a value may have to be valid by.
func parts(a model.Also) []*model.Value {
	switch a := a.(type) {
	case *model.All:
		return []*model.Value{a.Value}
	case *model.AnyOf:
		return a.Branches
	case *model.OneOf:
		return a.Branches
	case *model.Dependent:
		return []*model.Value{a.Value}
	case *model.If:
		all := []*model.Value{a.Then, a.If, a.Else}
		return slices.DeleteFunc(all, func(v *model.Value) bool { return v == nil })
	}
	return nil
}

// aligned returns v with other values for the members that part does not accept as they are.
func (m *minimizer) aligned(v *schema.Value, part *model.Value) *schema.Value {
	if v.Kind != schema.KindObject || part.Check.Object == nil {
		return v
	}
	members := slices.Clone(v.Members)
	for _, member := range part.Check.Object.Members {
		i := slices.IndexFunc(members, func(has schema.Member) bool { return has.Name == member.Name })
		if i < 0 {
			continue
		}
		if text, ok := m.text(members[i].Value); ok && m.check.Accepts(member.Value, []byte(text)) {
			continue
		}
		if value := m.first(member.Value); value != nil {
			members[i].Value = value
		}
	}
	return objectOf(members)
}

// merged returns v with the members of more; where both are no objects, more.
func merged(v, more *schema.Value) *schema.Value {
	if v.Kind != schema.KindObject || more.Kind != schema.KindObject {
		return more
	}
	members := slices.Clone(v.Members)
	for _, added := range more.Members {
		i := slices.IndexFunc(members, func(m schema.Member) bool { return m.Name == added.Name })
		if i < 0 {
			members = append(members, added)
			continue
		}
		members[i].Value = merged(members[i].Value, added.Value)
	}
	return objectOf(members)
}
