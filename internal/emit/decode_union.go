package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// decodeUnion finds the branch of a value and reads it.
func (e *emitter) decodeUnion(v *model.Value, f *model.Union) []jen.Code {
	switch {
	case f.Tag != "":
		return e.decodeByTag(v, f)
	case f.Branches[0].Kinds != 0:
		return e.decodeByKind(v, f)
	case f.Branches[0].Member != "":
		return e.decodeByMember(v, f)
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

// decodeByMember reads the only member of an object into the branch that it
// leads to.
func (e *emitter) decodeByMember(v *model.Value, f *model.Union) []jen.Code {
	var cases []jen.Code
	for i, b := range f.Branches {
		if b.Member != "" {
			field := b.Value.Type.(model.Named).Decl.Form.(*model.Struct).Fields[0]
			read := e.readUse(field.Use, variable(jen.Id("branch").Dot(field.Name)))
			cases = append(cases, memberCase(i, b.Member, append(e.setBranch(b), read...)...)...)
			continue
		}
		keep := c("KeepExtra").Call(jen.Op("&").Id("o"), jen.Op("&").Id("branch").Dot("Extra"))
		cases = append(cases, jen.Default().Block(append(e.setBranch(b), unless(not(keep)))...))
	}
	if f.Branches[len(f.Branches)-1].Member != "" {
		cases = append(cases, jen.Default().Block(jen.Return(jen.False())))
	}
	return []jen.Code{
		jen.Var().Id("o").Add(e.wire("Object")),
		unless(not(c("BeginObject").Call(jen.Op("&").Id("o")))),
		jen.For(c("NextMember").Call(jen.Op("&").Id("o"), e.members(v))).Block(jen.Switch(jen.Id("o").Dot("Index")).Block(cases...)),
		conclude(endObject(), e.objectTests(v)),
	}
}

// setBranch makes a branch of a union the value.
func (e *emitter) setBranch(b model.Branch) []jen.Code {
	branch := jen.Id("branch")
	if isOneText(b.Value.Type) {
		return []jen.Code{
			jen.Var().Add(branch).Op("*").Add(e.typ(b.Value.Type)),
			jen.Op("*").Id("v").Op("=").Add(e.wire("NewText").Call(jen.Id("c"), jen.Op("&").Add(branch))),
		}
	}
	return []jen.Code{
		jen.Add(branch).Op(":=").New(e.typ(b.Value.Type)),
		jen.Op("*").Id("v").Op("=").Add(branch),
	}
}

// isOneText reports whether a type is a struct of one string, and nothing else.
func isOneText(t model.Type) bool {
	named, ok := t.(model.Named)
	if !ok {
		return false
	}
	s, ok := named.Decl.Form.(*model.Struct)
	return ok && s.Additional == nil && !s.Extra && !s.Other && len(s.Fields) == 1 && !s.Fields[0].Use.Pointer && isText(s.Fields[0].Use.Value.Type)
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
		return append(e.setBranch(b), jen.Return(e.decode(b.Value, jen.Id("c"), jen.Id("branch"))))
	}
	return []jen.Code{
		jen.Var().Id("branch").Add(e.typ(b.Value.Type)),
		jen.If(not(e.decode(b.Value, jen.Id("c"), jen.Op("&").Id("branch")))).Block(jen.Return(jen.False())),
		jen.Op("*").Id("v").Op("=").Id("branch"),
		jen.Return(jen.True()),
	}
}
