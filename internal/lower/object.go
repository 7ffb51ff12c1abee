package lower

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// mergeObjects adds the rules for objects of all nodes.
func (l *lowering) mergeObjects(s *state) {
	check := s.value.Check
	if check.Kinds&model.KindObject == 0 {
		check.Object = nil
		return
	}
	m := memberNames{index: map[string]int{}}
	for _, n := range s.nodes {
		m.collect(n)
	}
	for i, name := range m.names {
		schemas := l.memberSchemas(s, name)
		member := model.Member{Name: name, Required: m.required[name] != nil, Unknown: schemas == nil}
		if schemas == nil {
			schemas = []place{l.anything(s)}
		}
		member.Value = l.value(s, name, schemas...)
		objects(check).Members = append(objects(check).Members, member)
		s.fields = append(s.fields, m.infos[i])
		if r := m.required[name]; r != nil && objects(check).Required.Keyword == "" {
			objects(check).Required = l.rule(r, "required", "")
		}
	}
	for i, n := range s.nodes {
		l.mergeRest(s, i, n)
		l.mergeSizes(s, i, n)
		for _, d := range n.DependentRequired {
			need := model.Need{Rule: l.rule(n, "dependentRequired", needText(d)), If: m.index[d.Name]}
			for _, r := range d.Required {
				need.Members = append(need.Members, m.index[r])
			}
			objects(check).Needs = append(objects(check).Needs, need)
		}
	}
}

func needText(d schema.Dependency) string {
	return "must have " + quoteAll(d.Required) + " because it has " + quoteAll([]string{d.Name})
}

func quoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = schema.Quote(n)
	}
	return strings.Join(quoted, ", ")
}

// memberNames collects the names that a set of schemas knows, in order.
type memberNames struct {
	names    []string
	infos    []fieldInfo
	index    map[string]int
	required map[string]*schema.Schema // the first schema that requires the name
}

func (m *memberNames) collect(n *schema.Schema) {
	if m.required == nil {
		m.required = map[string]*schema.Schema{}
	}
	for _, p := range n.Properties {
		i := m.add(p.Name)
		if m.infos[i].declared == nil {
			m.infos[i] = fieldInfo{declared: p.Schema, location: p.Location}
		}
	}
	for _, name := range n.Required {
		m.add(name)
		if m.required[name] == nil {
			m.required[name] = n
		}
	}
	for _, d := range n.DependentRequired {
		m.add(d.Name)
		for _, r := range d.Required {
			m.add(r)
		}
	}
}

func (m *memberNames) add(name string) int {
	i, ok := m.index[name]
	if !ok {
		i = len(m.names)
		m.index[name] = i
		m.names = append(m.names, name)
		m.infos = append(m.infos, fieldInfo{})
	}
	return i
}

// memberSchemas returns the schemas for the member of that name.
func (l *lowering) memberSchemas(s *state, name string) []place {
	var schemas []place
	for i, n := range s.nodes {
		evaluated := false
		if p := l.property(n, name); p != nil {
			schemas, evaluated = append(schemas, place{p, s.scopes[i]}), true
		}
		for _, p := range n.PatternProperties {
			expr := l.pattern(n, "patternProperties", p.Name)
			if expr != nil && expr.expr.MatchString(name) {
				schemas, evaluated = append(schemas, place{p.Schema, s.scopes[i]}), true
			}
		}
		if !evaluated && n.AdditionalProperties != nil {
			schemas = append(schemas, place{n.AdditionalProperties, s.scopes[i]})
		}
	}
	return schemas
}

// property returns the schema of n for a name, nil if there is none.
func (l *lowering) property(n *schema.Schema, name string) *schema.Schema {
	index, ok := l.index[n]
	if !ok {
		index = make(map[string]*schema.Schema, len(n.Properties))
		for _, p := range n.Properties {
			index[p.Name] = p.Schema
		}
		l.index[n] = index
	}
	return index[name]
}

// mergeRest adds what n says of members without a name of their own.
func (l *lowering) mergeRest(s *state, i int, n *schema.Schema) {
	var rest model.Rest
	for _, p := range n.PatternProperties {
		if expr := l.pattern(n, "patternProperties", p.Name); expr != nil {
			rest.Patterns = append(rest.Patterns, model.PatternValue{Pattern: expr.model, Value: l.value(s, "Value", s.places(i, p.Schema)...)})
		}
	}
	if a := n.AdditionalProperties; a != nil && !always(a) {
		rest.Additional = l.value(s, "Value", s.places(i, a)...)
	}
	if n.AdditionalProperties != nil {
		objects(s.value.Check).MarksRest = true
	}
	if rest.Patterns != nil || rest.Additional != nil {
		o := objects(s.value.Check)
		o.Rest = append(o.Rest, rest)
	}
}

// always reports whether s accepts everything because it says nothing.
func always(s *schema.Schema) bool {
	if s.Boolean != nil {
		return *s.Boolean
	}
	return !asserts(s) && s.Dynamic == nil && len(inPlace(s, nil)) == 0
}

// mergeSizes adds the number of members and the schema of their names.
func (l *lowering) mergeSizes(s *state, i int, n *schema.Schema) {
	check := s.value.Check
	if n.MinProperties != nil && *n.MinProperties > 0 {
		tighten(&objects(check).Min, l.limit(n, "minProperties", "must have at least ", *n.MinProperties, "member"), 1)
	}
	if n.MaxProperties != nil {
		tighten(&objects(check).Max, l.limit(n, "maxProperties", "must have at most ", *n.MaxProperties, "member"), -1)
	}
	if n.PropertyNames != nil && !always(n.PropertyNames) {
		objects(check).Names = append(objects(check).Names, l.value(s, "Name", s.places(i, n.PropertyNames)...))
	}
}
