package lower

import (
	"cmp"
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
	opaque []*schema.Schema // those that must be checked by themselves
	origin *schema.Schema   // the schema at the place that was found first
	parent *state           // where that place is; nil for a root
	part   string           // what the place is called in parent
	root   string           // the name of a root type

	fields []fieldInfo     // what is known of Check.Object.Members beside the check
	open   []*schema.Value // the values of an open enum
	merged bool

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
		s := l.state(nil, t.Name, t.Schema)
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

// value returns the place for values that must be valid by all of schemas; part
// is what it is called in parent.
func (l *lowering) value(parent *state, part string, schemas ...*schema.Schema) *model.Value {
	return l.state(parent, part, schemas...).value
}

func (l *lowering) state(parent *state, part string, schemas ...*schema.Schema) *state {
	c := closure{seen: map[*schema.Schema]int{}}
	for _, s := range schemas {
		c.add(s, len(schemas) == 1)
	}
	for _, s := range c.cycles {
		l.refuse(s, "$ref", "the schema applies itself to the same value without end", "a reference may lead back to a schema only through a member or an item")
	}
	key := c.key()
	if s, ok := l.states[key]; ok {
		return s
	}
	s := &state{nodes: c.nodes, opaque: c.opaque, origin: schemas[0], parent: parent, part: part}
	s.value = &model.Value{Check: &model.Check{Kinds: model.KindAny}}
	l.states[key] = s
	l.byValue[s.value] = s
	l.order = append(l.order, s)
	return s
}

// A closure collects the schemas that apply to a value because others do: the
// targets of references and the branches of allOf.
type closure struct {
	nodes  []*schema.Schema
	opaque []*schema.Schema
	cycles []*schema.Schema
	seen   map[*schema.Schema]int // 1: on the way, 2: done
}

// add collects s and what it applies in place. Top says that nothing else
// applies to the value, so that unevaluated members of s are those of the whole.
func (c *closure) add(s *schema.Schema, top bool) {
	switch c.seen[s] {
	case 1:
		c.cycles = append(c.cycles, s)
		return
	case 2:
		return
	}
	c.seen[s] = 1
	defer func() { c.seen[s] = 2 }()
	if s.Boolean != nil {
		if !*s.Boolean {
			c.nodes = append(c.nodes, s)
		}
		return
	}
	if closed(s) && !top {
		c.opaque = append(c.opaque, s)
		return
	}
	own, applied := asserts(s), inPlace(s)
	if own {
		c.nodes = append(c.nodes, s)
	}
	for _, a := range applied {
		c.add(a, top && !own && len(applied) == 1)
	}
}

// inPlace returns the schemas that apply wherever s does.
func inPlace(s *schema.Schema) []*schema.Schema {
	var applied []*schema.Schema
	if s.Ref != nil {
		applied = append(applied, s.Ref)
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
		len(rest.AnyOf)+len(rest.OneOf) > 0 || rest.Not != nil || rest.If != nil || rest.Dynamic != nil
}

// key identifies the set, whatever the order of discovery.
func (c *closure) key() string {
	ids := make([]int, 0, len(c.nodes)+len(c.opaque))
	for _, s := range c.nodes {
		ids = append(ids, s.ID*2)
	}
	for _, s := range c.opaque {
		ids = append(ids, s.ID*2+1)
	}
	slices.SortFunc(ids, cmp.Compare[int])
	var b strings.Builder
	for _, id := range slices.Compact(ids) {
		b.WriteString(strconv.Itoa(id))
		b.WriteByte(' ')
	}
	return b.String()
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
}
