package compare

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

func (p *prover) objectFits(v view, want *model.Objects) bool {
	if len(want.Enums) > 0 || want.Unevaluated != nil || !p.sizeFits(v, want) {
		return false
	}
	for _, m := range want.Members {
		if m.Required && !v.requires(m.Name) || !p.fits(p.member(v, m.Name), m.Value.Check) {
			return false
		}
	}
	for _, r := range want.Rest {
		if !p.restFits(v, want, r) {
			return false
		}
	}
	return !slices.ContainsFunc(want.Names, func(n *model.Value) bool { return !p.namesFit(v, n) }) &&
		!slices.ContainsFunc(want.Needs, func(n model.Need) bool { return !p.needFits(v, want, n) })
}

// names returns the names of the members that the rules know, each once, in order.
func (v view) names() []string {
	var names []string
	seen := map[string]bool{}
	for _, o := range v.objects() {
		for _, m := range o.Members {
			if !seen[m.Name] {
				seen[m.Name] = true
				names = append(names, m.Name)
			}
		}
	}
	return names
}

// requires reports whether the member must be there.
func (v view) requires(name string) bool {
	return slices.ContainsFunc(v.objects(), func(o *model.Objects) bool {
		m := memberOf(o, name)
		return m != nil && m.Required
	})
}

func memberOf(o *model.Objects, name string) *model.Member {
	for i := range o.Members {
		if o.Members[i].Name == name {
			return &o.Members[i]
		}
	}
	return nil
}

// member returns what is known of the member of that name, if it is there.
func (p *prover) member(v view, name string) facts {
	var f facts
	for _, o := range v.objects() {
		if m := memberOf(o, name); m != nil {
			f = f.with(m.Value.Check)
			continue
		}
		for _, r := range o.Rest {
			f = f.with(p.restOf(r, name)...)
		}
	}
	return f
}

// restOf returns the checks that a rule for the rest of the members has for a name.
func (p *prover) restOf(r model.Rest, name string) []*model.Check {
	var checks []*model.Check
	for _, pattern := range r.Patterns {
		if p.matches(pattern.Pattern, name) {
			checks = append(checks, pattern.Value.Check)
		}
	}
	if len(checks) == 0 && r.Additional != nil {
		checks = append(checks, r.Additional.Check)
	}
	return checks
}

// matches reports whether a pattern matches a name.
func (p *prover) matches(pattern *model.Pattern, name string) bool {
	rules := &model.Strings{Patterns: []model.PatternRule{{Pattern: pattern}}}
	return p.accepts(&model.Check{Kinds: model.KindString, String: rules}, quote(name))
}

// restFits shows that the members that want does not know by name keep one of its rules.
func (p *prover) restFits(v view, want *model.Objects, rest model.Rest) bool {
	for _, name := range v.names() {
		if memberOf(want, name) == nil && !p.all(p.member(v, name), p.restOf(rest, name)) {
			return false
		}
	}
	for _, pattern := range rest.Patterns {
		if !p.unnamedFit(v, pattern.Value.Check, []*model.Pattern{pattern.Pattern}, nil) {
			return false
		}
	}
	if rest.Additional == nil {
		return true
	}
	var patterns []*model.Pattern
	for _, pattern := range rest.Patterns {
		patterns = append(patterns, pattern.Pattern)
	}
	return p.unnamedFit(v, rest.Additional.Check, nil, patterns)
}

// unnamedFit shows that members without a name in v whose name matches all of some patterns, and none of
// others, are valid by a check.
func (p *prover) unnamedFit(v view, want *model.Check, match, differ []*model.Pattern) bool {
	sure, open := v.unnamed(match, differ)
	if p.fits(sure, want) {
		return true
	}
	return slices.ContainsFunc(open, func(alternatives []*model.Check) bool {
		return !slices.ContainsFunc(alternatives, func(c *model.Check) bool { return !p.fits(sure.with(c), want) })
	})
}

// unnamed returns what is known of members without a name in v whose name matches all of some
// patterns, and none of others: sure facts, and lists of alternatives one of which holds.
func (v view) unnamed(match, differ []*model.Pattern) (sure facts, open [][]*model.Check) {
	has := func(list []*model.Pattern, p *model.Pattern) bool {
		return slices.ContainsFunc(list, func(q *model.Pattern) bool { return samePattern(p, q) })
	}
	for _, o := range v.objects() {
		for _, r := range o.Rest {
			var alternatives []*model.Check
			matched := false
			for _, pattern := range r.Patterns {
				switch {
				case has(match, pattern.Pattern):
					sure, matched = sure.with(pattern.Value.Check), true
				case !has(differ, pattern.Pattern):
					alternatives = append(alternatives, pattern.Value.Check)
				}
			}
			switch {
			case matched || r.Additional == nil:
			case len(alternatives) == 0:
				sure = sure.with(r.Additional.Check)
			default:
				open = append(open, append(alternatives, r.Additional.Check))
			}
		}
	}
	return sure, open
}

// closed reports whether all members have a name in v.
func (p *prover) closed(v view) bool {
	return p.unnamedFit(v, nothing, nil, nil)
}

// namesFit shows that the names of all members are valid by a check.
func (p *prover) namesFit(v view, want *model.Value) bool {
	var have facts
	for _, o := range v.objects() {
		for _, n := range o.Names {
			have = have.with(n.Check)
		}
	}
	if p.fits(have.with(anyString), want.Check) {
		return true
	}
	return p.closed(v) && !slices.ContainsFunc(v.names(), func(name string) bool {
		return !p.accepts(want.Check, quote(name)) && !p.empty(p.member(v, name))
	})
}

func (p *prover) sizeFits(v view, want *model.Objects) bool {
	have := v.objects()
	if !implies(minMembers(have), want.Min, 1) {
		required := 0
		for _, name := range v.names() {
			if v.requires(name) {
				required++
			}
		}
		if required < want.Min.N {
			return false
		}
	}
	return implies(maxMembers(have), want.Max, -1) || len(v.names()) <= want.Max.N && p.closed(v)
}

func minMembers(rules []*model.Objects) *model.Limit {
	return strictest(rules, 1, func(o *model.Objects) *model.Limit { return o.Min })
}

func maxMembers(rules []*model.Objects) *model.Limit {
	return strictest(rules, -1, func(o *model.Objects) *model.Limit { return o.Max })
}

// needFits shows that members are there when another is.
func (p *prover) needFits(v view, want *model.Objects, need model.Need) bool {
	trigger := want.Members[need.If].Name
	for _, i := range need.Members {
		name := want.Members[i].Name
		if !v.requires(name) && !v.needs(trigger, name) && !p.empty(p.member(v, trigger)) {
			return false
		}
	}
	return true
}

// needs reports whether a member has to be there when another is.
func (v view) needs(trigger, name string) bool {
	for _, o := range v.objects() {
		for _, n := range o.Needs {
			if o.Members[n.If].Name == trigger && slices.ContainsFunc(n.Members, func(i int) bool { return o.Members[i].Name == name }) {
				return true
			}
		}
	}
	return trigger == name
}

// voidObject reports whether no object keeps the rules.
func (p *prover) voidObject(v view) bool {
	have := v.objects()
	least, most := minMembers(have), maxMembers(have)
	if least != nil && most != nil && least.N > most.N {
		return true
	}
	return slices.ContainsFunc(v.names(), func(name string) bool { return v.requires(name) && p.empty(p.member(v, name)) })
}
