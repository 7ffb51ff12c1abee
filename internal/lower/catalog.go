package lower

import (
	"go/types"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
)

// A Member is a package that goes into a catalog.
type Member struct {
	Package *model.Package
	Path    string   // that it is imported by
	Schemas []string // the paths of the schemas of Package.Roots
}

// Identified reports whether documents of some type are recognised.
func (m Member) Identified() bool {
	return slices.ContainsFunc(m.Package.Roots, func(r *model.Root) bool { return len(r.Ways) > 0 })
}

// Catalog decides the package with a table of the root types of other packages, which come in
// order of name.
func Catalog(name string, members []Member) *model.Catalog {
	k := &cataloger{
		catalog: &model.Catalog{Name: name, Root: &model.Place{}},
		names:   namespace{},
		imports: namespace{"d": true, "data": true, "err": true},
		marks:   map[string]*model.Mark{},
	}
	var listed []listing
	for _, m := range members {
		listed = append(listed, k.add(m)...)
	}
	slices.SortFunc(listed, func(a, b listing) int { return strings.Compare(a.event.ID, b.event.ID) })
	for _, l := range listed {
		k.catalog.Events = append(k.catalog.Events, l.event)
		for _, w := range l.root.Ways {
			l.event.Ways = append(l.event.Ways, k.way(w))
		}
	}
	k.settle(k.catalog.Root)
	return k.catalog
}

// A cataloger puts a catalog together.
type cataloger struct {
	catalog *model.Catalog
	names   namespace              // of functions
	imports namespace              // names that imports have, and variables; Go's own are taken as well
	marks   map[string]*model.Mark // by what they say
}

// A listing is a root type and what the catalog says of it.
type listing struct {
	root  *model.Root
	event *model.Event
}

// add lists the root types of a package.
func (k *cataloger) add(m Member) []listing {
	s := &model.Sibling{Name: m.Package.Name, Path: m.Path}
	if k.imports[s.Name] || types.Universe.Lookup(s.Name) != nil {
		s.Alias = k.imports.take(s.Name + "pkg")
	}
	k.imports[s.Name] = true
	k.catalog.Siblings = append(k.catalog.Siblings, s)
	var listed []listing
	for i, r := range m.Package.Roots {
		e := &model.Event{
			ID: s.Name + "." + r.Name, Sibling: s, Type: r.Name, Schema: m.Schemas[i], Description: r.Description,
			Request: r.Handler != nil,
			Decode:  k.names.take("decode" + ident(s.Name) + r.Name),
		}
		if e.Request && r.Handler.Response != "" {
			e.Response = s.Name + "." + r.Handler.Response
		}
		e.Examples = k.samples(s, r)
		listed = append(listed, listing{r, e})
	}
	return listed
}

// samples lists the examples of a root type. A zero value that stands in for one is left out.
func (k *cataloger) samples(s *model.Sibling, r *model.Root) []model.Sample {
	var samples []model.Sample
	for _, x := range r.Examples {
		if x.Literal != nil {
			name := k.names.take("example" + ident(s.Name) + strings.TrimPrefix(x.Func, "Example"))
			samples = append(samples, model.Sample{Name: x.Name, Func: name, Constructor: x.Func})
		}
	}
	return samples
}
