package infer

import (
	"slices"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// allOf makes every part accept values.
func (g *grower) allOf(s object, values []*schema.Value, name string) {
	if list := s.Member("allOf"); list != nil {
		for _, part := range list.Items {
			g.beside(s.Value, part, values, name)
		}
	}
}

// choices makes alternatives accept values: each is for one of them, or for one that is new.
func (g *grower) choices(s object, values []*schema.Value, name string) {
	for _, keyword := range []string{"anyOf", "oneOf"} {
		list := s.Member(keyword)
		if list == nil || list.Kind != schema.KindArray || len(list.Items) == 0 {
			continue
		}
		if keyword == "anyOf" && g.openList(list.Items, values) {
			continue
		}
		s.set(keyword, array(g.choice(s.Value, list.Items, values, name)...))
	}
}

// openList grows an open enumeration: the list of words by those that are new, if they are words and
// few, and the type.
func (g *grower) openList(branches, values []*schema.Value) bool {
	if len(branches) != 2 || branches[0].Member("enum") == nil || branches[1].Member("type") == nil || len(branches[1].Members) != 1 {
		return false
	}
	by := byKind(values)
	list := branches[0].Member("enum")
	grown := addTo(list.Items, by.strings)
	added := grown[len(list.Items):]
	if len(grown) <= max(mostValues, 2*len(list.Items)) && !slices.ContainsFunc(added, func(v *schema.Value) bool { return !isWord(v.Text) }) {
		object{branches[0]}.set("enum", array(grown...))
	}
	g.types(object{branches[1]}, by)
	return true
}

// choice hands each value to the alternative that is for it.
func (g *grower) choice(s *schema.Value, branches, values []*schema.Value, name string) []*schema.Value {
	groups := make([][]*schema.Value, len(branches))
	var rest []*schema.Value
	for _, v := range values {
		if i := g.branchFor(branches, v); i >= 0 {
			groups[i] = append(groups[i], v)
		} else {
			rest = append(rest, v)
		}
	}
	for i, group := range groups {
		g.beside(s, branches[i], group, name)
	}
	branches = slices.Clip(branches)
	tag := g.tag(branches)
	for _, group := range byTag(rest, tag) {
		branches = append(branches, g.alternative(group, name, tag))
	}
	return branches
}

// alternative makes a branch for values of which nothing is known but that, if tag is not empty, it is
// a member that tells them from others.
func (g *grower) alternative(group []*schema.Value, name, tag string) *schema.Value {
	if tag == "" || group[0].Member(tag) == nil || group[0].Member(tag).Kind != schema.KindString {
		return g.drawer.place(group, name, "")
	}
	word := group[0].Member(tag).Text
	branch := newObject()
	branch.set("$comment", text("Seen: "+count(len(group), "object")+"."))
	branch.set("type", text("object"))
	g.drawer.structure(branch, group, members(group), word, tag)
	return g.drawer.define(word, name, branch.Value)
}

// branchFor returns the alternative that a value is for, -1 if there is none: the one whose constant is
// the value's tag, else the first for its kind.
func (g *grower) branchFor(branches []*schema.Value, v *schema.Value) int {
	tag := g.tag(branches)
	for i, b := range branches {
		if tag != "" && v.Kind == schema.KindObject {
			if c := g.constant(b, tag); c != nil && v.Member(tag) != nil && equal(c, v.Member(tag)) {
				return i
			}
			continue
		}
		if g.isFor(b, v) {
			return i
		}
	}
	return -1
}

// tag returns the member whose constants tell the alternatives apart that are objects, if there is one.
func (g *grower) tag(branches []*schema.Value) string {
	for _, b := range branches {
		s := g.follow(b)
		properties := s.Member("properties")
		if properties == nil {
			continue
		}
		for _, m := range properties.Members {
			if g.constant(s, m.Name) != nil {
				return m.Name
			}
		}
		return ""
	}
	return ""
}

// constant returns the constant of a member of an alternative.
func (g *grower) constant(branch *schema.Value, name string) *schema.Value {
	return g.follow(branch).Member("properties").Member(name).Member("const")
}

// follow returns what a schema refers to, or itself.
func (g *grower) follow(s *schema.Value) *schema.Value {
	for range maxInPlace {
		target := g.target(s)
		if target == nil {
			break
		}
		s = target
	}
	return s
}

// isFor reports whether an alternative is for values of a kind.
func (g *grower) isFor(branch, v *schema.Value) bool {
	s := g.follow(branch)
	t := s.Member("type")
	if t == nil {
		return s.Kind == schema.KindTrue || s.Member("properties") != nil && v.Kind == schema.KindObject
	}
	names := append([]*schema.Value{t}, t.Items...)
	wanted := byKind([]*schema.Value{v}).types()[0]
	return slices.ContainsFunc(names, func(n *schema.Value) bool { return n.Text == wanted || n.Text == "number" && wanted == "integer" })
}

// byTag groups values by the string under a tag, in order of appearance; others are one group.
func byTag(values []*schema.Value, tag string) [][]*schema.Value {
	index := map[string]int{}
	var groups [][]*schema.Value
	for _, v := range values {
		key := ""
		if t := v.Member(tag); tag != "" && t != nil && t.Kind == schema.KindString {
			key = strconv.Quote(t.Text)
		}
		i, known := index[key]
		if !known {
			i = len(groups)
			index[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], v)
	}
	return groups
}

// loosen turns oneOf into anyOf where an alternative has changed, since it may now accept what another
// one does; not where a constant still tells the alternatives apart.
func (g *grower) loosen(v *schema.Value) {
	for _, item := range v.Items {
		g.loosen(item)
	}
	for i, m := range v.Members {
		g.loosen(m.Value)
		if m.Name != "oneOf" || m.Value.Kind != schema.KindArray || v.Member("anyOf") != nil || g.apart(m.Value.Items) {
			continue
		}
		if g.touched[v] || g.reaches(m.Value, map[*schema.Value]bool{}) {
			v.Members[i].Name = "anyOf"
		}
	}
}

// apart reports whether each alternative requires a member to be another constant.
func (g *grower) apart(branches []*schema.Value) bool {
	tag := g.tag(branches)
	var seen []*schema.Value
	for _, b := range branches {
		c, required := g.constant(b, tag), g.follow(b).Member("required")
		if tag == "" || c == nil || required == nil || len(addTo(seen, []*schema.Value{c})) == len(seen) {
			return false
		}
		if !slices.ContainsFunc(required.Items, func(name *schema.Value) bool { return name.Text == tag }) {
			return false
		}
		seen = append(seen, c)
	}
	return true
}

// reaches reports whether something has changed in a value, or in what it refers to.
func (g *grower) reaches(v *schema.Value, seen map[*schema.Value]bool) bool {
	if v == nil || seen[v] {
		return false
	}
	seen[v] = true
	return g.touched[v] || g.reaches(g.target(v), seen) ||
		slices.ContainsFunc(v.Items, func(item *schema.Value) bool { return g.reaches(item, seen) }) ||
		slices.ContainsFunc(v.Members, func(m schema.Member) bool { return g.reaches(m.Value, seen) })
}
