package lower

import (
	"cmp"
	"slices"

	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A context says what Go knows of an expression's type from where the expression stands.
type context int

const (
	typed   context = iota // the type, but a composite literal has to name it: a field, a result
	elided                 // the type, also that of a composite literal: an item, a member of a map
	untyped                // nothing: behind a pointer, or in an interface
)

// literals writes documents as Go literals: what decoding the document would give. Documents are
// valid by the check of the type.
type literals struct {
	check    *interpret.Interpreter
	problems schema.Problems
}

// use writes the value at a use of a type.
func (w *literals) use(u model.Use, doc *schema.Value, c context) model.Literal {
	switch {
	case doc.Kind == schema.KindNull && u.Value.Nullable:
		return model.Nil{}
	case !u.Pointer:
		return w.value(u.Value.Type, doc, c)
	case c == elided && composite(u.Value.Type):
		return w.value(u.Value.Type, doc, elided)
	}
	return model.Address{Value: w.value(u.Value.Type, doc, untyped)}
}

// composite reports whether values of t are written with braces.
func composite(t model.Type) bool {
	named, ok := t.(model.Named)
	if !ok {
		_, basic := t.(model.Basic)
		return !basic
	}
	switch f := named.Decl.Form.(type) {
	case *model.Struct, *model.Tuple, *model.Box:
		return true
	case *model.Defined:
		return composite(f.Value.Type)
	}
	return false
}

// value writes a value of a type.
func (w *literals) value(t model.Type, doc *schema.Value, c context) model.Literal {
	switch t := t.(type) {
	case model.Slice:
		return &model.ListLit{Type: stated(t, c), Items: w.items(t, doc)}
	case model.Map:
		return &model.MapLit{Type: stated(t, c), Members: w.members(t.Elem, doc.Members)}
	case model.Named:
		return w.declared(t, doc, c)
	case model.Basic:
		return w.basic(t, doc, c)
	}
	return model.Nil{}
}

// stated returns the type that a composite literal has to name.
func stated(t model.Type, c context) model.Type {
	if c == elided {
		return nil
	}
	return t
}

func (w *literals) items(t model.Slice, doc *schema.Value) []model.Literal {
	items := make([]model.Literal, len(doc.Items))
	for i, item := range doc.Items {
		items[i] = w.use(t.Elem, item, elided)
	}
	return items
}

func (w *literals) members(elem model.Use, members []schema.Member) []model.MemberLit {
	list := make([]model.MemberLit, len(members))
	for i, m := range members {
		list[i] = model.MemberLit{Name: m.Name, Value: w.use(elem, m.Value, elided)}
	}
	slices.SortFunc(list, func(a, b model.MemberLit) int { return cmp.Compare(a.Name, b.Name) })
	return list
}

// declared writes a value of a named type.
func (w *literals) declared(t model.Named, doc *schema.Value, c context) model.Literal {
	switch f := t.Decl.Form.(type) {
	case *model.Struct:
		return &model.StructLit{Type: stated(t, c), Fields: w.fields(t.Decl, f, doc)}
	case *model.Tuple:
		return &model.StructLit{Type: stated(t, c), Fields: w.tuple(f, doc)}
	case *model.Box:
		return &model.StructLit{Type: stated(t, c), Fields: setFields(model.FieldLit{Name: "Value", Value: w.use(f.Use, doc, typed)})}
	case *model.Union:
		return w.union(f, doc)
	case *model.Enum:
		return enumerated(t, f, doc, c)
	case *model.Nested:
		return constant(model.Text(doc.Text), t, c)
	case *model.Defined:
		return renamed(w.value(f.Value.Type, doc, typed), t, c)
	}
	return model.Nil{}
}

// enumerated is the constant that a value has, or the value itself.
func enumerated(t model.Named, f *model.Enum, doc *schema.Value, c context) model.Literal {
	for _, k := range f.Constants {
		if k.Value == doc.Text {
			return model.Const{Name: k.Name}
		}
	}
	return constant(model.Text(doc.Text), t, c)
}

// constant converts a constant to its type where the context does not.
func constant(value model.Literal, t model.Type, c context) model.Literal {
	if c == untyped {
		return model.Convert{Type: t, Value: value}
	}
	return value
}

// renamed makes a literal of an underlying type one of the type that is defined by it.
func renamed(l model.Literal, t model.Named, c context) model.Literal {
	switch l := l.(type) {
	case *model.StructLit:
		l.Type = stated(t, c)
	case *model.ListLit:
		l.Type = stated(t, c)
	case *model.MapLit:
		l.Type = stated(t, c)
	case model.Convert:
		return model.Convert{Type: t, Value: l.Value}
	case model.Const, model.Moment:
		return model.Convert{Type: t, Value: l}
	default:
		return constant(l, t, c)
	}
	return l
}

// union writes a value as the branch that decoding would choose.
func (w *literals) union(f *model.Union, doc *schema.Value) model.Literal {
	b := w.branch(f, doc)
	if b == nil {
		return model.Nil{}
	}
	literal := w.value(b.Value.Type, doc, untyped)
	if b.Pointer {
		return model.Address{Value: literal}
	}
	return literal
}

func (w *literals) branch(f *model.Union, doc *schema.Value) *model.Branch {
	fits := func(b model.Branch) bool { return w.check.Accepts(b.Value, []byte(doc.JSON())) }
	switch tag := doc.Member(f.Tag); {
	case f.Tag != "" && tag != nil:
		fits = func(b model.Branch) bool { return slices.Contains(b.Tags, tag.Text) }
	case f.Branches[0].Member != "" && len(doc.Members) == 1:
		fits = func(b model.Branch) bool { return b.Member == doc.Members[0].Name || b.Member == "" }
	case f.Branches[0].Kinds != 0:
		fits = func(b model.Branch) bool { return group(b.Kinds)&kindsOfValue[doc.Kind] != 0 }
	}
	if i := slices.IndexFunc(f.Branches, fits); i >= 0 {
		return &f.Branches[i]
	}
	return nil
}

// fields writes the members of an object as the fields of a struct.
func (w *literals) fields(d *model.Decl, f *model.Struct, doc *schema.Value) []model.FieldLit {
	if doc.Kind != schema.KindObject {
		return []model.FieldLit{{Name: "Other", Value: raw(doc)}}
	}
	placed := w.place(d, f, doc)
	var fields []model.FieldLit
	for _, field := range f.Fields {
		if value := placed.fields[field.Member]; value != nil {
			fields = append(fields, setFields(model.FieldLit{Name: field.Name, Value: value})...)
		}
	}
	if len(placed.additional) > 0 {
		elem := *f.Additional
		value := &model.MapLit{Type: model.Map{Elem: elem}, Members: w.members(elem, placed.additional)}
		fields = append(fields, model.FieldLit{Name: f.AdditionalName, Value: value})
	}
	if len(placed.extra) > 0 {
		fields = append(fields, model.FieldLit{Name: "Extra", Value: placed.extra})
	}
	return fields
}

// tuple writes the items of an array as the fields of a struct.
func (w *literals) tuple(f *model.Tuple, doc *schema.Value) []model.FieldLit {
	var fields []model.FieldLit
	for i, item := range doc.Items[:min(len(doc.Items), len(f.Items))] {
		fields = append(fields, setFields(model.FieldLit{Name: f.Items[i].Name, Value: w.use(f.Items[i].Use, item, typed)})...)
	}
	if len(doc.Items) > len(f.Items) && f.Rest != nil {
		rest := &model.ListLit{Type: model.Slice{Elem: *f.Rest}}
		for _, item := range doc.Items[len(f.Items):] {
			rest.Items = append(rest.Items, w.use(*f.Rest, item, elided))
		}
		fields = append(fields, model.FieldLit{Name: "Rest", Value: rest})
	}
	return fields
}

// setFields leaves out the fields that are nil anyway.
func setFields(fields ...model.FieldLit) []model.FieldLit {
	return slices.DeleteFunc(fields, func(f model.FieldLit) bool { _, isNil := f.Value.(model.Nil); return isNil })
}

// A placement says where the members of an object go.
type placement struct {
	fields     map[string]model.Literal
	additional []schema.Member
	extra      model.ExtraLit
}

func (w *literals) place(d *model.Decl, f *model.Struct, doc *schema.Value) placement {
	p := placement{fields: map[string]model.Literal{}}
	fields := map[string]model.Field{}
	for _, field := range f.Fields {
		fields[field.Member] = field
	}
	known := map[string]bool{}
	for _, m := range d.Value.Check.Object.Members {
		known[m.Name] = true
	}
	for _, m := range doc.Members {
		field, ok := fields[m.Name]
		switch {
		case ok && !(m.Value.Kind == schema.KindNull && dropsNull(field)):
			p.fields[m.Name] = w.use(field.Use, m.Value, typed)
		case !known[m.Name] && f.Additional != nil:
			p.additional = append(p.additional, m)
		default:
			p.extra = append(p.extra, model.ExtraMember{Name: m.Name, JSON: m.Value.JSON()})
		}
	}
	return p
}
