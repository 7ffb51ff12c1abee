package lower

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
)

// handlerName returns the name of the handler type of a request type: Event and
// Request have Handler, RESTRequest has RESTHandler. It is empty for other types.
func handlerName(root string) string {
	for _, suffix := range []string{"Event", "Request"} {
		if stem, ok := strings.CutSuffix(root, suffix); ok {
			return stem + "Handler"
		}
	}
	return ""
}

// handler pairs a request type with its response.
func (l *lowering) handler(root string) *model.Handler {
	name := handlerName(root)
	if name == "" {
		return nil
	}
	h := &model.Handler{Name: name}
	response := strings.TrimSuffix(name, "Handler") + "Response"
	for _, t := range l.options.Types {
		if t.Name == response {
			h.Response = response
		}
	}
	return h
}

// namePatterns gives each pattern the name of the first value that uses it.
func (l *lowering) namePatterns() {
	names := namespace{}
	take := func(p *model.Pattern, name string) {
		if p.Name == "" {
			p.Name = names.take(name)
			l.pkg.Patterns = append(l.pkg.Patterns, p)
		}
	}
	for _, s := range l.named {
		c := s.value.Check
		if c.String != nil {
			for _, p := range c.String.Patterns {
				take(p.Pattern, s.value.Name)
			}
		}
		if c.Object != nil {
			for _, r := range c.Object.Rest {
				for _, p := range r.Patterns {
					take(p.Pattern, s.value.Name+"Names")
				}
			}
		}
	}
}
