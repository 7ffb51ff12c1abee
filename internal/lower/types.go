package lower

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// declare chooses the Go types, beginning with the roots, and puts the package
// together.
func (l *lowering) declare() {
	l.pkg = &model.Package{Name: l.options.Name, Source: l.options.Source}
	for i, s := range l.rootOf {
		root := &model.Root{Name: l.options.Types[i].Name, Description: s.describe(), Value: l.rootValue(s)}
		root.Handler = l.handler(l.options.Types[i])
		l.pkg.Roots = append(l.pkg.Roots, root)
	}
	l.declareNested()
	l.namePatterns()
	l.noteNeeds()
}

// rootValue returns the place for documents of a root type. Its type is declared
// under the root's name and can carry methods, whatever the schema is.
func (l *lowering) rootValue(s *state) *model.Value {
	name := s.value.Name
	if !l.ownDecl(s) {
		s.value.Name = l.names.take(name + "Value")
	}
	t := l.typeOf(s)
	if named, ok := t.(model.Named); ok && named.Decl.Name == name && !s.value.Nullable {
		return s.value
	}
	decl := &model.Decl{Name: name, Doc: l.declDoc(name, s), Form: l.wrapper(s)}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	decl.Value = &model.Value{Name: name, Check: s.value.Check, Type: model.Named{Decl: decl}}
	return decl.Value
}

// ownDecl reports whether the type of s is declared with its own name and takes
// methods.
func (l *lowering) ownDecl(s *state) bool {
	c := s.value.Check
	if c.Kinds&model.KindNull != 0 && c.Kinds != model.KindAny {
		return false
	}
	return l.isStruct(s) && !l.isMemberUnion(s) || l.isTuple(s) ||
		c.Kinds == model.KindString && (l.enumValues(s) != nil || s.nested() != nil)
}

// wrapper chooses the form that gives the type of s a name and methods.
func (l *lowering) wrapper(s *state) model.Form {
	use := l.use(s.value, false)
	if use.Pointer || s.value.Nullable || isUnion(use.Value.Type) {
		return &model.Box{Use: use}
	}
	return &model.Defined{Value: s.value}
}

func isUnion(t model.Type) bool {
	named, ok := t.(model.Named)
	if !ok {
		return false
	}
	_, union := named.Decl.Form.(*model.Union)
	return union
}

// use is the use of a place in a field, list or map.
func (l *lowering) use(v *model.Value, optional bool) model.Use {
	t := l.typeOf(l.byValue[v])
	return model.Use{Value: v, Pointer: (optional || v.Nullable) && !model.Nilable(t)}
}

// typeOf chooses the Go type for the values of s.
func (l *lowering) typeOf(s *state) model.Type {
	v := s.value
	if v.Type != nil {
		return v.Type
	}
	if s.building {
		return l.recursive(s)
	}
	s.building = true
	t := l.chooseType(s)
	if s.decl != nil {
		s.inner.Type = t
		t = v.Type
	}
	v.Type = t
	rest := v.Check.Kinds &^ model.KindNull
	v.Nullable = v.Check.Kinds&model.KindNull != 0 && rest != 0 && t != model.Raw && !holdsAny(t)
	return t
}

// recursive declares a list or map type that holds itself: only a named type
// can.
func (l *lowering) recursive(s *state) model.Type {
	if s.decl == nil {
		inner := *s.value
		inner.Name = l.names.take(s.value.Name + "Value")
		s.inner = &inner
		s.decl = &model.Decl{Name: s.value.Name, Doc: l.declDoc(s.value.Name, s), Form: &model.Defined{Value: s.inner}, Value: s.value}
		l.pkg.Decls = append(l.pkg.Decls, s.decl)
		s.value.Type = model.Named{Decl: s.decl}
	}
	return s.value.Type
}

// holdsAny reports whether t is a struct that keeps values which are no objects.
func holdsAny(t model.Type) bool {
	named, ok := t.(model.Named)
	if !ok {
		return false
	}
	st, ok := named.Decl.Form.(*model.Struct)
	return ok && st.Other
}

func (l *lowering) chooseType(s *state) model.Type {
	check := s.value.Check
	if t, ok := l.goType(s); ok {
		return t
	}
	rest := check.Kinds &^ model.KindNull
	if t := l.caseType(s, rest); t != nil {
		return t
	}
	switch {
	case l.isMemberUnion(s):
		return l.memberUnion(s)
	case l.isStruct(s):
		return l.structType(s)
	case check.Kinds == model.KindAny || rest == 0:
		return model.Raw
	case rest == model.KindString:
		return l.stringType(s)
	case rest == model.KindBool:
		return model.Bool
	case rest == model.KindWhole:
		return integerType(check.Number)
	case rest&^model.KindNumber == 0:
		return model.Float64
	case rest == model.KindArray:
		return l.listType(s)
	case rest == model.KindObject:
		return l.objectType(s)
	}
	return l.kindUnion(s)
}

// goTypes are the types that x-go-type may ask for, with the kinds of values
// that they hold.
var goTypes = map[string]struct {
	basic model.Basic
	kinds model.Kinds
}{
	"json.Number":     {model.Number, model.KindNumber},
	"json.RawMessage": {model.Raw, model.KindAny},
	"float64":         {model.Float64, model.KindNumber},
	"int64":           {model.Int64, model.KindWhole},
	"uint64":          {model.Uint64, model.KindWhole},
	"int32":           {model.Int32, model.KindWhole},
	"string":          {model.String, model.KindString},
}

// goType returns the type that x-go-type asks for.
func (l *lowering) goType(s *state) (model.Type, bool) {
	for _, n := range s.sources() {
		if n.GoType == "" {
			continue
		}
		t, ok := goTypes[n.GoType]
		if !ok {
			l.refuse(n, "x-go-type", "x-go-type cannot be "+schema.Quote(n.GoType), "use one of json.Number, json.RawMessage, float64, int64, uint64, int32, string")
			return nil, false
		}
		if s.value.Check.Kinds&^model.KindNull&^t.kinds != 0 {
			l.refuse(n, "x-go-type", n.GoType+" does not hold all values that are valid here", "narrow type, or leave x-go-type away")
			return nil, false
		}
		return t.basic, true
	}
	return nil, false
}

// caseType follows a state that only adds null to another.
func (l *lowering) caseType(s *state, rest model.Kinds) model.Type {
	for _, k := range s.value.Check.Cases {
		if k.Kinds == rest && k.Value.Check.Kinds&^model.KindNull == rest {
			return l.typeOf(l.byValue[k.Value])
		}
	}
	return nil
}

func (l *lowering) stringType(s *state) model.Type {
	if values := l.enumValues(s); values != nil {
		return l.enumType(s, values)
	}
	rules := s.value.Check.String
	if rules != nil && len(rules.Enums) == 0 {
		for _, f := range rules.Formats {
			if f.Func == "FormatDateTime" {
				return model.Time
			}
		}
	}
	switch {
	case s.strings != nil && s.root == "":
		return l.typeOf(s.strings)
	case s.nested() != nil:
		return l.nestedType(s)
	case slices.ContainsFunc(s.nodes, inBase64):
		return model.Base64
	}
	return model.String
}

// listType is a list of the items' type, or a tuple where items differ by
// position; of raw JSON where neither holds them.
func (l *lowering) listType(s *state) model.Type {
	if l.isTuple(s) {
		return l.tupleType(s)
	}
	a := s.value.Check.Array
	if a == nil || len(a.Prefix) > 0 || a.Items == nil {
		return model.Slice{Elem: model.Use{Value: l.raw()}}
	}
	return model.Slice{Elem: l.use(a.Items, false)}
}

// raw is the place for any value.
func (l *lowering) raw() *model.Value {
	return &model.Value{Check: &model.Check{Kinds: model.KindAny}, Type: model.Raw}
}

// isStruct reports whether objects of s have members with names.
func (l *lowering) isStruct(s *state) bool {
	c := s.value.Check
	if c.Kinds != model.KindAny && c.Kinds&^model.KindNull != model.KindObject || c.Object == nil {
		return false
	}
	return slices.ContainsFunc(s.fields, func(f fieldInfo) bool { return f.declared != nil && !never(f.declared) })
}

func never(s *schema.Schema) bool { return s.Boolean != nil && !*s.Boolean }

// objectType is the type for objects whose members have no names: a union of
// structs, or a map.
func (l *lowering) objectType(s *state) model.Type {
	if t := l.structUnion(s); t != nil {
		return t
	}
	if o := s.value.Check.Object; o != nil && len(o.Rest) == 1 && len(o.Members) == 0 {
		r := o.Rest[0]
		switch {
		case len(r.Patterns) == 0 && !r.Additional.Check.Never():
			return model.Map{Elem: l.use(r.Additional, false)}
		case len(r.Patterns) == 1 && r.Additional != nil && r.Additional.Check.Never():
			return model.Map{Elem: l.use(r.Patterns[0].Value, false)}
		}
	}
	return model.Map{Elem: model.Use{Value: l.raw()}}
}

// structType declares the struct for the objects of s.
func (l *lowering) structType(s *state) model.Type {
	form := &model.Struct{}
	decl := &model.Decl{Name: s.value.Name, Doc: l.declDoc(s.value.Name, s), Form: form, Value: s.value}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	s.value.Type = model.Named{Decl: decl}
	s.value.Nullable = s.value.Check.Kinds == model.KindObject|model.KindNull
	form.Other = s.value.Check.Kinds == model.KindAny
	names := namespace{"Extra": true, "AdditionalProperties": true, "Other": true, "Validate": true, "AppendJSON": true, "MarshalJSON": true, "UnmarshalJSON": true}
	for i, m := range s.value.Check.Object.Members {
		if info := s.fields[i]; info.declared != nil && !m.Value.Check.Never() {
			form.Fields = append(form.Fields, l.field(names, i, m, info))
		}
	}
	l.restFields(s, form)
	return s.value.Type
}

func (l *lowering) field(names namespace, index int, m model.Member, info fieldInfo) model.Field {
	name := ident(m.Name)
	if info.declared.GoName != "" {
		name = ident(info.declared.GoName)
	}
	return model.Field{
		Name:     names.take(name),
		Member:   m.Name,
		Index:    index,
		Doc:      l.fieldDoc(m, info),
		Use:      l.use(m.Value, !m.Required),
		Required: m.Required,
	}
}

// restFields decides where the members without a field go.
func (l *lowering) restFields(s *state, form *model.Struct) {
	rest := s.value.Check.Object.Rest
	open := true
	for _, r := range rest {
		if r.Additional != nil && len(r.Patterns) == 0 && r.Additional.Check.Never() {
			open = false
		}
	}
	if open && len(rest) == 1 && len(rest[0].Patterns) == 0 {
		if use := l.use(rest[0].Additional, false); use.Value.Type != model.Raw {
			form.Additional, form.AdditionalName = &use, "AdditionalProperties"
			open = false
		}
	}
	form.Extra = open || slices.ContainsFunc(form.Fields, dropsNull) || len(form.Fields) < len(s.fields)
}

// dropsNull reports whether a field cannot tell null from an absent member.
func dropsNull(f model.Field) bool { return !f.Required && f.Use.Value.Nullable }
