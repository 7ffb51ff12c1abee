package compare

import (
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
)

// documents compares the documents that strings hold. No event is valid or not because of them, but
// who reads an event reads them too.
func (t *teller) documents(before, after *model.Package) {
	for _, o := range before.Decls {
		old, ok := o.Form.(*model.Nested)
		if !ok {
			continue
		}
		for _, n := range after.Decls {
			if new, ok := n.Form.(*model.Nested); ok && n.Name == o.Name {
				path, _ := pathTo(n.Value.Check, after.Roots[0].Value.Check)
				at := spot{path: path, what: "the document in the string ", back: true, forth: true}
				t.compare(factsOf(old.Content), factsOf(new.Content), at)
			}
		}
	}
}

// pathTo returns where in the values of a check those of another one are, the shortest way.
func pathTo(target, root *model.Check) (string, bool) {
	type step struct {
		check *model.Check
		path  string
	}
	seen := map[*model.Check]bool{root: true}
	for queue := []step{{root, ""}}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at.check == target {
			return at.path, true
		}
		parts(at.check, func(token string, v *model.Value) {
			if v != nil && !seen[v.Check] {
				seen[v.Check] = true
				queue = append(queue, step{v.Check, at.path + token})
			}
		})
	}
	return "", false
}

// parts calls visit for the places that a check leads to, with what they add to the path.
func parts(c *model.Check, visit func(token string, v *model.Value)) {
	if o := c.Object; o != nil {
		for _, m := range o.Members {
			visit("/"+escape(m.Name), m.Value)
		}
		for _, r := range o.Rest {
			for _, p := range r.Patterns {
				visit("/*", p.Value)
			}
			visit("/*", r.Additional)
		}
	}
	if a := c.Array; a != nil {
		for i, v := range a.Prefix {
			visit("/"+strconv.Itoa(i), v)
		}
		visit("/*", a.Items)
	}
	for _, k := range c.Cases {
		visit("", k.Value)
	}
	for _, a := range c.Also {
		alternatives(a, func(v *model.Value) { visit("", v) })
	}
}

// alternatives calls visit for the places that a condition may hand the value to.
func alternatives(a model.Also, visit func(*model.Value)) {
	switch a := a.(type) {
	case *model.All:
		visit(a.Value)
	case *model.AnyOf:
		for _, b := range a.Branches {
			visit(b)
		}
	case *model.OneOf:
		for _, b := range a.Branches {
			visit(b)
		}
	case *model.If:
		visit(a.Then)
		visit(a.Else)
	case *model.Dependent:
		visit(a.Value)
	}
}
