package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// arrayBody checks an array.
func (e *emitter) arrayBody(a *model.Arrays, mismatch jen.Code) []jen.Code {
	body := equalsOne(a.Enums)
	body = append(body,
		jen.Var().Id("a").Add(e.wire("Array")),
		jen.If(not(c("BeginArray").Call(jen.Op("&").Id("a")))).Block(mismatch),
	)
	body = append(body, e.countDecls(a)...)
	body = append(body,
		jen.For(c("NextItem").Call(jen.Op("&").Id("a"))).Block(append(e.countItems(a, false), e.checkItem(a)...)...),
	)
	return append(body, finish(endArray(), arrayTests(a))...)
}

// equalsOne checks that the next value is one of those that are listed.
func equalsOne(enums []model.Enumeration) []jen.Code {
	var body []jen.Code
	for _, enum := range enums {
		terms := make([]jen.Code, len(enum.Values))
		for i, v := range enum.Values {
			terms[i] = not(c("Equals").Call(lit(v)))
		}
		body = append(body, violationAt(c("At").Call(), join("&&", terms), enum.Rule))
	}
	return body
}

// checkItem checks the item at a.Index.
func (e *emitter) checkItem(a *model.Arrays) []jen.Code {
	rest := unless(not(c("Skip").Call()))
	switch {
	case a.Items != nil:
		rest = e.refuse(a.Items)
	case a.Unevaluated != nil:
		rest = e.refuseUnevaluated(a.Unevaluated, jen.Id("a").Dot("Index"))
	}
	if len(a.Prefix) == 0 {
		return []jen.Code{rest}
	}
	cases := make([]jen.Code, 0, len(a.Prefix)+1)
	for i, v := range a.Prefix {
		cases = append(cases, jen.Case(jen.Lit(i)).Block(e.refuse(v)))
	}
	cases = append(cases, jen.Default().Block(rest))
	return []jen.Code{jen.Switch(jen.Id("a").Dot("Index")).Block(cases...)}
}

// countDecls declares a counter for each contains.
func (e *emitter) countDecls(a *model.Arrays) []jen.Code {
	var body []jen.Code
	for i := range a.Contains {
		body = append(body, jen.Id(counter(i)).Op(":=").Lit(0))
	}
	return body
}

func counter(i int) string { return numbered("found", i) }

// numbered returns name, name2, name3 …
func numbered(name string, i int) string {
	if i == 0 {
		return name
	}
	return name + itoa(i+1)
}

// countItems counts the item if a contains accepts it, and reports it as
// evaluated where that is asked.
func (e *emitter) countItems(a *model.Arrays, mark bool) []jen.Code {
	var body []jen.Code
	for i, k := range a.Contains {
		hit := jen.Id(numbered("t", i)).Dot("Done").Call(jen.Id("c"), e.accept(k.Check))
		then := []jen.Code{jen.Id(counter(i)).Op("++")}
		if mark && k.Marks {
			then = append(then, jen.Id("seen").Dot("Add").Call(jen.Id("a").Dot("Index")))
		}
		body = append(body,
			jen.Id(numbered("t", i)).Op(":=").Add(c("Try").Call()),
			jen.If(hit).Block(then...),
			jen.Id(numbered("t", i)).Dot("Close").Call(jen.Id("c")),
		)
	}
	return body
}

func endArray() jen.Code { return c("EndArray").Call(jen.Op("&").Id("a")) }

// arrayTests are the rules that are known when the array has been read.
func arrayTests(a *model.Arrays) []test {
	start := jen.Id("a").Dot("Start")
	var tests []test
	if a.Min != nil {
		tests = append(tests, fewer(start, jen.Id("a").Dot("Len").Call(), a.Min))
	}
	if a.Max != nil {
		tests = append(tests, more(start, jen.Id("a").Dot("Len").Call(), a.Max))
	}
	if a.Unique != nil {
		unique := c("Unique").Call(start)
		tests = append(tests, at(start, not(unique), unique, *a.Unique))
	}
	for i, k := range a.Contains {
		if k.Min != nil {
			tests = append(tests, fewer(start, jen.Id(counter(i)), k.Min))
		}
		if k.Max != nil {
			tests = append(tests, more(start, jen.Id(counter(i)), k.Max))
		}
	}
	return tests
}
