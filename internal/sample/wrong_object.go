package sample

import (
	"iter"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// wrongObjects proposes objects that lack a member, or have more.
func (w *wrecker) wrongObjects(rules *model.Objects, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil {
			return
		}
		if !lacking(v, yield) {
			return
		}
		if rules.Min != nil && rules.Min.N > 0 && len(v.Members) >= rules.Min.N {
			if !yield(objectOf(v.Members[:rules.Min.N-1])) {
				return
			}
		}
		for _, more := range w.additions(rules, v) {
			if !yield(objectOf(append(slices.Clone(v.Members), more...))) {
				return
			}
		}
	}
}

// additions returns members that an object may not have.
func (w *wrecker) additions(rules *model.Objects, v *schema.Value) [][]schema.Member {
	var list [][]schema.Member
	names := []string{"unexpected", "", "~", "UNEXPECTED", "9", strings.Repeat("long", 30)}
	for _, r := range rules.Rest {
		for _, p := range r.Patterns {
			if expr := w.pattern(p.Pattern); expr != nil {
				name, _ := expr.Sample()
				names = append(names, name)
			}
		}
	}
	for _, name := range names {
		value := w.search.unnamed(rules, name)
		if value == nil {
			value = word(schema.KindTrue)
		}
		if v.Member(name) == nil {
			list = append(list, []schema.Member{{Name: name, Value: value}})
		}
	}
	for _, m := range rules.Members {
		if v.Member(m.Name) != nil {
			continue
		}
		value := w.search.first(m.Value)
		if value == nil {
			value = word(schema.KindTrue)
		}
		list = append(list, []schema.Member{{Name: m.Name, Value: value}})
	}
	if rules.Max != nil && rules.Max.N < maxSample {
		long := w.search.filled(rules, slices.Clone(v.Members), rules.Max.N+1)
		list = append(list, long[len(v.Members):])
	}
	return list
}
