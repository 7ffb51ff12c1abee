package compare

import (
	"slices"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
)

func (t *teller) arrayRules(ov, nv view, at spot) {
	was, is := ov.arrays(), nv.arrays()
	t.limits(minItems(was), minItems(is), 1, at)
	t.limits(maxItems(was), maxItems(is), -1, at)
	o, n := uniqueRule(was), uniqueRule(is)
	switch {
	case o == nil && n != nil:
		t.rules(at, nil, n, n.Message, Breaks, Compatible)
	case o != nil && n == nil:
		t.rules(at, o, nil, "may have the same item twice", Compatible, Breaks)
	}
	positions := max(ov.positions(), nv.positions())
	for i := range positions {
		t.compare(ov.item(i), nv.item(i), at.inside(strconv.Itoa(i)))
	}
	t.compare(ov.item(positions), nv.item(positions), at.inside("*"))
	t.contained(was, is, at)
}

func uniqueRule(rules []*model.Arrays) *model.Rule {
	for _, a := range rules {
		if a.Unique != nil {
			return a.Unique
		}
	}
	return nil
}

// contained tells of items that must be there, or must no longer be there.
func (t *teller) contained(was, is []*model.Arrays, at spot) {
	gone, added := t.otherContains(was, is), t.otherContains(is, was)
	if len(gone)+len(added) == 0 {
		return
	}
	message := "other items must be there than before"
	switch {
	case len(gone) == 0:
		message = "an item must be there that need not have been there"
	case len(added) == 0:
		message = "an item need not be there that had to be there"
	}
	c := Change{Keyword: "contains", Message: message, Backward: MayBreak, Forward: MayBreak}
	c.Old, c.New = t.old.rule(containsRule(gone)), t.new.rule(containsRule(added))
	if len(added) == 0 {
		c.New = at.new
	}
	t.add(at, c)
}

func containsRule(list []model.Contains) *model.Rule {
	for _, c := range list {
		for _, l := range []*model.Limit{c.Min, c.Max} {
			if l != nil {
				return &l.Rule
			}
		}
	}
	return nil
}

// otherContains returns what rules say about contained items and others do not.
func (t *teller) otherContains(rules, others []*model.Arrays) []model.Contains {
	var found []model.Contains
	for _, a := range rules {
		for _, c := range a.Contains {
			if !slices.ContainsFunc(others, func(b *model.Arrays) bool {
				return slices.ContainsFunc(b.Contains, func(d model.Contains) bool {
					return sameLimits(c.Min, d.Min) && sameLimits(c.Max, d.Max) && t.same(c.Check.Check, d.Check.Check)
				})
			}) {
				found = append(found, c)
			}
		}
	}
	return found
}
