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
