package sample

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// object proposes an object with the members that have to be there, some that may, and some that the
// schema does not name where it says what they are.
func (d *dice) object(v *model.Value) *schema.Value {
	rules := v.Check.Object
	if rules == nil {
		rules = &model.Objects{}
	}
	if text := d.listed(rules.Enums); text != nil {
		return text
	}
	most := maxSample
	if rules.Max != nil {
		most = rules.Max.N
	}
	var members []schema.Member
	for i, wanted := range d.wanted(rules, most, d.likely(v)) {
		if !wanted {
			continue
		}
		m := rules.Members[i]
		if value := d.value(m.Value); value != nil {
			members = append(members, schema.Member{Name: m.Name, Value: value})
		} else if m.Required {
			return nil
		}
	}
	return objectOf(d.extended(v, rules, members, most))
}

// listed returns one of the values that are listed, nil if none are.
func (d *dice) listed(enums []model.Enumeration) *schema.Value {
	if len(enums) == 0 {
		return nil
	}
	return packed.Read([]byte(one(d, one(d, enums).Values)))
}

// wanted tells for each member that has a name whether it is to be there, up to a number of them.
func (d *dice) wanted(rules *model.Objects, most int, likely float64) []bool {
	wanted := make([]bool, len(rules.Members))
	needed := neededMembers(rules)
	for _, i := range needed {
		wanted[i] = true
	}
	count := len(needed)
	for _, i := range d.Perm(len(rules.Members)) {
		if count < most && !wanted[i] && !rules.Members[i].Value.Check.Never() && d.chance(likely) {
			wanted[i] = true
			count++
		}
	}
	for changed := true; changed; {
		changed = false
		for _, n := range rules.Needs {
			for _, i := range n.Members {
				if wanted[n.If] && !wanted[i] {
					wanted[i], changed = true, true
				}
			}
		}
	}
	return wanted
}

// extended adds members that the schema does not name: as many as there have to be, and some more
// where it says what they are.
func (d *dice) extended(v *model.Value, rules *model.Objects, members []schema.Member, most int) []schema.Member {
	const some = 4
	n := len(members)
	if len(v.Check.Also) == 0 && describes(rules) {
		n += d.IntN(some)
	}
	if rules.Min != nil {
		n = max(n, rules.Min.N)
	}
	n = min(n, most, maxSample)
	for range 2 * n {
		if len(members) >= n {
			break
		}
		name := d.name(v, rules)
		if has(members, name) {
			continue
		}
		if value := d.unnamed(v, rules, name); value != nil {
			members = append(members, schema.Member{Name: name, Value: value})
		}
	}
	return members
}

// describes reports whether the schema speaks of members that it does not name, or names none.
func describes(rules *model.Objects) bool {
	if slices.ContainsFunc(rules.Names, func(v *model.Value) bool { return v.Check.Never() }) {
		return false
	}
	if len(rules.Members)+len(rules.Rest) == 0 && rules.Unevaluated == nil {
		return true
	}
	return slices.ContainsFunc(rules.Rest, func(r model.Rest) bool {
		return len(r.Patterns) > 0 || r.Additional != nil && !r.Additional.Check.Any() && !r.Additional.Check.Never()
	})
}

// name proposes a name for a member.
func (d *dice) name(v *model.Value, rules *model.Objects) string {
	if known := d.habits(v).names; len(known) > 0 && d.chance(0.7) {
		return one(d, known)
	}
	var patterns []*model.Pattern
	for _, r := range rules.Rest {
		for _, p := range r.Patterns {
			patterns = append(patterns, p.Pattern)
		}
	}
	if len(patterns) > 0 && d.chance(0.7) {
		if expr := d.pattern(one(d, patterns)); expr != nil {
			if name, ok := expr.Random(d.IntN); ok {
				return name
			}
		}
	}
	if len(rules.Names) > 0 {
		if made := d.ofKind(one(d, rules.Names), model.KindString); made != nil && made.Kind == schema.KindString {
			return made.Text
		}
	}
	return d.words(1)
}

// unnamed returns a value for a member that has no name in the schema, nil if there is none.
func (d *dice) unnamed(v *model.Value, rules *model.Objects, name string) *schema.Value {
	if known := d.habits(v).under[name]; len(known) > 0 && d.chance(0.8) {
		return one(d, known)
	}
	places := d.member(rules, name)
	if len(places) == 0 {
		return d.anything()
	}
	for range maxAttempts {
		value := d.value(one(d, places))
		fits := value != nil && !slices.ContainsFunc(places, func(p *model.Value) bool { return !d.accepts(p, value) })
		if fits {
			return value
		}
	}
	return nil
}

// anything returns a small value.
func (d *dice) anything() *schema.Value {
	switch d.IntN(4) {
	case 0:
		return numeral(d.digits(1000))
	case 1:
		return word(one(d, []schema.Kind{schema.KindFalse, schema.KindTrue, schema.KindNull}))
	}
	return textValue(d.words(1 + d.IntN(3)))
}
