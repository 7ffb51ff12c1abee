package lower

import (
	"path"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
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

// handler pairs a request type with its response: the type of the schema that
// x-response leads to, or else the one whose name has the same stem.
func (l *lowering) handler(request Type) *model.Handler {
	name := handlerName(request.Name)
	if name == "" {
		return nil
	}
	h := &model.Handler{Name: name}
	if request.Schema.Response != "" {
		h.Response = l.responseOf(request.Schema)
		return h
	}
	response := strings.TrimSuffix(name, "Handler") + "Response"
	for _, t := range l.options.Types {
		if t.Name == response {
			h.Response = response
		}
	}
	return h
}

// responseOf returns the root type that x-response of s names: "#" is s itself,
// anything else the file of another root, relative to that of s.
func (l *lowering) responseOf(s *schema.Schema) string {
	file := s.Location.File
	if s.Response != "#" {
		file = path.Join(path.Dir(file), s.Response)
	}
	for _, t := range l.options.Types {
		if t.Schema.Location.File == file {
			return t.Name
		}
	}
	l.refuse(s, "x-response", "no type of the package has the schema "+schema.Quote(s.Response), `name the file of one of its types, or "#" for the schema itself`)
	return ""
}
