package sample

import (
	"iter"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// wrongInWhole proposes values that break a condition on the value as a whole: such as would be valid
// without the conditions, alone or with what one of them speaks of.
func (w *wrecker) wrongInWhole(place *model.Value, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if len(place.Check.Also) == 0 {
			return
		}
		const some = 8
		bare := *place.Check
		bare.Also = nil
		free := w.search.several(&model.Value{Check: &bare}, some)
		if !mixed(nil, free, v, yield) || v.Kind == schema.KindObject && !lacking(v, yield) {
			return
		}
		for _, part := range asked(place.Check.Also) {
			if !mixed(free, w.search.several(part, some), v, yield) {
				return
			}
		}
	}
}

// mixed yields values alone, with the members of v, and with those of others. It returns false when
// yield does.
func mixed(others, list []*schema.Value, v *schema.Value, yield func(*schema.Value) bool) bool {
	for _, more := range list {
		if !yield(more) || !yield(merged(v, more)) || !yield(merged(more, v)) {
			return false
		}
		for _, base := range others {
			if !yield(merged(base, more)) {
				return false
			}
		}
	}
	return true
}

// lacking yields an object without each of its members. It returns false when yield does.
func lacking(v *schema.Value, yield func(*schema.Value) bool) bool {
	for i := range v.Members {
		if !yield(objectOf(slices.Delete(slices.Clone(v.Members), i, i+1))) {
			return false
		}
	}
	return true
}

// asked returns the schemas that conditions speak of.
func asked(also []model.Also) []*model.Value {
	var list []*model.Value
	for _, a := range also {
		switch a := a.(type) {
		case *model.Not:
			list = append(list, a.Value)
		case *model.OneOf:
			list = append(list, a.Branches...)
			for i, b := range a.Branches {
				for _, other := range a.Branches[i+1:] {
					list = append(list, both(b, other))
				}
			}
		default:
			list = append(list, parts(a)...)
		}
	}
	return list
}

// both is a place for what is valid at two places.
func both(a, b *model.Value) *model.Value {
	return &model.Value{Check: &model.Check{
		Kinds: a.Check.Kinds & b.Check.Kinds,
		Also:  []model.Also{&model.All{Value: a}, &model.All{Value: b}},
	}}
}
