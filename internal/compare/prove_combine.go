package compare

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

// conditions shows that the conditions of a check beside its rules are met.
func (p *prover) conditions(f facts, v view, c *model.Check) bool {
	for _, a := range c.Also {
		if !p.condition(f, v, a) {
			return false
		}
	}
	return true
}

func (p *prover) condition(f facts, v view, a model.Also) bool {
	switch a := a.(type) {
	case *model.All:
		return p.fitsKind(f, v.kind, a.Value.Check)
	case *model.AnyOf:
		return slices.ContainsFunc(a.Branches, func(b *model.Value) bool { return p.fitsKind(f, v.kind, b.Check) })
	case *model.OneOf:
		return p.exactlyOne(f, v, a)
	case *model.Not:
		return p.refused(f, v, a.Value.Check)
	case *model.If:
		return p.chosen(f, v, a)
	case *model.Dependent:
		return p.dependent(f, v, a)
	}
	return false
}

// exactlyOne shows that one branch accepts the value and that no other does.
func (p *prover) exactlyOne(f facts, v view, a *model.OneOf) bool {
	for i, b := range a.Branches {
		if p.fitsKind(f, v.kind, b.Check) && p.othersRefuse(f, v, a.Branches, i) {
			return true
		}
	}
	return slices.ContainsFunc(v.choices, func(c choice) bool { return c.one && p.sameChoice(f, v, c, a) })
}

func (p *prover) othersRefuse(f facts, v view, branches []*model.Value, except int) bool {
	for i, b := range branches {
		if i != except && !p.void(f.with(b.Check), v.kind) {
			return false
		}
	}
	return true
}

// sameChoice shows that a value of which exactly one branch of a known choice holds has exactly one
// branch of another: each branch has an equal one there, and those that are left accept nothing.
func (p *prover) sameChoice(f facts, v view, known choice, want *model.OneOf) bool {
	left := slices.Clone(want.Branches)
	f = f.after(known.also)
	for _, b := range known.branches {
		i := slices.IndexFunc(left, func(w *model.Value) bool { return p.same(b.Check, w.Check) })
		if i < 0 {
			i = slices.IndexFunc(left, func(w *model.Value) bool {
				return p.fitsKind(f.with(b.Check), v.kind, w.Check) && p.fitsKind(f.with(w.Check), v.kind, b.Check)
			})
		}
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return !slices.ContainsFunc(left, func(w *model.Value) bool {
		return slices.ContainsFunc(known.branches, func(b *model.Value) bool { return !p.void(f.with(b.Check, w.Check), v.kind) })
	})
}

// refused shows that a check accepts none of the values.
func (p *prover) refused(f facts, v view, c *model.Check) bool {
	if slices.ContainsFunc(v.not, func(n *model.Check) bool { return p.fitsKind(f.with(c), v.kind, n) }) {
		return true
	}
	return p.void(f.with(c), v.kind)
}

// chosen shows that the check which a condition chooses accepts the value.
func (p *prover) chosen(f facts, v view, a *model.If) bool {
	then := a.Then == nil || p.fitsKind(f.with(a.If.Check), v.kind, a.Then.Check)
	return then && (a.Else == nil || p.fitsKind(f.without(a.If.Check), v.kind, a.Else.Check))
}

func (p *prover) dependent(f facts, v view, a *model.Dependent) bool {
	if v.kind != model.KindObject || p.empty(p.member(v, a.Member)) {
		return true
	}
	for _, have := range v.dependent {
		if have.Member == a.Member {
			f = f.with(have.Value.Check)
		}
	}
	return p.fitsKind(f, v.kind, a.Value.Check)
}

// empty shows that the facts hold for no value.
func (p *prover) empty(f facts) bool {
	return !slices.ContainsFunc(kinds, func(k model.Kinds) bool { return !p.void(f, k) })
}

// void shows that the facts hold for no value of a kind. A question that leads back to itself is
// answered with no: a document that has to contain itself does not exist, but that is not for us to find.
func (p *prover) void(f facts, kind model.Kinds) bool {
	v := f.view(kind)
	if v.impossible {
		return true
	}
	defer p.leave()
	key := p.factsKey(f) + "/" + string(rune('a'+kind))
	if !p.enter() || p.voiding[key] {
		return false
	}
	p.voiding[key] = true
	defer delete(p.voiding, key)
	if values, ok := p.listed(f, v); ok {
		return len(values) == 0
	}
	return p.voidRules(v) || p.contradicts(f, v) || p.voidChoice(f, v)
}

func (p *prover) voidRules(v view) bool {
	switch {
	case v.kind&model.KindNumber != 0:
		return voidNumber(v)
	case v.kind == model.KindString:
		return voidString(v)
	case v.kind == model.KindArray:
		return p.voidArray(v)
	case v.kind == model.KindObject:
		return p.voidObject(v)
	}
	return false
}

// contradicts reports whether a check that must not accept the value accepts it.
func (p *prover) contradicts(f facts, v view) bool {
	return slices.ContainsFunc(v.not, func(n *model.Check) bool { return p.fitsKind(f, v.kind, n) })
}

// voidChoice reports whether a choice has no branch that is possible.
func (p *prover) voidChoice(f facts, v view) bool {
	return slices.ContainsFunc(v.choices, func(c choice) bool {
		if slices.Contains(f.split, c.also) {
			return false
		}
		f := f.after(c.also)
		return !slices.ContainsFunc(c.branches, func(b *model.Value) bool { return !p.void(f.with(b.Check), v.kind) })
	})
}
