package load

import "github.com/eventgen-go/eventgen/internal/schema"

// readReferences follows $ref, and $dynamicRef or $recursiveRef. It says
// whether the rest of the schema counts.
func (r *reader) readReferences() (siblings bool) {
	s := r.schema
	ref := r.keyword("$ref")
	if ref != nil {
		if t, ok := r.builder.library.follow(ref, "$ref", r.resource); ok {
			s.Ref = r.builder.node(t.schema)
		}
	}
	s.Dynamic = r.dynamicRef("$dynamicRef")
	if s.Dynamic == nil {
		s.Dynamic = r.dynamicRef("$recursiveRef")
	}
	return ref == nil || !r.resource.dialect.refHidesSiblings()
}

// dynamicRef follows a reference that depends on how evaluation came here, if
// it first leads to a place that allows that.
func (r *reader) dynamicRef(keyword string) *schema.DynamicRef {
	ref := r.keyword(keyword)
	if ref == nil {
		return nil
	}
	b := r.builder
	t, ok := b.library.follow(ref, keyword, r.resource)
	if !ok {
		return nil
	}
	res := b.library.places[t.schema]
	d := &schema.DynamicRef{Initial: b.node(t.schema), Resource: b.node(res.root)}
	if keyword == "$recursiveRef" {
		d.Fixed = t.schema != res.root || !res.recursive()
		return d
	}
	d.Anchor = t.anchor
	d.Fixed = !t.dynamic
	return d
}

// readDynamicAnchors notes at the root of a resource where dynamic references
// may end in it.
func (r *reader) readDynamicAnchors() {
	s := r.schema
	if s.Source != r.resource.root {
		return
	}
	for _, a := range r.resource.dynamic {
		s.DynamicAnchors = append(s.DynamicAnchors, schema.Property{
			Name: a.name, Location: a.location, Schema: r.builder.node(a.value),
		})
	}
}

// findReferenceLoops notes references that lead to each other and nowhere
// else: whether a value is valid would depend only on itself.
func (l *library) findReferenceLoops(g *schema.Graph) {
	const unseen, onPath, done = 0, 1, 2
	state := make([]int, len(g.Schemas))
	for _, start := range g.Schemas {
		s := start
		for s != nil && state[s.ID] == unseen {
			state[s.ID] = onPath
			s = referred(s)
		}
		if s != nil && state[s.ID] == onPath {
			l.refuseLoop(s)
		}
		for s := start; s != nil && state[s.ID] == onPath; s = referred(s) {
			state[s.ID] = done
		}
	}
}

// referred is the schema that s refers to for the same value, nil if it does not.
func referred(s *schema.Schema) *schema.Schema {
	switch {
	case s.Ref != nil:
		return s.Ref
	case s.Dynamic != nil && s.Dynamic.Fixed:
		return s.Dynamic.Initial
	}
	return nil
}

// refuseLoop notes that the references from s lead back to s.
func (l *library) refuseLoop(s *schema.Schema) {
	keyword := "$ref"
	if s.Ref == nil {
		keyword = "$dynamicRef"
		if s.Draft == schema.Draft2019 {
			keyword = "$recursiveRef"
		}
	}
	l.refuse(s.Source.Member(keyword), keyword, &refusal{
		message: "the reference leads only to itself",
		hint:    "refer to a schema that says something about the value",
	})
}
