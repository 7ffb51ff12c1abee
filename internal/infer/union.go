package infer

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// mostBranches is how many alternatives a union may have.
const mostBranches = 24

// usualTags are members by which services tell kinds of objects apart.
var usualTags = []string{
	"type", "kind", "@type", "__typename", "eventtype", "event_type", "eventname", "event_name", "detail-type", "messagetype", "message_type",
}

// A grouping is a way to tell objects apart.
type grouping struct {
	tag       string
	values    []string // of the tag, in order of appearance
	groups    [][]*schema.Value
	explained int // members that some objects lack, and that are in all or in none of the objects of a group
	open      int // members that are neither
}

// union makes a choice between kinds of objects if a member tells them apart. Null may be among the values.
func (d *drawer) union(s object, by kinds, name string) bool {
	g, ok := discriminate(by.objects)
	if !ok {
		return false
	}
	var branches []*schema.Value
	for i, group := range g.groups {
		branch := newObject()
		branch.set("$comment", text("Seen: "+count(len(group), "object")+"."))
		branch.set("type", text("object"))
		d.structure(branch, group, members(group), g.values[i], g.tag)
		branches = append(branches, d.define(g.values[i], name, branch.Value))
	}
	s.note(strconv.Quote(g.tag) + " tells " + count(len(branches), "kind") + " of objects apart.")
	choice := schemaOf("oneOf", array(branches...))
	if len(by.nulls) == 0 {
		s.set("oneOf", choice.Member("oneOf"))
		return true
	}
	s.set("anyOf", array(d.define(name, "choice", choice), schemaOf("type", text("null"))))
	return true
}

// discriminate finds the member that tells objects apart best.
func discriminate(objects []*schema.Value) (grouping, bool) {
	all := members(objects)
	var best grouping
	for _, m := range all {
		g, ok := group(objects, m)
		if !ok {
			continue
		}
		g.explain(objects, all)
		if g.explained > best.explained {
			best = g
		}
	}
	return best, best.explained > best.open
}

// group groups objects by a member, if all have it and its values could be names of kinds.
func group(objects []*schema.Value, m member) (grouping, bool) {
	g := grouping{tag: m.name}
	by := byKind(m.values)
	if m.name == "" || len(m.values) != len(objects) || len(by.strings) != len(objects) {
		return g, false
	}
	g.values = distinct(by.strings)
	usual := slices.Contains(usualTags, strings.ToLower(m.name))
	often := len(objects) >= 2*len(g.values)
	if len(g.values) < 2 || len(g.values) > mostBranches || !usual && !often || slices.ContainsFunc(g.values, func(w string) bool { return !isWord(w) }) {
		return g, false
	}
	g.groups = make([][]*schema.Value, len(g.values))
	for _, o := range objects {
		i := slices.Index(g.values, o.Member(m.name).Text)
		g.groups[i] = append(g.groups[i], o)
	}
	return g, true
}

// explain counts the members whose presence the tag explains.
func (g *grouping) explain(objects []*schema.Value, all []member) {
	for _, m := range all {
		if len(m.values) == len(objects) {
			continue
		}
		clear := true
		for _, group := range g.groups {
			n := 0
			for _, o := range group {
				if o.Member(m.name) != nil {
					n++
				}
			}
			clear = clear && (n == 0 || n == len(group))
		}
		if clear {
			g.explained++
		} else {
			g.open++
		}
	}
}

// name finds a name for a definition that no other has.
func (d *drawer) name(word, around string) string {
	for _, candidate := range []string{word, around + "-" + word} {
		if candidate != "" && !d.taken[plain(candidate)] {
			d.taken[plain(candidate)] = true
			return candidate
		}
	}
	for i := 2; ; i++ {
		if candidate := word + "-" + strconv.Itoa(i); !d.taken[plain(candidate)] {
			d.taken[plain(candidate)] = true
			return candidate
		}
	}
}

// define makes s a definition and returns a reference to it. One that says the same is used again.
func (d *drawer) define(word, around string, s *schema.Value) *schema.Value {
	said := string(Print(withoutComments(s)))
	name, known := d.defined[said]
	if !known {
		name = d.name(word, around)
		d.defined[said] = name
		if d.definitions.Value == nil {
			d.definitions = newObject()
		}
		d.definitions.set(name, s)
	}
	return schemaOf("$ref", text("#/$defs/"+pointerToken(name)))
}

func withoutComments(v *schema.Value) *schema.Value {
	c := clone(v)
	object{c}.remove("$comment")
	for i, item := range c.Items {
		c.Items[i] = withoutComments(item)
	}
	for i, m := range c.Members {
		c.Members[i].Value = withoutComments(m.Value)
	}
	return c
}

// pointerToken writes a name as a token of a JSON Pointer in a fragment of a URI.
func pointerToken(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1", "%", "%25", " ", "%20").Replace(name)
}
