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
		e.boolFunc(e.decodeFile, name, doc, []jen.Code{jen.Id("v").Op("*").Add(e.typ(v.Type))}, e.decodeBody(v))
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
	r := e.read(f.Use, field("Value"))
	if r.before != nil {
		return append(e.readUse(f.Use, field("Value")), jen.Return(jen.True()))
	}
	read := join("&&", r.terms)
	if f.Use.Value.Nullable {
		read = c("Null").Call().Op("||").Add(read)
	}
	return append(e.checkUse(f.Use), jen.Return(read))
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
		}, e.readUse(t.Elem, through("item"))...)...),
		jen.Op("*").Id("v").Op("=").Add(items),
	)
	return append(body, conclude(endArray(), arrayTests(a)))
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
	)
	body = append(body, e.readEntries(t)...)
	once := jen.Len(jen.Op("*").Id("v")).Op("==").Id("o").Dot("Len").Call()
	return append(body, conclude(join("&&", []jen.Code{endObject(), once}), e.objectTests(free)))
}

// readEntries reads the members of an object into a map. Small values wait on the
// stack until their number is known.
func (e *emitter) readEntries(t model.Map) []jen.Code {
	members, name := jen.Id("members"), c("Text").Call()
	next := c("NextEntry").Call(jen.Op("&").Id("o"))
	if small(t.Elem) {
		member := jen.Id("member").Op(":=").Add(members).Dot("Add").Call(name)
		return []jen.Code{
			jen.Var().Add(members).Add(e.wire("Entries")).Types(e.useType(t.Elem)),
			jen.For(next).Block(append([]jen.Code{member}, e.readUse(t.Elem, through("member"))...)...),
			jen.Op("*").Id("v").Op("=").Add(members).Dot("Map").Call(),
		}
	}
	body := append([]jen.Code{jen.Id("name").Op(":=").Add(name), jen.Var().Id("member").Add(e.useType(t.Elem))},
		e.readUse(t.Elem, variable(jen.Id("member")))...)
	return []jen.Code{
		members.Clone().Op(":=").Add(e.typ(t)).Values(),
		jen.For(next).Block(append(body, members.Clone().Index(jen.Id("name")).Op("=").Id("member"))...),
		jen.Op("*").Id("v").Op("=").Add(members),
	}
}

// small reports whether the values of a use take a few words at most.
func small(u model.Use) bool {
	named, ok := u.Value.Type.(model.Named)
	if u.Pointer || !ok {
		return true
	}
	switch f := named.Decl.Form.(type) {
	case *model.Union, *model.Enum, *model.Nested:
		return true
	case *model.Defined:
		return small(model.Use{Value: f.Value})
	}
	return false
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
