package infer

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// isMap reports whether the names of members are data, not words of a format: they look like data,
// or they differ from object to object while the values are alike.
func isMap(objects []*schema.Value, all []member) bool {
	const few, several = 2, 3
	if len(all) < few || !alike(all) {
		return false
	}
	odd, everywhere := 0, false
	for _, m := range all {
		if isDataName(m.name) {
			odd++
		}
		everywhere = everywhere || len(m.values) == len(objects)
	}
	if 2*odd >= len(all) {
		return true
	}
	total := 0
	for _, o := range objects {
		total += len(o.Members)
	}
	return len(objects) >= several && !everywhere && len(all)*len(objects) >= several*total
}

// alike reports whether the values of all members are of one kind.
func alike(all []member) bool {
	var kind string
	for _, m := range all {
		for _, t := range byKind(m.values).types() {
			if t == "number" {
				t = "integer"
			}
			if kind != "" && kind != t {
				return false
			}
			kind = t
		}
	}
	return kind != "null"
}

// isDataName reports whether a name looks like data: a path, an identifier, a header of HTTP.
func isDataName(name string) bool {
	letters, digits := 0, 0
	for _, r := range name {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r == '$' || r == '@':
			letters++
		}
	}
	if letters == 0 || digits > letters || strings.ContainsAny(name, "/:. ") {
		return true
	}
	return isHeader(name)
}

// isHeader reports whether a name is written like a header of HTTP: words with dashes between them, each
// with a capital.
func isHeader(name string) bool {
	words := strings.Split(name, "-")
	for _, w := range words {
		if w == "" || w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return len(words) > 1
}

// mapping says what the values of all members are, whatever their names.
func (d *drawer) mapping(s object, objects []*schema.Value, all []member, name string) {
	var values []*schema.Value
	for _, m := range all {
		values = append(values, m.values...)
	}
	s.note("The names of members are data: " + count(len(all), "name") + " in " + count(len(objects), "object") + ".")
	s.set("additionalProperties", d.place(values, singular(name), ""))
}
