package lower

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// mergeUnevaluated adds the schemas for members and items that nothing else in s
// evaluates. Where all that can evaluate them is known here, they become the
// rules for the rest of the members and items; where conditions decide it, these
// are compiled to report what they evaluate.
func (l *lowering) mergeUnevaluated(s *state) {
	check := s.value.Check
	for i, n := range s.nodes {
		if !closed(n) {
			continue
		}
		if len(check.Also) > 0 || containsMarks(check.Array) {
			l.track(s)
		}
		if u := n.UnevaluatedProperties; u != nil && check.Kinds&model.KindObject != 0 && !evaluatesRest(s.nodes) {
			l.unevaluatedProperties(s, l.value(s, "Value", s.places(i, u)...))
		}
		if u := n.UnevaluatedItems; u != nil && check.Kinds&model.KindArray != 0 && !evaluatesItems(s.nodes) {
			l.unevaluatedItems(s, l.value(s, "Item", s.places(i, u)...))
		}
	}
}

func (l *lowering) unevaluatedProperties(s *state, v *model.Value) {
	o := objects(s.value.Check)
	if s.tracked {
		o.Unevaluated = v
		return
	}
	rest := model.Rest{Additional: v}
	for _, r := range o.Rest {
		for _, p := range r.Patterns {
			rest.Patterns = append(rest.Patterns, model.PatternValue{Pattern: p.Pattern, Value: p.Value})
		}
	}
	for i, m := range o.Members {
		if m.Unknown {
			o.Members[i].Value = v
		}
	}
	o.Rest, o.MarksRest = append(o.Rest, rest), true
}

func (l *lowering) unevaluatedItems(s *state, v *model.Value) {
	a := arrays(s.value.Check)
	if s.tracked {
		a.Unevaluated = v
		return
	}
	a.Items = v
}

// track marks s and all that it applies to its own value: they are compiled to
// report what they evaluate, and are not simplified.
func (l *lowering) track(s *state) { l.toTrack = append(l.toTrack, s); s.tracked = true }

// spreadTracking marks what the tracked states apply in place.
func (l *lowering) spreadTracking() {
	for len(l.toTrack) > 0 {
		s := l.toTrack[len(l.toTrack)-1]
		l.toTrack = l.toTrack[:len(l.toTrack)-1]
		for _, v := range inPlaceValues(s.value.Check) {
			if next := l.byValue[v]; !next.tracked {
				l.track(next)
			}
		}
	}
}

// containsMarks reports whether contains tells which items it evaluates.
func containsMarks(a *model.Arrays) bool {
	if a == nil {
		return false
	}
	for _, k := range a.Contains {
		if k.Marks {
			return true
		}
	}
	return false
}

// evaluatesRest reports whether a schema evaluates all members that it does not
// name.
func evaluatesRest(nodes []*schema.Schema) bool {
	for _, n := range nodes {
		if n.AdditionalProperties != nil {
			return true
		}
	}
	return false
}

// evaluatesItems reports whether a schema evaluates all items past a prefix.
func evaluatesItems(nodes []*schema.Schema) bool {
	for _, n := range nodes {
		if n.Items != nil {
			return true
		}
	}
	return false
}
