package lower

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A scope is what is left of a dynamic scope for the references that ask for it:
// each dynamic anchor's schema in the outermost resource that has it. Since the
// first binding of an anchor stays, there are few scopes, and a schema in two of
// them is compiled twice: no reference looks for its target at run time.
type scope struct {
	id      int
	targets map[string]*schema.Schema
}

// target returns the schema that a dynamic reference leads to.
func (s *scope) target(d *schema.DynamicRef) *schema.Schema {
	if t := s.targets[d.Anchor]; t != nil && !d.Fixed {
		return t
	}
	return d.Initial
}

// scopes are the scopes that have come up.
type scopes struct {
	byKey map[string]*scope
	// asked are the anchors that some reference looks for.
	asked map[string]bool
}

func newScopes(g *schema.Graph) *scopes {
	s := &scopes{byKey: map[string]*scope{}, asked: map[string]bool{}}
	for _, n := range g.Schemas {
		if n.Dynamic != nil && !n.Dynamic.Fixed {
			s.asked[n.Dynamic.Anchor] = true
		}
	}
	s.unique(nil)
	return s
}

func (s *scopes) empty() *scope { return s.byKey[""] }

// unique returns the one scope with these targets.
func (s *scopes) unique(targets map[string]*schema.Schema) *scope {
	var key strings.Builder
	for _, anchor := range slices.Sorted(maps.Keys(targets)) {
		key.WriteString(strconv.Quote(anchor) + strconv.Itoa(targets[anchor].ID))
	}
	found, ok := s.byKey[key.String()]
	if !ok {
		found = &scope{id: len(s.byKey), targets: targets}
		s.byKey[key.String()] = found
	}
	return found
}

// enter returns the scope within a resource: the anchors that are not bound yet
// are bound to its.
func (l *lowering) enter(from *scope, resource *schema.Schema) *scope {
	if resource == nil {
		return from
	}
	var targets map[string]*schema.Schema
	for _, a := range resource.DynamicAnchors {
		if !l.scopes.asked[a.Name] || from.targets[a.Name] != nil {
			continue
		}
		if targets == nil {
			targets = make(map[string]*schema.Schema, len(from.targets)+1)
			maps.Copy(targets, from.targets)
		}
		targets[a.Name] = a.Schema
	}
	if targets == nil {
		return from
	}
	return l.scopes.unique(targets)
}
