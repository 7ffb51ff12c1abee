package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// examples prints the constructors of examples.
func (e *emitter) examples() {
	for _, r := range e.pkg.Roots {
		for _, x := range r.Examples {
			s := jen.Empty()
			for _, line := range comment(x.Doc, 0) {
				s.Add(line).Line()
			}
			s.Func().Id(x.Func).Params().Id(r.Name).Block(e.exampleBody(r, x)...)
			e.exampleFile.add(s)
		}
	}
}

func (e *emitter) exampleBody(r *model.Root, x model.Example) []jen.Code {
	if x.Literal != nil {
		return []jen.Code{jen.Return(e.literal(x.Literal))}
	}
	return []jen.Code{jen.Var().Id("zero").Id(r.Name), jen.Return(jen.Id("zero"))}
}

// literal prints an expression.
func (e *emitter) literal(l model.Literal) *jen.Statement {
	switch l := l.(type) {
	case model.Text:
		return lit(string(l))
	case model.Digits:
		return jen.Id(string(l))
	case model.Truth:
		return jen.Lit(bool(l))
	case model.Const:
		return jen.Id(l.Name)
	case model.Nil:
		return jen.Nil()
	case model.Moment:
		return e.wire("MustTime").Call(lit(string(l)))
	case model.Convert:
		return e.typ(l.Type).Call(e.literal(l.Value))
	case model.Address:
		return e.address(l.Value)
	}
	return e.composite(l)
}

// address prints a pointer to a value: only composite literals have an address in Go.
func (e *emitter) address(l model.Literal) *jen.Statement {
	switch l.(type) {
	case *model.StructLit, *model.ListLit, *model.MapLit:
		return jen.Op("&").Add(e.literal(l))
	}
	return e.wire("Ptr").Call(e.literal(l))
}

// composite prints a literal in braces.
func (e *emitter) composite(l model.Literal) *jen.Statement {
	switch l := l.(type) {
	case *model.StructLit:
		return e.literalType(l.Type).Custom(lineEach, e.fieldLits(l.Fields)...)
	case *model.ListLit:
		return e.literalType(l.Type).Custom(listOf(l.Items), e.itemLits(l.Items)...)
	case *model.MapLit:
		return e.literalType(l.Type).Custom(lineEach, e.memberLits(l.Members)...)
	case model.ExtraLit:
		return jen.Id("Extra").Custom(lineEach, e.extraLits(l)...)
	}
	return jen.Nil()
}

// literalType prints the type in front of braces, nothing if the context names it.
func (e *emitter) literalType(t model.Type) *jen.Statement {
	if t == nil {
		return jen.Empty()
	}
	return e.typ(t)
}

// lineEach puts each element on a line of its own; braces without any stay together.
var lineEach = jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}

// short is the length up to which a list of constants is printed on one line.
const short = 60

// listOf keeps a few short constants on one line.
func listOf(items []model.Literal) jen.Options {
	one := jen.Options{Open: "{", Close: "}", Separator: ","}
	length := 0
	for _, item := range items {
		switch item := item.(type) {
		case model.Text:
			length += len(item) + len(`"", `)
		case model.Digits:
			length += len(item) + len(", ")
		case model.Const:
			length += len(item.Name) + len(", ")
		case model.Truth, model.Nil:
			length += len("false, ")
		default:
			return lineEach
		}
	}
	if length > short {
		return lineEach
	}
	return one
}

func (e *emitter) fieldLits(fields []model.FieldLit) []jen.Code {
	var list []jen.Code
	for _, f := range fields {
		list = append(list, jen.Id(f.Name).Op(":").Add(e.literal(f.Value)))
	}
	return list
}

func (e *emitter) itemLits(items []model.Literal) []jen.Code {
	var list []jen.Code
	for _, item := range items {
		list = append(list, e.literal(item))
	}
	return list
}

func (e *emitter) memberLits(members []model.MemberLit) []jen.Code {
	var list []jen.Code
	for _, m := range members {
		list = append(list, lit(m.Name).Op(":").Add(e.literal(m.Value)))
	}
	return list
}

func (e *emitter) extraLits(members []model.ExtraMember) []jen.Code {
	var list []jen.Code
	for _, m := range members {
		value := e.basic(model.Raw).Call(lit(m.JSON))
		list = append(list, jen.Values(jen.Id("Name").Op(":").Add(lit(m.Name)), jen.Id("Value").Op(":").Add(value)))
	}
	return list
}
