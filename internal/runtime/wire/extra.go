package wire

import "encoding/json"

// Extra holds the members of an object that have no field, in the order in which they stood in the document.
type Extra []ExtraMember

// ExtraMember is one member without a field.
type ExtraMember struct {
	Name  string
	Value json.RawMessage
}

// Get returns the value of the named member, and whether there is one.
func (e Extra) Get(name string) (json.RawMessage, bool) {
	for _, m := range e {
		if m.Name == name {
			return m.Value, true
		}
	}
	return nil, false
}

// KeepExtra consumes the value of the current member of o, and appends the member to e.
func (c *Cursor) KeepExtra(o *Object, e *Extra) bool {
	c.AtValue(o)
	name := c.Text()
	var value json.RawMessage
	if !KeepRaw(c, &value) {
		return false
	}
	*e = append(*e, ExtraMember{name, value})
	return true
}
