package sample

import (
	"iter"

	"github.com/eventgen-go/eventgen/internal/model"
)

// packed proposes a string that holds a document, if one is to be found.
func (m *minimizer) packed(v *model.Value) iter.Seq[string] {
	return func(yield func(string) bool) {
		content := m.notes(v).Content
		if content == nil {
			return
		}
		if held := m.first(content.Value); held != nil {
			yield(content.Form.Pack([]byte(held.JSON())))
		}
	}
}
