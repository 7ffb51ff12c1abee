package compare

import (
	"fmt"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
)

// A finding is what code that compiles against the old package meets in the new one.
type finding struct {
	message string
	verdict Verdict
	was, is *model.Check // the values that it is about; either may be nil
	keys    []key
}

// join adds a finding to the change that it comes from, or else as a change of its own.
func (f finding) join(changes []Change, t *teller) []Change {
	for i := range changes {
		if slices.ContainsFunc(f.keys, func(k key) bool { return slices.Contains(changes[i].keys, k) }) {
			changes[i].Message += "; Go: " + f.message
			changes[i].Go = max(changes[i].Go, f.verdict)
			return changes
		}
	}
	c := Change{Message: "Go: " + f.message, Go: f.verdict, keys: f.keys}
	if f.was != nil {
		c.Old = t.old.check(f.was)
	}
	if f.is != nil {
		c.New = t.new.check(f.is)
	}
	return append(changes, c)
}

// packages compares what two packages export. Additions are no findings: they break no code that is
// written as the Go 1 compatibility promise asks for.
func packages(before, after *model.Package) []finding {
	var found []finding
	byName, byPlace := map[string]*model.Decl{}, map[string]*model.Decl{}
	for _, d := range after.Decls {
		byName[d.Name], byPlace[d.Value.Check.Where] = d, d
	}
	for _, o := range before.Decls {
		n := byName[o.Name]
		if n != nil {
			found = append(found, decls(o, n)...)
			continue
		}
		f := finding{message: "type " + o.Name + " is gone", verdict: Breaks, was: o.Value.Check, keys: []key{keyOf(o.Value.Check)}}
		if moved := byPlace[o.Value.Check.Where]; moved != nil {
			f.message = fmt.Sprintf("type %s is named %s", o.Name, moved.Name)
			f.is, f.keys = moved.Value.Check, append(f.keys, keyOf(moved.Value.Check))
		}
		found = append(found, f)
	}
	return append(found, examples(before.Roots[0], after.Roots[0])...)
}

// examples returns the constructors that are gone.
func examples(before, after *model.Root) []finding {
	var found []finding
	for _, o := range before.Examples {
		if !slices.ContainsFunc(after.Examples, func(n model.Example) bool { return n.Func == o.Func }) {
			found = append(found, finding{message: "func " + o.Func + " is gone", verdict: Breaks, was: before.Value.Check, is: after.Value.Check})
		}
	}
	return found
}

// decls compares two declarations of a name.
func decls(o, n *model.Decl) []finding {
	at := finding{was: o.Value.Check, is: n.Value.Check, keys: []key{keyOf(o.Value.Check), keyOf(n.Value.Check)}}
	was, is := membersOf(o), membersOf(n)
	if was.form != is.form {
		at.message, at.verdict = fmt.Sprintf("type %s is %s, was %s", o.Name, is.form, was.form), Breaks
		return []finding{at}
	}
	var found []finding
	for _, m := range was.parts {
		if f, ok := m.compare(o, n, is.parts); ok {
			f.was, f.is = at.was, at.is
			if f.keys == nil {
				f.keys = at.keys
			}
			found = append(found, f)
		}
	}
	if isComparable(o) && !isComparable(n) {
		at.message, at.verdict = "values of type "+o.Name+" cannot be compared with == any more", Breaks
		found = append(found, at)
	}
	return found
}

// A shape is what code can name of a type.
type shape struct {
	form  string
	parts []part
}

// A part is a field, a constant or a branch of a type.
type part struct {
	what   string // "field Order.Note"
	text   string // its type or value
	member string // in JSON, of a field
	soft   bool   // another text compiles and means something else
}

// compare says what has become of a part, if it is not the same.
func (m part) compare(o, n *model.Decl, parts []part) (finding, bool) {
	f := finding{verdict: Breaks}
	if m.member != "" {
		f.keys = []key{{o.Value.Check, m.member}, {n.Value.Check, m.member}}
	}
	i := slices.IndexFunc(parts, func(other part) bool { return other.what == m.what })
	switch {
	case i < 0:
		f.message = m.what + " is gone"
	case parts[i].text == m.text:
		return finding{}, false
	default:
		f.message = fmt.Sprintf("%s is %s, was %s", m.what, parts[i].text, m.text)
		if m.soft {
			f.verdict = MayBreak
		}
	}
	return f, true
}

// membersOf returns the shape of a declared type.
func membersOf(d *model.Decl) shape {
	switch form := d.Form.(type) {
	case *model.Struct:
		return shape{"a struct", structParts(d.Name, form)}
	case *model.Tuple:
		return shape{"a struct", tupleParts(d.Name, form)}
	case *model.Box:
		return shape{"a struct", []part{{what: "field " + d.Name + ".Value", text: useText(form.Use)}}}
	case *model.Union:
		s := shape{form: "an interface"}
		for _, b := range form.Branches {
			s.parts = append(s.parts, part{what: typeText(b.Value.Type) + ", a type of " + d.Name + ","})
		}
		return s
	case *model.Enum:
		s := shape{form: "a string"}
		for _, c := range form.Constants {
			s.parts = append(s.parts, part{what: "constant " + c.Name, text: quote(c.Value), soft: true})
		}
		return s
	case *model.Defined:
		return shape{form: typeText(form.Value.Type)}
	}
	return shape{}
}

func structParts(name string, s *model.Struct) []part {
	var parts []part
	for _, f := range s.Fields {
		parts = append(parts, part{what: "field " + name + "." + f.Name, text: useText(f.Use), member: f.Member})
	}
	if s.Additional != nil {
		parts = append(parts, part{what: "field " + name + "." + s.AdditionalName, text: "map[string]" + useText(*s.Additional)})
	}
	if s.Extra {
		parts = append(parts, part{what: "field " + name + ".Extra", text: "Extra"})
	}
	if s.Other {
		parts = append(parts, part{what: "field " + name + ".Other", text: string(model.Raw)})
	}
	return parts
}

func tupleParts(name string, t *model.Tuple) []part {
	var parts []part
	for _, i := range t.Items {
		parts = append(parts, part{what: "field " + name + "." + i.Name, text: useText(i.Use)})
	}
	if t.Rest != nil {
		parts = append(parts, part{what: "field " + name + ".Rest", text: "[]" + useText(*t.Rest)})
	}
	return parts
}

// useText writes the Go type of a use.
func useText(u model.Use) string {
	if u.Pointer {
		return "*" + typeText(u.Value.Type)
	}
	return typeText(u.Value.Type)
}

func typeText(t model.Type) string {
	switch t := t.(type) {
	case model.Basic:
		switch t {
		case model.Time:
			return "Time"
		case model.Base64:
			return "Base64"
		}
		return string(t)
	case model.Slice:
		return "[]" + useText(t.Elem)
	case model.Map:
		return "map[string]" + useText(t.Elem)
	case model.Named:
		return t.Decl.Name
	}
	return ""
}

// isComparable reports whether values of a declared type can be compared with ==.
func isComparable(d *model.Decl) bool {
	switch form := d.Form.(type) {
	case *model.Struct:
		return form.Additional == nil && !form.Extra && !form.Other &&
			!slices.ContainsFunc(form.Fields, func(f model.Field) bool { return !comparableUse(f.Use) })
	case *model.Tuple:
		return form.Rest == nil && !slices.ContainsFunc(form.Items, func(i model.Item) bool { return !comparableUse(i.Use) })
	case *model.Box:
		return comparableUse(form.Use)
	case *model.Defined:
		return comparableUse(model.Use{Value: form.Value})
	}
	return true
}

func comparableUse(u model.Use) bool {
	if u.Pointer {
		return true
	}
	switch t := u.Value.Type.(type) {
	case model.Basic:
		return t != model.Raw
	case model.Named:
		return isComparable(t.Decl)
	}
	return false
}
