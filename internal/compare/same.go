package compare

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

// same reports whether two checks are alike in every part, so that they accept the same. As in a
// proof, two checks that come back to themselves are alike until something says otherwise.
func (p *prover) same(a, b *model.Check) bool {
	s := &sameness{known: p.equal, assumed: map[[2]any]bool{}}
	equal := s.checks(a, b)
	for pair := range s.assumed {
		p.equal[pair] = true
	}
	p.equal[[2]any{a, b}] = equal
	return equal
}

// A sameness is one comparison. Where it finds a difference, what it assumed on the way there does
// not count.
type sameness struct {
	known   map[[2]any]bool
	assumed map[[2]any]bool
	trail   [][2]any // the pairs of assumed, in order
}

func (s *sameness) values(a, b *model.Value) bool {
	if a == nil || b == nil {
		return a == b
	}
	return s.checks(a.Check, b.Check)
}

func (s *sameness) checks(a, b *model.Check) bool {
	pair := [2]any{a, b}
	if equal, known := s.known[pair]; known {
		return equal
	}
	if a == b || s.assumed[pair] {
		return true
	}
	mark := len(s.trail)
	s.assumed[pair] = true
	s.trail = append(s.trail, pair)
	if s.parts(a, b) {
		return true
	}
	for _, pair := range s.trail[mark:] {
		delete(s.assumed, pair)
	}
	s.trail = s.trail[:mark]
	return false
}

func (s *sameness) parts(a, b *model.Check) bool {
	return a.Kinds == b.Kinds && sameBools(a.Bool, b.Bool) && sameNumbers(a.Number, b.Number) && sameStrings(a.String, b.String) &&
		s.arrays(a.Array, b.Array) && s.objects(a.Object, b.Object) &&
		slices.EqualFunc(a.Cases, b.Cases, func(a, b model.Case) bool { return a.Kinds == b.Kinds && s.values(a.Value, b.Value) }) &&
		slices.EqualFunc(a.Also, b.Also, s.also)
}

func sameBools(a, b *model.Bools) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Want == b.Want
}

func sameNumbers(a, b *model.Numbers) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Literal == b.Literal && a.Listed == b.Listed &&
		slices.EqualFunc(a.Bounds, b.Bounds, func(a, b model.Bound) bool { return a.Op == b.Op && a.Limit == b.Limit }) &&
		slices.EqualFunc(a.Divisors, b.Divisors, func(a, b model.Divisor) bool { return a.By == b.By }) &&
		slices.EqualFunc(a.Enums, b.Enums, sameEnums)
}

// sameEnums compares lists of values, whose order says nothing.
func sameEnums(a, b model.Enumeration) bool {
	return slices.Equal(slices.Sorted(slices.Values(a.Values)), slices.Sorted(slices.Values(b.Values)))
}

func sameLimits(a, b *model.Limit) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.N == b.N
}

func sameStrings(a, b *model.Strings) bool {
	if a == nil || b == nil {
		return a == b
	}
	return sameLimits(a.Min, b.Min) && sameLimits(a.Max, b.Max) &&
		slices.EqualFunc(a.Patterns, b.Patterns, func(a, b model.PatternRule) bool { return samePattern(a.Pattern, b.Pattern) }) &&
		slices.EqualFunc(a.Formats, b.Formats, func(a, b model.FormatRule) bool { return a.Func == b.Func }) &&
		slices.EqualFunc(a.Enums, b.Enums, sameEnums)
}

func (s *sameness) arrays(a, b *model.Arrays) bool {
	if a == nil || b == nil {
		return a == b
	}
	return slices.EqualFunc(a.Prefix, b.Prefix, s.values) && s.values(a.Items, b.Items) &&
		sameLimits(a.Min, b.Min) && sameLimits(a.Max, b.Max) && (a.Unique == nil) == (b.Unique == nil) &&
		slices.EqualFunc(a.Contains, b.Contains, s.contains) && slices.EqualFunc(a.Enums, b.Enums, sameEnums) &&
		s.values(a.Unevaluated, b.Unevaluated)
}

func (s *sameness) contains(a, b model.Contains) bool {
	return a.Marks == b.Marks && sameLimits(a.Min, b.Min) && sameLimits(a.Max, b.Max) && s.values(a.Check, b.Check)
}

// objects compares the rules for objects; the order of their members says nothing.
func (s *sameness) objects(a, b *model.Objects) bool {
	if a == nil || b == nil {
		return a == b
	}
	return s.members(a, b) && a.MarksRest == b.MarksRest && sameLimits(a.Min, b.Min) && sameLimits(a.Max, b.Max) &&
		slices.EqualFunc(a.Rest, b.Rest, s.rest) && slices.EqualFunc(a.Names, b.Names, s.values) &&
		slices.EqualFunc(a.Needs, b.Needs, func(m, n model.Need) bool { return sameNeeds(a, b, m, n) }) &&
		slices.EqualFunc(a.Enums, b.Enums, sameEnums) && s.values(a.Unevaluated, b.Unevaluated)
}

func (s *sameness) members(a, b *model.Objects) bool {
	if len(a.Members) != len(b.Members) {
		return false
	}
	byName := make(map[string]model.Member, len(b.Members))
	for _, m := range b.Members {
		byName[m.Name] = m
	}
	for _, m := range a.Members {
		other, ok := byName[m.Name]
		if !ok || m.Required != other.Required || m.Unknown != other.Unknown || !s.values(m.Value, other.Value) {
			return false
		}
	}
	return true
}

func (s *sameness) rest(a, b model.Rest) bool {
	return s.values(a.Additional, b.Additional) && slices.EqualFunc(a.Patterns, b.Patterns, func(a, b model.PatternValue) bool {
		return samePattern(a.Pattern, b.Pattern) && s.values(a.Value, b.Value)
	})
}

func sameNeeds(a, b *model.Objects, m, n model.Need) bool {
	return a.Members[m.If].Name == b.Members[n.If].Name && slices.EqualFunc(m.Members, n.Members, func(i, j int) bool {
		return a.Members[i].Name == b.Members[j].Name
	})
}

func (s *sameness) also(a, b model.Also) bool {
	switch a := a.(type) {
	case *model.All:
		b, ok := b.(*model.All)
		return ok && s.values(a.Value, b.Value)
	case *model.AnyOf:
		b, ok := b.(*model.AnyOf)
		return ok && s.branches(a.Branches, b.Branches)
	case *model.OneOf:
		b, ok := b.(*model.OneOf)
		return ok && s.branches(a.Branches, b.Branches)
	case *model.Not:
		b, ok := b.(*model.Not)
		return ok && s.values(a.Value, b.Value)
	case *model.If:
		b, ok := b.(*model.If)
		return ok && s.values(a.If, b.If) && s.values(a.Then, b.Then) && s.values(a.Else, b.Else)
	case *model.Dependent:
		b, ok := b.(*model.Dependent)
		return ok && a.Member == b.Member && s.values(a.Value, b.Value)
	}
	return false
}

// branches compares alternatives, whose order says nothing.
func (s *sameness) branches(a, b []*model.Value) bool {
	left := slices.Clone(b)
	for _, branch := range a {
		i := slices.IndexFunc(left, func(other *model.Value) bool { return s.values(branch, other) })
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return len(left) == 0
}
