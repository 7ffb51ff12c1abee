package gen

import (
	"cmp"
	"maps"
	"slices"
)

// A hintError is an error with advice.
type hintError struct {
	message, hint string
	cause         error // what errors.Is finds; may be nil
}

func hinted(message, hint string) error { return &hintError{message: message, hint: hint} }

func (e *hintError) Error() string { return e.message }

func (e *hintError) Unwrap() error { return e.cause }

// Hint returns what to do about the error.
func (e *hintError) Hint() string { return e.hint }

// sortedKeys returns the keys of a map in order: no result may depend on the order of a map.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	return slices.Sorted(maps.Keys(m))
}
