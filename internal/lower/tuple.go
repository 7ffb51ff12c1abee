package lower

import (
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
)

// isTuple reports whether the items of s differ by position, and fields can hold
// each of them: an optional item that may be null cannot be told from one that is
// absent.
func (l *lowering) isTuple(s *state) bool {
	a := s.value.Check.Array
	if s.value.Check.Kinds&^model.KindNull != model.KindArray || a == nil || len(a.Prefix) == 0 {
		return false
	}
	for i, v := range a.Prefix {
		nullable := v.Check.Kinds&model.KindNull != 0 && v.Check.Kinds != model.KindAny
		if !itemRequired(a, i) && nullable {
			return false
		}
	}
	return true
}

// itemRequired reports whether every valid array has an item at index i.
func itemRequired(a *model.Arrays, i int) bool { return a.Min != nil && i < a.Min.N }

// tupleType declares the struct for the arrays of s.
func (l *lowering) tupleType(s *state) model.Type {
	form := &model.Tuple{}
	decl := &model.Decl{Name: s.value.Name, Doc: l.declDoc(s.value.Name, s), Form: form, Value: s.value}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	s.value.Type = model.Named{Decl: decl}
	s.value.Nullable = s.value.Check.Kinds&model.KindNull != 0
	a := s.value.Check.Array
	names := namespace{"Rest": true, "Validate": true, "AppendJSON": true, "MarshalJSON": true, "UnmarshalJSON": true}
	for i, v := range a.Prefix {
		item := model.Item{Name: "Item" + strconv.Itoa(i), Doc: l.byValue[v].describe(), Required: itemRequired(a, i)}
		if title := l.byValue[v].origin.Title; title != "" && len(words(title)) <= 3 {
			item.Name = ident(title)
		}
		item.Name = names.take(item.Name)
		item.Use = l.use(v, !item.Required)
		form.Items = append(form.Items, item)
	}
	form.Rest = l.tupleRest(a)
	return s.value.Type
}

// tupleRest is the use of the items past the prefix.
func (l *lowering) tupleRest(a *model.Arrays) *model.Use {
	switch {
	case a.Max != nil && a.Max.N <= len(a.Prefix), a.Items != nil && a.Items.Check.Never():
		return nil
	case a.Items == nil:
		return &model.Use{Value: l.raw()}
	}
	use := l.use(a.Items, false)
	return &use
}
