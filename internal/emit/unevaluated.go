package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// asks reports whether a check has a rule for members or items that conditions
// may evaluate, so that these have to report what they do.
func asks(check *model.Check) bool {
	return check.Object != nil && check.Object.Unevaluated != nil || check.Array != nil && check.Array.Unevaluated != nil
}

// seen is the parameter that collects what is evaluated.
func (e *emitter) seen() jen.Code { return jen.Id("seen").Op("*").Add(e.wire("Evaluated")) }

// marks calls the function that consumes a value, checks it, and reports which
// members or items were evaluated; dest is a pointer to an Evaluated.
func (e *emitter) marks(v *model.Value, dest jen.Code) jen.Code {
	if v.Name == "" || !evaluates(v.Check) {
		return e.accept(v)
	}
	name := "marks" + v.Name
	e.once(name, func() {
		e.boolFunc(e.validFile, name, name+" is valid"+v.Name+", and reports the members or items that it evaluates.",
			[]jen.Code{e.seen()}, e.marksBody(v))
	})
	return jen.Id(name).Call(jen.Id("c"), dest)
}

// evaluates reports whether a check looks at members or items.
func evaluates(check *model.Check) bool {
	return check.Object != nil || check.Array != nil || len(check.Also) > 0
}

// marksBody checks the conditions on the value first, then its members or items.
func (e *emitter) marksBody(v *model.Value) []jen.Code {
	check := v.Check
	var body []jen.Code
	if len(check.Also) > 0 {
		body = append(body, unless(not(e.besides(v))))
	}
	base := *check
	base.Also, base.Object, base.Array = nil, nil, nil
	if check.Object != nil {
		body = append(body, jen.If(c("Kind").Call().Op("==").Add(e.wire("KindObject"))).Block(e.sendMarks(v, "objectMarks", e.markMembers)))
	}
	if check.Array != nil {
		body = append(body, jen.If(c("Kind").Call().Op("==").Add(e.wire("KindArray"))).Block(e.sendMarks(v, "arrayMarks", e.markItems)))
	}
	if check.Kinds != model.KindAny {
		base.Kinds &^= sent(check)
	}
	return append(body, e.baseBody(v, &base)...)
}

// sent returns the kinds that functions of their own check and report.
func sent(check *model.Check) model.Kinds {
	var kinds model.Kinds
	if check.Object != nil {
		kinds |= model.KindObject
	}
	if check.Array != nil {
		kinds |= model.KindArray
	}
	return kinds
}

// sendMarks hands the value to a function of its own.
func (e *emitter) sendMarks(v *model.Value, prefix string, body func(*model.Value) []jen.Code) jen.Code {
	name := prefix + v.Name
	e.once(name, func() {
		e.boolFunc(e.validFile, name, name+" checks values of one kind for marks"+v.Name+".", []jen.Code{e.seen()}, body(v))
	})
	return jen.Return(jen.Id(name).Call(jen.Id("c"), jen.Id("seen")))
}

// baseBody checks values of the kinds that nothing is reported for.
func (e *emitter) baseBody(v *model.Value, base *model.Check) []jen.Code {
	rest := &model.Value{Name: v.Name, Check: base}
	if inline(base) {
		return []jen.Code{jen.Return(e.accept(rest))}
	}
	name := "base" + v.Name
	e.once(name, func() {
		e.boolFunc(e.validFile, name, name+" checks values of the other kinds for marks"+v.Name+".", nil, e.validBody(rest))
	})
	return []jen.Code{jen.Return(jen.Id(name).Call(jen.Id("c")))}
}

// markMembers checks an object and reports its members.
func (e *emitter) markMembers(v *model.Value) []jen.Code {
	o := v.Check.Object
	all := o.MarksRest || o.Unevaluated != nil
	body := equalsOne(o.Enums)
	loop := append(e.checkName(o), e.checkMember(v)...)
	if mark := e.markMember(o); mark != nil && !all {
		loop = append([]jen.Code{mark}, loop...)
	}
	body = append(body,
		jen.Var().Id("o").Add(e.wire("Object")),
		unless(not(c("BeginObject").Call(jen.Op("&").Id("o")))),
		jen.For(c("NextMember").Call(jen.Op("&").Id("o"), e.members(v))).Block(loop...),
	)
	return append(body, finishMarks(endObject(), e.objectTests(v), all)...)
}

// markMember reports the member whose name has just been read if a rule knows
// the name.
func (e *emitter) markMember(o *model.Objects) jen.Code {
	var terms []jen.Code
	unknown := false
	for i, m := range o.Members {
		if m.Unknown {
			unknown = true
			continue
		}
		terms = append(terms, jen.Id("o").Dot("Index").Op("==").Lit(i))
	}
	if !unknown && len(terms) > 0 {
		terms = []jen.Code{jen.Id("o").Dot("Index").Op(">=").Lit(0)}
	}
	for _, r := range o.Rest {
		for _, p := range r.Patterns {
			terms = append(terms, e.match(p.Pattern))
		}
	}
	if terms == nil {
		return nil
	}
	return jen.If(join("||", terms)).Block(jen.Id("seen").Dot("Add").Call(jen.Id("o").Dot("Ordinal")))
}

// refuseUnevaluated checks a member or item that no rule has looked at, if no
// condition has either.
func (e *emitter) refuseUnevaluated(v *model.Value, ordinal jen.Code) jen.Code {
	rest := jen.If(not(jen.Id("seen").Dot("Has").Call(ordinal))).Block(e.refuse(v))
	return rest.Else().Block(unless(not(c("Skip").Call())))
}

// markItems checks an array and reports its items.
func (e *emitter) markItems(v *model.Value) []jen.Code {
	a := v.Check.Array
	all := a.Items != nil || a.Unevaluated != nil
	body := equalsOne(a.Enums)
	body = append(body, jen.Var().Id("a").Add(e.wire("Array")), unless(not(c("BeginArray").Call(jen.Op("&").Id("a")))))
	body = append(body, e.countDecls(a)...)
	var loop []jen.Code
	if len(a.Prefix) > 0 && !all {
		loop = append(loop, jen.If(jen.Id("a").Dot("Index").Op("<").Lit(len(a.Prefix))).Block(jen.Id("seen").Dot("Add").Call(jen.Id("a").Dot("Index"))))
	}
	loop = append(append(loop, e.countItems(a, true)...), e.checkItem(a)...)
	body = append(body,
		jen.For(c("NextItem").Call(jen.Op("&").Id("a"))).Block(loop...),
	)
	return append(body, finishMarks(endArray(), arrayTests(a), all)...)
}

// finishMarks is finish for a function that reports; all says that everything has
// been evaluated.
func finishMarks(end jen.Code, tests []test, all bool) []jen.Code {
	if !all {
		return finish(end, tests)
	}
	return append([]jen.Code{jen.Id("seen").Dot("AddAll").Call()}, finish(end, tests)...)
}

// besides is also, and reports what the conditions evaluate.
func (e *emitter) besides(v *model.Value) jen.Code {
	name := "besides" + v.Name
	e.once(name, func() {
		var body []jen.Code
		for i, a := range v.Check.Also {
			body = append(body, e.besidesBody(a, i)...)
		}
		e.boolFunc(e.validFile, name, name+" checks a value by conditions that read it as a whole, reports what they evaluate, and leaves it to be read again.",
			[]jen.Code{e.seen()}, settle(body))
	})
	return jen.Id(name).Call(jen.Id("c"), jen.Id("seen"))
}

func (e *emitter) besidesBody(a model.Also, i int) []jen.Code {
	switch a := a.(type) {
	case *model.All:
		return e.remarks(a.Value, i)
	case *model.AnyOf:
		n := numbered("n", i)
		return append(e.tryAll(a.Branches, i), end(numbered("t", i), jen.Id(n).Op(">").Lit(0), a.Rule))
	case *model.OneOf:
		n := numbered("n", i)
		return append(e.tryAll(a.Branches, i), end(numbered("t", i), jen.Id(n).Op("==").Lit(1), a.Rule))
	case *model.If:
		return e.markCondition(a, i)
	case *model.Dependent:
		return []jen.Code{jen.If(c("HasMember").Call(lit(a.Member))).Block(e.remarks(a.Value, 0)...)}
	}
	return e.alsoBody(nil, a, i)
}

// remarks checks the value, reports, and goes back to its start.
func (e *emitter) remarks(v *model.Value, i int) []jen.Code {
	m := numbered("m", i)
	return []jen.Code{
		jen.Id(m).Op(":=").Add(c("Mark").Call()),
		unless(not(jen.Parens(e.marks(v, jen.Id("seen"))))),
		c("Reset").Call(jen.Id(m)),
	}
}

// tryAll tries every branch, keeps what the accepting ones report, and counts
// them.
func (e *emitter) tryAll(branches []*model.Value, i int) []jen.Code {
	t, decl := try(i)
	n := numbered("n", i)
	body := []jen.Code{decl, jen.Id(n).Op(":=").Lit(0)}
	for k, b := range branches {
		part := numbered("part", 100*i+k)
		body = append(body,
			jen.Var().Id(part).Add(e.wire("Evaluated")),
			jen.If(jen.Id(t).Dot("Done").Call(jen.Id("c"), e.marks(b, jen.Op("&").Id(part)))).Block(
				jen.Id(n).Op("++"),
				jen.Id("seen").Dot("Merge").Call(jen.Op("&").Id(part)),
			),
		)
	}
	return body
}

func (e *emitter) markCondition(a *model.If, i int) []jen.Code {
	t, decl := try(i)
	ok, part := numbered("ok", i), numbered("part", 100*i)
	body := []jen.Code{
		decl,
		jen.Var().Id(part).Add(e.wire("Evaluated")),
		jen.Id(ok).Op(":=").Add(jen.Id(t).Dot("Done").Call(jen.Id("c"), e.marks(a.If, jen.Op("&").Id(part)))),
		jen.Id(t).Dot("Close").Call(jen.Id("c")),
	}
	then := []jen.Code{jen.Id("seen").Dot("Merge").Call(jen.Op("&").Id(part))}
	if a.Then != nil {
		then = append(then, e.remarks(a.Then, 0)...)
	}
	body = append(body, jen.If(jen.Id(ok)).Block(then...))
	if a.Else != nil {
		body = append(body, jen.If(not(jen.Id(ok))).Block(e.remarks(a.Else, 0)...))
	}
	return body
}
