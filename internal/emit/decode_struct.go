package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// decodeStruct reads an object into the fields of a struct and checks it on the
// way.
func (e *emitter) decodeStruct(v *model.Value, f *model.Struct) []jen.Code {
	var body []jen.Code
	switch {
	case asks(v.Check):
		body = append(body, e.checkFirst(v)...)
	case len(v.Check.Also) > 0:
		body = append(body, unless(not(e.also(v))))
	}
	if f.Other {
		body = append(body, jen.If(c("Kind").Call().Op("!=").Add(e.wire("KindObject"))).Block(e.decodeOther(v)...))
	}
	o := v.Check.Object
	body = append(body, equalsOne(o.Enums)...)
	body = append(body,
		jen.Var().Id("o").Add(e.wire("Object")),
		unless(not(c("BeginObject").Call(jen.Op("&").Id("o")))),
		jen.For(c("NextMember").Call(jen.Op("&").Id("o"), e.members(v))).Block(append(e.checkName(o), e.readMember(v, f))...),
	)
	return append(body, conclude(endObject(), e.objectTests(v)))
}

// decodeOther keeps a value that is not an object.
func (e *emitter) decodeOther(v *model.Value) []jen.Code {
	other := jen.Op("&").Id("v").Dot("Other")
	if ruledBesides(v.Check) {
		return []jen.Code{
			jen.Id("start").Op(":=").Add(c("At").Call()),
			jen.Return(jen.Add(e.valid(v)).Op("&&").Add(e.wire("SetRaw").Call(jen.Id("c"), jen.Id("start"), other))),
		}
	}
	return []jen.Code{jen.Return(e.wire("KeepRaw").Call(jen.Id("c"), other))}
}

// ruledBesides reports whether a check has rules for other values than objects.
func ruledBesides(check *model.Check) bool {
	return check.Bool != nil || check.Number != nil || check.String != nil || check.Array != nil || len(check.Cases) > 0
}

// readMember reads the value of a member into its field.
func (e *emitter) readMember(v *model.Value, f *model.Struct) jen.Code {
	var cases []jen.Code
	fielded := map[int]bool{}
	for _, field := range f.Fields {
		fielded[field.Index] = true
		cases = append(cases, memberCase(field.Index, field.Member, e.readField(field)...)...)
	}
	for i, m := range v.Check.Object.Members {
		if fielded[i] {
			continue
		}
		if f.Extra && !m.Value.Check.Never() {
			body := []jen.Code{unless(not(c("KeepExtra").Call(jen.Op("&").Id("o"), jen.Op("&").Id("v").Dot("Extra"))))}
			if !m.Value.Check.Any() {
				body = append(e.rereads(m.Value, 0), body...)
			}
			cases = append(cases, memberCase(i, m.Name, body...)...)
			continue
		}
		cases = append(cases, memberCase(i, m.Name, e.refuse(m.Value))...)
	}
	cases = append(cases, jen.Default().Block(e.readRest(v, f)...))
	return jen.Switch(jen.Id("o").Dot("Index")).Block(cases...)
}

// readField reads a member into its field. A null that the field cannot tell
// from an absent member goes to Extra.
func (e *emitter) readField(f model.Field) []jen.Code {
	if f.Required || !f.Use.Value.Nullable {
		return e.readUse(f.Use, field(f.Name))
	}
	present := *f.Use.Value
	present.Nullable = false
	r := e.read(model.Use{Value: &present, Pointer: f.Use.Pointer}, field(f.Name))
	null := jen.If(c("Null").Call()).Block(jen.Id("v").Dot("Extra").Dot("AddNull").Call(lit(f.Member)))
	return append(e.checkUse(f.Use), null.Else().Add(r.refusal()))
}

// readRest keeps a member without a field.
func (e *emitter) readRest(v *model.Value, f *model.Struct) []jen.Code {
	rest := v.Check.Object.Rest
	if v.Check.Object.Unevaluated != nil {
		rest = nil // has been checked before
	}
	keep := unless(not(c("KeepExtra").Call(jen.Op("&").Id("o"), jen.Op("&").Id("v").Dot("Extra"))))
	switch {
	case f.Additional != nil:
		return e.readAdditional(f)
	case len(rest) == 0:
		return []jen.Code{keep}
	case len(rest) == 1 && len(rest[0].Patterns) == 0 && rest[0].Additional.Check.Never():
		return []jen.Code{jen.Return(jen.False())}
	}
	return []jen.Code{
		jen.Id("m").Op(":=").Add(c("Mark").Call()),
		e.refuseRest(v),
		c("Reset").Call(jen.Id("m")),
		keep,
	}
}

// readAdditional reads a member into the map of those without a field.
func (e *emitter) readAdditional(f *model.Struct) []jen.Code {
	field := jen.Id("v").Dot(f.AdditionalName)
	body := []jen.Code{
		jen.Id("name").Op(":=").Add(c("Text").Call()),
		jen.Var().Id("member").Add(e.useType(*f.Additional)),
	}
	body = append(body, e.readUse(*f.Additional, variable(jen.Id("member")))...)
	return append(body,
		jen.If(field.Clone().Op("==").Nil()).Block(
			field.Clone().Op("=").Map(jen.String()).Add(e.useType(*f.Additional)).Values(),
		),
		field.Clone().Index(jen.Id("name")).Op("=").Id("member"),
	)
}

// decodeUnion finds the branch of a value and reads it.
func (e *emitter) decodeUnion(v *model.Value, f *model.Union) []jen.Code {
	switch {
	case f.Tag != "":
		return e.decodeByTag(v, f)
	case f.Branches[0].Kinds != 0:
		return e.decodeByKind(v, f)
	}
	return e.decodeByTrial(v, f)
}

func (e *emitter) decodeByTag(v *model.Value, f *model.Union) []jen.Code {
	var body []jen.Code
	if _, only := tagged(v.Check); !only {
		body = e.checkFirst(v)
	}
	cases := make([]jen.Code, len(f.Branches))
	for i, b := range f.Branches {
		cases[i] = jen.Case(lits(b.Tags)...).Block(e.readBranch(b)...)
	}
	return append(body,
		jen.If(c("Peek").Call(lit(f.Tag))).Block(jen.Switch(jen.String().Call(c("Bytes").Call())).Block(cases...)),
		jen.Return(jen.False()),
	)
}

func (e *emitter) decodeByKind(v *model.Value, f *model.Union) []jen.Code {
	var body []jen.Code
	if len(v.Check.Also) > 0 {
		body = append(body, unless(not(e.also(v))))
	}
	cases := make([]jen.Code, len(f.Branches))
	for i, b := range f.Branches {
		cases[i] = jen.Case(e.kindNames(b.Kinds)...).Block(e.readBranch(b)...)
	}
	return append(body, jen.Switch(c("Kind").Call()).Block(cases...), jen.Return(jen.False()))
}

func (e *emitter) decodeByTrial(v *model.Value, f *model.Union) []jen.Code {
	body := append(e.checkFirst(v), jen.Id("t").Op(":=").Add(c("Try").Call()))
	cases := make([]jen.Code, len(f.Branches))
	for i, b := range f.Branches {
		cases[i] = jen.Case(jen.Id("t").Dot("Done").Call(jen.Id("c"), e.accept(b.Value))).Block(
			append([]jen.Code{jen.Id("t").Dot("Close").Call(jen.Id("c"))}, e.readBranch(b)...)...)
	}
	return append(body, jen.Switch().Block(cases...), jen.Id("t").Dot("Close").Call(jen.Id("c")), jen.Return(jen.False()))
}

// readBranch reads a value of a branch and stores it in the interface.
func (e *emitter) readBranch(b model.Branch) []jen.Code {
	if b.Pointer {
		return []jen.Code{
			jen.Id("branch").Op(":=").New(e.typ(b.Value.Type)),
			jen.Op("*").Id("v").Op("=").Id("branch"),
			jen.Return(e.decode(b.Value, jen.Id("c"), jen.Id("branch"))),
		}
	}
	return []jen.Code{
		jen.Var().Id("branch").Add(e.typ(b.Value.Type)),
		jen.If(not(e.decode(b.Value, jen.Id("c"), jen.Op("&").Id("branch")))).Block(jen.Return(jen.False())),
		jen.Op("*").Id("v").Op("=").Id("branch"),
		jen.Return(jen.True()),
	}
}
