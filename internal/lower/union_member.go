package lower

import "github.com/eventgen-go/eventgen/internal/model"

// isMemberUnion reports whether objects of s have exactly one member, whose name
// says what they are: a choice between the members that are named.
func (l *lowering) isMemberUnion(s *state) bool {
	c := s.value.Check
	o := c.Object
	if c.Kinds&^model.KindNull != model.KindObject || len(c.Also) > 0 || !l.isStruct(s) || len(o.Members) < 2 {
		return false
	}
	if o.Min == nil || o.Min.N != 1 || o.Max == nil || o.Max.N != 1 || o.Unevaluated != nil || !plainRest(o.Rest) {
		return false
	}
	for i, m := range o.Members {
		if m.Required || s.fields[i].declared == nil || m.Value.Check.Never() {
			return false
		}
	}
	return len(o.Names)+len(o.Needs)+len(o.Enums) == 0
}

// plainRest reports whether the members that are not named may be anything, or
// must not be there.
func plainRest(rest []model.Rest) bool {
	return len(rest) == 0 || len(rest) == 1 && len(rest[0].Patterns) == 0 && rest[0].Additional.Check.Never()
}

// memberUnion declares a union with a struct for each member that the objects of
// s may have, and one for any other member if that is allowed.
func (l *lowering) memberUnion(s *state) model.Type {
	form := &model.Union{}
	decl := l.unionDecl(s, form)
	s.value.Nullable = s.value.Check.Kinds&model.KindNull != 0
	o := s.value.Check.Object
	for i, m := range o.Members {
		one := m
		one.Required = true
		rules := &model.Objects{Members: []model.Member{one}, Required: o.Min.Rule, Rest: []model.Rest{{Additional: l.nothing(o.Max.Rule)}}}
		what := decl.Name + " with the member " + m.Name
		branch := l.memberBranch(decl, "Member"+ident(m.Name), what, rules)
		branch.Member = m.Name
		form.Branches = append(form.Branches, branch)
		fields := branch.Value.Type.(model.Named).Decl.Form.(*model.Struct)
		fields.Fields = []model.Field{l.field(namespace{}, 0, one, s.fields[i])}
	}
	if len(o.Rest) == 0 {
		branch := l.memberBranch(decl, "Other", decl.Name+" with a member of another name", &model.Objects{Min: o.Min, Max: o.Max})
		branch.Value.Type.(model.Named).Decl.Form.(*model.Struct).Extra = true
		form.Branches = append(form.Branches, branch)
	}
	return s.value.Type
}

// nothing is the place for a member that must not be there.
func (l *lowering) nothing(r model.Rule) *model.Value {
	return &model.Value{Check: &model.Check{Mismatch: r}, Type: model.Raw}
}

// memberBranch declares the struct for the objects of a union that follow rules.
func (l *lowering) memberBranch(union *model.Decl, suffix, what string, rules *model.Objects) model.Branch {
	name := l.names.take(union.Name + suffix)
	mismatch := union.Value.Check.Mismatch
	check := &model.Check{Where: union.Value.Check.Where, Kinds: model.KindObject, Mismatch: mismatch, Object: rules}
	decl := &model.Decl{Name: name, Doc: name + " is " + what + ".", Form: &model.Struct{}, Markers: []*model.Decl{union}}
	decl.Value = &model.Value{Name: name, Check: check, Type: model.Named{Decl: decl}}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	return model.Branch{Value: decl.Value, Pointer: true}
}
