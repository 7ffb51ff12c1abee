package infer

import (
	"fmt"
	"maps"
	"slices"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// objects makes a schema accept objects.
func (g *grower) objects(s object, values []*schema.Value, name string) {
	for _, v := range values {
		size(s, "minProperties", "maxProperties", len(v.Members))
		needs(s, v)
	}
	require(s, values)
	if !describes(s) {
		return
	}
	known := g.names(s.Value, 0)
	maps.Copy(known, g.around)
	for _, m := range members(values) {
		if p := property(s, m.name); p != nil {
			g.inner(p, m.values, m.name)
			continue
		}
		g.unnamed(s, m, len(values), known)
	}
}

// describes reports whether a schema says something about members.
func describes(s object) bool {
	return slices.ContainsFunc([]string{"properties", "additionalProperties", "patternProperties"}, func(k string) bool { return s.Member(k) != nil })
}

func property(s object, name string) *schema.Value {
	return s.Member("properties").Member(name)
}

// unnamed makes a schema accept a member that it does not name: by the schema that it has for such
// members, or by one that it gets.
func (g *grower) unnamed(s object, m member, objects int, known map[string]bool) {
	matched := false
	if patterns := s.Member("patternProperties"); patterns != nil {
		for _, p := range patterns.Members {
			if expr, err := ecma.Compile(p.Name); err == nil && expr.MatchString(m.name) {
				g.inner(p.Value, m.values, m.name)
				matched = true
			}
		}
	}
	additional := s.Member("additionalProperties")
	switch {
	case matched, known[m.name]:
	case additional != nil && additional.Kind == schema.KindObject:
		g.inner(additional, m.values, m.name)
	case s.Member("properties") != nil || additional != nil && additional.Kind == schema.KindFalse:
		g.add(s, m, objects)
	}
}

// add adds a member to those that a schema names.
func (g *grower) add(s object, m member, objects int) {
	properties := s.Member("properties")
	if properties == nil {
		properties = newObject().Value
		s.set("properties", properties)
	}
	all := make([]member, 0, len(properties.Members)+1)
	for _, p := range properties.Members {
		all = append(all, member{name: p.Name})
	}
	all = append(all, m)
	p := object{g.drawer.place(m.values, m.name, fmt.Sprintf("In %d of %s that are new.", len(m.values), count(objects, "object")))}
	if field := fieldNames("", all)[len(all)-1]; field != "" {
		p.set("x-go-name", text(field))
	}
	object{properties}.set(m.name, p.Value)
	g.touched[s.Value] = true
}

// names returns the members that a schema, and what it refers to or combines, names.
func (g *grower) names(s *schema.Value, depth int) map[string]bool {
	known := map[string]bool{}
	if depth > maxInPlace {
		return known
	}
	if properties := s.Member("properties"); properties != nil {
		for _, m := range properties.Members {
			known[m.Name] = true
		}
	}
	parts := []*schema.Value{g.target(s), s.Member("if"), s.Member("then"), s.Member("else")}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		if list := s.Member(keyword); list != nil {
			parts = append(parts, list.Items...)
		}
	}
	for _, keyword := range []string{"dependentSchemas", "dependencies"} {
		if list := s.Member(keyword); list != nil {
			for _, m := range list.Members {
				parts = append(parts, m.Value)
			}
		}
	}
	for _, p := range parts {
		if p == nil {
			continue
		}
		maps.Copy(known, g.names(p, depth+1))
	}
	return known
}

// require leaves those members required that all objects have.
func require(s object, objects []*schema.Value) {
	required := s.Member("required")
	if required == nil || required.Kind != schema.KindArray || len(objects) == 0 {
		return
	}
	left := slices.DeleteFunc(slices.Clone(required.Items), func(name *schema.Value) bool {
		return slices.ContainsFunc(objects, func(o *schema.Value) bool { return o.Member(name.Text) == nil })
	})
	switch len(left) {
	case len(required.Items):
	case 0:
		s.remove("required")
	default:
		s.set("required", array(left...))
	}
}

// needs removes the members that an object lacks from those that others of its members need.
func needs(s object, o *schema.Value) {
	for _, keyword := range []string{"dependentRequired", "dependencies"} {
		list := s.Member(keyword)
		if list == nil {
			continue
		}
		for _, m := range list.Members {
			if m.Value.Kind == schema.KindArray && o.Member(m.Name) != nil {
				left := slices.DeleteFunc(slices.Clone(m.Value.Items), func(name *schema.Value) bool { return o.Member(name.Text) == nil })
				object{list}.set(m.Name, array(left...))
			}
		}
	}
}
