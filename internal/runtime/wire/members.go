package wire

// searchFrom is the number of names from which on binary search is used.
const searchFrom = 17

// find returns the index of the name that is the current token, or -1. It tries the name at next first, then those
// behind it: members that are left out are common, a different order is not.
func (m *Members) find(c *Cursor, next int) int {
	name := c.Bytes()
	ahead := len(m.Names)
	if len(m.Sorted) >= searchFrom {
		ahead = min(next+3, ahead)
	}
	for i := next; i < ahead; i++ {
		if string(name) == m.Names[i] {
			return i
		}
	}
	if len(m.Sorted) >= searchFrom {
		return m.search(name)
	}
	for i := min(next, len(m.Names)) - 1; i >= 0; i-- { // the nearest first: members may come in the opposite order
		if string(name) == m.Names[i] {
			return i
		}
	}
	return -1
}

// search looks name up in the sorted names.
func (m *Members) search(name []byte) int {
	low, high := 0, len(m.Sorted)
	for low < high {
		mid := int(uint(low+high) >> 1)
		i := int(m.Sorted[mid])
		switch { // comparisons of string(name), unlike calls with it, do not allocate
		case m.Names[i] == string(name):
			return i
		case m.Names[i] < string(name):
			low = mid + 1
		default:
			high = mid
		}
	}
	return -1
}
