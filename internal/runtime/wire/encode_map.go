package wire

import (
	"iter"
	"slices"
	"strings"
)

// An Entry is a member of a map.
type Entry[V any] struct {
	Name  string
	Value V
}

// A Stage is room for the members of a map while they are written, on the stack of the function that writes them.
type Stage[V any] [staged]Entry[V]

// Sorted returns the members of m in order of name. It allocates only for many of them. Values should be of a few words,
// since they are moved about with their names.
func Sorted[M ~map[string]V, V any](stage *Stage[V], m M) []Entry[V] {
	entries := stage[:0]
	if len(m) > staged {
		entries = make([]Entry[V], 0, len(m))
	}
	for name, value := range m {
		entries = append(entries, Entry[V]{name, value})
	}
	sortEntries(entries)
	return entries
}

// sortEntries sorts by name. Few are inserted one by one, which slices.SortFunc is slower at, since it calls a function for
// each comparison.
func sortEntries[V any](entries []Entry[V]) {
	if len(entries) > staged {
		slices.SortFunc(entries, func(a, b Entry[V]) int { return strings.Compare(a.Name, b.Name) })
		return
	}
	for i, e := range entries {
		for ; i > 0 && e.Name < entries[i-1].Name; i-- {
			entries[i] = entries[i-1]
		}
		entries[i] = e
	}
}

// SortedNames yields the names in m in order. It allocates only for many of them.
func SortedNames[M ~map[string]V, V any](m M) iter.Seq[string] {
	return func(yield func(string) bool) {
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
			if !yield(name) {
				return
			}
		}
	}
}

// StringMap writes an object whose members are strings, in order of name. It allocates only for many of them.
func (e *Encoder) StringMap(m map[string]string) {
	var stage Stage[string]
	e.BeginObject()
	for _, member := range Sorted(&stage, m) {
		e.Key(member.Name)
		e.String(member.Value)
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
