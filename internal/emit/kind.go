package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// inline reports whether a check is printed where it is used: it looks at
// nothing but the kind, or hands one kind to another place.
func inline(check *model.Check) bool {
	if check.Bool != nil || check.Number != nil || check.String != nil || check.Array != nil || check.Object != nil || len(check.Also) > 0 {
		return false
	}
	if k := check.Kinds & model.KindNumber; k == model.KindFraction {
		return false
	}
	return len(check.Cases) == 0 || len(check.Cases) == 1 && check.Cases[0].Kinds == check.Cases[0].Value.Check.Kinds&^model.KindNull
}

// reads are the calls that consume a value of a kind, in the order in which they
// are tried.
var reads = []struct {
	kinds  model.Kinds
	method string
	kind   string // for SkipKind
}{
	{model.KindString, "String", ""},
	{model.KindNumber, "Number", ""},
	{model.KindWhole, "Integer", ""},
	{model.KindBool, "Boolean", ""},
	{model.KindNull, "Null", ""},
	{model.KindObject, "SkipKind", "KindObject"},
	{model.KindArray, "SkipKind", "KindArray"},
}

// kindReads prints a call for each of the kinds.
func (e *emitter) kindReads(kinds model.Kinds) []jen.Code {
	var calls []jen.Code
	for _, r := range reads {
		if kinds&r.kinds != r.kinds {
			continue
		}
		kinds &^= r.kinds
		if r.kind != "" {
			calls = append(calls, c(r.method).Call(e.wire(r.kind)))
			continue
		}
		calls = append(calls, c(r.method).Call())
	}
	return calls
}

// accepts prints the calls one of which consumes a valid value; the last one
// reports the violation if none does.
func (e *emitter) accepts(v *model.Value) []jen.Code {
	check := v.Check
	switch {
	case !inline(check):
		return []jen.Code{e.valid(v)}
	case check.Any():
		return []jen.Code{c("Skip").Call()}
	}
	if len(check.Cases) == 1 {
		k := check.Cases[0]
		return append(e.kindReads(check.Kinds&^k.Kinds), e.accepts(k.Value)...)
	}
	return append(e.kindReads(check.Kinds), c("Mismatch").Call(rule(check.Mismatch)))
}

// accept prints the condition that a value is valid.
func (e *emitter) accept(v *model.Value) jen.Code { return join("||", e.accepts(v)) }

// refuse prints: if the value is not valid { return false }.
func (e *emitter) refuse(v *model.Value) jen.Code {
	terms := e.accepts(v)
	for i := range terms {
		terms[i] = not(terms[i])
	}
	return unless(join("&&", terms))
}
