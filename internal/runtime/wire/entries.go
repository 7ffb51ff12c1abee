package wire

// staged is how many members of an object, or items of a list, are kept on the stack until their number is known. Maps
// have room for so many before they grow once more.
const staged = 28

// Entries collects the entries of a map on the stack, so that the map is made in its final size. It is for values of a
// few words. Its zero value is empty.
type Entries[V any] struct {
	n      int
	names  [staged]string
	values [staged]V
	made   map[string]V // once there are more
}

// Add adds an entry, whose value is the caller's to set before the next call.
func (e *Entries[V]) Add(name string) *V {
	if e.n == staged {
		e.flush(2 * staged)
	}
	e.names[e.n] = name
	e.n++
	return &e.values[e.n-1]
}

// Map returns the map. A name that was added twice is in it once.
func (e *Entries[V]) Map() map[string]V {
	e.flush(e.n)
	return e.made
}

// flush moves what is on the stack to the map, which is made in a size if there is none.
func (e *Entries[V]) flush(size int) {
	if e.made == nil {
		e.made = make(map[string]V, size)
	}
	for i, name := range e.names[:e.n] {
		e.made[name] = e.values[i]
	}
	clear(e.values[:e.n])
	e.n = 0
}

// ReadStringMap consumes the next value if it is an object whose members are strings, and stores them.
func (c *Cursor) ReadStringMap(v *map[string]string) bool {
	var o Object
	if !c.BeginObject(&o) {
		return false
	}
	var members Entries[string]
	for c.NextEntry(&o) {
		if !c.ReadString(members.Add(c.Text())) {
			return false
		}
	}
	*v = members.Map()
	return c.EndObject(&o) && len(*v) == o.Len()
}
