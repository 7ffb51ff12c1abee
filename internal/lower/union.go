package lower

import (
	"github.com/eventgen-go/eventgen/internal/model"
)

// structUnion returns the union of the object types that s chooses from, nil if
// the choice is not between types.
func (l *lowering) structUnion(s *state) model.Type {
	choice := l.choice(s)
	if choice == nil {
		return nil
	}
	form := &model.Union{Tag: choice.Tag}
	decl := l.unionDecl(s, form)
	for i, b := range choice.Branches {
		branch := l.branch(decl, b, s.value.Name+"Option"+itoa(i+1))
		if choice.Tag != "" {
			branch.Tags = choice.Tags[i]
		}
		form.Branches = append(form.Branches, branch)
	}
	return s.value.Type
}

// choice returns the anyOf or oneOf of s whose branches are all objects, some of
// them with named members; nil if there is none, or more than one.
func (l *lowering) choice(s *state) *model.OneOf {
	var found *model.OneOf
	for _, a := range s.value.Check.Also {
		var c *model.OneOf
		switch a := a.(type) {
		case *model.AnyOf:
			c = &model.OneOf{Branches: a.Branches}
		case *model.OneOf:
			c = a
		default:
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	if found == nil || union(found.Branches) != model.KindObject {
		return nil
	}
	for _, b := range found.Branches {
		if l.isStruct(l.byValue[b]) || l.choice(l.byValue[b]) != nil {
			return found
		}
	}
	return nil
}

func (l *lowering) unionDecl(s *state, form *model.Union) *model.Decl {
	decl := &model.Decl{Name: s.value.Name, Doc: l.declDoc(s.value.Name, s), Form: form, Value: s.value}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	s.value.Type = model.Named{Decl: decl}
	return decl
}

// branch makes v a branch of a union. A type that cannot carry the union's method
// gets a name of its own.
func (l *lowering) branch(union *model.Decl, v *model.Value, name string) model.Branch {
	use := l.use(v, false)
	decl := ownDeclOf(use)
	if decl == nil {
		v = l.wrap(use, name, union.Name+" as "+kindsText(v.Check.Kinds))
		decl = v.Type.(model.Named).Decl
	}
	decl.Markers = append(decl.Markers, union)
	return model.Branch{Value: v, Pointer: decl.ByPointer()}
}

// ownDeclOf returns the declaration of a use's type if methods can be added.
func ownDeclOf(use model.Use) *model.Decl {
	named, ok := use.Value.Type.(model.Named)
	if !ok || use.Pointer || use.Value.Nullable || isUnion(named) {
		return nil
	}
	return named.Decl
}

// wrap declares a type for a place whose own type cannot carry methods; what says
// in its comment what it is.
func (l *lowering) wrap(use model.Use, name, what string) *model.Value {
	var form model.Form = &model.Defined{Value: use.Value}
	if use.Pointer || use.Value.Nullable || isUnion(use.Value.Type) {
		form = &model.Box{Use: use}
	}
	name = l.names.take(name)
	decl := &model.Decl{Name: name, Doc: name + " is " + what + ".", Form: form}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	decl.Value = &model.Value{Name: name, Check: use.Value.Check, Type: model.Named{Decl: decl}}
	return decl.Value
}

// kindNames are the suffixes of the branches of a union of kinds.
var kindNames = []struct {
	kinds model.Kinds
	name  string
}{
	{model.KindString, "String"},
	{model.KindNumber, "Number"},
	{model.KindBool, "Bool"},
	{model.KindArray, "List"},
	{model.KindObject, "Object"},
}

// kindUnion declares a union with a branch for each kind of value.
func (l *lowering) kindUnion(s *state) model.Type {
	form := &model.Union{}
	decl := l.unionDecl(s, form)
	check := s.value.Check
	for _, k := range kindNames {
		kinds := check.Kinds & k.kinds
		if kinds == 0 {
			continue
		}
		b := l.branch(decl, l.kindValue(s, kinds, s.value.Name+k.name), s.value.Name+k.name)
		b.Kinds = kinds
		form.Branches = append(form.Branches, b)
	}
	return s.value.Type
}

// kindValue is the part of s for some kinds: the case that handles them, or a
// place with the rules of s for these kinds.
func (l *lowering) kindValue(s *state, kinds model.Kinds, name string) *model.Value {
	for _, k := range s.value.Check.Cases {
		if k.Kinds == kinds && k.Value.Check.Kinds == kinds {
			return k.Value
		}
	}
	part := l.part(s, kinds)
	part.Name = l.names.take(name + "Value")
	return part
}
