package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// also calls the function that checks the conditions on a value as a whole and
// does not consume it.
func (e *emitter) also(v *model.Value) jen.Code {
	name := "also" + v.Name
	e.once(name, func() {
		var body []jen.Code
		for i, a := range v.Check.Also {
			body = append(body, e.alsoBody(v, a, i)...)
		}
		e.boolFunc(e.validFile, name, name+" checks a value by conditions that read it as a whole, and leaves it to be read again.", nil, settle(body))
	})
	return jen.Id(name).Call(jen.Id("c"))
}

// alsoBody prints the i-th condition.
func (e *emitter) alsoBody(v *model.Value, a model.Also, i int) []jen.Code {
	switch a := a.(type) {
	case *model.All:
		return e.rereads(a.Value, i)
	case *model.AnyOf:
		return e.anyOf(a, i)
	case *model.OneOf:
		if a.Tag != "" {
			return e.tagOf(v, a, i)
		}
		return e.oneOf(a, i)
	case *model.Not:
		return e.not(a, i)
	case *model.If:
		return e.condition(a, i)
	case *model.Dependent:
		return []jen.Code{jen.If(c("HasMember").Call(lit(a.Member))).Block(e.rereads(a.Value, 0)...)}
	}
	return nil
}

// rereads checks the value and goes back to its start.
func (e *emitter) rereads(v *model.Value, i int) []jen.Code {
	m := numbered("m", i)
	return []jen.Code{
		jen.Id(m).Op(":=").Add(c("Mark").Call()),
		e.refuse(v),
		c("Reset").Call(jen.Id(m)),
	}
}

// try prints: t := c.Try().
func try(i int) (name string, decl jen.Code) {
	name = numbered("t", i)
	return name, jen.Id(name).Op(":=").Add(c("Try").Call())
}

// end prints: if !t.End(c, ok, rule…) { return false }.
func end(t string, ok jen.Code, r model.Rule) jen.Code {
	return require(jen.Id(t).Dot("End").Call(jen.Id("c"), ok, rule(r)))
}

func (e *emitter) anyOf(a *model.AnyOf, i int) []jen.Code {
	t, decl := try(i)
	terms := make([]jen.Code, len(a.Branches))
	for n, b := range a.Branches {
		terms[n] = jen.Id(t).Dot("Done").Call(jen.Id("c"), e.accept(b))
	}
	ok := numbered("ok", i)
	return []jen.Code{decl, jen.Id(ok).Op(":=").Add(lines("||", terms)), end(t, jen.Id(ok), a.Rule)}
}

func (e *emitter) oneOf(a *model.OneOf, i int) []jen.Code {
	t, decl := try(i)
	terms := make([]jen.Code, len(a.Branches))
	for n, b := range a.Branches {
		terms[n] = jen.Id(t).Dot("Count").Call(jen.Id("c"), e.accept(b))
	}
	n := numbered("n", i)
	return []jen.Code{decl, jen.Id(n).Op(":=").Add(lines("+", terms)), end(t, jen.Id(n).Op("==").Lit(1), a.Rule)}
}

func (e *emitter) not(a *model.Not, i int) []jen.Code {
	t, decl := try(i)
	ok := numbered("ok", i)
	return []jen.Code{
		decl,
		jen.Id(ok).Op(":=").Add(jen.Id(t).Dot("Done").Call(jen.Id("c"), e.accept(a.Value))),
		end(t, not(jen.Id(ok)), a.Rule),
	}
}

func (e *emitter) condition(a *model.If, i int) []jen.Code {
	t, decl := try(i)
	ok := numbered("ok", i)
	body := []jen.Code{
		decl,
		jen.Id(ok).Op(":=").Add(jen.Id(t).Dot("Done").Call(jen.Id("c"), e.accept(a.If))),
		jen.Id(t).Dot("Close").Call(jen.Id("c")),
	}
	switch {
	case a.Else == nil:
		return append(body, jen.If(jen.Id(ok)).Block(e.rereads(a.Then, 0)...))
	case a.Then == nil:
		return append(body, jen.If(not(jen.Id(ok))).Block(e.rereads(a.Else, 0)...))
	}
	return append(body, jen.If(jen.Id(ok)).Block(e.rereads(a.Then, 0)...).Else().Block(e.rereads(a.Else, 0)...))
}

// lines puts an operator between terms, one term a line.
func lines(op string, terms []jen.Code) *jen.Statement {
	s := jen.Add(terms[0])
	for _, t := range terms[1:] {
		s.Op(op).Line().Add(t)
	}
	return s
}

// tagged returns the choice by a tag that is all there is to a check.
func tagged(check *model.Check) (*model.OneOf, bool) {
	if len(check.Also) != 1 || check.Kinds != model.KindObject || check.Object != nil || len(check.Cases) > 0 {
		return nil, false
	}
	only, ok := check.Also[0].(*model.OneOf)
	return only, ok && only.Tag != ""
}

// tagSwitch sends an object to the branch that its tag names.
func (e *emitter) tagSwitch(a *model.OneOf) []jen.Code {
	cases := make([]jen.Code, len(a.Branches))
	for i, b := range a.Branches {
		cases[i] = jen.Case(lits(a.Tags[i])...).Block(jen.Return(e.accept(b)))
	}
	return []jen.Code{
		jen.If(c("Peek").Call(lit(a.Tag))).Block(
			jen.Switch(jen.String().Call(c("Bytes").Call())).Block(cases...),
		),
		jen.Return(c("Mismatch").Call(rule(a.Rule))),
	}
}

// tagOf checks a choice by a tag beside other rules.
func (e *emitter) tagOf(v *model.Value, a *model.OneOf, i int) []jen.Code {
	name := numbered("choiceOf"+v.Name, i)
	e.once(name, func() {
		e.boolFunc(e.validFile, name, name+" consumes an object and checks it by the branch that its tag names.", nil, e.tagSwitch(a))
	})
	m := numbered("m", i)
	return []jen.Code{
		jen.Id(m).Op(":=").Add(c("Mark").Call()),
		unless(not(jen.Id(name).Call(jen.Id("c")))),
		c("Reset").Call(jen.Id(m)),
	}
}
