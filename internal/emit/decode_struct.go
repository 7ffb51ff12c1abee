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
