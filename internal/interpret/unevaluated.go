package interpret

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// asks reports whether a check has a rule for members or items that conditions may evaluate, so
// that these have to report what they do.
func asks(check *model.Check) bool {
	return check.Object != nil && check.Object.Unevaluated != nil || check.Array != nil && check.Array.Unevaluated != nil
}

// marks is accept, and reports the members or items that were evaluated.
func (in *Interpreter) marks(c *wire.Cursor, v *model.Value, seen *wire.Evaluated) bool {
	check := v.Check
	if check.Object == nil && check.Array == nil && len(check.Also) == 0 {
		return in.accept(c, v)
	}
	for _, a := range check.Also {
		if !in.besides(c, a, seen) {
			return false
		}
	}
	base := *check
	base.Also = nil
	if check.Object != nil {
		if c.Kind() == wire.KindObject {
			return in.markMembers(c, check, seen)
		}
		base.Kinds, base.Object = base.Kinds&^model.KindObject, nil
	}
	if check.Array != nil {
		if c.Kind() == wire.KindArray {
			return in.markItems(c, check, seen)
		}
		base.Kinds, base.Array = base.Kinds&^model.KindArray, nil
	}
	return in.plain(c, &base)
}

// markMembers checks an object and reports its members.
func (in *Interpreter) markMembers(c *wire.Cursor, check *model.Check, seen *wire.Evaluated) bool {
	if !in.object(c, check, refuse, seen) {
		return false
	}
	if marksAll(check.Object) {
		seen.AddAll()
	}
	return true
}

// marksAll reports whether an object's rules evaluate every member.
func marksAll(rules *model.Objects) bool { return rules.MarksRest || rules.Unevaluated != nil }

// mark reports the member whose name has just been read if a rule knows the name.
func (in *Interpreter) mark(c *wire.Cursor, rules *model.Objects, o *wire.Object, seen *wire.Evaluated) {
	known := o.Index >= 0 && !rules.Members[o.Index].Unknown
	for _, r := range rules.Rest {
		for _, p := range r.Patterns {
			known = known || in.Match(c, p.Pattern)
		}
	}
	if known {
		seen.Add(o.Ordinal)
	}
}

// unevaluated checks a member or item that no rule has looked at, if no condition has either.
func (in *Interpreter) unevaluated(c *wire.Cursor, v *model.Value, seen *wire.Evaluated, ordinal int) bool {
	if seen.Has(ordinal) {
		return c.Skip()
	}
	return in.accept(c, v)
}

// markItems checks an array and reports its items.
func (in *Interpreter) markItems(c *wire.Cursor, check *model.Check, seen *wire.Evaluated) bool {
	if !in.array(c, check, refuse, seen) {
		return false
	}
	if check.Array.Items != nil || check.Array.Unevaluated != nil {
		seen.AddAll()
	}
	return true
}

// besides is condition, and reports what the condition evaluates.
func (in *Interpreter) besides(c *wire.Cursor, a model.Also, seen *wire.Evaluated) bool {
	switch a := a.(type) {
	case *model.All:
		return in.remark(c, a.Value, seen)
	case *model.AnyOf:
		t := c.Try()
		n := in.tryAll(c, &t, a.Branches, seen)
		return end(c, &t, n > 0, a.Rule)
	case *model.OneOf:
		t := c.Try()
		n := in.tryAll(c, &t, a.Branches, seen)
		return end(c, &t, n == 1, a.Rule)
	case *model.If:
		return in.markChoice(c, a, seen)
	case *model.Dependent:
		return !c.HasMember(a.Member) || in.remark(c, a.Value, seen)
	}
	return in.condition(c, a)
}

// remark checks the value, reports, and goes back to its start.
func (in *Interpreter) remark(c *wire.Cursor, v *model.Value, seen *wire.Evaluated) bool {
	m := c.Mark()
	if !in.marks(c, v, seen) {
		return false
	}
	c.Reset(m)
	return true
}

// tryAll tries every branch, keeps what the accepting ones report, and counts them.
func (in *Interpreter) tryAll(c *wire.Cursor, t *wire.Try, branches []*model.Value, seen *wire.Evaluated) int {
	n := 0
	for _, b := range branches {
		var part wire.Evaluated
		if t.Done(c, in.marks(c, b, &part)) {
			n++
			seen.Merge(&part)
		}
	}
	return n
}

func (in *Interpreter) markChoice(c *wire.Cursor, a *model.If, seen *wire.Evaluated) bool {
	var part wire.Evaluated
	t := c.Try()
	ok := t.Done(c, in.marks(c, a.If, &part))
	t.Close(c)
	chosen := a.Else
	if ok {
		seen.Merge(&part)
		chosen = a.Then
	}
	return chosen == nil || in.remark(c, chosen, seen)
}
