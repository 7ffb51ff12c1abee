package wire

import (
	"iter"
	"slices"
	"strings"
)

// entry is a member of a map.
type entry[V any] struct {
	name  string
	value V
}

// sortEntries sorts by name. Few are inserted one by one, which slices.SortFunc is slower at, since it calls a function for
// each comparison.
func sortEntries[V any](entries []entry[V]) {
	if len(entries) > staged {
		slices.SortFunc(entries, func(a, b entry[V]) int { return strings.Compare(a.name, b.name) })
		return
	}
	for i, e := range entries {
		for ; i > 0 && e.name < entries[i-1].name; i-- {
			entries[i] = entries[i-1]
		}
		entries[i] = e
	}
}

// Sorted yields the members of m in order of name. It allocates only for many of them. Values should be of a few words,
// since they are moved about with their names.
func Sorted[M ~map[string]V, V any](m M) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		var stage [staged]entry[V]
		entries := stage[:0]
		if len(m) > staged {
			entries = make([]entry[V], 0, len(m))
		}
		for name, value := range m {
			entries = append(entries, entry[V]{name, value})
		}
		sortEntries(entries)
		for _, e := range entries {
			if !yield(e.name, e.value) {
				return
			}
		}
	}
}

// SortedNames yields the names in m in order. It allocates only for many of them.
func SortedNames[M ~map[string]V, V any](m M) iter.Seq[string] {
	return func(yield func(string) bool) {
		var stage [staged]entry[struct{}]
		entries := stage[:0]
		if len(m) > staged {
			entries = make([]entry[struct{}], 0, len(m))
		}
		for name := range m {
			entries = append(entries, entry[struct{}]{name: name})
		}
		sortEntries(entries)
		for _, e := range entries {
			if !yield(e.name) {
				return
			}
		}
	}
}

// StringMap writes an object whose members are strings, in order of name. It allocates only for many of them.
func (e *Encoder) StringMap(m map[string]string) {
	e.BeginObject()
	for name, value := range Sorted(m) {
		e.Key(name)
		e.String(value)
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
