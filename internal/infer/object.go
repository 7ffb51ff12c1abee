package infer

import (
	"fmt"
	"slices"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A member is what objects have under a name.
type member struct {
	name   string
	values []*schema.Value
}

// members returns the members of objects in the order in which a service writes them, as far as the
// objects agree: a name that is new comes behind the one that it follows.
func members(objects []*schema.Value) []member {
	var names []string
	values := map[string][]*schema.Value{}
	for _, o := range objects {
		at := 0
		for _, m := range o.Members {
			if _, known := values[m.Name]; known {
				at = slices.Index(names, m.Name) + 1
			} else {
				names = slices.Insert(names, at, m.Name)
				at++
			}
			values[m.Name] = append(values[m.Name], m.Value)
		}
	}
	list := make([]member, len(names))
	for i, name := range names {
		list[i] = member{name, values[name]}
	}
	return list
}

// objects says what the members of objects are. Those that all objects have are required.
func (d *drawer) objects(s object, values []*schema.Value, name string) {
	if len(values) == 0 {
		return
	}
	all := members(values)
	if len(all) == 0 {
		return
	}
	if isMap(values, all) {
		d.mapping(s, values, all, name)
		return
	}
	d.structure(s, values, all, name, "")
}

// structure lists members by name. The value of tag, if there is one, is the same in all objects.
func (d *drawer) structure(s object, values []*schema.Value, all []member, name, tag string) {
	var required []string
	properties := newObject()
	names := fieldNames(name, all)
	for i, m := range all {
		about := ""
		if len(m.values) == len(values) {
			required = append(required, m.name)
		} else {
			about = fmt.Sprintf("In %d of %s.", len(m.values), count(len(values), "object"))
		}
		p := d.place(m.values, m.name, about)
		if tag != "" && m.name == tag {
			p = schemaOf("const", text(m.values[0].Text))
		}
		if names[i] != "" {
			object{p}.set("x-go-name", text(names[i]))
		}
		properties.set(m.name, p)
	}
	if len(required) > 0 {
		s.set("required", texts(required))
	}
	s.set("properties", properties.Value)
}
