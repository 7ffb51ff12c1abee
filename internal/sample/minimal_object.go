package sample

import (
	"iter"
	"slices"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// objects proposes objects with the members that are required, then with more, then with others
// of the values that their members may have.
func (m *minimizer) objects(v *model.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		rules := v.Check.Object
		if rules == nil {
			rules = &model.Objects{}
		}
		base, ok := m.required(rules)
		if !ok {
			return
		}
		if rules.Min != nil {
			base = m.filled(rules, base, rules.Min.N)
		}
		if !yield(objectOf(base)) {
			return
		}
		for more := range m.varied(rules, base) {
			if !yield(more) {
				return
			}
		}
	}
}

// required returns the members that an object must have, false if there is no value for one.
func (m *minimizer) required(rules *model.Objects) ([]schema.Member, bool) {
	var members []schema.Member
	for _, i := range neededMembers(rules) {
		member := rules.Members[i]
		value := m.first(member.Value)
		if value == nil {
			return nil, false
		}
		members = append(members, schema.Member{Name: member.Name, Value: value})
	}
	return members, true
}

// neededMembers returns the indices of the members that must be there, in order: those that are
// required, and those that they need.
func neededMembers(rules *model.Objects) []int {
	needs := map[int][]int{}
	for _, n := range rules.Needs {
		needs[n.If] = append(needs[n.If], n.Members...)
	}
	var needed []int
	seen := map[int]bool{}
	add := func(i int) {
		if !seen[i] {
			seen[i] = true
			needed = append(needed, i)
		}
	}
	for i, member := range rules.Members {
		if member.Required {
			add(i)
		}
	}
	for next := 0; next < len(needed); next++ {
		for _, i := range needs[needed[next]] {
			add(i)
		}
	}
	slices.Sort(needed)
	return needed
}

// filled adds members until there are n: optional ones, then such without a name of their own.
func (m *minimizer) filled(rules *model.Objects, members []schema.Member, n int) []schema.Member {
	n = min(n, maxSample)
	for _, member := range rules.Members {
		if len(members) >= n {
			return members
		}
		if has(members, member.Name) {
			continue
		}
		if value := m.first(member.Value); value != nil {
			members = append(members, schema.Member{Name: member.Name, Value: value})
		}
	}
	for name := range m.names(rules) {
		if len(members) >= n {
			break
		}
		if value := m.unnamed(rules, name); value != nil && !has(members, name) {
			members = append(members, schema.Member{Name: name, Value: value})
		}
	}
	return members
}

func has(members []schema.Member, name string) bool {
	return slices.ContainsFunc(members, func(m schema.Member) bool { return m.Name == name })
}

// names proposes names for members that have none of their own.
func (m *minimizer) names(rules *model.Objects) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, r := range rules.Rest {
			for _, p := range r.Patterns {
				for name := range m.matching(p.Pattern) {
					if !yield(name) {
						return
					}
				}
			}
		}
		for _, v := range rules.Names {
			for _, name := range m.pick(v, maxTries, m.ofKind(v, model.KindString)) {
				if !yield(name.Text) {
					return
				}
			}
		}
		for i := range maxTries {
			if !yield("member" + strconv.Itoa(i+1)) {
				return
			}
		}
	}
}

// unnamed returns a value for a member by the patterns that its name matches. It follows the
// first rule that applies; the check decides whether that was enough.
func (m *minimizer) unnamed(rules *model.Objects, name string) *schema.Value {
	for _, r := range rules.Rest {
		for _, p := range r.Patterns {
			if compiled := m.pattern(p.Pattern); compiled != nil && compiled.MatchString(name) {
				return m.first(p.Value)
			}
		}
		if r.Additional != nil {
			return m.first(r.Additional)
		}
	}
	if rules.Unevaluated != nil {
		return m.first(rules.Unevaluated)
	}
	return word(schema.KindNull)
}

// varied proposes objects that differ from a base in one member, or have one more.
func (m *minimizer) varied(rules *model.Objects, base []schema.Member) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		const enough = 20 // values of one member
		for _, member := range rules.Members {
			for _, value := range m.several(member.Value, enough) {
				if !yield(objectOf(with(base, member.Name, value))) {
					return
				}
			}
		}
		grown := m.filled(&model.Objects{Rest: rules.Rest, Names: rules.Names, Unevaluated: rules.Unevaluated}, slices.Clone(base), len(base)+1)
		if len(grown) == len(base) {
			return
		}
		value := grown[len(base)].Value
		for name := range m.names(rules) {
			if !has(base, name) && !yield(objectOf(with(base, name, value))) {
				return
			}
		}
	}
}

// with returns members with one more, or with another value for one.
func with(members []schema.Member, name string, value *schema.Value) []schema.Member {
	members = slices.Clone(members)
	if i := slices.IndexFunc(members, func(m schema.Member) bool { return m.Name == name }); i >= 0 {
		members[i].Value = value
		return members
	}
	return append(members, schema.Member{Name: name, Value: value})
}
