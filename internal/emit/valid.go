package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// valid calls the function that consumes a value and checks it.
func (e *emitter) valid(v *model.Value) jen.Code { return e.validRef(v).Call(jen.Id("c")) }

// validRef refers to the function of valid. Places with the same check share it.
func (e *emitter) validRef(v *model.Value) *jen.Statement {
	name, ok := e.valids[v.Check]
	if !ok {
		name = "valid" + v.Name
		e.valids[v.Check] = name
		e.once(name, func() { e.validFunc(name, v) })
	}
	return jen.Id(name)
}

// boolFunc adds: // doc, func name(c *wire.Cursor, params…) bool { body }.
func (e *emitter) boolFunc(to *file, name, doc string, params []jen.Code, body []jen.Code) {
	s := jen.Empty()
	for _, line := range comment(doc, 0) {
		s.Add(line).Line()
	}
	s.Func().Id(name).Params(append([]jen.Code{e.cursor()}, params...)...).Bool().Block(body...)
	to.add(s)
}

func (e *emitter) validFunc(name string, v *model.Value) {
	where := v.Check.Where
	if where == "" {
		where = "the document"
	}
	e.boolFunc(e.validFile, name, name+" consumes a value and checks it by "+where+".", nil, e.validBody(v))
}

func (e *emitter) validBody(v *model.Value) []jen.Code {
	check := v.Check
	if only, ok := tagged(check); ok {
		return e.tagSwitch(only)
	}
	if asks(check) {
		return []jen.Code{
			jen.Var().Id("seen").Add(e.wire("Evaluated")),
			jen.Return(e.marks(v, jen.Op("&").Id("seen"))),
		}
	}
	var body []jen.Code
	if len(check.Also) > 0 {
		body = append(body, unless(not(e.also(v))))
	}
	if inline(&model.Check{Kinds: check.Kinds, Bool: check.Bool, Number: check.Number, String: check.String, Array: check.Array, Object: check.Object, Cases: check.Cases}) {
		base := *v
		plain := *check
		plain.Also = nil
		base.Check = &plain
		return append(body, jen.Return(e.accept(&base)))
	}
	groups := e.groups(v)
	if len(groups) == 1 && groups[0].kinds == check.Kinds {
		return append(body, groups[0].body(jen.Return(c("Mismatch").Call(rule(check.Mismatch))))...)
	}
	return append(body, e.kindSwitch(v, groups)...)
}

// A group is the rules for one kind of value.
type group struct {
	kinds model.Kinds
	kind  string // the runtime's name of the kind
	// body prints the rules, and mismatch where a value of another kind ends up.
	body func(mismatch jen.Code) []jen.Code
	name string // of the function if it does not stand alone
}

// groups returns the kinds that check has rules for.
func (e *emitter) groups(v *model.Value) []group {
	check := v.Check
	var gs []group
	if check.Bool != nil {
		gs = append(gs, group{model.KindBool, "", func(m jen.Code) []jen.Code { return e.boolBody(check, m) }, "booleanOf" + v.Name})
	}
	numbers := check.Kinds & model.KindNumber
	for _, k := range check.Cases {
		numbers &^= k.Kinds
	}
	if check.Number != nil || numbers == model.KindWhole || numbers == model.KindFraction {
		gs = append(gs, group{numbers, "KindNumber", func(m jen.Code) []jen.Code { return e.numberBody(check, m) }, "numberOf" + v.Name})
	}
	if check.String != nil {
		gs = append(gs, group{model.KindString, "KindString", func(m jen.Code) []jen.Code { return e.stringBody(check, m) }, "stringOf" + v.Name})
	}
	if check.Array != nil {
		gs = append(gs, group{model.KindArray, "KindArray", func(m jen.Code) []jen.Code { return e.arrayBody(check.Array, m) }, "arrayOf" + v.Name})
	}
	if check.Object != nil {
		gs = append(gs, group{model.KindObject, "KindObject", func(m jen.Code) []jen.Code { return e.objectBody(v, m) }, "objectOf" + v.Name})
	}
	return gs
}

// kindSwitch sends each kind to its rules.
func (e *emitter) kindSwitch(v *model.Value, groups []group) []jen.Code {
	check := v.Check
	rest := check.Kinds
	var cases []jen.Code
	for _, g := range groups {
		rest &^= g.kinds
		e.once(g.name, func() {
			e.boolFunc(e.validFile, g.name, g.name+" checks values of one kind for valid"+v.Name+".", nil, g.body(jen.Return(jen.False())))
		})
		cases = append(cases, jen.Case(e.kindNames(g.kinds)...).Block(jen.Return(jen.Id(g.name).Call(jen.Id("c")))))
	}
	for _, k := range check.Cases {
		rest &^= k.Kinds
		cases = append(cases, jen.Case(e.kindNames(k.Kinds)...).Block(jen.Return(e.accept(k.Value))))
	}
	end := jen.Return(c("Mismatch").Call(rule(check.Mismatch)))
	switch {
	case check.Kinds == model.KindAny:
		end = jen.Return(c("Skip").Call())
	case rest != 0:
		cases = append(cases, jen.Case(e.kindNames(rest)...).Block(jen.Return(c("Skip").Call())))
	}
	return []jen.Code{jen.Switch(c("Kind").Call()).Block(cases...), end}
}

// kindNames refers to the runtime's names of kinds.
func (e *emitter) kindNames(kinds model.Kinds) []jen.Code {
	var names []jen.Code
	for _, k := range []struct {
		kinds model.Kinds
		names []string
	}{
		{model.KindNull, []string{"KindNull"}},
		{model.KindBool, []string{"KindTrue", "KindFalse"}},
		{model.KindNumber, []string{"KindNumber"}},
		{model.KindString, []string{"KindString"}},
		{model.KindArray, []string{"KindArray"}},
		{model.KindObject, []string{"KindObject"}},
	} {
		if kinds&k.kinds != 0 {
			for _, n := range k.names {
				names = append(names, e.wire(n))
			}
		}
	}
	return names
}

func (e *emitter) boolBody(check *model.Check, mismatch jen.Code) []jen.Code {
	want := c("True").Call()
	if check.Bool.Want {
		want = not(want)
	}
	return []jen.Code{
		jen.If(not(c("Boolean").Call())).Block(mismatch),
		violation(want, check.Bool.Rule),
		jen.Return(jen.True()),
	}
}
