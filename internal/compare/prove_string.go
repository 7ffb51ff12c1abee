package compare

import (
	"reflect"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

func stringFits(v view, want *model.Strings) bool {
	have := v.strings()
	return len(want.Enums) == 0 &&
		implies(minLength(have), want.Min, 1) && implies(maxLength(have), want.Max, -1) &&
		!slices.ContainsFunc(want.Patterns, func(r model.PatternRule) bool { return !hasPattern(have, r.Pattern) }) &&
		!slices.ContainsFunc(want.Formats, func(r model.FormatRule) bool { return !hasFormat(have, r.Func) })
}

func minLength(rules []*model.Strings) *model.Limit {
	return strictest(rules, 1, func(s *model.Strings) *model.Limit { return s.Min })
}

func maxLength(rules []*model.Strings) *model.Limit {
	return strictest(rules, -1, func(s *model.Strings) *model.Limit { return s.Max })
}

func hasPattern(rules []*model.Strings, p *model.Pattern) bool {
	return slices.ContainsFunc(rules, func(s *model.Strings) bool {
		return slices.ContainsFunc(s.Patterns, func(r model.PatternRule) bool { return samePattern(r.Pattern, p) })
	})
}

func hasFormat(rules []*model.Strings, name string) bool {
	return slices.ContainsFunc(rules, func(s *model.Strings) bool {
		return slices.ContainsFunc(s.Formats, func(r model.FormatRule) bool { return r.Func == name })
	})
}

// samePattern reports whether two patterns, however they are spelled, are matched in the same way.
func samePattern(a, b *model.Pattern) bool {
	if a == b || a.Ecma == b.Ecma {
		return true
	}
	if a.Sequence != nil || b.Sequence != nil {
		return reflect.DeepEqual(a.Sequence, b.Sequence)
	}
	return a.Source == b.Source && slices.Equal(a.And, b.And) && slices.Equal(a.Not, b.Not)
}

func voidString(v view) bool {
	have := v.strings()
	low, high := minLength(have), maxLength(have)
	return low != nil && high != nil && low.N > high.N
}
