package infer

import (
	"maps"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// Grow returns a schema that accepts what the schema in root accepts, and samples too, as far as
// plain keywords stand in the way: types, lists of values, bounds, patterns, members that are required
// or unknown. What conditions (not, if, contains and the like) refuse is left refused. A member that
// is new gets the schema that Schema would make for it. root is not changed.
func Grow(root *schema.Value, samples []*schema.Value) *schema.Value {
	g := &grower{root: clone(root), drawer: newDrawer(), touched: map[*schema.Value]bool{}}
	for _, under := range []string{"$defs", "definitions"} {
		if defs := g.root.Member(under); defs != nil {
			for _, m := range defs.Members {
				g.drawer.taken[plain(m.Name)] = true
			}
		}
	}
	g.grow(g.root, samples, "")
	if g.drawer.definitions.Value != nil {
		g.define()
	}
	g.loosen(g.root)
	return g.root
}

// A grower changes a schema in place.
type grower struct {
	root   *schema.Value
	drawer *drawer
	depth  int // of schemas that apply to the same values
	// around are the members that schemas name which apply to the same values.
	around  map[string]bool
	touched map[*schema.Value]bool // the schemas that have changed
}

// maxInPlace bounds how many schemas apply to the same values one inside the other.
const maxInPlace = 100

// clone copies a value.
func clone(v *schema.Value) *schema.Value {
	c := *v
	c.Items = slices.Clone(v.Items)
	for i, item := range c.Items {
		c.Items[i] = clone(item)
	}
	c.Members = slices.Clone(v.Members)
	for i, m := range c.Members {
		c.Members[i].Value = clone(m.Value)
	}
	return &c
}

// define adds the definitions of alternatives that are new.
func (g *grower) define() {
	defs := g.root.Member("$defs")
	if defs == nil {
		object{g.root}.set("$defs", g.drawer.definitions.Value)
		return
	}
	for _, m := range g.drawer.definitions.Members {
		object{defs}.set(m.Name, m.Value)
	}
}

// grow makes s accept values; name is what the member is called that they are.
func (g *grower) grow(s *schema.Value, values []*schema.Value, name string) {
	if len(values) == 0 || s.Kind == schema.KindTrue || g.depth > maxInPlace {
		return
	}
	if s.Kind == schema.KindFalse {
		*s = *g.drawer.place(values, name, "")
		g.touched[s] = true
		return
	}
	g.depth++
	defer func(before []schema.Member) {
		g.depth--
		g.touched[s] = g.touched[s] || !slices.Equal(before, s.Members)
	}(slices.Clone(s.Members))
	o, by := object{s}, byKind(values)
	g.types(o, by)
	g.listed(o, values)
	g.numbers(o, by.numbers)
	g.strings(o, by.strings)
	g.arrays(o, by.arrays, name)
	g.objects(o, by.objects, name)
	if target := g.target(s); target != nil {
		g.beside(s, target, values, name)
	}
	g.allOf(o, values, name)
	g.choices(o, values, name)
}

// beside makes a part of s, which applies to the same values, accept them.
func (g *grower) beside(s, part *schema.Value, values []*schema.Value, name string) {
	around := g.around
	g.around = g.names(s, 0)
	maps.Copy(g.around, around)
	g.grow(part, values, name)
	g.around = around
}

// target returns what the reference of a schema leads to in the same document, nil if there is none.
func (g *grower) target(s *schema.Value) *schema.Value {
	ref := s.Member("$ref")
	if ref == nil || !strings.HasPrefix(ref.Text, "#") {
		return nil
	}
	at := g.root
	for token := range strings.SplitSeq(strings.TrimPrefix(ref.Text, "#"), "/") {
		if token == "" && at == g.root {
			continue
		}
		token = strings.NewReplacer("%25", "%", "%20", " ").Replace(token)
		if at = at.Member(strings.NewReplacer("~1", "/", "~0", "~").Replace(token)); at == nil {
			return nil
		}
	}
	return at
}

// inner makes a growing of part of the values, below or beside the current schema.
func (g *grower) inner(s *schema.Value, values []*schema.Value, name string) {
	depth, around := g.depth, g.around
	g.depth, g.around = 0, nil
	g.grow(s, values, name)
	g.depth, g.around = depth, around
}

// types adds the types of values that are new.
func (g *grower) types(s object, by kinds) {
	t := s.Member("type")
	if t == nil {
		return
	}
	names := []string{t.Text}
	if t.Kind == schema.KindArray {
		names = nil
		for _, item := range t.Items {
			names = append(names, item.Text)
		}
	}
	before := len(names)
	for _, kind := range by.types() {
		switch {
		case slices.Contains(names, kind), kind == "integer" && slices.Contains(names, "number"):
		case kind == "number" && slices.Contains(names, "integer"):
			names[slices.Index(names, "integer")] = "number"
			before = -1
		default:
			names = append(names, kind)
		}
	}
	if len(names) != before {
		s.set("type", types(names))
	}
}

// listed adds values to a list of those that are allowed.
func (g *grower) listed(s object, values []*schema.Value) {
	if c := s.Member("const"); c != nil {
		list := []*schema.Value{c}
		if grown := addTo(list, values); len(grown) > 1 {
			s.remove("const")
			s.set("enum", array(grown...))
		}
		return
	}
	if enum := s.Member("enum"); enum != nil {
		s.set("enum", array(addTo(enum.Items, values)...))
	}
}

// addTo adds to a list the values that are not in it.
func addTo(list, values []*schema.Value) []*schema.Value {
	list = slices.Clip(list)
	for _, v := range values {
		if !slices.ContainsFunc(list, func(w *schema.Value) bool { return equal(v, w) }) {
			list = append(list, v)
		}
	}
	return list
}

// equal reports whether two values are written alike, but for the order of members.
func equal(a, b *schema.Value) bool {
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Members) != len(b.Members) {
		return false
	}
	for _, m := range a.Members {
		other := b.Member(m.Name)
		if other == nil || !equal(m.Value, other) {
			return false
		}
	}
	return slices.EqualFunc(a.Items, b.Items, equal)
}
