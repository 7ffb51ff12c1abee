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
		if v.Member(a.Member) != nil {
			return d.grow(place, v, a.Value)
		}
	case *model.If:
		return d.choose(place, v, a)
	}
	return v
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

// aligned returns v with other values for the members that a place does not accept as they are.
func (d *dice) aligned(v *schema.Value, place *model.Value) *schema.Value {
	if v.Kind != schema.KindObject || place.Check.Object == nil {
		return v
	}
	members := slices.Clone(v.Members)
	for i, m := range members {
		for _, p := range d.member(place.Check.Object, m.Name) {
			if d.accepts(p, m.Value) {
				continue
			}
			if value := d.value(p); value != nil {
				members[i].Value = value
			}
		}
	}
	return objectOf(members)
}
