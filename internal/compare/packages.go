package compare

import (
	"fmt"
	"slices"
	"strings"

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
		c := &changes[i]
		if !slices.ContainsFunc(f.keys, func(k key) bool { return slices.Contains(c.keys, k) }) {
			continue
		}
		if f.verdict != Compatible { // an addition goes without saying
			c.GoMessage = strings.TrimPrefix(c.GoMessage+"; "+f.message, "; ")
			c.Go = max(c.Go, f.verdict)
		}
		return changes
	}
	c := Change{Keyword: "go", GoMessage: f.message, Go: f.verdict, keys: f.keys}
	if f.was != nil {
		c.Old = t.old.check(f.was)
	}
	if f.is != nil {
		c.New = t.new.check(f.is)
	}
	return append(changes, c)
}

// packages compares what two packages export. What is new breaks no code that is written as the
// Go 1 compatibility promise asks for.
func packages(before, after *model.Package) []finding {
	var found []finding
	byName, byPlace := map[string]*model.Decl{}, map[string]*model.Decl{}
	for _, d := range after.Decls {
		byName[d.Name], byPlace[d.Value.Check.Where] = d, d
	}
	for _, o := range before.Decls {
		if n := byName[o.Name]; n != nil {
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
	was, is := shapeOf(o), shapeOf(n)
	if was.form != is.form {
		at.message, at.verdict = fmt.Sprintf("type %s is %s, was %s", o.Name, is.form, was.form), Breaks
		return []finding{at}
	}
	var found []finding
	for _, p := range was.parts {
		if other, ok := is.part(p.what); !ok {
			found = append(found, p.finding(at, p.what+is.fate(p), Breaks, p.check, nil))
		} else if other.text != p.text {
			found = append(found, p.finding(at, fmt.Sprintf("%s is %s, was %s", p.what, other.text, p.text), p.verdict, p.check, other.check))
		}
	}
	for _, p := range is.parts {
		if _, ok := was.part(p.what); !ok {
			found = append(found, p.finding(at, p.what+" is new", Compatible, nil, p.check))
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

func (s shape) part(what string) (part, bool) {
	i := slices.IndexFunc(s.parts, func(p part) bool { return p.what == what })
	if i < 0 {
		return part{}, false
	}
	return s.parts[i], true
}

// fate says what has become of a part of another shape that this one has not.
func (s shape) fate(p part) string {
	i := slices.IndexFunc(s.parts, func(other part) bool { return p.member != "" && other.member == p.member })
	if i < 0 {
		return " is gone"
	}
	return " is now the " + s.parts[i].what
}

// A part is a field, a constant or a branch of a type.
type part struct {
	what    string       // "field Order.Note"
	text    string       // its type or value
	verdict Verdict      // on another text
	member  string       // in JSON, of a field
	check   *model.Check // of its values; nil if it has none of its own
}

// finding makes a finding about a part of what at is about.
func (p part) finding(at finding, message string, v Verdict, was, is *model.Check) finding {
	f := finding{message: message, verdict: v, was: was, is: is, keys: at.keys}
	if p.member != "" {
		f.keys = []key{{at.was, p.member}, {at.is, p.member}}
	}
	if f.was == nil && f.is == nil {
		f.was, f.is = at.was, at.is
	}
	return f
}

// shapeOf returns the shape of a declared type.
func shapeOf(d *model.Decl) shape {
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
			s.parts = append(s.parts, part{what: "branch " + typeText(b.Value.Type) + " of " + d.Name, check: b.Value.Check})
		}
		return s
	case *model.Enum:
		s := shape{form: "a string"}
		for _, c := range form.Constants {
			s.parts = append(s.parts, part{what: "constant " + c.Name, text: quote(c.Value), verdict: MayBreak})
		}
		return s
	case *model.Nested:
		s := shape{"a string", []part{{what: "result of " + d.Name + ".Decode", text: typeText(form.Content.Type), verdict: Breaks, check: form.Content.Check}}}
		if form.Packing != nil {
			s.parts = append(s.parts, part{what: "method " + d.Name + ".Bytes", verdict: Breaks})
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
		p := fieldPart(name, f.Name, f.Use)
		p.member = f.Member
		parts = append(parts, p)
	}
	if s.Additional != nil {
		parts = append(parts, part{what: "field " + name + "." + s.AdditionalName, text: "map[string]" + useText(*s.Additional), verdict: Breaks})
	}
	if s.Extra {
		parts = append(parts, part{what: "field " + name + ".Extra", text: "Extra"})
	}
	if s.Other {
		parts = append(parts, part{what: "field " + name + ".Other", text: string(model.Raw)})
	}
	return parts
}

func fieldPart(typeName, name string, u model.Use) part {
	return part{what: "field " + typeName + "." + name, text: useText(u), verdict: Breaks, check: u.Value.Check}
}

func tupleParts(name string, t *model.Tuple) []part {
	var parts []part
	for _, i := range t.Items {
		parts = append(parts, fieldPart(name, i.Name, i.Use))
	}
	if t.Rest != nil {
		parts = append(parts, part{what: "field " + name + ".Rest", text: "[]" + useText(*t.Rest), verdict: Breaks})
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
