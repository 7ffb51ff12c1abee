package compare

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

// kinds are the kinds of values, one by one: what is to be shown is shown for each.
var kinds = []model.Kinds{
	model.KindNull, model.KindBool, model.KindWhole, model.KindFraction, model.KindString, model.KindArray, model.KindObject,
}

// Checks that no schema has to spell.
var (
	nothing   = &model.Check{}
	anyString = &model.Check{Kinds: model.KindString}
)

// facts are what is known of a value: it is valid by all checks, and not by any of not.
type facts struct {
	checks []*model.Check
	not    []*model.Check
	// split has the choices whose branches are among the checks already.
	split []model.Also
}

func factsOf(values ...*model.Value) facts {
	var f facts
	for _, v := range values {
		f.checks = append(f.checks, v.Check)
	}
	return f
}

// with returns the facts for values that are valid by checks as well.
func (f facts) with(checks ...*model.Check) facts {
	f.checks = append(slices.Clip(f.checks), checks...)
	return f
}

func (f facts) without(check *model.Check) facts {
	f.not = append(slices.Clip(f.not), check)
	return f
}

func (f facts) after(choice model.Also) facts {
	f.split = append(slices.Clip(f.split), choice)
	return f
}

// any reports whether nothing is known.
func (f facts) any() bool {
	return len(f.not) == 0 && !slices.ContainsFunc(f.checks, func(c *model.Check) bool { return !c.Any() })
}

// A view is what facts say of the values of one kind.
type view struct {
	kind       model.Kinds
	impossible bool           // there is no such value
	rules      []*model.Check // their rules for the kind apply, and nothing else of them
	choices    []choice
	not        []*model.Check
	ifs        []*model.If
	dependent  []*model.Dependent
}

// A choice is an AnyOf, or a OneOf.
type choice struct {
	also     model.Also
	branches []*model.Value
	one      bool // no two branches accept the same value
}

// view collects what the facts say of values of a kind: the checks, those that they hand the kind
// to, and those that they add in place.
func (f facts) view(kind model.Kinds) view {
	v := view{kind: kind, not: slices.Clone(f.not)}
	seen := map[*model.Check]bool{}
	for _, c := range f.checks {
		v.add(c, seen)
	}
	return v
}

func (v *view) add(c *model.Check, seen map[*model.Check]bool) {
	if seen[c] {
		return
	}
	seen[c] = true
	if c.Kinds&v.kind == 0 {
		v.impossible = true
		return
	}
	v.rules = append(v.rules, c)
	for _, k := range c.Cases {
		if k.Kinds&v.kind != 0 {
			v.add(k.Value.Check, seen)
		}
	}
	for _, a := range c.Also {
		v.addAlso(a, seen)
	}
}

func (v *view) addAlso(a model.Also, seen map[*model.Check]bool) {
	switch a := a.(type) {
	case *model.All:
		v.add(a.Value.Check, seen)
	case *model.AnyOf:
		v.choices = append(v.choices, choice{also: a, branches: a.Branches})
	case *model.OneOf:
		v.choices = append(v.choices, choice{also: a, branches: a.Branches, one: true})
	case *model.Not:
		v.not = append(v.not, a.Value.Check)
	case *model.If:
		v.ifs = append(v.ifs, a)
	case *model.Dependent:
		v.dependent = append(v.dependent, a)
	}
}

// The functions below return what a view knows of a limit: the strictest, or nil.

func (v view) strings() []*model.Strings {
	return rulesOf(v, func(c *model.Check) *model.Strings { return c.String })
}

func (v view) numbers() []*model.Numbers {
	return rulesOf(v, func(c *model.Check) *model.Numbers { return c.Number })
}

func (v view) arrays() []*model.Arrays {
	return rulesOf(v, func(c *model.Check) *model.Arrays { return c.Array })
}

func (v view) objects() []*model.Objects {
	return rulesOf(v, func(c *model.Check) *model.Objects { return c.Object })
}

func rulesOf[T any](v view, rules func(*model.Check) *T) []*T {
	var all []*T
	for _, c := range v.rules {
		if r := rules(c); r != nil {
			all = append(all, r)
		}
	}
	return all
}

// strictest returns the largest (sign 1) or the smallest (sign -1) of limits, nil if there is none.
func strictest[T any](rules []*T, sign int, limit func(*T) *model.Limit) *model.Limit {
	var found *model.Limit
	for _, r := range rules {
		if l := limit(r); l != nil && (found == nil || sign*l.N > sign*found.N) {
			found = l
		}
	}
	return found
}

// implies reports whether a limit, of which a nil one is none, is as strict as another.
func implies(have, want *model.Limit, sign int) bool {
	return want == nil || have != nil && sign*have.N >= sign*want.N
}

// enumerations returns the lists of values that a value of the kind must be in, all of them.
func (v view) enumerations() []model.Enumeration {
	var all []model.Enumeration
	for _, c := range v.rules {
		switch {
		case v.kind&model.KindNumber != 0 && c.Number != nil:
			all = append(all, c.Number.Enums...)
		case v.kind == model.KindString && c.String != nil:
			all = append(all, c.String.Enums...)
		case v.kind == model.KindArray && c.Array != nil:
			all = append(all, c.Array.Enums...)
		case v.kind == model.KindObject && c.Object != nil:
			all = append(all, c.Object.Enums...)
		}
	}
	return all
}
