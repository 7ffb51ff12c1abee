package lower

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// inPlaceValues returns the places that a check applies to its own value.
func inPlaceValues(c *model.Check) []*model.Value {
	var values []*model.Value
	for _, a := range c.Also {
		switch a := a.(type) {
		case *model.All:
			values = append(values, a.Value)
		case *model.AnyOf:
			values = append(values, a.Branches...)
		case *model.OneOf:
			values = append(values, a.Branches...)
		case *model.Not:
			values = append(values, a.Value)
		case *model.If:
			values = append(values, a.If)
			if a.Then != nil {
				values = append(values, a.Then)
			}
			if a.Else != nil {
				values = append(values, a.Else)
			}
		case *model.Dependent:
			values = append(values, a.Value)
		}
	}
	return values
}

// refuseCycles refuses schemas that apply themselves to the value they stand
// for: {"not": {"$ref": "#"}} has no verdict.
func (l *lowering) refuseCycles() {
	const open, closed = 1, 2
	seen := map[*state]int{}
	var visit func(s *state)
	visit = func(s *state) {
		seen[s] = open
		for _, v := range inPlaceValues(s.value.Check) {
			switch next := l.byValue[v]; seen[next] {
			case open:
				l.refuse(next.origin, "", "the schema applies itself to the same value without end", "a reference may lead back to a schema only through a member or an item")
			case 0:
				visit(next)
			}
		}
		seen[s] = closed
	}
	for _, s := range l.order {
		if seen[s] == 0 {
			visit(s)
		}
	}
}

// simplify turns conditions that the kind of a value decides into rules for the
// kinds. What it leaves in Also has to read the value again.
func (l *lowering) simplify() {
	done := map[*state]bool{}
	var visit func(s *state)
	visit = func(s *state) {
		done[s] = true
		for _, v := range inPlaceValues(s.value.Check) {
			if next := l.byValue[v]; !done[next] {
				visit(next)
			}
		}
		l.simplifyAlso(s)
	}
	for _, s := range l.order {
		if !done[s] {
			visit(s)
		}
	}
}

func (l *lowering) simplifyAlso(s *state) {
	check := s.value.Check
	also := check.Also
	check.Also = nil
	for _, a := range also {
		if kept := l.simplified(s, a); kept != nil {
			check.Also = append(check.Also, kept)
		}
	}
	prune(check)
}

// prune removes the rules for kinds that are not allowed.
func prune(c *model.Check) {
	if c.Kinds&model.KindBool == 0 {
		c.Bool = nil
	}
	if c.Kinds&model.KindNumber == 0 {
		c.Number = nil
	}
	if c.Kinds&model.KindString == 0 {
		c.String = nil
	}
	if c.Kinds&model.KindArray == 0 {
		c.Array = nil
	}
	if c.Kinds&model.KindObject == 0 {
		c.Object = nil
	}
	var cases []model.Case // a new list: the old one may be shared with another check
	for _, k := range c.Cases {
		if k.Kinds&c.Kinds != 0 {
			cases = append(cases, k)
		}
	}
	c.Cases = cases
	if c.Kinds == 0 {
		c.Also = nil
	}
}

// simplified merges a into the rules of s and returns what is left of it.
func (l *lowering) simplified(s *state, a model.Also) model.Also {
	check := s.value.Check
	switch a := a.(type) {
	case *model.All:
		if a.Value.Check.Plain() {
			l.narrow(check, a.Value.Check.Kinds, a.Value.Check.Mismatch)
			return nil
		}
	case *model.Not:
		if a.Value.Check.Plain() {
			l.narrow(check, ^a.Value.Check.Kinds, a.Rule)
			return nil
		}
	case *model.AnyOf:
		if s.tracked {
			l.narrow(check, union(a.Branches), kindRule(a.Rule, union(a.Branches)))
			return a
		}
		return l.simplifiedAnyOf(s, a)
	case *model.OneOf:
		if s.tracked {
			l.narrow(check, union(a.Branches), kindRule(a.Rule, union(a.Branches)))
			return a
		}
		return l.simplifiedOneOf(s, a)
	case *model.If:
		if a.Then == nil && a.Else == nil && !s.tracked {
			return nil
		}
	case *model.Dependent:
		if check.Kinds&model.KindObject == 0 || a.Value.Check.Any() {
			return nil
		}
	}
	return a
}

func (l *lowering) simplifiedAnyOf(s *state, a *model.AnyOf) model.Also {
	a.Branches = slices.DeleteFunc(a.Branches, func(v *model.Value) bool { return v.Check.Never() })
	all := union(a.Branches)
	for _, b := range a.Branches {
		if b.Check.Plain() && b.Check.Kinds == all {
			l.noteOpenEnum(s, a.Branches)
			l.narrow(s.value.Check, all, kindRule(a.Rule, all))
			return nil
		}
	}
	if l.mergeDisjoint(s, a.Branches, a.Rule) {
		return nil
	}
	l.narrow(s.value.Check, all, kindRule(a.Rule, all))
	if tag, tags := commonTag(a.Branches); tag != "" {
		return &model.OneOf{Rule: tagRule(a.Rule, tag, tags), Branches: a.Branches, Tag: tag, Tags: tags}
	}
	return a
}

func (l *lowering) simplifiedOneOf(s *state, a *model.OneOf) model.Also {
	a.Branches = slices.DeleteFunc(a.Branches, func(v *model.Value) bool { return v.Check.Never() })
	if l.mergeDisjoint(s, a.Branches, a.Rule) {
		return nil
	}
	all := union(a.Branches)
	l.narrow(s.value.Check, all, kindRule(a.Rule, all))
	if a.Tag, a.Tags = commonTag(a.Branches); a.Tag != "" {
		a.Rule = tagRule(a.Rule, a.Tag, a.Tags)
	}
	return a
}

// tagRule makes the rule that reports an object which no branch is for.
func tagRule(r model.Rule, tag string, tags [][]string) model.Rule {
	r.Message = "must be an object whose " + schema.Quote(tag) + " is " + oneOfTexts(slices.Concat(tags...))
	return r
}

// kindRule makes the rule that reports a value of a kind that no branch takes.
func kindRule(r model.Rule, kinds model.Kinds) model.Rule {
	r.Message = "must be " + kindsText(kinds)
	if kinds == 0 {
		r.Message = "is not allowed"
	}
	return r
}

func union(branches []*model.Value) model.Kinds {
	var all model.Kinds
	for _, b := range branches {
		all |= b.Check.Kinds
	}
	return all
}

// group widens the kinds of numbers to both, since they share their rules.
func group(k model.Kinds) model.Kinds {
	if k&model.KindNumber != 0 {
		k |= model.KindNumber
	}
	return k
}

// mergeDisjoint replaces a choice between branches for different kinds of values
// by a case for each: then the value's first byte decides, and nothing is read
// twice.
func (l *lowering) mergeDisjoint(s *state, branches []*model.Value, rule model.Rule) bool {
	check := s.value.Check
	var taken model.Kinds
	for _, b := range branches {
		if taken&group(b.Check.Kinds) != 0 || !b.Check.Plain() && ruled(check)&b.Check.Kinds != 0 {
			return false
		}
		if len(b.Check.Also) > 0 && severalKinds(b.Check.Kinds) {
			return false
		}
		if half := b.Check.Kinds &^ check.Kinds & model.KindNumber; half != 0 && half != b.Check.Kinds&model.KindNumber {
			return false // only some numbers are left, which a case cannot tell
		}
		taken |= group(b.Check.Kinds)
	}
	l.narrow(check, union(branches), kindRule(rule, union(branches)))
	for _, b := range branches {
		if own := l.byValue[b]; own.content != nil && b.Check.Kinds == model.KindString {
			s.strings = own
		}
		for _, k := range l.cases(b) {
			if k.Kinds &= check.Kinds; k.Kinds != 0 {
				check.Cases = append(check.Cases, k)
			}
		}
	}
	return true
}

// cases splits a branch into a case for each kind that it has rules for.
func (l *lowering) cases(b *model.Value) []model.Case {
	cases := append([]model.Case(nil), b.Check.Cases...)
	own := *b.Check
	own.Cases = nil
	for _, k := range kindNames {
		kinds := b.Check.Kinds & k.kinds
		switch {
		case kinds == 0 || len(b.Check.Also) == 0 && ruled(&own)&kinds == 0:
		case kinds == b.Check.Kinds:
			cases = append(cases, model.Case{Kinds: kinds, Value: b})
		case len(b.Check.Also) == 0:
			cases = append(cases, model.Case{Kinds: kinds, Value: l.part(l.byValue[b], kinds)})
		}
	}
	return cases
}

// part is the place for the values of s that are of some kinds.
func (l *lowering) part(s *state, kinds model.Kinds) *model.Value {
	check := *s.value.Check
	check.Kinds = kinds
	check.Also = nil
	prune(&check)
	p := &state{nodes: s.nodes, scopes: s.scopes, origin: s.origin, parent: s, part: s.part, fields: s.fields}
	if kinds == model.KindString {
		p.content, p.strings = s.content, s.strings
	}
	p.value = &model.Value{Check: &check}
	l.byValue[p.value] = p
	return p.value
}

// severalKinds reports whether values of different kinds are allowed; whole
// numbers and fractions count as one.
func severalKinds(k model.Kinds) bool {
	k = group(k)
	return k != model.KindNumber && k&(k-1) != 0
}

// ruled returns the kinds that check has rules for.
func ruled(c *model.Check) model.Kinds {
	var kinds model.Kinds
	for _, r := range []struct {
		has   bool
		kinds model.Kinds
	}{
		{c.Bool != nil, model.KindBool},
		{c.Number != nil, model.KindNumber},
		{c.String != nil, model.KindString},
		{c.Array != nil, model.KindArray},
		{c.Object != nil, model.KindObject},
	} {
		if r.has {
			kinds |= r.kinds
		}
	}
	for _, k := range c.Cases {
		kinds |= group(k.Kinds)
	}
	return kinds
}

// noteOpenEnum remembers the values of anyOf: [{enum: …}, {type: string}].
func (l *lowering) noteOpenEnum(s *state, branches []*model.Value) {
	for _, b := range branches {
		for _, n := range l.byValue[b].nodes {
			if n.Enum != nil && b.Check.Kinds == model.KindString {
				s.open = append(s.open, n.Enum...)
			}
			if n.Const != nil && n.Const.Kind == schema.KindString {
				s.open = append(s.open, n.Const)
			}
		}
	}
}

// commonTag finds a member that every branch requires and whose string values
// are different ones in each.
func commonTag(branches []*model.Value) (string, [][]string) {
	if len(branches) < 2 || branches[0].Check.Object == nil {
		return "", nil
	}
	for _, m := range branches[0].Check.Object.Members {
		if tags := tagsOf(branches, m.Name); tags != nil {
			return m.Name, tags
		}
	}
	return "", nil
}

func tagsOf(branches []*model.Value, name string) [][]string {
	seen := map[string]bool{}
	var tags [][]string
	for _, b := range branches {
		values := tagValues(b.Check, name)
		for _, v := range values {
			if seen[v] {
				return nil
			}
			seen[v] = true
		}
		if values == nil {
			return nil
		}
		tags = append(tags, values)
	}
	return tags
}

// tagValues returns the values that a required member may have, if they are a
// closed list of strings.
func tagValues(c *model.Check, name string) []string {
	if c.Kinds != model.KindObject || c.Object == nil {
		return nil
	}
	for _, m := range c.Object.Members {
		v := m.Value.Check
		if m.Name == name && m.Required && v.Kinds == model.KindString && v.String != nil && len(v.String.Enums) > 0 {
			return v.String.Enums[0].Values
		}
	}
	return nil
}
