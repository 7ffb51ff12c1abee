package load

import "github.com/eventgen-go/eventgen/internal/schema"

// A builder makes the nodes of the graph, one for each schema that the roots
// reach.
//
// A node is made when something first refers to it and filled when its turn
// comes, so that chains of references of any length take no stack.
type builder struct {
	library *library
	graph   *schema.Graph
	nodes   map[*schema.Value]*schema.Schema
}

// build makes the graph of all that roots reach.
func build(l *library, roots []*schema.Value) *schema.Graph {
	b := &builder{library: l, graph: &schema.Graph{}, nodes: map[*schema.Value]*schema.Schema{}}
	for _, root := range roots {
		b.graph.Roots = append(b.graph.Roots, b.node(root))
	}
	for i := 0; i < len(b.graph.Schemas); i++ { // filling a node may add nodes
		b.fill(b.graph.Schemas[i])
	}
	l.findReferenceLoops(b.graph)
	return b.graph
}

// node is the schema at v, nil if v is none, about which the meta-schema has
// complained.
func (b *builder) node(v *schema.Value) *schema.Schema {
	res := b.library.places[v]
	if res == nil {
		return nil
	}
	if s := b.nodes[v]; s != nil {
		return s
	}
	s := &schema.Schema{ID: len(b.graph.Schemas), Location: v.Location, Draft: res.dialect.draft, Source: v}
	b.graph.Schemas = append(b.graph.Schemas, s)
	b.nodes[v] = s
	if len(res.dynamic) > 0 {
		s.Resource = b.node(res.root)
	}
	return s
}

func (b *builder) fill(s *schema.Schema) {
	v := s.Source
	if v.Kind != schema.KindObject {
		is := v.Kind == schema.KindTrue
		s.Boolean = &is
		return
	}
	r := &reader{builder: b, schema: s, resource: b.library.places[v]}
	r.readAnnotations()
	r.readDynamicAnchors()
	if siblings := r.readReferences(); !siblings {
		return
	}
	r.readAny()
	r.readNumbers()
	r.readStrings()
	r.readArrays()
	r.readObjects()
	r.readCombinations()
}

// A reader reads the keywords of one schema. It passes over values of the
// wrong kind: the meta-schema has complained about them.
type reader struct {
	builder  *builder
	schema   *schema.Schema
	resource *resource
}

// keyword is the value of a keyword, nil if it is absent or none in this
// dialect.
func (r *reader) keyword(name string) *schema.Value {
	if _, ok := r.resource.dialect.keywords[name]; !ok {
		return nil
	}
	return r.schema.Source.Member(name)
}

// kind is the value of a keyword if it is of that kind, else nil.
func (r *reader) kind(name string, k schema.Kind) *schema.Value {
	if v := r.keyword(name); v != nil && v.Kind == k {
		return v
	}
	return nil
}

func (r *reader) number(name string) *schema.Value { return r.kind(name, schema.KindNumber) }

func (r *reader) isTrue(name string) bool { return r.kind(name, schema.KindTrue) != nil }

// text is the content of a string, empty if absent.
func (r *reader) text(name string) string {
	if v := r.kind(name, schema.KindString); v != nil {
		return v.Text
	}
	return ""
}

// items are the items of an array, nil only if it is absent.
func (r *reader) items(name string) []*schema.Value {
	if v := r.kind(name, schema.KindArray); v != nil {
		return v.Items
	}
	return nil
}

// sub is the schema that is the value of a keyword.
func (r *reader) sub(name string) *schema.Schema {
	v := r.keyword(name)
	if v == nil {
		return nil
	}
	return r.builder.node(v)
}

// subs are the schemas in the array that is the value of a keyword.
func (r *reader) subs(name string) []*schema.Schema {
	v := r.kind(name, schema.KindArray)
	if v == nil {
		return nil
	}
	list := make([]*schema.Schema, 0, len(v.Items))
	for _, item := range v.Items {
		if s := r.builder.node(item); s != nil {
			list = append(list, s)
		}
	}
	return list
}

// named are the schemas in the object that is the value of a keyword.
func (r *reader) named(name string) []schema.Property {
	v := r.kind(name, schema.KindObject)
	if v == nil {
		return nil
	}
	list := make([]schema.Property, 0, len(v.Members))
	for _, m := range v.Members {
		if s := r.builder.node(m.Value); s != nil {
			list = append(list, schema.Property{Name: m.Name, Location: m.Location, Schema: s})
		}
	}
	return list
}

// stringList is the texts of the strings in an array, nil only if v is none.
func stringList(v *schema.Value) []string {
	if v == nil || v.Kind != schema.KindArray {
		return nil
	}
	list := make([]string, 0, len(v.Items))
	for _, item := range v.Items {
		if item.Kind == schema.KindString {
			list = append(list, item.Text)
		}
	}
	return list
}
