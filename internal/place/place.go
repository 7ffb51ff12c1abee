// Package place finds out what schemas say about a place in documents, besides what is valid there: what
// it means, what it carries.
//
// In goes a schema.Graph, out come the schemas that speak of a member, an item, or the document in a
// string. Conditions are not decided: a branch of anyOf speaks of the place like any other schema.
//
// The type to read first is [Place].
package place

import (
	"iter"
	"slices"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Place is where values may be in documents: the schemas that speak of them, the one that stands
// there first, then what that refers to.
type Place []*schema.Schema

// Of returns the place that schemas stand at.
func Of(schemas ...*schema.Schema) Place {
	var p Place
	for _, s := range schemas {
		p.add(s)
	}
	return p
}

// add adds a schema, and those that it applies to the same value.
func (p *Place) add(s *schema.Schema) {
	if s == nil || slices.Contains(*p, s) {
		return
	}
	*p = append(*p, s)
	p.add(s.Ref)
	if s.Dynamic != nil {
		p.add(s.Dynamic.Initial)
	}
	for _, list := range [][]*schema.Schema{s.AllOf, s.AnyOf, s.OneOf, {s.If, s.Then, s.Else}} {
		for _, branch := range list {
			p.add(branch)
		}
	}
	for _, d := range s.DependentSchemas {
		p.add(d.Schema)
	}
}

// Member returns the place of the member of a name in objects.
func (p Place) Member(name string) Place {
	var within []*schema.Schema
	for _, s := range p {
		within = append(within, memberOf(s, name)...)
	}
	return Of(within...)
}

func memberOf(s *schema.Schema, name string) []*schema.Schema {
	var list []*schema.Schema
	for _, known := range s.Properties {
		if known.Name == name {
			list = append(list, known.Schema)
		}
	}
	for _, known := range s.PatternProperties {
		if expr, err := ecma.Compile(known.Name); err == nil && expr.MatchString(name) {
			list = append(list, known.Schema)
		}
	}
	if list == nil {
		list = []*schema.Schema{s.AdditionalProperties, s.UnevaluatedProperties}
	}
	return list
}

// Item returns the place of the item at an index in arrays.
func (p Place) Item(index int) Place {
	var within []*schema.Schema
	for _, s := range p {
		switch {
		case index < len(s.PrefixItems):
			within = append(within, s.PrefixItems[index])
		default:
			within = append(within, s.Items, s.UnevaluatedItems)
		}
		within = append(within, s.Contains)
	}
	return Of(within...)
}

// Content returns the place of the documents that strings hold, and how; nil if nobody says so.
func (p Place) Content() (Place, packed.Form) {
	var within []*schema.Schema
	form := packed.Plain
	for _, s := range p {
		if s.ContentSchema != nil {
			within, form = append(within, s.ContentSchema), FormOf(s)
		}
	}
	return Of(within...), form
}

// FormOf returns how strings hold their content.
func FormOf(s *schema.Schema) packed.Form {
	switch {
	case s.Compression == schema.Gzip:
		return packed.Gzip
	case s.ContentEncoding == "base64":
		return packed.Base64
	}
	return packed.Plain
}

// Form returns how strings hold their content.
func (p Place) Form() packed.Form {
	for _, s := range p {
		if f := FormOf(s); f != packed.Plain {
			return f
		}
	}
	return packed.Plain
}

// Payload reports whether values are documents of whoever sent them.
func (p Place) Payload() bool {
	return slices.ContainsFunc(p, func(s *schema.Schema) bool { return s.Payload })
}

// Forwarded says how values are passed on that other services get in place of the whole document;
// nil if they do not.
func (p Place) Forwarded() *schema.Forwarding {
	for _, s := range p {
		if s.Forwarded != nil {
			return s.Forwarded
		}
	}
	return nil
}

// MD5Of returns the name of the member beside it of which values are the digest, or nothing.
func (p Place) MD5Of() string {
	for _, s := range p {
		if s.MD5Of != "" {
			return s.MD5Of
		}
	}
	return ""
}

// Parts yields the places of the parts of a value, with their index: members and items.
func (p Place) Parts(v *schema.Value) iter.Seq2[int, Place] {
	return func(yield func(int, Place) bool) {
		for i, m := range v.Members {
			if !yield(i, p.Member(m.Name)) {
				return
			}
		}
		for i := range v.Items {
			if !yield(i, p.Item(i)) {
				return
			}
		}
	}
}
