package conformance

import (
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/schemas"
)

// A place is a value in a document, and what the schema of the document says about it.
type place struct {
	pointer string // in the document
	value   any
	set     func(any) // puts another value there
	schemas []*schema.Schema
	free    bool // the schema declares that anything may be here, or in a value around
}

// places returns those of a document, the document itself first, members in order of their names.
// It changes when the document is changed at one of them.
func places(document *any, root *schema.Schema) []place {
	var all []place
	var visit func(p place)
	visit = func(p place) {
		p.schemas = together(p.schemas)
		p.free = p.free || slices.ContainsFunc(p.schemas, anything)
		all = append(all, p)
		switch value := p.value.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(value)) {
				escaped := strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
				visit(place{p.pointer + "/" + escaped, value[name], func(v any) { value[name] = v }, member(p.schemas, name), p.free})
			}
		case []any:
			for i := range value {
				visit(place{p.pointer + "/" + strconv.Itoa(i), value[i], func(v any) { value[i] = v }, item(p.schemas, i), p.free})
			}
		}
	}
	visit(place{value: *document, set: func(v any) { *document = v }, schemas: []*schema.Schema{root}})
	return all
}

// together returns schemas and those that they apply to the same value, in any case or in some.
func together(start []*schema.Schema) []*schema.Schema {
	var all []*schema.Schema
	todo := slices.Clone(start)
	for len(todo) > 0 {
		s := todo[0]
		todo = todo[1:]
		if s == nil || slices.Contains(all, s) {
			continue
		}
		all = append(all, s)
		todo = append(todo, s.Ref, s.Then, s.Else)
		todo = slices.Concat(todo, s.AllOf, s.AnyOf, s.OneOf)
	}
	return all
}

// member returns the schemas of a member; an object that is a map has one for members of all names.
func member(of []*schema.Schema, name string) []*schema.Schema {
	var all []*schema.Schema
	for _, s := range of {
		if at := slices.IndexFunc(s.Properties, func(p schema.Property) bool { return p.Name == name }); at >= 0 {
			all = append(all, s.Properties[at].Schema)
		} else {
			all = append(all, s.AdditionalProperties)
		}
	}
	return slices.DeleteFunc(all, func(s *schema.Schema) bool { return s == nil })
}

// item returns the schemas of an item.
func item(of []*schema.Schema, index int) []*schema.Schema {
	var all []*schema.Schema
	for _, s := range of {
		if index < len(s.PrefixItems) {
			all = append(all, s.PrefixItems[index])
		} else {
			all = append(all, s.Items)
		}
	}
	return slices.DeleteFunc(all, func(s *schema.Schema) bool { return s == nil })
}

// anything reports whether a schema says that a value may be anything: it asserts nothing.
func anything(s *schema.Schema) bool {
	if s.Boolean != nil {
		return *s.Boolean
	}
	for _, assertions := range []any{s.AnyKind, s.Numbers, s.Strings, s.Arrays, s.Objects, s.Applicators} {
		if !reflect.ValueOf(assertions).IsZero() {
			return false
		}
	}
	return true
}

// loadCatalogue returns the schemas of the catalogue by their path in schemas.Files.
func loadCatalogue(t *testing.T) map[string]*schema.Schema {
	t.Helper()
	files, err := fs.Glob(schemas.Files, "*/*.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var sources []load.Source
	for _, file := range files {
		sources = append(sources, load.Source{Tree: schemas.Files, Path: file, Name: file})
	}
	graph, err := load.Schemas(sources, load.Options{AssertFormat: true})
	if err != nil {
		t.Fatal(err)
	}
	roots := make(map[string]*schema.Schema)
	for i, file := range files {
		roots[file] = graph.Roots[i]
	}
	return roots
}
