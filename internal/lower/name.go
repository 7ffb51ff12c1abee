package lower

import (
	"path"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

func itoa(i int) string { return strconv.Itoa(i) }

// name gives every reachable state that needs functions or a type its name, in
// the order in which a reader of the schema meets them.
func (l *lowering) name() {
	l.names = namespace{}
	for _, t := range l.options.Types {
		l.reserve(t)
	}
	seen := map[*state]bool{}
	for _, s := range l.rootOf {
		s.value.Name = s.root
		seen[s] = true
	}
	explicit := map[string]*state{}
	for _, s := range l.rootOf {
		explicit[s.root] = s
	}
	queue := append([]*state(nil), l.rootOf...)
	for i := 0; i < len(queue); i++ {
		s := queue[i]
		l.named = append(l.named, s)
		for _, v := range append(partsOf(s.value.Check), s.nestedParts()...) {
			next := l.byValue[v]
			if seen[next] {
				continue
			}
			seen[next] = true
			l.nameState(next, s, explicit)
			queue = append(queue, next)
		}
		l.nameContent(s)
	}
}

// reserve keeps the names that the package's functions and aliases have.
func (l *lowering) reserve(t Type) {
	for _, name := range []string{"ValidationError", "Violation", "RangeError", "Extra", "ExtraMember", "Time", "Base64", "ContentError"} {
		l.names[name] = true
	}
	for _, prefix := range []string{"", "Decode", "Valid", "Validate", "Example"} {
		l.names[prefix+t.Name] = true
	}
	for _, e := range t.Examples {
		l.names["Example"+t.Name+ident(e.Name)] = true
	}
	if h := handlerName(t.Name); h != "" {
		l.names[h] = true
	}
}

// partsOf returns the places that a check leads to, in place or below.
func partsOf(c *model.Check) []*model.Value {
	var values []*model.Value
	add := func(v *model.Value) {
		if v != nil {
			values = append(values, v)
		}
	}
	if o := c.Object; o != nil {
		for _, m := range o.Members {
			add(m.Value)
		}
		for _, r := range o.Rest {
			for _, p := range r.Patterns {
				add(p.Value)
			}
			add(r.Additional)
		}
		for _, v := range o.Names {
			add(v)
		}
	}
	if a := c.Array; a != nil {
		for _, v := range a.Prefix {
			add(v)
		}
		add(a.Items)
		for _, k := range a.Contains {
			add(k.Check)
		}
	}
	for _, k := range c.Cases {
		add(k.Value)
	}
	return append(values, inPlaceValues(c)...)
}

// nameState names s, which is a part of parent.
func (l *lowering) nameState(s, parent *state, explicit map[string]*state) {
	if s.value.Check.Plain() && !needsType(s.value.Check) && s.open == nil && (s.nested() == nil || s.strings != nil) {
		return
	}
	if name, source := l.explicitName(s); name != "" {
		if other, taken := explicit[name]; taken {
			l.refuse(source, "x-go-name", "the name "+name+" is already that of "+other.origin.Location.String(), "choose another name")
			return
		}
		explicit[name] = s
		if !l.names[name] {
			l.names[name] = true
			s.value.Name = name
			return
		}
	}
	s.value.Name = l.names.take(l.derivedName(s, parent))
}

// needsType reports whether values of a plain check are held by a type that is
// more than one of Go's own.
func needsType(c *model.Check) bool {
	kinds := c.Kinds &^ model.KindNull
	if kinds == model.KindWhole || kinds == model.KindFraction || kinds == model.KindNumber {
		return false
	}
	single := kinds&(kinds-1) == 0
	return kinds == 0 && c.Kinds != 0 || kinds == model.KindArray || kinds == model.KindObject || !single && c.Kinds != model.KindAny
}

// explicitName returns the name that the configuration or x-go-name gives s.
func (l *lowering) explicitName(s *state) (string, *schema.Schema) {
	for _, n := range s.sources() {
		if name := l.options.Names[l.fragment(n)]; name != "" {
			return name, n
		}
	}
	for _, n := range s.sources() {
		if n.GoName != "" && !isMember(n) {
			return ident(n.GoName), n
		}
	}
	return "", nil
}

// isMember reports whether n stands under properties, where x-go-name names the
// field.
func isMember(n *schema.Schema) bool {
	parts := strings.Split(n.Location.Pointer, "/")
	return len(parts) > 2 && parts[len(parts)-2] == "properties"
}

// fragment spells the place of n as the configuration does: "#/$defs/addr".
func (l *lowering) fragment(n *schema.Schema) string {
	if l.roots[n.Location.File] {
		return "#" + n.Location.Pointer
	}
	return path.Base(n.Location.File) + "#" + n.Location.Pointer
}

// sources returns the schemas that may name s: the one at its place, and the one
// schema that it comes down to.
func (s *state) sources() []*schema.Schema {
	sources := []*schema.Schema{s.origin}
	if len(s.nodes)+len(s.opaque) == 1 {
		for _, n := range s.nodes {
			if n != s.origin {
				sources = append(sources, n)
			}
		}
		for _, p := range s.opaque {
			if p.schema != s.origin {
				sources = append(sources, p.schema)
			}
		}
	}
	return sources
}

// derivedName makes a name from the definition's, the title, or the path.
func (l *lowering) derivedName(s, parent *state) string {
	for _, n := range s.sources() {
		if name := definitionName(n, l.roots); name != "" {
			return ident(name)
		}
	}
	for _, n := range s.sources() {
		if short := ident(n.Title); n.Title != "" && len(words(n.Title)) <= 4 && len(short) <= 40 {
			return short
		}
	}
	stem := parent.value.Name
	for up := parent; stem == "" && up != nil; up = up.parent {
		stem = up.value.Name
	}
	name := stem + ident(s.part)
	if len(name) > maxIdent {
		name = ident(s.part)
	}
	return name
}

// definitionName returns the name under $defs or definitions, or that of a file
// that is referred to as a whole.
func definitionName(n *schema.Schema, roots map[string]bool) string {
	if n.Location.Pointer == "" && !roots[n.Location.File] {
		base := path.Base(n.Location.File)
		base, _, _ = strings.Cut(base, ".")
		return base
	}
	parts := strings.Split(n.Location.Pointer, "/")
	if len(parts) < 3 {
		return ""
	}
	if under := parts[len(parts)-2]; under != "$defs" && under != "definitions" {
		return ""
	}
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(parts[len(parts)-1])
}
