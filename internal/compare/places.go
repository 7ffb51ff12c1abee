package compare

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// places finds in its documents what a model has pointers to.
type places map[string]*schema.Schema

func newPlaces(g *schema.Graph) places {
	p := places{}
	roots := map[string]bool{}
	for _, r := range g.Roots {
		roots[r.Location.File] = true
	}
	for _, s := range g.Schemas {
		pointer := s.Location.Pointer
		if !roots[s.Location.File] {
			pointer = s.Location.File + "#" + pointer
		}
		p[pointer] = s
	}
	return p
}

// check returns where the schema of a check is.
func (p places) check(c *model.Check) schema.Location {
	if s := p[c.Where]; s != nil {
		return s.Location
	}
	return schema.Location{}
}

// first returns where the first of the checks of facts is, or else a place around it.
func (p places) first(f facts, around schema.Location) schema.Location {
	for _, c := range f.checks {
		if at := p.check(c); at.File != "" {
			return at
		}
	}
	return around
}

// rule returns where the keyword of a rule is; nowhere if there is no rule.
func (p places) rule(r *model.Rule) schema.Location {
	if r == nil {
		return schema.Location{}
	}
	s := p[strings.TrimSuffix(r.Pointer, "/"+r.Keyword)]
	if s == nil {
		return schema.Location{}
	}
	if v := s.Source.Member(r.Keyword); v != nil {
		return v.Location
	}
	return s.Location
}

// required returns where the keyword of a rule requires a member.
func (p places) required(r model.Rule, name string) schema.Location {
	s := p[strings.TrimSuffix(r.Pointer, "/"+r.Keyword)]
	if s == nil {
		return schema.Location{}
	}
	if list := s.Source.Member("required"); list != nil {
		for _, item := range list.Items {
			if item.Text == name {
				return item.Location
			}
		}
	}
	return s.Location
}

// definition returns the name under $defs or definitions of the schema of a check, or nothing.
func definition(c *model.Check) string {
	parts := strings.Split(c.Where, "/")
	if len(parts) < 2 {
		return ""
	}
	if under := parts[len(parts)-2]; under != "$defs" && under != "definitions" {
		return ""
	}
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(parts[len(parts)-1])
}
