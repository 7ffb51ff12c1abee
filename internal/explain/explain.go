// Package explain tells what a place in the documents of a type is: which values stand there, what they
// mean, and what they are in Go.
//
// In go the model of a Go package, the schema of one of its types, and a JSON Pointer; out comes a
// Topic. The model knows the types, the schema knows what they are for.
package explain

import (
	"fmt"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/place"
)

// A Topic is a place in documents.
type Topic struct {
	Pointer       string   // JSON Pointer; - stands for the items of an array, * for members of any name
	Field         string   // of a Go struct; empty if it is none
	Type          string   // in Go
	Kinds         []string // of values: types of JSON Schema
	Required      bool     // of a member: it is always there
	Description   string   // may be empty
	Documentation string   // a URL; empty for a part with the same as the whole, or if there is none
	Values        []string // that are listed
	Open          bool     // other values than the listed ones are valid too
	Format        string   // of strings; may be empty
	Content       string   // what strings hold, such as "JSON in base64"; empty if they are just text
	Branch        string   // the Go type that has the field, if it is not that of the whole but one within: a branch of a union
	Parts         []Topic  // members, items, and the parts of the document in a string
}

// A Lost error says where a pointer leads nowhere.
type Lost struct {
	Pointer string   // as far as it leads
	Token   string   // where it would go on
	Known   []string // where it could go on
}

// Error says where the pointer ends.
func (e *Lost) Error() string {
	return fmt.Sprintf("the schema says nothing about %q in %q", e.Token, e.Pointer)
}

// At returns the topic that steps lead to from a root type, with its parts. The error is a *Lost.
func At(root *model.Root, p place.Place, steps []string) (Topic, error) {
	n := node{use: model.Use{Value: root.Value}, place: p, documentation: commentOf(p)}
	for _, token := range steps {
		next, ok := n.step(token)
		if !ok {
			return Topic{}, &Lost{Pointer: n.pointer, Token: token, Known: n.names()}
		}
		n = next
	}
	return n.topic(), nil
}

// A node is a place with all that is known of it.
type node struct {
	pointer       string
	field         string
	use           model.Use
	place         place.Place
	required      bool
	branch        string
	documentation string
}

// topic tells what a node is, and what its parts are.
func (n node) topic() Topic {
	t := n.bare()
	for _, part := range n.parts() {
		sub := part.bare()
		if isList(t.Kinds) || part.nameless() { // there is but one part: it is what matters
			sub = part.topic()
		}
		if sub.Documentation == t.Documentation {
			sub.Documentation = "" // said once
		}
		t.Parts = append(t.Parts, sub)
	}
	return t
}

func isList(kinds []string) bool { return slices.Contains(kinds, "array") }

// nameless reports whether a part stands for members of any name.
func (n node) nameless() bool { return n.field == "" && n.branch == "" }

// bare tells what a node is, without its parts.
func (n node) bare() Topic {
	check := n.use.Value.Check
	t := Topic{
		Pointer: n.pointer, Field: n.field, Type: typeOf(n.use), Kinds: kindsOf(check.Kinds), Required: n.required,
		Description: descriptionOf(n.place), Documentation: n.documentation, Branch: n.branch,
	}
	for _, s := range n.place {
		if t.Format == "" && s.FormatAsserted {
			t.Format = s.Format
		}
	}
	t.Values, t.Open = valuesOf(n.place)
	t.Content = contentOf(n.place)
	return t
}

// step returns the part that a token leads to.
func (n node) step(token string) (node, bool) {
	var any *node
	for _, part := range n.parts() {
		name := part.pointer[len(n.pointer)+1:]
		switch {
		case name == escaped(token):
			return part, true
		case name == "-" && isIndex(token):
			return part, true
		case name == "*":
			any = &part
		}
	}
	if any == nil {
		return node{}, false
	}
	any.pointer = place.Join(n.pointer, token)
	return *any, true
}

// names returns the tokens with which a pointer could go on.
func (n node) names() []string {
	var names []string
	for _, part := range n.parts() {
		steps, _ := place.Split(part.pointer)
		names = append(names, steps[len(steps)-1])
	}
	return names
}

func escaped(token string) string { return place.Join("", token)[1:] }

func isIndex(token string) bool {
	_, ok := place.Index(token)
	return ok
}
