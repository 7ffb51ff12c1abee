package sample

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// kindOf are the kinds of values; a number may be of either.
var kindOf = map[schema.Kind]model.Kinds{
	schema.KindNull:   model.KindNull,
	schema.KindFalse:  model.KindBool,
	schema.KindTrue:   model.KindBool,
	schema.KindNumber: model.KindNumber,
	schema.KindString: model.KindString,
	schema.KindArray:  model.KindArray,
	schema.KindObject: model.KindObject,
}

// applied returns the places that have a say in a value at place v: v itself, and those to which it
// hands the value and that accept it.
func (m *Maker) applied(v *model.Value, doc *schema.Value) []*model.Value {
	list := []*model.Value{v}
	for i := 0; i < len(list); i++ {
		check := list[i].Check
		for _, c := range check.Cases {
			if c.Kinds&kindOf[doc.Kind] != 0 {
				list = append(list, c.Value)
			}
		}
		for _, a := range check.Also {
			list = append(list, m.chosen(a, doc)...)
		}
	}
	return list
}

// chosen returns the places of a condition that a value is valid by and has to be, or may be.
func (m *Maker) chosen(a model.Also, doc *schema.Value) []*model.Value {
	var list []*model.Value
	switch a := a.(type) {
	case *model.All:
		return []*model.Value{a.Value}
	case *model.AnyOf:
		list = a.Branches
	case *model.OneOf:
		list = a.Branches
	case *model.Dependent:
		if doc.Member(a.Member) != nil {
			return []*model.Value{a.Value}
		}
	case *model.If:
		list = parts(a)
	}
	var accepting []*model.Value
	for _, v := range list {
		if m.accepts(v, doc) {
			accepting = append(accepting, v)
		}
	}
	return accepting
}

// members returns the places for the member of a name, in objects at some places.
func (m *Maker) members(places []*model.Value, name string) []*model.Value {
	var list []*model.Value
	for _, v := range places {
		if rules := v.Check.Object; rules != nil {
			list = append(list, m.member(rules, name)...)
		}
	}
	return list
}

func (m *Maker) member(rules *model.Objects, name string) []*model.Value {
	for _, member := range rules.Members {
		if member.Name == name && !(member.Unknown && rules.Unevaluated != nil) {
			return []*model.Value{member.Value}
		}
	}
	var list []*model.Value
	for _, r := range rules.Rest {
		before := len(list)
		for _, p := range r.Patterns {
			if expr := m.pattern(p.Pattern); expr != nil && expr.MatchString(name) {
				list = append(list, p.Value)
			}
		}
		if len(list) == before && r.Additional != nil {
			list = append(list, r.Additional)
		}
	}
	if list == nil && rules.Unevaluated != nil {
		return []*model.Value{rules.Unevaluated}
	}
	return list
}

// items returns the places for the item at an index, in arrays at some places.
func items(places []*model.Value, index int) []*model.Value {
	var list []*model.Value
	for _, v := range places {
		if rules := v.Check.Array; rules != nil {
			if place := placeOf(rules, index); place != nil {
				list = append(list, place)
			}
		}
	}
	return list
}

// accepts reports whether a value is valid for a place.
func (m *Maker) accepts(place *model.Value, v *schema.Value) bool {
	return m.check.Accepts(place, []byte(v.JSON()))
}
