package lower

import (
	"iter"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// packed proposes a string that holds a document, if one is to be found. Nothing is compressed:
// what comes of that depends on the version of Go, and output must not.
func (m *minimizer) packed(v *model.Value) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := m.byValue[v]
		if s == nil || s.nested() == nil {
			return
		}
		held := m.first(s.nested().value)
		if held == nil {
			return
		}
		switch text := jsonText(held); s.nested().packing {
		case nil:
			yield(text)
		case packings[schema.Uncompressed]:
			yield(wire.PackBase64([]byte(text)))
		}
	}
}
