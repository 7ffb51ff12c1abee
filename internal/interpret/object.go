package interpret

import (
	"cmp"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// object checks an object; seen is what has been evaluated, nil if nobody asks.
func (in *Interpreter) object(c *wire.Cursor, check *model.Check, wrong fallback, seen *wire.Evaluated) bool {
	rules := check.Object
	if !equalsOne(c, rules.Enums) {
		return false
	}
	t := in.table(rules)
	var o wire.Object
	if !c.BeginObject(&o) {
		return wrong(c, check)
	}
	for c.NextMember(&o, t.members) {
		if seen != nil && !marksAll(rules) {
			in.mark(c, rules, &o, seen)
		}
		if !in.name(c, rules, &o) || !in.member(c, rules, &o, seen) {
			return false
		}
	}
	return c.EndObject(&o) && t.complete(c, rules, &o) && objectSize(c, rules, &o) && needs(c, rules, &o)
}

// A table is what generated code knows of an object's members before it reads any.
type table struct {
	members  *wire.Members // nil if no member is known by name
	required []uint64      // bits, 64 a word
}

// searched is the size from which a table of members is searched by halving.
const searched = 16

// table returns the table for rules.
func (in *Interpreter) table(rules *model.Objects) *table {
	if made, ok := in.tables.Load(rules); ok {
		return made.(*table)
	}
	t := &table{required: make([]uint64, (len(rules.Members)+63)/64)}
	if len(rules.Members) > 0 {
		t.members = membersOf(rules.Members)
	}
	for i, m := range rules.Members {
		if m.Required {
			t.required[i/64] |= 1 << (i % 64)
		}
	}
	made, _ := in.tables.LoadOrStore(rules, t)
	return made.(*table)
}

func membersOf(members []model.Member) *wire.Members {
	m := &wire.Members{}
	for i, member := range members {
		m.Names = append(m.Names, member.Name)
		m.Sorted = append(m.Sorted, int32(i))
	}
	if len(members) <= searched {
		m.Sorted = nil
	}
	slices.SortFunc(m.Sorted, func(a, b int32) int { return cmp.Compare(m.Names[a], m.Names[b]) })
	return m
}

// name checks the name of the current member.
func (in *Interpreter) name(c *wire.Cursor, rules *model.Objects, o *wire.Object) bool {
	for _, n := range rules.Names {
		c.AtName(o)
		if !in.accept(c, n) {
			return false
		}
	}
	if len(rules.Names) > 0 {
		c.AtValue(o)
	}
	return true
}

// member checks the value of the current member.
func (in *Interpreter) member(c *wire.Cursor, rules *model.Objects, o *wire.Object, seen *wire.Evaluated) bool {
	switch {
	case o.Index >= 0 && !(rules.Members[o.Index].Unknown && rules.Unevaluated != nil):
		return in.accept(c, rules.Members[o.Index].Value)
	case rules.Unevaluated != nil && len(rules.Rest) == 0:
		return in.unevaluated(c, rules.Unevaluated, seen, o.Ordinal)
	case rules.Unevaluated != nil:
		return in.rest(c, rules, seen.Has(o.Ordinal))
	case len(rules.Rest) == 0:
		return c.Skip()
	case len(rules.Rest) == 1 && len(rules.Rest[0].Patterns) == 0:
		return in.accept(c, rules.Rest[0].Additional)
	}
	return in.rest(c, rules, true)
}

// rest checks a member by the patterns that its name, the current token, matches; evaluated says
// that a condition has looked at it.
func (in *Interpreter) rest(c *wire.Cursor, rules *model.Objects, evaluated bool) bool {
	values, matched := in.matching(c, rules)
	m := c.Mark()
	for _, v := range values {
		if !in.accept(c, v) {
			return false
		}
		c.Reset(m)
	}
	if !matched && !evaluated {
		return in.accept(c, rules.Unevaluated)
	}
	return c.Skip()
}

// matching returns what a member of this name has to follow, and whether the name matches some
// pattern. All patterns are tried before a value is read, since they look at the current token.
func (in *Interpreter) matching(c *wire.Cursor, rules *model.Objects) (values []*model.Value, matched bool) {
	for _, r := range rules.Rest {
		before := len(values)
		for _, p := range r.Patterns {
			if in.Match(c, p.Pattern) {
				matched = true
				values = append(values, p.Value)
			}
		}
		if len(values) == before && r.Additional != nil {
			values = append(values, r.Additional)
		}
	}
	return values, matched
}

// complete checks that no required member is missing.
func (t *table) complete(c *wire.Cursor, rules *model.Objects, o *wire.Object) bool {
	for word, mask := range t.required {
		if mask != 0 && o.Lacks(word, mask) && c.Missing(o, t.members, word, mask, rules.Required.Pointer) {
			return false
		}
	}
	return true
}

func objectSize(c *wire.Cursor, rules *model.Objects, o *wire.Object) bool {
	if rules.Min != nil && o.Len() < rules.Min.N && violatesAt(c, o.Start, rules.Min.Rule) {
		return false
	}
	return rules.Max == nil || o.Len() <= rules.Max.N || !violatesAt(c, o.Start, rules.Max.Rule)
}

// needs checks the members that have to be there because others are.
func needs(c *wire.Cursor, rules *model.Objects, o *wire.Object) bool {
	for _, n := range rules.Needs {
		lacks := slices.ContainsFunc(n.Members, func(i int) bool { return !o.Has(i) })
		if lacks && o.Has(n.If) && violatesAt(c, o.Start, n.Rule) {
			return false
		}
	}
	return true
}
