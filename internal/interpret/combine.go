package interpret

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// also checks the conditions on the value as a whole and does not consume it.
func (in *Interpreter) also(c *wire.Cursor, check *model.Check) bool {
	for _, a := range check.Also {
		if !in.condition(c, a) {
			return false
		}
	}
	return true
}

func (in *Interpreter) condition(c *wire.Cursor, a model.Also) bool {
	switch a := a.(type) {
	case *model.All:
		return in.reread(c, a.Value)
	case *model.AnyOf:
		return in.anyOf(c, a)
	case *model.OneOf:
		return in.oneOf(c, a)
	case *model.Not:
		t := c.Try()
		return end(c, &t, !t.Done(c, in.accept(c, a.Value)), a.Rule)
	case *model.If:
		return in.choose(c, a)
	case *model.Dependent:
		return !c.HasMember(a.Member) || in.reread(c, a.Value)
	}
	panic("interpret: a condition of a kind that is not known")
}

// reread checks the value and goes back to its start.
func (in *Interpreter) reread(c *wire.Cursor, v *model.Value) bool {
	m := c.Mark()
	if !in.accept(c, v) {
		return false
	}
	c.Reset(m)
	return true
}

func end(c *wire.Cursor, t *wire.Try, ok bool, r model.Rule) bool {
	return t.End(c, ok, r.Keyword, r.Pointer, r.Message)
}

func (in *Interpreter) anyOf(c *wire.Cursor, a *model.AnyOf) bool {
	t := c.Try()
	ok := slices.ContainsFunc(a.Branches, func(b *model.Value) bool { return t.Done(c, in.accept(c, b)) })
	return end(c, &t, ok, a.Rule)
}

func (in *Interpreter) oneOf(c *wire.Cursor, a *model.OneOf) bool {
	if a.Tag != "" {
		m := c.Mark()
		if !in.tagSwitch(c, a) {
			return false
		}
		c.Reset(m)
		return true
	}
	t := c.Try()
	n := 0
	for _, b := range a.Branches {
		n += t.Count(c, in.accept(c, b))
	}
	return end(c, &t, n == 1, a.Rule)
}

func (in *Interpreter) choose(c *wire.Cursor, a *model.If) bool {
	t := c.Try()
	ok := t.Done(c, in.accept(c, a.If))
	t.Close(c)
	chosen := a.Else
	if ok {
		chosen = a.Then
	}
	return chosen == nil || in.reread(c, chosen)
}

// tagged returns the choice by a tag that is all there is to a check.
func tagged(check *model.Check) (*model.OneOf, bool) {
	if len(check.Also) != 1 || check.Kinds != model.KindObject || check.Object != nil || len(check.Cases) > 0 {
		return nil, false
	}
	only, ok := check.Also[0].(*model.OneOf)
	return only, ok && only.Tag != ""
}

// tagSwitch sends an object to the branch that its tag names.
func (in *Interpreter) tagSwitch(c *wire.Cursor, a *model.OneOf) bool {
	if c.Peek(a.Tag) {
		for i, tags := range a.Tags {
			if slices.Contains(tags, string(c.Bytes())) {
				return in.accept(c, a.Branches[i])
			}
		}
	}
	return c.Mismatch(a.Rule.Keyword, a.Rule.Pointer, a.Rule.Message)
}
