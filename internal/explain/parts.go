package explain

import (
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/place"
)

// parts returns the parts of a node: the members that its type has fields for, then those of any name;
// the items of a list; or what stands in the document that a string holds.
func (n node) parts() []node { return n.within(n.use.Value.Type, "") }

func (n node) within(t model.Type, branch string) []node {
	switch t := t.(type) {
	case model.Slice:
		return []node{n.part("-", "", t.Elem, n.place.Item(0))}
	case model.Map:
		return []node{n.part("*", "", t.Elem, n.place.Member("*"))}
	case model.Named:
		return n.declared(t.Decl, branch)
	}
	return nil
}

func (n node) declared(d *model.Decl, branch string) []node {
	switch f := d.Form.(type) {
	case *model.Struct:
		return n.fields(f, branch)
	case *model.Tuple:
		return n.tuple(f)
	case *model.Union:
		var all []node
		for _, b := range f.Branches {
			name := typeOf(model.Use{Value: b.Value})
			all = append(all, n.within(b.Value.Type, name)...)
		}
		return all
	case *model.Nested:
		content, _ := n.place.Content()
		return node{pointer: n.pointer, use: model.Use{Value: f.Content}, place: content, documentation: n.documentation}.parts()
	case *model.Defined:
		return n.within(f.Value.Type, branch)
	case *model.Box:
		return n.within(f.Use.Value.Type, typeOf(model.Use{Value: f.Use.Value}))
	}
	return nil
}

func (n node) fields(s *model.Struct, branch string) []node {
	var all []node
	for _, f := range s.Fields {
		part := n.part(f.Member, f.Name, f.Use, n.place.Member(f.Member))
		part.required, part.branch = f.Required, branch
		all = append(all, part)
	}
	if s.Additional != nil {
		part := n.part("*", "", *s.Additional, n.place.Member("*"))
		part.branch = branch
		all = append(all, part)
	}
	return all
}

func (n node) tuple(t *model.Tuple) []node {
	var all []node
	for i, item := range t.Items {
		part := n.part(strconv.Itoa(i), item.Name, item.Use, n.place.Item(i))
		part.required = item.Required
		all = append(all, part)
	}
	if t.Rest != nil {
		all = append(all, n.part("-", "Rest", *t.Rest, n.place.Item(len(t.Items))))
	}
	return all
}

// part returns the part of a node under a token.
func (n node) part(token, field string, use model.Use, p place.Place) node {
	part := node{pointer: place.Join(n.pointer, token), field: field, use: use, place: p, documentation: commentOf(p)}
	if part.documentation == "" {
		part.documentation = n.documentation
	}
	return part
}
