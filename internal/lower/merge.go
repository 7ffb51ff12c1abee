package lower

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// maxStates bounds the sets of schemas that are merged. Real schemas make about
// one for each schema; only hostile ones make combinations of combinations.
const maxStates = 400_000

// A state is a set of schemas that apply to the same value, and what becomes of
// them. Two places with the same set share one state.
type state struct {
	value  *model.Value
	nodes  []*schema.Schema // those that assert something, in order of discovery
	scopes []*scope         // the dynamic scope that each of nodes is in
	opaque []place          // those that must be checked by themselves
	origin *schema.Schema   // the schema at the place that was found first
	parent *state           // where that place is; nil for a root
	part   string           // what the place is called in parent
	root   string           // the name of a root type

	fields []fieldInfo     // what is known of Check.Object.Members beside the check
	open   []*schema.Value // the values of an open enum
	merged bool

	content *content // what strings hold; nil if nobody says
	strings *state   // the branch of a choice that says so instead; nil if there is none

	tracked  bool        // some schema around it asks what it evaluates
	building bool        // its type is being chosen
	decl     *model.Decl // of a list or map that holds itself
	inner    *model.Value
}

// fieldInfo says where a member of an object comes from.
type fieldInfo struct {
	declared *schema.Schema // the schema under properties; nil if only required
	location schema.Location
}

// merge makes the states of all places, beginning with the roots.
func (l *lowering) merge() {
	for _, t := range l.options.Types {
		s := l.state(nil, t.Name, place{t.Schema, l.scopes.empty()})
		if s.root != "" {
			l.refuse(t.Schema, "", "the types "+s.root+" and "+t.Name+" have the same schema", "give one of them a schema of its own")
		}
		s.root = t.Name
		l.rootOf = append(l.rootOf, s)
	}
	for i := 0; i < len(l.order); i++ {
		l.fill(l.order[i])
		if len(l.order) > maxStates {
			l.refuse(l.order[i].origin, "", "the schema combines more than "+strconv.Itoa(maxStates)+" sets of schemas", "merge the allOf branches that repeat each other")
			return
		}
	}
}

// A place is a schema in a dynamic scope.
type place struct {
	schema *schema.Schema
	scope  *scope
}

// places puts schemas in the scope of node i of s.
func (s *state) places(i int, schemas ...*schema.Schema) []place {
	all := make([]place, len(schemas))
	for k, child := range schemas {
		all[k] = place{child, s.scopes[i]}
	}
	return all
}

// value returns the place for values that must be valid by all of places; part is
// what it is called in parent.
func (l *lowering) value(parent *state, part string, places ...place) *model.Value {
	return l.state(parent, part, places...).value
}

func (l *lowering) state(parent *state, part string, places ...place) *state {
	c := closure{lowering: l, seen: map[place]int{}}
	for _, p := range places {
		c.add(p, len(places) == 1)
	}
	for _, s := range c.cycles {
		l.refuse(s, "$ref", "the schema applies itself to the same value without end", "a reference may lead back to a schema only through a member or an item")
	}
	key := c.key()
	if s, ok := l.states[key]; ok {
		return s
	}
	s := &state{nodes: c.nodes, scopes: c.scopes, opaque: c.opaque, origin: places[0].schema, parent: parent, part: part}
	s.value = &model.Value{Check: &model.Check{Kinds: model.KindAny}}
	l.states[key] = s
	l.byValue[s.value] = s
	l.order = append(l.order, s)
	return s
}

// A closure collects the schemas that apply to a value because others do: the
// targets of references and the branches of allOf.
type closure struct {
	*lowering
	nodes  []*schema.Schema
	scopes []*scope
	opaque []place
	cycles []*schema.Schema
	seen   map[place]int // 1: on the way, 2: done
}

// add collects the schema at p and what it applies in place. Top says that
// nothing else applies to the value, so that the members which are unevaluated
// for the schema are those of the whole.
func (c *closure) add(p place, top bool) {
	if first := c.first[p.schema]; first != nil {
		p.schema = first
	}
	s := p.schema
	p.scope = c.enter(p.scope, s.Resource)
	switch c.seen[p] {
	case 1:
		c.cycles = append(c.cycles, s)
		return
	case 2:
		return
	}
	c.seen[p] = 1
	defer func() { c.seen[p] = 2 }()
	if s.Boolean != nil {
		if !*s.Boolean {
			c.note(p)
		}
		return
	}
	if closed(s) && !top {
		c.opaque = append(c.opaque, p)
		return
	}
	own, applied := asserts(s), inPlace(s, p.scope)
	if own {
		c.note(p)
	}
	for _, a := range applied {
		c.add(place{a, p.scope}, top && !own && len(applied) == 1)
	}
}

func (c *closure) note(p place) {
	c.nodes, c.scopes = append(c.nodes, p.schema), append(c.scopes, p.scope)
}

// inPlace returns the schemas that apply wherever s does, in a dynamic scope.
func inPlace(s *schema.Schema, scope *scope) []*schema.Schema {
	var applied []*schema.Schema
	if s.Ref != nil {
		applied = append(applied, s.Ref)
	}
	if s.Dynamic != nil {
		applied = append(applied, scope.target(s.Dynamic))
	}
	applied = append(applied, s.AllOf...)
	for _, branches := range [][]*schema.Schema{s.AnyOf, s.OneOf} {
		if len(branches) == 1 {
			applied = append(applied, branches[0])
		}
	}
	return applied
}

// closed reports whether s has a keyword that depends on what its neighbours
// evaluate.
func closed(s *schema.Schema) bool {
	return s.UnevaluatedItems != nil || s.UnevaluatedProperties != nil
}

// asserts reports whether s has more than annotations and what inPlace returns.
func asserts(s *schema.Schema) bool {
	rest := *s
	rest.AllOf, rest.Ref = nil, nil
	if len(rest.AnyOf) == 1 {
		rest.AnyOf = nil
	}
	if len(rest.OneOf) == 1 {
		rest.OneOf = nil
	}
	return len(rest.Type) > 0 || rest.Enum != nil || rest.Const != nil || rest.GoType != "" ||
		rest.Numbers != (schema.Numbers{}) ||
		rest.Strings != (schema.Strings{}) ||
		rest.UniqueItems || rest.PrefixItems != nil || rest.Items != nil || rest.Contains != nil ||
		rest.MinItems != nil || rest.MaxItems != nil || rest.UnevaluatedItems != nil ||
		len(rest.Properties)+len(rest.PatternProperties)+len(rest.Required)+len(rest.DependentRequired)+len(rest.DependentSchemas) > 0 ||
		rest.AdditionalProperties != nil || rest.PropertyNames != nil || rest.MinProperties != nil ||
		rest.MaxProperties != nil || rest.UnevaluatedProperties != nil ||
		len(rest.AnyOf)+len(rest.OneOf) > 0 || rest.Not != nil || rest.If != nil
}

// key identifies the set, whatever the order of discovery.
func (c *closure) key() string {
	keys := make([]string, 0, len(c.nodes)+len(c.opaque))
	for i, s := range c.nodes {
		keys = append(keys, placeKey("", s, c.scopes[i]))
	}
	for _, p := range c.opaque {
		keys = append(keys, placeKey("o", p.schema, p.scope))
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), " ")
}

func placeKey(kind string, s *schema.Schema, sc *scope) string {
	return kind + strconv.Itoa(s.ID) + "@" + strconv.Itoa(sc.id)
}

// fill makes the check of s.
func (l *lowering) fill(s *state) {
	if s.merged {
		return
	}
	s.merged = true
	s.value.Check.Where = l.pointer(s.origin)
	l.mergeKinds(s)
	l.mergeNumbers(s)
	l.mergeStrings(s)
	l.mergeArrays(s)
	l.mergeObjects(s)
	l.mergeAlso(s)
	l.mergeUnevaluated(s)
	l.mergeNested(s)
}
