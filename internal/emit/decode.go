package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// decode calls the function that reads a value of v's type.
func (e *emitter) decode(v *model.Value, cursor, dest jen.Code) *jen.Statement {
	e.decoder(v)
	return jen.Id("decode"+v.Name).Call(cursor, dest)
}

// decoder queues the decoding function of v.
func (e *emitter) decoder(v *model.Value) {
	name := "decode" + v.Name
	e.once(name, func() {
		doc := name + " reads a value that is valid by " + "valid" + v.Name + "."
		e.boolFunc(&e.decodeCode, name, doc, []jen.Code{jen.Id("v").Op("*").Add(e.typ(v.Type))}, e.decodeBody(v))
	})
}

// inner follows a place that only adds null to another with the same type.
func inner(v *model.Value) *model.Value {
	for len(v.Check.Cases) == 1 && v.Check.Object == nil && v.Check.Array == nil && sameType(v.Type, v.Check.Cases[0].Value.Type) {
		v = v.Check.Cases[0].Value
	}
	return v
}

func sameType(a, b model.Type) bool {
	switch a := a.(type) {
	case model.Named:
		b, ok := b.(model.Named)
		return ok && a.Decl == b.Decl
	case model.Basic:
		return a == b
	case model.Slice:
		b, ok := b.(model.Slice)
		return ok && a == b
	case model.Map:
		b, ok := b.(model.Map)
		return ok && a == b
	}
	return false
}

// reading prints the condition that a use has been read into dest, a pointer to
// its type, as terms that must all hold. Null has been dealt with.
func (e *emitter) reading(v *model.Value, dest jen.Code) []jen.Code {
	v = inner(v)
	switch t := v.Type.(type) {
	case model.Basic:
		if t == model.Raw {
			if v.Check.Any() {
				return []jen.Code{e.wire("KeepRaw").Call(jen.Id("c"), dest)}
			}
			return []jen.Code{e.decode(v, jen.Id("c"), dest)}
		}
		return []jen.Code{e.scalar(v, t), e.wire(setters[t]).Call(jen.Id("c"), dest)}
	case model.Named:
		if isNamedText(t) {
			return []jen.Code{e.scalar(v, model.String), e.wire("SetString").Call(jen.Id("c"), dest)}
		}
	}
	return []jen.Code{e.decode(v, jen.Id("c"), dest)}
}

// setters are the runtime's functions that store the current token.
var setters = map[model.Basic]string{
	model.String: "SetString", model.Base64: "SetString", model.Bool: "SetBool", model.Float64: "SetFloat",
	model.Number: "SetNumber", model.Time: "SetTime",
	model.Int8: "SetInt", model.Int16: "SetInt", model.Int32: "SetInt", model.Int64: "SetInt",
	model.Uint8: "SetInt", model.Uint16: "SetInt", model.Uint32: "SetInt", model.Uint64: "SetInt",
}

// scalar prints the call that consumes a scalar and checks it.
func (e *emitter) scalar(v *model.Value, t model.Basic) jen.Code {
	if !inline(v.Check) {
		return e.valid(v)
	}
	switch {
	case t == model.Bool:
		return c("Boolean").Call()
	case t.IsInteger():
		return c("Integer").Call()
	case t == model.Float64 || t == model.Number:
		if v.Check.Kinds&model.KindNumber == model.KindWhole {
			return c("Integer").Call()
		}
		return c("Number").Call()
	}
	return c("String").Call()
}

// read prints the condition that a use could not be read into place, an
// addressable expression.
func (e *emitter) unread(u model.Use, place *jen.Statement) *jen.Statement {
	dest := jen.Op("&").Add(place)
	if u.Pointer {
		dest = e.wire("New").Call(dest)
	}
	terms := e.reading(u.Value, dest)
	for i := range terms {
		terms[i] = not(terms[i])
	}
	failed := join("||", terms)
	if u.Value.Nullable {
		if len(terms) > 1 {
			failed = jen.Parens(failed)
		}
		failed = not(c("Null").Call()).Op("&&").Add(failed)
	}
	return failed
}

// readUse prints the statements that read a use into place.
func (e *emitter) readUse(u model.Use, place *jen.Statement) []jen.Code {
	var body []jen.Code
	if u.Value.Nullable && len(u.Value.Check.Also) > 0 {
		body = append(body, unless(not(e.also(u.Value))))
	}
	return append(body, unless(e.unread(u, place)))
}

// decodeBody prints the body of a decoding function.
func (e *emitter) decodeBody(v *model.Value) []jen.Code {
	switch t := v.Type.(type) {
	case model.Slice:
		return e.decodeList(v, t)
	case model.Map:
		return e.decodeMap(v, t)
	case model.Named:
		switch f := t.Decl.Form.(type) {
		case *model.Struct:
			return e.decodeStruct(v, f)
		case *model.Tuple:
			return e.decodeTuple(v, f)
		case *model.Union:
			return e.decodeUnion(v, f)
		case *model.Defined:
			return e.decodeDefined(f)
		case *model.Box:
			return e.decodeBox(f)
		case *model.Enum, *model.Nested:
			return []jen.Code{jen.Return(join("&&", e.reading(v, jen.Id("v"))))}
		}
	}
	if v.Type == model.Raw {
		return []jen.Code{
			jen.Id("start").Op(":=").Add(c("At").Call()),
			e.refuse(v),
			jen.Return(e.wire("SetRaw").Call(jen.Id("c"), jen.Id("start"), jen.Id("v"))),
		}
	}
	return []jen.Code{jen.Return(join("&&", e.reading(v, jen.Id("v"))))}
}

// decodeBox reads the one field of a box.
func (e *emitter) decodeBox(f *model.Box) []jen.Code {
	var body []jen.Code
	if f.Use.Value.Nullable && len(f.Use.Value.Check.Also) > 0 {
		body = append(body, unless(not(e.also(f.Use.Value))))
	}
	dest := jen.Op("&").Id("v").Dot("Value")
	if f.Use.Pointer {
		dest = e.wire("New").Call(dest)
	}
	read := join("&&", e.reading(f.Use.Value, dest))
	if f.Use.Value.Nullable {
		read = c("Null").Call().Op("||").Add(read)
	}
	return append(body, jen.Return(read))
}

// decodeDefined reads a value of the underlying type.
func (e *emitter) decodeDefined(f *model.Defined) []jen.Code {
	dest := jen.Parens(jen.Op("*").Add(e.typ(f.Value.Type))).Call(jen.Id("v"))
	return []jen.Code{jen.Return(join("&&", e.reading(f.Value, dest)))}
}

// checkFirst prints the check of a value that is then read again without one.
func (e *emitter) checkFirst(v *model.Value) []jen.Code {
	return []jen.Code{
		jen.Id("m").Op(":=").Add(c("Mark").Call()),
		unless(not(e.valid(v))),
		c("Reset").Call(jen.Id("m")),
	}
}

// decodeList reads a list. The rules that one pass over the items can check are
// checked on the way, others before.
func (e *emitter) decodeList(v *model.Value, t model.Slice) []jen.Code {
	a := v.Check.Array
	var body []jen.Code
	if a == nil {
		a = &model.Arrays{}
	}
	if len(v.Check.Also) > 0 || asks(v.Check) || len(a.Contains)+len(a.Prefix)+len(a.Enums) > 0 || a.Items != nil && a.Items != t.Elem.Value {
		body = e.checkFirst(v)
		a = &model.Arrays{}
	}
	items := jen.Id("items")
	body = append(body,
		jen.Var().Id("a").Add(e.wire("Array")),
		unless(not(c("BeginArray").Call(jen.Op("&").Id("a")))),
		items.Clone().Op(":=").Add(e.typ(t)).Values(),
		jen.For(c("NextItem").Call(jen.Op("&").Id("a"))).Block(append([]jen.Code{
			jen.Var().Id("item").Op("*").Add(e.useType(t.Elem)),
			jen.List(items, jen.Id("item")).Op("=").Add(e.wire("Append")).Call(jen.Id("c"), items),
		}, e.readItem(t.Elem)...)...),
		jen.Op("*").Id("v").Op("=").Add(items),
	)
	return append(body, conclude(endArray(), arrayTests(a)))
}

// readItem reads an item through the pointer item.
func (e *emitter) readItem(u model.Use) []jen.Code {
	var body []jen.Code
	if u.Value.Nullable && len(u.Value.Check.Also) > 0 {
		body = append(body, unless(not(e.also(u.Value))))
	}
	dest := jen.Id("item")
	if u.Pointer {
		dest = e.wire("New").Call(dest)
	}
	terms := e.reading(u.Value, dest)
	for i := range terms {
		terms[i] = not(terms[i])
	}
	failed := join("||", terms)
	if u.Value.Nullable {
		if len(terms) > 1 {
			failed = jen.Parens(failed)
		}
		failed = not(c("Null").Call()).Op("&&").Add(failed)
	}
	return append(body, unless(failed))
}

// decodeMap reads an object with members of one type.
func (e *emitter) decodeMap(v *model.Value, t model.Map) []jen.Code {
	o := v.Check.Object
	var body []jen.Code
	if o == nil {
		o = &model.Objects{}
	}
	if !e.onePass(v, t) {
		body = e.checkFirst(v)
		o = &model.Objects{}
	}
	free := &model.Value{Name: v.Name, Check: &model.Check{Object: &model.Objects{Min: o.Min, Max: o.Max}}}
	body = append(body,
		jen.Var().Id("o").Add(e.wire("Object")),
		unless(not(c("BeginObject").Call(jen.Op("&").Id("o")))),
		jen.Id("members").Op(":=").Add(e.typ(t)).Values(),
		jen.For(c("NextMember").Call(jen.Op("&").Id("o"), jen.Nil())).Block(append([]jen.Code{
			jen.Id("name").Op(":=").Add(c("Text").Call()),
			jen.Var().Id("member").Add(e.useType(t.Elem)),
		}, append(e.readUse(t.Elem, jen.Id("member")),
			jen.Id("members").Index(jen.Id("name")).Op("=").Id("member"))...)...),
		jen.Op("*").Id("v").Op("=").Id("members"),
	)
	return append(body, conclude(endObject(), e.objectTests(free)))
}

// onePass reports whether reading the members checks all that there is to check.
func (e *emitter) onePass(v *model.Value, t model.Map) bool {
	o := v.Check.Object
	if len(v.Check.Also) > 0 || asks(v.Check) {
		return false
	}
	if o == nil {
		return true
	}
	if len(o.Members)+len(o.Names)+len(o.Needs)+len(o.Enums) > 0 || len(o.Rest) > 1 {
		return false
	}
	return len(o.Rest) == 0 || len(o.Rest[0].Patterns) == 0 && o.Rest[0].Additional == t.Elem.Value
}
