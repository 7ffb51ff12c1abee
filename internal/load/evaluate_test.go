package load

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// The graph means what the documents mean: evaluated naively, it gives the
// verdicts of the JSON Schema Test Suite.
func TestGraphGivesSuiteVerdicts(t *testing.T) {
	dir := shared(t, "suite")
	remotes := rooted(t, filepath.Join(dir, "remotes"))
	for folder, draft := range map[string]schema.Draft{
		"draft4": schema.Draft4, "draft6": schema.Draft6, "draft7": schema.Draft7,
		"draft2019-09": schema.Draft2019, "draft2020-12": schema.Draft2020,
	} {
		t.Run(folder, func(t *testing.T) {
			o := Options{Draft: draft, Maps: []Map{{"http://localhost:1234/", remotes, "remotes"}}}
			tests := filepath.Join(dir, "tests", folder)
			count := 0
			for _, file := range files(t, filepath.Join(tests, "*.json"), filepath.Join(tests, "optional", "*.json")) {
				count += evaluateSuiteFile(t, file, o)
			}
			t.Logf("%d verdicts", count)
		})
	}
}

// beyond are the optional tests that ask for more than a graph can show: how
// formats and patterns are read, and a value that is not plain JSON data.
var beyond = map[string]bool{
	"content.json": true, "ecmascript-regex.json": true, "non-bmp-regex.json": true, "format-assertion.json": true,
	"float-overflow.json": true, "zeroTerminatedFloats.json": true,
}

func evaluateSuiteFile(t *testing.T, file string, o Options) int {
	t.Helper()
	if beyond[filepath.Base(file)] {
		return 0
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Description string
		Schema      json.RawMessage
		Tests       []struct {
			Description string
			Data        json.RawMessage
			Valid       bool
		}
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, c := range cases {
		tree := fstest.MapFS{"schema.json": {Data: c.Schema}}
		g, err := Schemas([]Source{{tree, "schema.json", "schema.json"}}, o)
		if err != nil {
			t.Errorf("%s: %s: %v", filepath.Base(file), c.Description, err)
			continue
		}
		for _, test := range c.Tests {
			v, err := Document("data.json", test.Data)
			if err != nil {
				t.Errorf("%s: %v", test.Description, err)
				continue
			}
			count++
			if got := (evaluation{}).apply(g.Roots[0], v).valid; got != test.Valid {
				t.Errorf("%s: %s: %s: got %v", filepath.Base(file), c.Description, test.Description, got)
			}
		}
	}
	return count
}

// An evaluation is the dynamic scope: the resources entered so far that have
// dynamic anchors, outermost first.
type evaluation []*schema.Schema

// An outcome has, of a valid value, the members and items that were looked at.
type outcome struct {
	valid bool
	names map[string]bool
	items map[int]bool
}

func (o *outcome) merge(other outcome) bool {
	if other.valid {
		for name := range other.names {
			o.names[name] = true
		}
		for i := range other.items {
			o.items[i] = true
		}
	}
	return other.valid
}

func (e evaluation) valid(s *schema.Schema, v *schema.Value) bool {
	return s == nil || e.apply(s, v).valid
}

func (e evaluation) apply(s *schema.Schema, v *schema.Value) outcome {
	if s.Resource != nil && (len(e) == 0 || e[len(e)-1] != s.Resource) {
		e = append(e[:len(e):len(e)], s.Resource)
	}
	o := outcome{valid: true, names: map[string]bool{}, items: map[int]bool{}}
	if s.Boolean != nil {
		o.valid = *s.Boolean
		return o
	}
	for _, check := range []func(*schema.Schema, *schema.Value, *outcome) bool{
		e.references, e.any, e.numbers, e.strings, e.combinations, e.arrays, e.objects,
	} {
		if !check(s, v, &o) {
			return outcome{}
		}
	}
	return o
}

func (e evaluation) references(s *schema.Schema, v *schema.Value, o *outcome) bool {
	if s.Ref != nil && !o.merge(e.apply(s.Ref, v)) {
		return false
	}
	if s.Dynamic == nil {
		return true
	}
	target := s.Dynamic.Initial
	if !s.Dynamic.Fixed {
		target = e.outermost(s.Dynamic.Anchor, target)
	}
	return o.merge(e.apply(target, v))
}

func (e evaluation) outermost(anchor string, otherwise *schema.Schema) *schema.Schema {
	for _, resource := range e {
		for _, p := range resource.DynamicAnchors {
			if p.Name == anchor {
				return p.Schema
			}
		}
	}
	return otherwise
}

func (e evaluation) any(s *schema.Schema, v *schema.Value, _ *outcome) bool {
	typed := s.Type == nil
	for _, t := range s.Type {
		typed = typed || isType(v, t)
	}
	listed := s.Enum == nil
	for _, member := range s.Enum {
		listed = listed || reflect.DeepEqual(data(member), data(v))
	}
	return typed && listed && (s.Const == nil || reflect.DeepEqual(data(s.Const), data(v)))
}

func isType(v *schema.Value, t schema.Type) bool {
	switch t {
	case schema.Null:
		return v.Kind == schema.KindNull
	case schema.Boolean:
		return v.Kind == schema.KindTrue || v.Kind == schema.KindFalse
	case schema.Integer:
		return v.Kind == schema.KindNumber && rational(v).IsInt()
	case schema.Number:
		return v.Kind == schema.KindNumber
	case schema.String:
		return v.Kind == schema.KindString
	case schema.Array:
		return v.Kind == schema.KindArray
	}
	return v.Kind == schema.KindObject
}

// data is v in a form that reflect.DeepEqual compares.
func data(v *schema.Value) any {
	switch v.Kind {
	case schema.KindNumber:
		return rational(v).RatString() + " number"
	case schema.KindString:
		return v.Text + " string"
	case schema.KindArray:
		list := []any{}
		for _, item := range v.Items {
			list = append(list, data(item))
		}
		return list
	case schema.KindObject:
		members := map[string]any{}
		for _, m := range v.Members {
			members[m.Name] = data(m.Value)
		}
		return members
	}
	return v.Kind
}

func rational(v *schema.Value) *big.Rat {
	r, ok := new(big.Rat).SetString(v.Text)
	if !ok {
		panic("not a number: " + v.Text)
	}
	return r
}

func (e evaluation) numbers(s *schema.Schema, v *schema.Value, _ *outcome) bool {
	if v.Kind != schema.KindNumber {
		return true
	}
	n := rational(v)
	return (s.MultipleOf == nil || new(big.Rat).Quo(n, rational(s.MultipleOf)).IsInt()) &&
		(s.Maximum == nil || n.Cmp(rational(s.Maximum)) <= 0) &&
		(s.ExclusiveMaximum == nil || n.Cmp(rational(s.ExclusiveMaximum)) < 0) &&
		(s.Minimum == nil || n.Cmp(rational(s.Minimum)) >= 0) &&
		(s.ExclusiveMinimum == nil || n.Cmp(rational(s.ExclusiveMinimum)) > 0)
}

func within(n int, least, most *schema.Count) bool {
	return (least == nil || n >= int(*least)) && (most == nil || n <= int(*most))
}

func (e evaluation) strings(s *schema.Schema, v *schema.Value, _ *outcome) bool {
	if v.Kind != schema.KindString {
		return true
	}
	return within(utf8.RuneCountInString(v.Text), s.MinLength, s.MaxLength) &&
		(s.Pattern == nil || regexp.MustCompile(*s.Pattern).MatchString(v.Text))
}

func (e evaluation) combinations(s *schema.Schema, v *schema.Value, o *outcome) bool {
	for _, sub := range s.AllOf {
		if !o.merge(e.apply(sub, v)) {
			return false
		}
	}
	if s.AnyOf != nil && e.count(s.AnyOf, v, o) == 0 || s.OneOf != nil && e.count(s.OneOf, v, o) != 1 {
		return false
	}
	if s.Not != nil && e.valid(s.Not, v) {
		return false
	}
	if s.If == nil {
		return true
	}
	branch := s.Else
	if o.merge(e.apply(s.If, v)) {
		branch = s.Then
	}
	return branch == nil || o.merge(e.apply(branch, v))
}

func (e evaluation) count(subs []*schema.Schema, v *schema.Value, o *outcome) (n int) {
	for _, sub := range subs {
		if o.merge(e.apply(sub, v)) {
			n++
		}
	}
	return n
}

func (e evaluation) arrays(s *schema.Schema, v *schema.Value, o *outcome) bool {
	if v.Kind != schema.KindArray {
		return true
	}
	unique := map[string]bool{}
	contained := 0
	for i, item := range v.Items {
		unique[fmt.Sprint(data(item))] = true
		sub := s.Items
		if i < len(s.PrefixItems) {
			sub = s.PrefixItems[i]
		}
		if !e.valid(sub, item) {
			return false
		}
		if sub != nil {
			o.items[i] = true
		}
		if s.Contains != nil && e.valid(s.Contains, item) {
			contained++
			if s.Draft >= schema.Draft2020 {
				o.items[i] = true
			}
		}
		if s.UnevaluatedItems != nil && !o.items[i] {
			if !e.valid(s.UnevaluatedItems, item) {
				return false
			}
			o.items[i] = true
		}
	}
	least := schema.Count(1)
	if s.MinContains != nil {
		least = *s.MinContains
	}
	return within(len(v.Items), s.MinItems, s.MaxItems) && (!s.UniqueItems || len(unique) == len(v.Items)) &&
		(s.Contains == nil || within(contained, &least, s.MaxContains))
}

func (e evaluation) objects(s *schema.Schema, v *schema.Value, o *outcome) bool {
	if v.Kind != schema.KindObject {
		return true
	}
	for _, name := range s.Required {
		if v.Member(name) == nil {
			return false
		}
	}
	return within(len(v.Members), s.MinProperties, s.MaxProperties) && e.dependencies(s, v, o) && e.members(s, v, o)
}

func (e evaluation) dependencies(s *schema.Schema, v *schema.Value, o *outcome) bool {
	for _, d := range s.DependentRequired {
		for _, name := range d.Required {
			if v.Member(d.Name) != nil && v.Member(name) == nil {
				return false
			}
		}
	}
	for _, d := range s.DependentSchemas {
		if v.Member(d.Name) != nil && !o.merge(e.apply(d.Schema, v)) {
			return false
		}
	}
	return true
}

func (e evaluation) members(s *schema.Schema, v *schema.Value, o *outcome) bool {
	for _, m := range v.Members {
		var subs []*schema.Schema
		for _, p := range s.Properties {
			if p.Name == m.Name {
				subs = append(subs, p.Schema)
			}
		}
		for _, p := range s.PatternProperties {
			if regexp.MustCompile(p.Name).MatchString(m.Name) {
				subs = append(subs, p.Schema)
			}
		}
		if len(subs) == 0 && s.AdditionalProperties != nil {
			subs = append(subs, s.AdditionalProperties)
		}
		if len(subs) == 0 && !o.names[m.Name] && s.UnevaluatedProperties != nil {
			subs = append(subs, s.UnevaluatedProperties)
		}
		for _, sub := range subs {
			if !e.valid(sub, m.Value) {
				return false
			}
			o.names[m.Name] = true
		}
		if s.PropertyNames != nil && !e.valid(s.PropertyNames, &schema.Value{Kind: schema.KindString, Text: m.Name}) {
			return false
		}
	}
	return true
}
