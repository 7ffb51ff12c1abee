package sample

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// refine gives a value what the conditions on it as a whole ask for. Whether that was enough is for
// the check to say.
func (d *dice) refine(place *model.Value, v *schema.Value) *schema.Value {
	for _, a := range place.Check.Also {
		if v == nil {
			return nil
		}
		v = d.conform(place, v, a)
	}
	return v
}

func (d *dice) conform(place *model.Value, v *schema.Value, a model.Also) *schema.Value {
	switch a := a.(type) {
	case *model.All:
		return d.grow(place, v, a.Value)
	case *model.AnyOf:
		return d.grow(place, v, one(d, a.Branches))
	case *model.OneOf:
		return d.grow(place, v, one(d, a.Branches))
	case *model.Dependent:
		return d.depend(place, v, a)
	case *model.If:
		return d.choose(place, v, a)
	}
	return v
}

// depend makes an object follow what is asked of those with a member, and may give it the member.
func (d *dice) depend(place *model.Value, v *schema.Value, a *model.Dependent) *schema.Value {
	if v.Kind == schema.KindObject && v.Member(a.Member) == nil && d.chance(d.likely(place)) {
		v = objectOf(with(v.Members, a.Member, d.anything()))
	}
	if v.Member(a.Member) == nil {
		return v
	}
	return d.grow(place, v, a.Value)
}

// choose makes a value follow a condition, now this way, now the other.
func (d *dice) choose(place *model.Value, v *schema.Value, a *model.If) *schema.Value {
	if d.chance(0.5) {
		v = d.grow(place, v, a.If)
	}
	if v == nil {
		return nil
	}
	chosen := a.Else
	if d.accepts(a.If, v) {
		chosen = a.Then
	}
	if chosen == nil {
		return v
	}
	return d.grow(place, v, chosen)
}

// grow returns v with what makes it valid by a schema that applies as well.
func (d *dice) grow(place *model.Value, v *schema.Value, by *model.Value) *schema.Value {
	if d.accepts(by, v) {
		return v
	}
	more := d.value(by)
	if more == nil {
		return v
	}
	return d.aligned(merged(v, more), place)
}

// aligned returns v with other values for the parts that a place does not accept as they are.
func (d *dice) aligned(v *schema.Value, place *model.Value) *schema.Value {
	switch rules := place.Check; {
	case v.Kind == schema.KindObject && rules.Object != nil:
		members := slices.Clone(v.Members)
		for i, m := range members {
			for _, p := range d.member(rules.Object, m.Name) {
				members[i].Value = d.better(m.Value, p)
			}
		}
		return objectOf(members)
	case v.Kind == schema.KindArray && rules.Array != nil:
		list := slices.Clone(v.Items)
		for i, item := range list {
			if i < len(rules.Array.Prefix) {
				list[i] = d.better(item, rules.Array.Prefix[i])
			} else if rules.Array.Items != nil {
				list[i] = d.better(item, rules.Array.Items)
			}
		}
		return arrayOf(list)
	}
	return v
}

// better returns v if a place accepts it, else a value that the place does accept, if one is found.
func (d *dice) better(v *schema.Value, place *model.Value) *schema.Value {
	if d.accepts(place, v) {
		return v
	}
	if value := d.value(place); value != nil {
		return value
	}
	return v
}
