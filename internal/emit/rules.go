package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// A test is a rule about a value that has been read: the condition that it is
// broken, the condition that it holds, and what reports it.
type test struct {
	broken, holds, report jen.Code
}

// at makes a test that reports a rule at an offset.
func at(start, broken, holds jen.Code, r model.Rule) test {
	return test{broken, holds, c("ViolatesAt").Call(start, rule(r))}
}

// fewer makes a test of a size that must not be under a limit.
func fewer(start, size jen.Code, l *model.Limit) test {
	return at(start, jen.Add(size).Op("<").Lit(l.N), jen.Add(size).Op(">=").Lit(l.N), l.Rule)
}

// more makes a test of a size that must not be over a limit.
func more(start, size jen.Code, l *model.Limit) test {
	return at(start, jen.Add(size).Op(">").Lit(l.N), jen.Add(size).Op("<=").Lit(l.N), l.Rule)
}

// finish ends a function that checks: the value has been read to its end, and
// each rule that is broken is reported.
func finish(end jen.Code, tests []test) []jen.Code {
	if len(tests) == 0 {
		return []jen.Code{jen.Return(end)}
	}
	body := []jen.Code{unless(not(end))}
	for _, t := range tests {
		body = append(body, unless(jen.Add(t.broken).Op("&&").Add(t.report)))
	}
	return append(body, jen.Return(jen.True()))
}

// conclude ends a function that decodes, where nothing is reported.
func conclude(end jen.Code, tests []test) jen.Code {
	terms := []jen.Code{end}
	for _, t := range tests {
		terms = append(terms, t.holds)
	}
	return jen.Return(join("&&", terms))
}
