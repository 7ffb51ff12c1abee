package judge

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// unknownKeyword is the keyword of findings about members that the schema does not name.
const unknownKeyword = "unknown"

// A wanderer walks a document along the places of a model and records the members that none of
// them names. Places beside each other, such as the branches of a choice, count together: a member
// that any of them names is known. An object of which nothing is named may hold anything.
type wanderer struct {
	interpreter interpret.Interpreter
	known       map[int][]string // the names that are known where an unknown one is, by offset
}

// value consumes a value at places.
func (w *wanderer) value(c *wire.Cursor, places []*model.Value) bool {
	switch c.Kind() {
	case wire.KindObject:
		if rules := objectRules(places); len(rules) > 0 {
			return w.object(c, rules)
		}
	case wire.KindArray:
		if rules := arrayRules(places); len(rules) > 0 {
			return w.array(c, rules)
		}
	}
	return c.Skip()
}

func (w *wanderer) object(c *wire.Cursor, rules []*model.Objects) bool {
	names := namesOf(rules)
	var o wire.Object
	c.BeginObject(&o)
	for c.NextMember(&o, nil) {
		places, known := w.member(c, rules)
		if !known && len(names) > 0 {
			c.AtName(&o)
			w.known[c.At()] = names
			c.ViolatesAt(c.At(), unknownKeyword, "", "the schema does not name this member")
			c.AtValue(&o)
		}
		if !w.value(c, places) {
			return false
		}
	}
	return c.EndObject(&o)
}

func namesOf(rules []*model.Objects) []string {
	var names []string
	for _, r := range rules {
		for _, m := range r.Members {
			names = append(names, m.Name)
		}
	}
	return names
}

// member returns the places for the member whose name is the current token, and whether it is
// known: by its name, or because its value has to follow a rule.
func (w *wanderer) member(c *wire.Cursor, rules []*model.Objects) (places []*model.Value, known bool) {
	name := c.Text()
	for _, r := range rules {
		if i := slices.IndexFunc(r.Members, func(m model.Member) bool { return m.Name == name }); i >= 0 {
			places, known = append(places, r.Members[i].Value), true
			continue
		}
		for _, rest := range r.Rest {
			found := w.rest(c, rest)
			places, known = append(places, found...), known || len(found) > 0
		}
		if r.Unevaluated != nil {
			places, known = append(places, r.Unevaluated), true
		}
	}
	return places, known
}

// rest returns the places for a member that has no place of its own.
func (w *wanderer) rest(c *wire.Cursor, rest model.Rest) []*model.Value {
	var places []*model.Value
	for _, p := range rest.Patterns {
		if w.interpreter.Match(c, p.Pattern) {
			places = append(places, p.Value)
		}
	}
	if places == nil && rest.Additional != nil && !rest.Additional.Check.Any() {
		places = append(places, rest.Additional)
	}
	return places
}

func (w *wanderer) array(c *wire.Cursor, rules []*model.Arrays) bool {
	var a wire.Array
	c.BeginArray(&a)
	for c.NextItem(&a) {
		var places []*model.Value
		for _, r := range rules {
			switch {
			case a.Index < len(r.Prefix):
				places = append(places, r.Prefix[a.Index])
			case r.Items != nil:
				places = append(places, r.Items)
			case r.Unevaluated != nil:
				places = append(places, r.Unevaluated)
			}
		}
		if !w.value(c, places) {
			return false
		}
	}
	return c.EndArray(&a)
}

// objectRules returns the rules for objects that places, and what they combine, have.
func objectRules(places []*model.Value) []*model.Objects {
	var rules []*model.Objects
	for _, check := range checks(places, model.KindObject) {
		if check.Object != nil {
			rules = append(rules, check.Object)
		}
	}
	return rules
}

// arrayRules is objectRules for arrays.
func arrayRules(places []*model.Value) []*model.Arrays {
	var rules []*model.Arrays
	for _, check := range checks(places, model.KindArray) {
		if check.Array != nil {
			rules = append(rules, check.Array)
		}
	}
	return rules
}

// checks returns the checks that may apply to a value of a kind at places.
func checks(places []*model.Value, kind model.Kinds) []*model.Check {
	var all []*model.Check
	for _, place := range places {
		all = append(all, place.Check)
		var within []*model.Value
		for _, k := range place.Check.Cases {
			if k.Kinds&kind != 0 {
				within = append(within, k.Value)
			}
		}
		for _, a := range place.Check.Also {
			within = append(within, branches(a)...)
		}
		all = append(all, checks(within, kind)...)
	}
	return all
}

// branches returns the places that a condition may apply to its own value; not those that the
// value must not be valid by.
func branches(a model.Also) []*model.Value {
	switch a := a.(type) {
	case *model.All:
		return []*model.Value{a.Value}
	case *model.AnyOf:
		return a.Branches
	case *model.OneOf:
		return a.Branches
	case *model.If:
		return slices.DeleteFunc([]*model.Value{a.If, a.Then, a.Else}, func(v *model.Value) bool { return v == nil })
	case *model.Dependent:
		return []*model.Value{a.Value}
	}
	return nil
}
