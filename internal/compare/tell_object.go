package compare

import (
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

func (t *teller) objectRules(ov, nv view, at spot) {
	was, is := ov.objects(), nv.objects()
	names := nv.names()
	for _, name := range ov.names() {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, name := range names {
		t.member(ov, nv, name, at)
	}
	t.limits(minMembers(was), minMembers(is), 1, at)
	t.limits(maxMembers(was), maxMembers(is), -1, at)
	t.unnamed(ov, nv, at)
	t.memberPatterns(ov, nv, at)
	t.memberNames(was, is, at)
	t.needed(ov, nv, at)
}

// A memberView is what one version knows of a member.
type memberView struct {
	facts    facts
	declared bool // with a schema of its own
	required bool
	at       schema.Location // of the schema
	demand   schema.Location // of what requires it, or else of the schema
	keys     []key
}

func (t *teller) memberView(v view, name string, p places) memberView {
	m := memberView{facts: t.prover.member(v, name), required: v.requires(name)}
	for _, c := range v.rules {
		if c.Object == nil {
			continue
		}
		known := memberOf(c.Object, name)
		if known == nil {
			continue
		}
		m.keys = append(m.keys, key{c, name})
		if !known.Unknown {
			m.declared, m.at = true, p.check(known.Value.Check)
		}
		if known.Required && m.demand.File == "" {
			m.demand = p.required(c.Object.Required, name)
		}
	}
	if m.demand.File == "" {
		m.demand = m.at
	}
	return m
}

// member tells how a member differs that one of the versions knows.
func (t *teller) member(ov, nv view, name string, at spot) {
	o, n := t.memberView(ov, name, t.old), t.memberView(nv, name, t.new)
	inside := at.inside(escape(name))
	inside.keys = append(o.keys, n.keys...)
	if o.declared == n.declared {
		t.presence(o, n, inside)
		inside.old, inside.new = o.at, n.at
		t.compare(o.facts, n.facts, inside)
		return
	}
	back, forth := t.contentVerdict(o, n), t.contentVerdict(n, o)
	c := Change{Keyword: "properties", Old: o.at, New: n.at}
	switch {
	case n.declared && n.required && !o.required:
		c.Message, back = "the member is new and required", Breaks
	case n.declared:
		c.Message = "the member is new"
	case o.required && !n.required:
		c.Message, forth = "the required member is gone", Breaks
	default:
		c.Message = "the member is gone"
	}
	if c.New.File == "" {
		c.New = at.new
	}
	c.Backward, c.Forward = back, forth
	t.add(inside, c)
}

// contentVerdict says what becomes of the values of a member that only one version declares: from
// is what one says of them, to is by what the other judges them.
func (t *teller) contentVerdict(from, to memberView) Verdict {
	switch {
	case t.ask(from.facts, to.facts.checks):
		return Compatible
	case from.facts.any():
		return MayBreak // only if somebody used the name for something else
	}
	return Breaks
}

// presence tells whether a member has to be there now, or need not any more.
func (t *teller) presence(o, n memberView, at spot) {
	if o.required == n.required {
		return
	}
	message := "the member is required now"
	if o.required {
		message = "the member is no longer required"
	}
	t.add(at, Change{
		Keyword: "required", Message: message, Old: o.demand, New: n.demand, Backward: breaks(n.required), Forward: breaks(o.required),
	})
}

// unnamed tells how members differ whose names neither version knows.
func (t *teller) unnamed(ov, nv view, at spot) {
	patterns := append(patternsOfMembers(ov), patternsOfMembers(nv)...)
	o, _ := ov.unnamed(nil, patterns)
	n, _ := nv.unnamed(nil, patterns)
	was, is := !t.empty(o), !t.empty(n)
	inside := at.inside("*")
	switch {
	case was && !is:
		t.rules(inside, nil, additionalRule(nv), "members with other names are no longer allowed", Breaks, Compatible)
	case !was && is:
		t.rules(inside, additionalRule(ov), nil, "members with other names are allowed now", Compatible, Breaks)
	case was && is:
		t.compare(o, n, inside)
	}
}

// additionalRule returns the rule that refuses other members, nil if it cannot be told.
func additionalRule(v view) *model.Rule {
	for _, o := range v.objects() {
		for _, r := range o.Rest {
			if r.Additional != nil && r.Additional.Check.Never() {
				rule := r.Additional.Check.Mismatch
				rule.Keyword = "additionalProperties"
				return &rule
			}
		}
	}
	return nil
}

func patternsOfMembers(v view) []*model.Pattern {
	var all []*model.Pattern
	for _, o := range v.objects() {
		for _, r := range o.Rest {
			for _, p := range r.Patterns {
				all = append(all, p.Pattern)
			}
		}
	}
	return all
}

// memberPatterns tells how the members differ whose names match a pattern that one of the versions has.
func (t *teller) memberPatterns(ov, nv view, at spot) {
	was, is := patternsOfMembers(ov), patternsOfMembers(nv)
	has := func(list []*model.Pattern, p *model.Pattern) bool {
		return slices.ContainsFunc(list, func(q *model.Pattern) bool { return samePattern(p, q) })
	}
	for _, p := range was {
		if !has(is, p) {
			c := Change{Keyword: "patternProperties", Message: "members matching " + p.Ecma + " have no schema of their own any more"}
			c.Backward, c.Forward = t.patternVerdicts(ov, nv, p)
			t.add(at, c)
		}
	}
	for _, p := range is {
		switch match := []*model.Pattern{p}; {
		case has(was, p):
			o, _ := ov.unnamed(match, nil)
			n, _ := nv.unnamed(match, nil)
			inside := at.inside("*")
			inside.what = "members matching " + p.Ecma + ": "
			t.compare(o, n, inside)
		default:
			c := Change{Keyword: "patternProperties", Message: "members matching " + p.Ecma + " have a schema of their own now"}
			c.Backward, c.Forward = t.patternVerdicts(ov, nv, p)
			t.add(at, c)
		}
	}
}

// patternVerdicts judges members whose names match a pattern that only one version has.
func (t *teller) patternVerdicts(ov, nv view, p *model.Pattern) (back, forth Verdict) {
	match := []*model.Pattern{p}
	o, _ := ov.unnamed(match, nil)
	n, _ := nv.unnamed(match, nil)
	return maybe(!t.ask(o, n.checks)), maybe(!t.ask(n, o.checks))
}

// memberNames tells how the rules for names of members differ.
func (t *teller) memberNames(was, is []*model.Objects, at spot) {
	at.what, at.keys = "names of members: ", nil
	t.compare(namesOf(was), namesOf(is), at)
}

func namesOf(rules []*model.Objects) facts {
	f := facts{checks: []*model.Check{anyString}}
	for _, o := range rules {
		for _, n := range o.Names {
			f = f.with(n.Check)
		}
	}
	return f
}

// needed tells which members have to be there, or need not any more, because another is.
func (t *teller) needed(ov, nv view, at spot) {
	for _, o := range nv.objects() {
		for _, need := range o.Needs {
			if !t.needFits(ov, o, need) {
				t.rules(at, nil, &need.Rule, need.Rule.Message, Breaks, Compatible)
			}
		}
	}
	for _, o := range ov.objects() {
		for _, need := range o.Needs {
			if !t.needFits(nv, o, need) {
				t.rules(at, &need.Rule, nil, "no longer "+need.Rule.Message, Compatible, Breaks)
			}
		}
	}
}

// escape writes a name as a token of a JSON Pointer.
func escape(name string) string { return strings.NewReplacer("~", "~0", "/", "~1").Replace(name) }
