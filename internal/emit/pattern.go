package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// match prints whether the current string matches a pattern.
func (e *emitter) match(p *model.Pattern) jen.Code {
	switch s := p.Sequence; {
	case s == nil:
		name := "patternOf" + p.Name
		e.once(name, func() { e.patternVar(name, p) })
		return jen.Id(name).Dot("Match").Call(jen.Id("c"))
	case len(s.Steps) == 0 && !(s.Start && s.End):
		return jen.True()
	case len(s.Steps) == 0:
		return c("TextIs").Call(lit(""))
	case len(s.Steps) == 1 && s.Steps[0].Text != "":
		return c(comparison(s)).Call(lit(s.Steps[0].Text))
	}
	name := "match" + p.Name
	e.once(name, func() { e.matchFunc(name, p) })
	return jen.Id(name).Call(jen.Id("c"))
}

// comparison names the method of the cursor for a sequence that is one text.
func comparison(s *model.Sequence) string {
	switch {
	case s.Start && s.End:
		return "TextIs"
	case s.Start:
		return "HasPrefix"
	case s.End:
		return "HasSuffix"
	}
	return "Contains"
}

// matchFunc prints a function that takes the steps of a sequence.
func (e *emitter) matchFunc(name string, p *model.Pattern) {
	r := func(method string, args ...jen.Code) jen.Code { return jen.Id("r").Dot(method).Call(args...) }
	var steps []jen.Code
	for _, s := range p.Sequence.Steps {
		class := lit(s.Class)
		switch {
		case s.Text != "":
			steps = append(steps, r("Text", lit(s.Text)))
		case !p.Sequence.Start:
			steps = append(steps, r("Find", class))
		case s.Max < 0:
			steps = append(steps, r("AtLeast", class, jen.Lit(s.Min)))
		case s.Min == s.Max:
			steps = append(steps, r("Take", class, jen.Lit(s.Min)))
		default:
			steps = append(steps, r("Between", class, jen.Lit(s.Min), jen.Lit(s.Max)))
		}
	}
	if p.Sequence.End {
		steps = append(steps, r("End"))
	}
	e.boolFunc(e.validFile, name, name+" reports whether the current string matches "+excerpt(p.Ecma)+".", nil, []jen.Code{
		jen.Id("r").Op(":=").Add(c("Runes").Call()),
		jen.Return(chain(steps)),
	})
}

// chain is a conjunction; a long one has a line for each term.
func chain(terms []jen.Code) *jen.Statement {
	if len(terms) <= 4 {
		return join("&&", terms)
	}
	s := jen.Add(terms[0])
	for _, t := range terms[1:] {
		s.Op("&&").Line().Add(t)
	}
	return s
}

// excerpt shortens an expression for a comment.
func excerpt(expr string) string {
	const limit = 200
	if runes := []rune(expr); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return expr
}

// patternVar declares a pattern; it is compiled when it is first used.
func (e *emitter) patternVar(name string, p *model.Pattern) {
	fields := []jen.Code{jen.Id("Source").Op(":").Add(lit(p.Source))}
	for _, list := range []struct {
		field string
		exprs []string
	}{{"And", p.And}, {"Not", p.Not}} {
		if len(list.exprs) > 0 {
			fields = append(fields, jen.Id(list.field).Op(":").Index().String().Values(lits(list.exprs)...))
		}
	}
	s := jen.Comment(remark(name + " is " + excerpt(p.Ecma) + ".")).Line()
	s.Var().Id(name).Op("=").Add(e.wire("Pattern")).Values(fields...)
	e.validFile.add(s)
}

func lits(texts []string) []jen.Code {
	quoted := make([]jen.Code, len(texts))
	for i, t := range texts {
		quoted[i] = lit(t)
	}
	return quoted
}
