package sample

import (
	"iter"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// refine proposes values for a place that grow from v: each condition may ask for more members. It
// goes on until yield returns false; then it does too.
func (m *minimizer) refine(place *model.Value, v *schema.Value, also []model.Also, yield func(*schema.Value) bool) bool {
	if len(also) == 0 {
		return yield(v)
	}
	for grown := range m.grown(place, v, also[0]) {
		if m.budget <= 0 {
			return false
		}
		if m.meets(grown, also[0]) && !m.refine(place, grown, also[1:], yield) {
			return false
		}
	}
	return true
}

// meets reports whether a value follows one condition. It prunes the search: without it several
// conditions with many branches each would be tried in every combination.
func (m *minimizer) meets(v *schema.Value, a model.Also) bool {
	return m.accepts(&model.Value{Check: &model.Check{Kinds: model.KindAny, Also: []model.Also{a}}}, v)
}

// grown proposes a value as it is, and with what the schemas of a condition ask for.
func (m *minimizer) grown(place *model.Value, v *schema.Value, a model.Also) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if !yield(v) {
			return
		}
		for _, part := range parts(a) {
			if !yield(m.aligned(v, part)) {
				return
			}
			more := m.first(part)
			if more == nil {
				continue
			}
			if !yield(m.aligned(merged(v, more), place)) || !yield(merged(v, more)) || !yield(merged(more, v)) {
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

// aligned returns v with other values for the members that a place does not accept as they are.
func (m *minimizer) aligned(v *schema.Value, place *model.Value) *schema.Value {
	if v.Kind != schema.KindObject || place.Check.Object == nil {
		return v
	}
	members := slices.Clone(v.Members)
	for _, member := range place.Check.Object.Members {
		i := slices.IndexFunc(members, func(has schema.Member) bool { return has.Name == member.Name })
		if i < 0 || m.accepts(member.Value, members[i].Value) {
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
