package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// types prints the declarations and the entry points.
func (e *emitter) types() {
	e.aliases()
	roots := map[string]*model.Root{}
	for _, r := range e.pkg.Roots {
		roots[r.Name] = r
	}
	for _, d := range e.pkg.Decls {
		e.decl(d)
		root := roots[d.Name]
		if root != nil {
			e.root(root)
		}
		if root != nil || hasMethods(d) {
			e.methods(d)
		}
	}
}

// hasMethods reports whether encoding/json needs to be told how values of the
// type are written.
func hasMethods(d *model.Decl) bool {
	switch d.Form.(type) {
	case *model.Struct, *model.Tuple, *model.Box:
		return d.Value != nil
	}
	return false
}

// aliases names the types of the runtime that users see.
func (e *emitter) aliases() {
	e.alias("ValidationError", "Error", "is what the Decode and Validate functions return for documents that are not valid.")
	e.alias("Violation", "Violation", "is one rule that a document breaks, and where.")
	if e.hasPacked() {
		e.alias("ContentError", "ContentError", "says why the document in a string cannot be read.")
	}
	e.alias("RangeError", "RangeError", "is what the Decode functions return for a number that its Go type cannot hold.")
	if e.hasExtra() {
		e.alias("Extra", "Extra", "holds the members of an object that its type has no field for.")
		e.alias("ExtraMember", "ExtraMember", "is a member of an object that its type has no field for.")
	}
	if e.hasBasic(model.Time) {
		e.alias("Time", "Time", "is a time that remembers how it was written.")
	}
	if e.hasBasic(model.Base64) {
		e.alias("Base64", "Base64", "is text in base64; Bytes decodes it.")
	}
}

func (e *emitter) alias(name, target, doc string) {
	s := jen.Comment("// " + name + " " + doc).Line()
	s.Type().Id(name).Op("=").Add(e.wire(target))
	e.typesFile.add(s)
}

func (e *emitter) hasExtra() bool {
	for _, d := range e.pkg.Decls {
		if s, ok := d.Form.(*model.Struct); ok && s.Extra {
			return true
		}
	}
	return false
}

func (e *emitter) hasBasic(b model.Basic) bool {
	found := false
	for _, d := range e.pkg.Decls {
		for _, u := range usesOf(d.Form) {
			found = found || contains(u.Value.Type, b)
		}
	}
	return found
}

// contains reports whether a type that is not declared is made of b.
func contains(t model.Type, b model.Basic) bool {
	switch t := t.(type) {
	case model.Basic:
		return t == b
	case model.Slice:
		return contains(t.Elem.Value.Type, b)
	case model.Map:
		return contains(t.Elem.Value.Type, b)
	}
	return false
}

func usesOf(f model.Form) []model.Use {
	switch f := f.(type) {
	case *model.Struct:
		var uses []model.Use
		for _, field := range f.Fields {
			uses = append(uses, field.Use)
		}
		if f.Additional != nil {
			uses = append(uses, *f.Additional)
		}
		return uses
	case *model.Tuple:
		var uses []model.Use
		for _, item := range f.Items {
			uses = append(uses, item.Use)
		}
		if f.Rest != nil {
			uses = append(uses, *f.Rest)
		}
		return uses
	case *model.Box:
		return []model.Use{f.Use}
	case *model.Defined:
		return []model.Use{{Value: f.Value}}
	case *model.Nested:
		return []model.Use{{Value: f.Content}}
	}
	return nil
}

// decl prints a type declaration.
func (e *emitter) decl(d *model.Decl) {
	s := jen.Empty()
	for _, line := range comment(d.Doc, 0) {
		s.Add(line).Line()
	}
	switch f := d.Form.(type) {
	case *model.Struct:
		s.Type().Id(d.Name).Struct(e.fields(f)...)
	case *model.Tuple:
		s.Type().Id(d.Name).Struct(e.itemFields(f)...)
	case *model.Union:
		s.Type().Id(d.Name).Interface(jen.Id("is" + d.Name).Params())
	case *model.Nested:
		s.Type().Id(d.Name).String()
	case *model.Enum:
		s.Type().Id(d.Name).String()
		s.Add(e.constants(d, f))
	case *model.Defined:
		s.Type().Id(d.Name).Add(e.typ(f.Value.Type))
	case *model.Box:
		s.Type().Id(d.Name).Struct(jen.Id("Value").Add(e.useType(f.Use)))
	}
	e.typesFile.add(s)
	for _, m := range d.Markers {
		e.marker(d, m)
	}
	if n, ok := d.Form.(*model.Nested); ok {
		e.nested(d, n)
	}
}

// marker prints the method that makes a type a branch of a union.
func (e *emitter) marker(d, union *model.Decl) {
	receiver := jen.Id(d.Name)
	if d.ByPointer() {
		receiver = jen.Op("*").Id(d.Name)
	}
	e.typesFile.add(jen.Func().Params(receiver).Id("is" + union.Name).Params().Block())
}

// fields prints the fields of a struct, each below its comment.
func (e *emitter) fields(s *model.Struct) []jen.Code {
	var fields []jen.Code
	for _, f := range s.Fields {
		fields = append(fields, comment(f.Doc, 4)...)
		fields = append(fields, jen.Id(f.Name).Add(e.useType(f.Use)))
	}
	if s.Additional != nil {
		fields = append(fields, jen.Comment("// "+s.AdditionalName+" holds the members without a field."))
		fields = append(fields, jen.Id(s.AdditionalName).Map(jen.String()).Add(e.useType(*s.Additional)))
	}
	if s.Extra {
		fields = append(fields, jen.Comment("// Extra holds members without a field, in their order."))
		fields = append(fields, jen.Id("Extra").Id("Extra"))
	}
	if s.Other {
		fields = append(fields, jen.Comment("// Other holds a value that is not an object; then no other field is set."))
		fields = append(fields, jen.Id("Other").Qual("encoding/json", "RawMessage"))
	}
	return fields
}

// useType is the Go type at a use.
func (e *emitter) useType(u model.Use) *jen.Statement {
	if u.Pointer {
		return jen.Op("*").Add(e.typ(u.Value.Type))
	}
	return e.typ(u.Value.Type)
}

func (e *emitter) typ(t model.Type) *jen.Statement {
	switch t := t.(type) {
	case model.Basic:
		return e.basic(t)
	case model.Slice:
		return jen.Index().Add(e.useType(t.Elem))
	case model.Map:
		return jen.Map(jen.String()).Add(e.useType(t.Elem))
	case model.Named:
		return jen.Id(t.Decl.Name)
	}
	return jen.Id("any")
}

func (e *emitter) basic(b model.Basic) *jen.Statement {
	switch b {
	case model.Number:
		return jen.Qual("encoding/json", "Number")
	case model.Raw:
		return jen.Qual("encoding/json", "RawMessage")
	case model.Time:
		return jen.Id("Time")
	case model.Base64:
		return jen.Id("Base64")
	}
	return jen.Id(string(b))
}

// constants prints the values of an enumeration and the method Known.
func (e *emitter) constants(d *model.Decl, f *model.Enum) jen.Code {
	defs := make([]jen.Code, len(f.Constants))
	names := make([]jen.Code, len(f.Constants))
	for i, k := range f.Constants {
		defs[i] = jen.Id(k.Name).Id(d.Name).Op("=").Add(lit(k.Value))
		names[i] = jen.Id(k.Name)
	}
	s := jen.Line().Line().Comment("// The values of " + d.Name + ".").Line().Const().Defs(defs...).Line().Line()
	s.Comment("// Known reports whether v is one of the constants.").Line()
	return s.Func().Params(jen.Id("v").Id(d.Name)).Id("Known").Params().Bool().Block(
		jen.Switch(jen.Id("v")).Block(
			jen.Case(jen.Custom(listLines(len(names)), names...)).Block(jen.Return(jen.True())),
		),
		jen.Return(jen.False()),
	)
}

// listLines puts many values on a line each.
func listLines(n int) jen.Options {
	if n > 4 {
		return jen.Options{Separator: ",\n"}
	}
	return jen.Options{Separator: ", "}
}
