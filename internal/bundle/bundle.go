// Package bundle makes one JSON Schema document of several that refer to each other.
//
// In goes a document and a way to find others by their $id; out comes the document with those in $defs
// that it refers to, directly or not. References stay as they are: a schema in $defs keeps its $id, by
// which draft 2019-09 and later find it.
package bundle

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// Find returns the document whose $id is the given URL, nil if there is none.
type Find func(id string) *schema.Value

// Document returns root with what it refers to. If that is nothing, it is root itself.
func Document(root *schema.Value, find Find) *schema.Value {
	b := &bundler{find: find, seen: map[string]bool{idOf(root): true}}
	b.follow(root, idOf(root))
	if len(b.parts) == 0 {
		return root
	}
	return withDefs(root, b.parts)
}

// A bundler collects documents.
type bundler struct {
	find  Find
	seen  map[string]bool
	parts []*schema.Value
}

// follow collects the documents that references in v lead to, from a base.
func (b *bundler) follow(v *schema.Value, base string) {
	for _, item := range v.Items {
		b.follow(item, base)
	}
	for _, m := range v.Members {
		if m.Name == "$ref" && m.Value.Kind == schema.KindString {
			b.add(resolve(base, m.Value.Text))
		}
		b.follow(m.Value, base)
	}
}

// add collects a document, and those that it refers to.
func (b *bundler) add(id string) {
	if id == "" || b.seen[id] {
		return
	}
	b.seen[id] = true
	if part := b.find(id); part != nil {
		b.parts = append(b.parts, part)
		b.follow(part, id)
	}
}

func idOf(v *schema.Value) string {
	if id := v.Member("$id"); id != nil {
		return id.Text
	}
	return ""
}

// resolve returns the URL of the document that a reference leads to, nothing if it stays where it is.
func resolve(base, ref string) string {
	ref, _, _ = strings.Cut(ref, "#")
	from, err := url.Parse(base)
	if ref == "" || err != nil {
		return ""
	}
	to, err := from.Parse(ref)
	if err != nil {
		return ""
	}
	return to.String()
}

// withDefs returns a document with others in $defs, under the names of their files.
func withDefs(root *schema.Value, parts []*schema.Value) *schema.Value {
	defs := &schema.Value{Kind: schema.KindObject}
	if own := root.Member("$defs"); own != nil {
		defs.Members = slices.Clone(own.Members)
	}
	for _, part := range parts {
		name := path.Base(idOf(part))
		for defs.Member(name) != nil {
			name += "-"
		}
		defs.Members = append(defs.Members, schema.Member{Name: name, Value: without(part, "x-identify")}) // it is about whole documents
	}
	whole := without(root, "$defs")
	whole.Members = append(whole.Members, schema.Member{Name: "$defs", Value: defs})
	return whole
}

// without returns an object without a member.
func without(v *schema.Value, name string) *schema.Value {
	w := *v
	w.Members = slices.DeleteFunc(slices.Clone(v.Members), func(m schema.Member) bool { return m.Name == name })
	return &w
}
