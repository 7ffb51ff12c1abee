package compare

import (
	"slices"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
)

// combinations tells how the conditions differ that apply beside the rules for the kind.
func (t *teller) combinations(o, n facts, ov, nv view, at spot) {
	t.choices(o, n, ov, nv, at)
	t.nots(ov, nv, at)
	t.ifs(ov, nv, at)
	t.dependents(ov, nv, at)
}

// choices tells how choices differ: those at the same position are about the same.
func (t *teller) choices(o, n facts, ov, nv view, at spot) {
	for i := range max(len(ov.choices), len(nv.choices)) {
		switch {
		case i >= len(ov.choices):
			t.rules(at, nil, choiceRule(nv.choices[i]), "has to fit one of "+size(nv.choices[i]), maybe(at.back), Compatible)
		case i >= len(nv.choices):
			t.rules(at, choiceRule(ov.choices[i]), nil, "no longer has to fit one of "+size(ov.choices[i]), Compatible, maybe(at.forth))
		default:
			t.choice(o, n, ov.choices[i], nv.choices[i], at)
		}
	}
}

func size(c choice) string { return strconv.Itoa(len(c.branches)) + " alternatives" }

func choiceRule(c choice) *model.Rule {
	switch a := c.also.(type) {
	case *model.AnyOf:
		return &a.Rule
	case *model.OneOf:
		return &a.Rule
	}
	return nil
}

// choice compares the branches of two choices, pair by pair, and tells which are new or gone.
func (t *teller) choice(o, n facts, was, is choice, at spot) {
	pairs := t.pair(was.branches, is.branches)
	for i, b := range was.branches {
		if k, ok := pairs[i]; ok {
			inside := at
			inside.what = at.what + branchName(is, k) + ": "
			t.compare(factsOf(b), factsOf(is.branches[k]), inside)
			continue
		}
		f := o.with(b.Check).after(was.also)
		c := Change{Message: "no longer possible: " + branchName(was, i), Old: t.old.check(b.Check), New: t.new.rule(choiceRule(is))}
		c.Keyword, c.Backward = choiceRule(is).Keyword, breaks(at.back && !t.ask(f, n.checks))
		t.add(at.about(b.Check), c)
	}
	for k, b := range is.branches {
		if slices.Contains(values(pairs), k) {
			continue
		}
		f := n.with(b.Check).after(is.also)
		c := Change{Message: "possible now: " + branchName(is, k), Old: t.old.rule(choiceRule(was)), New: t.new.check(b.Check)}
		c.Keyword, c.Forward = choiceRule(is).Keyword, breaks(at.forth && !t.ask(f, o.checks))
		t.add(at.about(b.Check), c)
	}
}

func values(m map[int]int) []int {
	var all []int
	for _, v := range m {
		all = append(all, v)
	}
	return all
}

// pair finds for the old branches the new ones that are about the same: those that are alike, those
// with the same tag, those of the same definition, and those at the same position of what is left.
func (t *teller) pair(was, is []*model.Value) map[int]int {
	pairs := map[int]int{}
	taken := map[int]bool{}
	for _, about := range []func(o, n *model.Value) bool{
		func(o, n *model.Value) bool { return t.same(o.Check, n.Check) },
		func(o, n *model.Value) bool { tag := tagOf(o.Check); return tag != "" && tag == tagOf(n.Check) },
		func(o, n *model.Value) bool {
			return tagOf(o.Check) == "" && tagOf(n.Check) == "" && sameDefinition(o.Check, n.Check)
		},
		func(o, n *model.Value) bool {
			return tagOf(o.Check) == "" && tagOf(n.Check) == "" && o.Check.Kinds == n.Check.Kinds
		},
	} {
		for i, o := range was {
			if _, done := pairs[i]; done {
				continue
			}
			for k, n := range is {
				if !taken[k] && about(o, n) {
					pairs[i], taken[k] = k, true
					break
				}
			}
		}
	}
	return pairs
}

// tagOf returns the constant of a required member that tells a branch from others, with its name.
func tagOf(c *model.Check) string {
	if c.Object == nil {
		return ""
	}
	for _, m := range c.Object.Members {
		s := m.Value.Check.String
		if m.Required && m.Value.Check.Kinds == model.KindString && s != nil && len(s.Enums) == 1 && len(s.Enums[0].Values) == 1 {
			return m.Name + " " + quote(s.Enums[0].Values[0])
		}
	}
	return ""
}

func sameDefinition(a, b *model.Check) bool {
	return a.Where == b.Where && definition(a) != ""
}

// branchName names a branch in a message: by its tag, its definition or its position.
func branchName(c choice, i int) string {
	check := c.branches[i].Check
	if tag := tagOf(check); tag != "" {
		return "the alternative with " + tag
	}
	if name := definition(check); name != "" {
		return "the alternative " + name
	}
	return "alternative " + strconv.Itoa(i+1)
}

// nots, ifs and dependents are not looked into: that they differ is all that is told.

func (t *teller) nots(ov, nv view, at spot) {
	if !slices.EqualFunc(ov.not, nv.not, t.same) {
		t.differ("not", at)
	}
}

func (t *teller) ifs(ov, nv view, at spot) {
	same := func(a, b *model.Value) bool {
		return a == nil && b == nil || a != nil && b != nil && t.same(a.Check, b.Check)
	}
	if !slices.EqualFunc(ov.ifs, nv.ifs, func(a, b *model.If) bool {
		return same(a.If, b.If) && same(a.Then, b.Then) && same(a.Else, b.Else)
	}) {
		t.differ("if", at)
	}
}

func (t *teller) dependents(ov, nv view, at spot) {
	if !slices.EqualFunc(ov.dependent, nv.dependent, func(a, b *model.Dependent) bool {
		return a.Member == b.Member && t.same(a.Value.Check, b.Value.Check)
	}) {
		t.differ("dependentSchemas", at)
	}
}

// differ tells that a condition has changed.
func (t *teller) differ(keyword string, at spot) {
	t.add(at, Change{
		Keyword: keyword, Message: "the condition under " + keyword + " is another one", Backward: maybe(at.back), Forward: maybe(at.forth),
	})
}
