package infer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// dialect is the draft of schemas that are made.
const dialect = "https://json-schema.org/draft/2020-12/schema"

// Options say what is known beside the samples.
type Options struct {
	Title string // of the schema; may be empty
}

// Schema makes a schema for samples, of which there is at least one.
func Schema(samples []*schema.Value, o Options) *schema.Value {
	d := newDrawer()
	root := d.place(samples, "", "")
	s := newObject()
	s.set("$schema", text(dialect))
	if o.Title != "" {
		s.set("title", text(o.Title))
	}
	s.set("$comment", text("Inferred from "+count(len(samples), "sample")+". "+comment(root)))
	for _, m := range root.Members {
		if m.Name != "$comment" {
			s.set(m.Name, m.Value)
		}
	}
	if d.definitions.Value != nil {
		s.set("$defs", d.definitions.Value)
	}
	return s.Value
}

// A drawer draws the schemas of places.
type drawer struct {
	definitions object
	defined     map[string]string // what definitions say → their names
	taken       map[string]bool   // names of definitions, as far as they matter in Go
}

func newDrawer() *drawer { return &drawer{defined: map[string]string{}, taken: map[string]bool{}} }

// place makes the schema for the values at a place. The member that it is, if it is one, is called
// name; about tells how often it is there.
func (d *drawer) place(values []*schema.Value, name, about string) *schema.Value {
	by := byKind(values)
	s := newObject()
	s.set("$comment", text(strings.TrimSpace(about+" "+by.tell())))
	switch kinds := by.types(); {
	case len(kinds) == 0, len(kinds) == 1 && kinds[0] == "null":
		return s.Value // nothing is known but null: whatever else there is may come
	case len(kinds) == 1 && d.union(s, by, name), d.openEnum(s, by):
		return s.Value
	case len(kinds) == 1:
		s.set("type", text(kinds[0]))
	default:
		if len(kinds) == 2 && kinds[1] == "null" && d.union(s, by, name) {
			return s.Value
		}
		s.set("type", texts(kinds))
	}
	d.strings(s, by.strings)
	numbers(s, by.numbers)
	d.arrays(s, by.arrays, name)
	d.objects(s, by.objects, name)
	return s.Value
}

// kinds are the values at a place, by their kind.
type kinds struct {
	nulls, bools, numbers, strings, arrays, objects []*schema.Value
}

func byKind(values []*schema.Value) kinds {
	var k kinds
	for _, v := range values {
		switch v.Kind {
		case schema.KindNull:
			k.nulls = append(k.nulls, v)
		case schema.KindFalse, schema.KindTrue:
			k.bools = append(k.bools, v)
		case schema.KindNumber:
			k.numbers = append(k.numbers, v)
		case schema.KindString:
			k.strings = append(k.strings, v)
		case schema.KindArray:
			k.arrays = append(k.arrays, v)
		case schema.KindObject:
			k.objects = append(k.objects, v)
		}
	}
	return k
}

// types returns the names of the types of the values, null last.
func (k kinds) types() []string {
	var names []string
	for _, t := range []struct {
		values []*schema.Value
		name   string
	}{
		{k.objects, "object"}, {k.arrays, "array"}, {k.strings, "string"}, {k.numbers, numberType(k.numbers)}, {k.bools, "boolean"}, {k.nulls, "null"},
	} {
		if len(t.values) > 0 {
			names = append(names, t.name)
		}
	}
	return names
}

// tell says how many values of which kind there are: "3 strings, 1 null".
func (k kinds) tell() string {
	var parts []string
	for _, t := range []struct {
		values []*schema.Value
		name   string
	}{
		{k.objects, "object"}, {k.arrays, "array"}, {k.strings, "string"}, {k.numbers, "number"}, {k.bools, "boolean"}, {k.nulls, "null"},
	} {
		if len(t.values) > 0 {
			parts = append(parts, count(len(t.values), t.name))
		}
	}
	return "Seen: " + strings.Join(parts, ", ") + "."
}

func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// comment returns the $comment of a schema.
func comment(s *schema.Value) string {
	if c := s.Member("$comment"); c != nil {
		return c.Text
	}
	return ""
}

// note adds a sentence to the $comment of a schema.
func (o object) note(sentence string) {
	o.set("$comment", text(strings.TrimSpace(comment(o.Value)+" "+sentence)))
}

// An object is a value that is being made.
type object struct{ *schema.Value }

func newObject() object {
	return object{&schema.Value{Kind: schema.KindObject, Members: []schema.Member{}}}
}

// set gives a member a value; a new one comes last.
func (o object) set(name string, v *schema.Value) {
	i := slices.IndexFunc(o.Members, func(m schema.Member) bool { return m.Name == name })
	if i >= 0 {
		o.Members[i].Value = v
		return
	}
	o.Members = append(o.Members, schema.Member{Name: name, Value: v})
}

// remove removes a member, if it is there.
func (o object) remove(name string) {
	o.Members = slices.DeleteFunc(o.Members, func(m schema.Member) bool { return m.Name == name })
}

func text(s string) *schema.Value { return &schema.Value{Kind: schema.KindString, Text: s} }

func number(digits string) *schema.Value { return &schema.Value{Kind: schema.KindNumber, Text: digits} }

func array(items ...*schema.Value) *schema.Value {
	return &schema.Value{Kind: schema.KindArray, Items: items}
}

func texts(list []string) *schema.Value {
	items := make([]*schema.Value, len(list))
	for i, s := range list {
		items[i] = text(s)
	}
	return array(items...)
}

// schemaOf makes a schema of one keyword.
func schemaOf(keyword string, v *schema.Value) *schema.Value {
	o := newObject()
	o.set(keyword, v)
	return o.Value
}
