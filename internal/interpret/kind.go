package interpret

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// inline reports whether a check, but for its Also, looks at nothing but the kind, or hands one
// kind to another place.
func inline(check *model.Check) bool {
	if check.Bool != nil || check.Number != nil || check.String != nil || check.Array != nil || check.Object != nil {
		return false
	}
	if check.Kinds&model.KindNumber == model.KindFraction {
		return false
	}
	return len(check.Cases) == 0 || len(check.Cases) == 1 && check.Cases[0].Kinds == check.Cases[0].Value.Check.Kinds&^model.KindNull
}

// accept consumes a value and checks it where emit prints the condition that it is valid.
func (in *Interpreter) accept(c *wire.Cursor, v *model.Value) bool {
	if len(v.Check.Also) > 0 || !inline(v.Check) {
		return in.Valid(v, c)
	}
	return in.acceptKinds(c, v.Check)
}

// acceptKinds checks a value by a check that is inline.
func (in *Interpreter) acceptKinds(c *wire.Cursor, check *model.Check) bool {
	switch {
	case check.Kinds == model.KindAny && len(check.Cases) == 0:
		return c.Skip()
	case len(check.Cases) == 1:
		k := check.Cases[0]
		return readKinds(c, check.Kinds&^k.Kinds) || in.accept(c, k.Value)
	}
	return readKinds(c, check.Kinds) || mismatch(c, check)
}

// reads are the calls that consume a value of a kind, in the order in which they are tried.
var reads = []struct {
	kinds model.Kinds
	read  func(*wire.Cursor) bool
}{
	{model.KindString, (*wire.Cursor).String},
	{model.KindNumber, (*wire.Cursor).Number},
	{model.KindWhole, (*wire.Cursor).Integer},
	{model.KindBool, (*wire.Cursor).Boolean},
	{model.KindNull, (*wire.Cursor).Null},
	{model.KindObject, func(c *wire.Cursor) bool { return c.SkipKind(wire.KindObject) }},
	{model.KindArray, func(c *wire.Cursor) bool { return c.SkipKind(wire.KindArray) }},
}

// readKinds consumes a value of one of the kinds.
func readKinds(c *wire.Cursor, kinds model.Kinds) bool {
	for _, r := range reads {
		if kinds&r.kinds != r.kinds {
			continue
		}
		kinds &^= r.kinds
		if r.read(c) {
			return true
		}
	}
	return false
}

// kindOf are the kinds that a value may be of, by its first byte.
var kindOf = [...]model.Kinds{
	wire.KindInvalid: 0,
	wire.KindNull:    model.KindNull,
	wire.KindFalse:   model.KindBool,
	wire.KindTrue:    model.KindBool,
	wire.KindNumber:  model.KindNumber,
	wire.KindString:  model.KindString,
	wire.KindArray:   model.KindArray,
	wire.KindObject:  model.KindObject,
}

// ruled returns the kinds that check has rules for.
func ruled(check *model.Check) model.Kinds {
	var kinds model.Kinds
	if check.Bool != nil {
		kinds |= model.KindBool
	}
	numbers := check.Kinds & model.KindNumber
	for _, k := range check.Cases {
		numbers &^= k.Kinds
	}
	if check.Number != nil || numbers == model.KindWhole || numbers == model.KindFraction {
		kinds |= numbers
	}
	if check.String != nil {
		kinds |= model.KindString
	}
	if check.Array != nil {
		kinds |= model.KindArray
	}
	if check.Object != nil {
		kinds |= model.KindObject
	}
	return kinds
}

// single reports whether kinds share their rules.
func single(kinds model.Kinds) bool {
	return kinds&^model.KindNumber == 0 || kinds&(kinds-1) == 0
}

// kindSwitch sends each kind to its rules.
func (in *Interpreter) kindSwitch(c *wire.Cursor, check *model.Check) bool {
	kind := kindOf[c.Kind()]
	if kind&ruled(check) != 0 {
		return in.group(c, check, kind, refuse)
	}
	for _, k := range check.Cases {
		if kind&k.Kinds != 0 {
			return in.accept(c, k.Value)
		}
	}
	if kind&check.Kinds != 0 || check.Kinds == model.KindAny {
		return c.Skip()
	}
	return mismatch(c, check)
}

// group checks a value by the rules for one kind.
func (in *Interpreter) group(c *wire.Cursor, check *model.Check, kind model.Kinds, wrong fallback) bool {
	switch {
	case kind&model.KindBool != 0:
		return boolean(c, check, wrong)
	case kind&model.KindNumber != 0:
		return number(c, check, wrong)
	case kind&model.KindString != 0:
		return in.str(c, check, wrong)
	case kind&model.KindArray != 0:
		return in.array(c, check, wrong, nil)
	}
	return in.object(c, check, wrong, nil)
}

func boolean(c *wire.Cursor, check *model.Check, wrong fallback) bool {
	if !c.Boolean() {
		return wrong(c, check)
	}
	return c.True() == check.Bool.Want || !violates(c, check.Bool.Rule)
}
