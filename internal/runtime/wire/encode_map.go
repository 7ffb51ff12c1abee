package wire

import (
	"iter"
	"slices"
	"strings"
)

// Sorted yields the members of m in order of name. It allocates only for many of them.
func Sorted[M ~map[string]V, V any](m M) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		var stage [staged]string
		names := stage[:0]
		if len(m) > staged {
			names = make([]string, 0, len(m))
		}
		for name := range m {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			if !yield(name, m[name]) {
				return
			}
		}
	}
}

// stringMember is a member of a map of strings.
type stringMember struct{ name, value string }

// StringMap writes an object whose members are strings, in order of name. It allocates only for many of them.
func (e *Encoder) StringMap(m map[string]string) {
	var stage [staged]stringMember
	members := stage[:0]
	if len(m) > staged {
		members = make([]stringMember, 0, len(m))
	}
	for name, value := range m {
		members = append(members, stringMember{name, value})
	}
	slices.SortFunc(members, func(a, b stringMember) int { return strings.Compare(a.name, b.name) })
	e.BeginObject()
	for _, member := range members {
		e.Key(member.name)
		e.String(member.value)
	}
	e.EndObject()
}

// Strings writes an array of strings.
func (e *Encoder) Strings(list []string) {
	e.BeginArray()
	for _, s := range list {
		e.Item()
		e.String(s)
	}
	e.EndArray()
}
