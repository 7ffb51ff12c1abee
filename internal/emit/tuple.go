package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// itemFields prints the fields of a tuple.
func (e *emitter) itemFields(t *model.Tuple) []jen.Code {
	var fields []jen.Code
	for _, item := range t.Items {
		fields = append(fields, comment(item.Doc, 4)...)
		fields = append(fields, jen.Id(item.Name).Add(e.useType(item.Use)))
	}
	if t.Rest != nil {
		fields = append(fields, jen.Comment("// Rest holds the items behind the others."))
		fields = append(fields, jen.Id("Rest").Index().Add(e.useType(*t.Rest)))
	}
	return fields
}

// decodeTuple reads an array into the fields of a tuple and checks it on the way.
func (e *emitter) decodeTuple(v *model.Value, t *model.Tuple) []jen.Code {
	a := v.Check.Array
	var body []jen.Code
	if len(v.Check.Also) > 0 || asks(v.Check) || len(a.Contains)+len(a.Enums) > 0 {
		body = e.checkFirst(v)
		a = &model.Arrays{}
	}
	cases := make([]jen.Code, 0, len(t.Items)+1)
	for i, item := range t.Items {
		cases = append(cases, jen.Case(jen.Lit(i)).Block(e.readUse(item.Use, field(item.Name))...))
	}
	cases = append(cases, jen.Default().Block(e.readTupleRest(v, t)...))
	body = append(body,
		jen.Var().Id("a").Add(e.wire("Array")),
		unless(not(c("BeginArray").Call(jen.Op("&").Id("a")))),
		jen.For(c("NextItem").Call(jen.Op("&").Id("a"))).Block(jen.Switch(jen.Id("a").Dot("Index")).Block(cases...)),
	)
	return append(body, conclude(endArray(), arrayTests(a)))
}

// readTupleRest reads an item behind the others.
func (e *emitter) readTupleRest(v *model.Value, t *model.Tuple) []jen.Code {
	if t.Rest == nil {
		return []jen.Code{jen.Return(jen.False())}
	}
	rest := jen.Id("v").Dot("Rest")
	return append([]jen.Code{
		jen.Var().Id("item").Op("*").Add(e.useType(*t.Rest)),
		jen.List(rest.Clone(), jen.Id("item")).Op("=").Add(e.wire("Append")).Call(jen.Id("c"), rest.Clone()),
	}, e.readUse(*t.Rest, through("item"))...)
}

// encodeTuple writes the items up to the last one that is set.
func (e *emitter) encodeTuple(t *model.Tuple) []jen.Code {
	body := []jen.Code{enc("BeginArray").Call()}
	for i, item := range t.Items {
		write := append([]jen.Code{enc("Item").Call()}, e.writeUse(item.Use, jen.Id("v").Dot(item.Name))...)
		if item.Required {
			body = append(body, write...)
			continue
		}
		set := present(t, i)
		if len(set) == 1 {
			write = []jen.Code{enc("Item").Call(), e.writeSet(item.Use, jen.Id("v").Dot(item.Name))}
		}
		body = append(body, jen.If(join("||", set)).Block(write...))
	}
	if t.Rest != nil {
		item := append([]jen.Code{enc("Item").Call()}, e.writeUse(*t.Rest, jen.Id("v").Dot("Rest").Index(jen.Id("i")))...)
		body = append(body, jen.For(jen.Id("i").Op(":=").Range().Id("v").Dot("Rest")).Block(item...))
	}
	return append(body, enc("EndArray").Call())
}

// present prints the conditions that item i, or one behind it, is set.
func present(t *model.Tuple, i int) []jen.Code {
	var terms []jen.Code
	for _, item := range t.Items[i:] {
		terms = append(terms, jen.Id("v").Dot(item.Name).Op("!=").Nil())
	}
	if t.Rest != nil {
		terms = append(terms, jen.Len(jen.Id("v").Dot("Rest")).Op(">").Lit(0))
	}
	return terms
}
