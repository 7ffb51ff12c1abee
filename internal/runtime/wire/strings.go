package wire

// ReadStrings consumes the next value if it is an array of strings, and stores them.
func (c *Cursor) ReadStrings(v *[]string) bool {
	var l Array
	if !c.BeginArray(&l) {
		return false
	}
	a, n := &c.arena, 0
	for c.NextItem(&l) {
		if !c.String() {
			return false
		}
		a.reserve(n, len(c.data)-c.pos)
		a.heads = append(a.heads, c.Text())
		n++
	}
	*v = []string{}
	if end := len(a.heads); n > 0 {
		*v = a.heads[end-n : end : end]
	}
	return c.EndArray(&l)
}

// ReadTexts consumes the next value if it is an array of strings, and stores them in a slice of its final size if there
// are few.
func ReadTexts[T ~string](c *Cursor, v *[]T) bool {
	var a Array
	if !c.BeginArray(&a) {
		return false
	}
	var stage [staged]T
	items := stage[:0]
	for c.NextItem(&a) {
		if !c.String() {
			return false
		}
		items = append(items, T(c.Text()))
	}
	*v = append(make([]T, 0, len(items)), items...)
	return c.EndArray(&a)
}
