package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// enc is the encoder that every function writes to.
func enc(method string) *jen.Statement { return jen.Id("e").Dot(method) }

// encode calls the function that writes a value of v's type; source is a pointer
// to it, or the value itself for lists, maps and interfaces.
func (e *emitter) encode(v *model.Value, encoder, source jen.Code) jen.Code {
	v = inner(v)
	name := "encode" + v.Name
	e.once(name, func() {
		param := e.typ(v.Type)
		if byPointer(v.Type) {
			param = jen.Op("*").Add(param)
		}
		s := jen.Comment("// " + name + " writes v.").Line()
		s.Func().Id(name).Params(jen.Id("e").Op("*").Add(e.wire("Encoder")), jen.Id("v").Add(param)).Block(e.encodeBody(v)...)
		e.encodeFile.add(s)
	})
	return jen.Id(name).Call(encoder, source)
}

// byPointer reports whether encoding functions take a pointer to the type.
func byPointer(t model.Type) bool {
	named, ok := t.(model.Named)
	if !ok {
		return false
	}
	switch named.Decl.Form.(type) {
	case *model.Struct, *model.Tuple, *model.Box, *model.Defined:
		return true
	}
	return false
}

// isNamedText reports whether values of a declared type are Go strings.
func isNamedText(t model.Named) bool {
	switch t.Decl.Form.(type) {
	case *model.Enum, *model.Nested:
		return true
	}
	return false
}

// write prints the statement that writes the value in place, an addressable
// expression of the place's type.
func (e *emitter) write(v *model.Value, place *jen.Statement) jen.Code {
	v = inner(v)
	switch t := v.Type.(type) {
	case model.Basic:
		return e.writeBasic(t, place)
	case model.Map:
		if isStringType(t.Elem) {
			return enc("StringMap").Call(place)
		}
	case model.Slice:
		if isStringType(t.Elem) {
			return enc("Strings").Call(place)
		}
	case model.Named:
		if isNamedText(t) {
			return enc("String").Call(jen.String().Call(place))
		}
		if byPointer(t) {
			return e.encode(v, jen.Id("e"), jen.Op("&").Add(place))
		}
	}
	return e.encode(v, jen.Id("e"), place)
}

// isStringType reports whether the Go type of a use is string.
func isStringType(u model.Use) bool { return u.Value.Type == model.String && !u.Pointer }

func (e *emitter) writeBasic(t model.Basic, place *jen.Statement) jen.Code {
	switch t {
	case model.String:
		return enc("String").Call(place)
	case model.Base64:
		return enc("String").Call(jen.String().Call(place))
	case model.Bool:
		return enc("Bool").Call(place)
	case model.Float64:
		return enc("Float").Call(place)
	case model.Number:
		return enc("Number").Call(jen.String().Call(place))
	case model.Raw:
		return enc("Raw").Call(place)
	case model.Time:
		return enc("Time").Call(place)
	case model.Int64:
		return enc("Int").Call(place)
	case model.Uint64:
		return enc("Uint").Call(place)
	case model.Uint8, model.Uint16, model.Uint32:
		return enc("Uint").Call(jen.Uint64().Call(place))
	}
	return enc("Int").Call(jen.Int64().Call(place))
}

// writeUse writes a use, null for nil.
func (e *emitter) writeUse(u model.Use, place *jen.Statement) []jen.Code {
	if !u.Pointer {
		if u.Value.Nullable && !isInterface(u.Value.Type) {
			return []jen.Code{jen.If(place.Clone().Op("==").Nil()).Block(enc("Null").Call()).Else().Block(e.write(u.Value, place))}
		}
		return []jen.Code{e.write(u.Value, place)}
	}
	return []jen.Code{jen.If(place.Clone().Op("==").Nil()).Block(enc("Null").Call()).Else().Block(e.writePointed(u.Value, place))}
}

// writeSet writes a use that is not nil.
func (e *emitter) writeSet(u model.Use, place *jen.Statement) jen.Code {
	if u.Pointer {
		return e.writePointed(u.Value, place)
	}
	return e.write(u.Value, place)
}

// writePointed writes what a pointer that is not nil points to.
func (e *emitter) writePointed(v *model.Value, pointer *jen.Statement) jen.Code {
	v = inner(v)
	if byPointer(v.Type) {
		return e.encode(v, jen.Id("e"), pointer)
	}
	return e.write(v, jen.Op("*").Add(pointer))
}

func isInterface(t model.Type) bool {
	named, ok := t.(model.Named)
	if !ok {
		return false
	}
	_, union := named.Decl.Form.(*model.Union)
	return union
}

func (e *emitter) encodeBody(v *model.Value) []jen.Code {
	switch t := v.Type.(type) {
	case model.Slice:
		return e.encodeList(t)
	case model.Map:
		return e.encodeMap(t)
	case model.Named:
		switch f := t.Decl.Form.(type) {
		case *model.Struct:
			return e.encodeStruct(v, f)
		case *model.Tuple:
			return e.encodeTuple(f)
		case *model.Union:
			return e.encodeUnion(f)
		case *model.Defined:
			return []jen.Code{e.writeDefined(f)}
		case *model.Box:
			return e.writeUse(f.Use, jen.Id("v").Dot("Value"))
		}
	}
	return []jen.Code{e.write(v, jen.Id("v"))}
}

// writeDefined writes a value as one of its underlying type.
func (e *emitter) writeDefined(f *model.Defined) jen.Code {
	value := jen.Parens(e.typ(f.Value.Type)).Call(jen.Op("*").Id("v"))
	if _, basic := f.Value.Type.(model.Basic); basic {
		return e.writeBasic(f.Value.Type.(model.Basic), e.typ(f.Value.Type).Call(jen.Op("*").Id("v")))
	}
	if byPointer(f.Value.Type) {
		return e.encode(f.Value, jen.Id("e"), jen.Parens(jen.Op("*").Add(e.typ(f.Value.Type))).Call(jen.Id("v")))
	}
	return e.encode(f.Value, jen.Id("e"), value)
}

func (e *emitter) encodeList(t model.Slice) []jen.Code {
	body := append([]jen.Code{enc("Item").Call()}, e.writeUse(t.Elem, jen.Id("v").Index(jen.Id("i")))...)
	return []jen.Code{
		enc("BeginArray").Call(),
		jen.For(jen.Id("i").Op(":=").Range().Id("v")).Block(body...),
		enc("EndArray").Call(),
	}
}

func (e *emitter) encodeMap(t model.Map) []jen.Code {
	return append(append([]jen.Code{enc("BeginObject").Call()}, e.writeMembers(jen.Id("v"), t.Elem)...), enc("EndObject").Call())
}

// writeMembers writes the members of a map, in order of name. Small values are sorted with their names.
func (e *emitter) writeMembers(m *jen.Statement, elem model.Use) []jen.Code {
	name, member := jen.Id("name"), jen.Id("member")
	if !small(elem) {
		body := append([]jen.Code{
			jen.Add(member).Op(":=").Add(m).Index(name),
			enc("Key").Call(name),
		}, e.writeUse(elem, member)...)
		return []jen.Code{jen.For(jen.Add(name).Op(":=").Range().Add(e.wire("SortedNames").Call(m))).Block(body...)}
	}
	stage := jen.Id("stage")
	body := append([]jen.Code{enc("Key").Call(jen.Add(member).Dot("Name"))}, e.writeUse(elem, jen.Add(member).Dot("Value"))...)
	return []jen.Code{
		jen.Var().Add(stage).Add(e.wire("Stage")).Types(e.useType(elem)),
		jen.For(jen.List(jen.Id("_"), member).Op(":=").Range().Add(e.wire("Sorted").Call(jen.Op("&").Add(stage), m))).Block(body...),
	}
}

// encodeStruct writes the fields in order, then the members without a field.
func (e *emitter) encodeStruct(v *model.Value, f *model.Struct) []jen.Code {
	var body []jen.Code
	if f.Other {
		body = append(body, jen.If(jen.Id("v").Dot("Other").Op("!=").Nil()).Block(
			enc("Raw").Call(jen.Id("v").Dot("Other")),
			jen.Return(),
		))
	}
	body = append(body, enc("BeginObject").Call())
	tracked := f.Extra && tracksNull(f)
	if tracked {
		body = append(body, jen.Id("written").Op(":=").Uint64().Call(jen.Id(hexMask(fieldMask(f, func(f model.Field) bool { return f.Required || !f.Use.Value.Nullable })))))
	}
	for _, field := range f.Fields {
		body = append(body, e.writeField(field, tracked)...)
	}
	if f.Additional != nil {
		body = append(body, e.writeMembers(jen.Id("v").Dot(f.AdditionalName), *f.Additional)...)
	}
	if f.Extra {
		written := jen.Id(hexMask(fieldMask(f, func(model.Field) bool { return true })))
		if tracked {
			written = jen.Id("written")
		}
		body = append(body, enc("Extra").Call(jen.Id("v").Dot("Extra"), e.members(v), written))
	}
	return append(body, enc("EndObject").Call())
}

// tracksNull reports whether a null in Extra may stand for a field.
func tracksNull(f *model.Struct) bool {
	for _, field := range f.Fields {
		if !field.Required && field.Use.Value.Nullable && field.Index < 64 {
			return true
		}
	}
	return false
}

// fieldMask has the bits of the fields that Extra must not repeat.
func fieldMask(f *model.Struct, include func(model.Field) bool) uint64 {
	var mask uint64
	for _, field := range f.Fields {
		if field.Index < 64 && include(field) {
			mask |= 1 << field.Index
		}
	}
	return mask
}

// writeField writes a member; nothing for an optional one that is nil.
func (e *emitter) writeField(f model.Field, tracked bool) []jen.Code {
	place := jen.Id("v").Dot(f.Name)
	name := enc("Name").Call(lit(f.Member))
	if !plainName(f.Member) {
		name = enc("Key").Call(lit(f.Member))
	}
	if f.Required {
		return append([]jen.Code{name}, e.writeUse(f.Use, place)...)
	}
	body := []jen.Code{name, e.writeSet(f.Use, place)}
	if tracked && f.Use.Value.Nullable && f.Index < 64 {
		body = append(body, jen.Id("written").Op("|=").Lit(1).Op("<<").Lit(f.Index))
	}
	return []jen.Code{jen.If(place.Clone().Op("!=").Nil()).Block(body...)}
}

// plainName reports whether a name is written in JSON as it is.
func plainName(name string) bool {
	for i := range len(name) {
		if b := name[i]; b < 0x20 || b == '"' || b == '\\' || b >= 0x7F {
			return false
		}
	}
	return true
}

func (e *emitter) encodeUnion(f *model.Union) []jen.Code {
	var cases []jen.Code
	for _, b := range f.Branches {
		branch, source := e.typ(b.Value.Type), jen.Id("v")
		if b.Pointer {
			branch = jen.Op("*").Add(branch)
		} else if byPointer(b.Value.Type) {
			source = jen.Op("&").Id("v")
		}
		write := e.write(b.Value, jen.Id("v"))
		if byPointer(b.Value.Type) {
			write = e.encode(b.Value, jen.Id("e"), source)
		}
		cases = append(cases, jen.Case(branch).Block(write))
	}
	cases = append(cases, jen.Default().Block(enc("Null").Call()))
	return []jen.Code{jen.Switch(jen.Id("v").Op(":=").Id("v").Assert(jen.Type())).Block(cases...)}
}
