package load

import (
	"net/url"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A resource is the part of a document with one base URI: the document, or
// from a schema with $id down to the next.
type resource struct {
	root    *schema.Value
	base    *url.URL // without fragment
	dialect *dialect
	anchors map[string]anchor
	dynamic []dynamicAnchor // in document order; the name is empty for $recursiveAnchor: true
}

// An anchor is a schema with a name. A dynamic one is a starting point for
// $dynamicRef.
type anchor struct {
	value   *schema.Value
	dynamic bool
}

type dynamicAnchor struct {
	name     string
	location schema.Location // of the keyword
	value    *schema.Value
}

// recursive says whether the root has $recursiveAnchor: true.
func (r *resource) recursive() bool {
	return len(r.dynamic) > 0 && r.dynamic[0].name == ""
}

// index finds the schemas in v, which is in resource in, with their
// identifiers and anchors; then it holds them against their meta-schema. A
// document nests less than maxDepth deep, and so does this.
func (l *library) index(v *schema.Value, in *resource) {
	var found []*schema.Value
	l.indexSchema(v, in, &found)
	for _, s := range found {
		l.checkMeta(s)
	}
}

func (l *library) indexSchema(v *schema.Value, in *resource, found *[]*schema.Value) {
	if !isSchema(v) || l.places[v] != nil {
		return // what is no schema is for the meta-schema to complain about
	}
	in = l.enter(v, in)
	l.places[v] = in
	l.addAnchors(v, in)
	*found = append(*found, v)
	for _, m := range v.Members {
		if k, ok := in.dialect.keywords[m.Name]; ok {
			k.schemas(m.Value, func(child *schema.Value) { l.indexSchema(child, in, found) })
		}
	}
}

// enter is the resource that v is in, given that its parent is in resource in:
// a new one if v has an identifier.
func (l *library) enter(v *schema.Value, in *resource) *resource {
	d := in.dialect
	if v != in.root {
		if v.Member("$id") == nil && v.Member("id") == nil {
			return in
		}
		own, refused := l.dialectOf(v, in.base, d)
		if refused == nil && (identifier(v, own) != nil || identifier(v, d) != nil) {
			d = own
		}
	}
	id := identifier(v, d)
	if id == nil {
		return in
	}
	u, err := url.Parse(id.Text)
	if err != nil {
		l.refuse(id, d.idKeyword(), notURI(id))
		return in
	}
	if key(u) == "" { // an anchor, or nothing
		return in
	}
	base, ok := identify(in.base, u)
	if !ok {
		l.refuse(id, d.idKeyword(), notURI(id))
		return in
	}
	return l.declare(&resource{root: v, base: base, dialect: d}, id)
}

// declare makes r known by the identifier in its value id, unless another
// resource has it.
func (l *library) declare(r *resource, id *schema.Value) *resource {
	uri := key(r.base)
	if other, ok := l.resources[uri]; ok {
		l.refuse(id, r.dialect.idKeyword(), &refusal{
			message: "the identifier " + quote(id.Text) + " is taken: it is that of " + other.root.Location.String(),
		})
		return r
	}
	l.resources[uri] = r
	return r
}

// identifier is the value of the keyword that identifies v, nil if nothing does.
func identifier(v *schema.Value, d *dialect) *schema.Value {
	id := v.Member(d.idKeyword())
	if id == nil || id.Kind != schema.KindString || d.refHidesSiblings() && isString(v.Member("$ref")) {
		return nil
	}
	return id
}

// addAnchors makes the names of v known in its resource.
func (l *library) addAnchors(v *schema.Value, in *resource) {
	if in.dialect.draft <= schema.Draft7 {
		if id := identifier(v, in.dialect); id != nil {
			// Fragments that look like pointers are common and say nothing.
			if u, err := url.Parse(id.Text); err == nil && u.Fragment != "" && !strings.HasPrefix(u.Fragment, "/") {
				l.addAnchor(in, u.Fragment, in.dialect.idKeyword(), id, anchor{value: v})
			}
		}
		return
	}
	if name := v.Member("$anchor"); isString(name) {
		l.addAnchor(in, name.Text, "$anchor", name, anchor{value: v})
	}
	for _, m := range v.Members {
		switch {
		case m.Name == "$dynamicAnchor" && in.dialect.draft >= schema.Draft2020 && isString(m.Value):
			l.addAnchor(in, m.Value.Text, m.Name, m.Value, anchor{value: v, dynamic: true})
			in.dynamic = append(in.dynamic, dynamicAnchor{m.Value.Text, m.Location, v})
		case m.Name == "$recursiveAnchor" && in.dialect.draft == schema.Draft2019 && m.Value.Kind == schema.KindTrue && v == in.root:
			in.dynamic = append(in.dynamic, dynamicAnchor{"", m.Location, v})
		}
	}
}

// addAnchor makes a known by the name that the keyword at value at gives it.
func (l *library) addAnchor(in *resource, name, keyword string, at *schema.Value, a anchor) {
	other, taken := in.anchors[name]
	if taken && other.value != a.value {
		l.refuse(at, keyword, &refusal{
			message: "the anchor " + quote(name) + " is taken: it is that of " + other.value.Location.String(),
		})
		return
	}
	if in.anchors == nil {
		in.anchors = map[string]anchor{}
	}
	a.dynamic = a.dynamic || other.dynamic
	in.anchors[name] = a
}

func isString(v *schema.Value) bool {
	return v != nil && v.Kind == schema.KindString
}

func notURI(v *schema.Value) *refusal {
	return &refusal{message: quote(v.Text) + " is not a URI reference"}
}
