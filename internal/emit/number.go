package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// numberBody checks a number.
func (e *emitter) numberBody(check *model.Check, mismatch jen.Code) []jen.Code {
	body := []jen.Code{jen.If(not(c("Number").Call())).Block(mismatch)}
	literal := check.Number != nil && check.Number.Literal
	switch {
	case literal:
		body = append(body, violation(not(c("IsIntegerLiteral").Call()), check.Mismatch))
	case check.Number != nil && check.Number.Listed:
	case check.Kinds&model.KindNumber == model.KindWhole:
		body = append(body, violation(not(c("IsInteger").Call()), check.Mismatch))
	case check.Kinds&model.KindNumber == model.KindFraction:
		body = append(body, violation(c("IsInteger").Call(), check.Mismatch))
	}
	if check.Number != nil {
		body = append(body, numberRules(check.Number)...)
	}
	return append(body, jen.Return(jen.True()))
}

func numberRules(n *model.Numbers) []jen.Code {
	var body []jen.Code
	for _, b := range n.Bounds {
		body = append(body, violation(compare(b.Limit).Op(b.Op).Lit(0), b.Rule))
	}
	for _, d := range n.Divisors {
		body = append(body, violation(not(c("MultipleOf").Call(lit(d.By))), d.Rule))
	}
	for _, enum := range n.Enums {
		terms := make([]jen.Code, len(enum.Values))
		for i, v := range enum.Values {
			terms[i] = compare(v).Op("!=").Lit(0)
		}
		body = append(body, violation(join("&&", terms), enum.Rule))
	}
	return body
}

// compare prints the comparison of the current number with a limit.
func compare(limit string) *jen.Statement {
	if n, err := strconv.ParseInt(limit, 10, 64); err == nil {
		return c("CompareInt").Call(jen.Id(strconv.FormatInt(n, 10)))
	}
	return c("Compare").Call(lit(limit))
}
