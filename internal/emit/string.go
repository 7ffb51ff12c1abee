package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// stringBody checks a string.
func (e *emitter) stringBody(check *model.Check, mismatch jen.Code) []jen.Code {
	body := []jen.Code{jen.If(not(c("String").Call())).Block(mismatch)}
	return append(append(body, e.stringRules(check.String)...), jen.Return(jen.True()))
}

func (e *emitter) stringRules(s *model.Strings) []jen.Code {
	var body []jen.Code
	if s.Min != nil {
		body = append(body, violation(c("Length").Call().Op("<").Lit(s.Min.N), s.Min.Rule))
	}
	if s.Max != nil {
		body = append(body, violation(c("Length").Call().Op(">").Lit(s.Max.N), s.Max.Rule))
	}
	for _, enum := range s.Enums {
		body = append(body, stringEnum(enum))
	}
	for _, f := range s.Formats {
		body = append(body, violation(not(e.wire(f.Func).Call(c("Bytes").Call())), f.Rule))
	}
	for _, p := range s.Patterns {
		body = append(body, violation(not(e.match(p.Pattern)), p.Rule))
	}
	return body
}

// stringEnum prints a switch over the values, or a comparison with the only one.
func stringEnum(enum model.Enumeration) jen.Code {
	text := jen.String().Call(c("Bytes").Call())
	if len(enum.Values) == 1 {
		return violation(text.Op("!=").Add(lit(enum.Values[0])), enum.Rule)
	}
	values := make([]jen.Code, len(enum.Values))
	for i, v := range enum.Values {
		values[i] = lit(v)
	}
	return jen.Switch(text).Block(
		jen.Case(values...),
		jen.Default().Block(unless(c("Violates").Call(rule(enum.Rule)))),
	)
}
