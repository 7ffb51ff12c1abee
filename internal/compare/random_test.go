package compare_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eventgen-go/eventgen/internal/compare"
)

var pairs = flag.Int("pairs", 1000, "how many random pairs of schemas to compare")

// A verdict of compatible is a promise: no document that one version accepts is refused by the
// other. Random schemas are changed at random, and an independent validator looks for a document
// that breaks the promise.
func TestCompatibleIsSound(t *testing.T) {
	changed, promised := 0, 0
	for seed := range *pairs {
		p, ok := newPair(uint64(seed))
		if !ok {
			continue
		}
		v := worst(p.changes)
		lost, won := p.search(80)
		if lost != "" && v.Backward == compare.Compatible {
			t.Fatalf("seed %d: called compatible, but the new schema refuses %s\n%s", seed, lost, p)
		}
		if won != "" && v.Forward == compare.Compatible {
			t.Fatalf("seed %d: called compatible, but the old schema refuses %s\n%s", seed, won, p)
		}
		if (lost == "") == (won == "") {
			continue
		}
		changed++
		if v.Backward == compare.Compatible || v.Forward == compare.Compatible {
			promised++
		}
	}
	t.Logf("%d pairs, of which %d have changed in one direction; for %d of these the other one is promised", *pairs, changed, promised)
	if changed < *pairs/12 || promised < changed/2 {
		t.Error("the pairs show too little")
	}
}

// A pair is a random schema and a change of it.
type pair struct {
	random
	before, after map[string]any
	old, new      oracle
	changes       []compare.Change
}

// newPair makes a pair; there is none if the random schema is no good.
func newPair(seed uint64) (pair, bool) {
	p := pair{random: random{rand.New(rand.NewPCG(seed, 1))}}
	p.before = p.document()
	p.after = p.change(p.before)
	var ok, also bool
	p.old, ok = newOracle(p.before)
	p.new, also = newOracle(p.after)
	if !ok || !also {
		return p, false
	}
	o, err := compileCheck(p.old.text)
	if err != nil {
		return p, false
	}
	n, err := compileCheck(p.new.text)
	if err != nil {
		return p, false
	}
	p.changes = compare.Versions(o, n)
	return p, true
}

// search looks for documents that only the old, and only the new schema accepts.
func (p pair) search(tries int) (lost, won string) {
	for range tries {
		text := p.instance(p.before, p.after)
		switch was, is := p.old.valid(text), p.new.valid(text); {
		case was && !is:
			lost = text
		case is && !was:
			won = text
		}
	}
	return lost, won
}

func (p pair) String() string {
	return fmt.Sprintf("old %s\nnew %s\n%+v", p.old.text, p.new.text, p.changes)
}

// No schema differs from itself, however it is spelled.
func TestNothingHasChanged(t *testing.T) {
	for seed := range *pairs {
		r := random{rand.New(rand.NewPCG(uint64(seed), 2))}
		schema := r.document()
		old, ok := newOracle(schema)
		if !ok {
			continue
		}
		new, _ := newOracle(r.spelledOtherwise(schema).(map[string]any))
		o, err := compileCheck(old.text)
		if err != nil {
			continue
		}
		n, err := compileCheck(new.text)
		if err != nil {
			t.Fatalf("%v\n%s", err, new.text)
		}
		if v := worst(compare.Versions(o, n)); v.Backward != compare.Compatible || v.Forward != compare.Compatible {
			t.Fatalf("seed %d: %+v\nold %s\nnew %s", seed, compare.Versions(o, n), old.text, new.text)
		}
	}
}

// An oracle is an independent validator.
type oracle struct {
	text   string
	schema *jsonschema.Schema
}

func newOracle(schema any) (oracle, bool) {
	text, err := json.Marshal(schema)
	if err != nil {
		panic(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", bytes.NewReader(text)); err != nil {
		return oracle{}, false
	}
	s, err := c.Compile("schema.json")
	return oracle{string(text), s}, err == nil
}

func (o oracle) valid(text string) bool {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		panic(err)
	}
	return o.schema.Validate(v) == nil
}

// random makes schemas and documents.
type random struct{ *rand.Rand }

func pick[T any](r random, list ...T) T { return list[r.IntN(len(list))] }

func (r random) sometimes(n int) bool { return r.IntN(n) == 0 }

// document makes a schema with definitions.
func (r random) document() map[string]any {
	s, ok := r.schema(3).(map[string]any)
	if !ok {
		s = map[string]any{}
	}
	s["$defs"] = map[string]any{"x": r.schema(2), "y": r.schema(1)}
	if r.sometimes(4) {
		s["$schema"] = "http://json-schema.org/draft-07/schema#"
	}
	return s
}

// schema makes a schema of some depth.
func (r random) schema(depth int) any {
	if r.sometimes(12) {
		return pick(r, true, true, false)
	}
	s := map[string]any{}
	for range 1 + r.IntN(2) {
		maps.Copy(s, r.keywords(depth))
	}
	return s
}

// keywords makes keywords that belong together.
func (r random) keywords(depth int) map[string]any {
	kinds := 6
	if depth > 0 {
		kinds = 14
	}
	switch r.IntN(kinds) {
	case 0:
		return map[string]any{"type": pick[any](r, "string", "integer", "number", "boolean", "null", "array", "object", []any{"string", "null"}, []any{"object", "integer"})}
	case 1:
		return map[string]any{"enum": r.values(1 + r.IntN(4))}
	case 2:
		return map[string]any{"const": r.value(1)}
	case 3:
		return map[string]any{"type": "string", pick(r, "minLength", "maxLength"): r.IntN(3)}
	case 4:
		return map[string]any{"type": pick(r, "integer", "number"), pick(r, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minimum"): pick[any](r, 0, 1, 1.5, 2, 3)}
	case 5:
		return pick(r, map[string]any{"pattern": pick(r, "^a", "b$", "^[ab]*$")}, map[string]any{"multipleOf": pick[any](r, 1, 2, 0.5)})
	case 6:
		return r.array(depth)
	case 7:
		return map[string]any{pick(r, "anyOf", "oneOf", "allOf"): []any{r.schema(depth - 1), r.schema(depth - 1)}}
	case 8:
		return pick(r, map[string]any{"not": r.schema(depth - 1)}, map[string]any{"if": r.schema(depth - 1), "then": r.schema(depth - 1), "else": r.schema(depth - 1)})
	case 9:
		return map[string]any{"$ref": pick(r, "#/$defs/x", "#/$defs/y")}
	case 10:
		tag := func(v string) any {
			return map[string]any{"type": "object", "required": []any{"a"}, "properties": map[string]any{"a": map[string]any{"const": v}, "b": r.schema(depth - 1)}}
		}
		return map[string]any{"oneOf": []any{tag("a"), tag("b")}}
	}
	return r.object(depth)
}

func (r random) array(depth int) map[string]any {
	s := map[string]any{"type": "array"}
	if r.sometimes(2) {
		s["items"] = r.schema(depth - 1)
	}
	if r.sometimes(4) {
		s["prefixItems"] = []any{r.schema(depth - 1)}
	}
	if r.sometimes(4) {
		s["contains"] = r.schema(depth - 1)
	}
	if r.sometimes(3) {
		s[pick(r, "minItems", "maxItems", "minContains")] = r.IntN(3)
	}
	if r.sometimes(6) {
		s["uniqueItems"] = true
	}
	if r.sometimes(8) {
		s["unevaluatedItems"] = r.schema(depth - 1)
	}
	return s
}

func (r random) object(depth int) map[string]any {
	s := map[string]any{"type": "object"}
	properties := map[string]any{}
	for _, name := range []string{"a", "b", "xa"} {
		if r.sometimes(2) {
			properties[name] = r.schema(depth - 1)
		}
		if r.sometimes(12) {
			properties[name] = map[string]any{"$ref": "#"}
		}
	}
	s["properties"] = properties
	if r.sometimes(2) {
		s["required"] = pick(r, []any{"a"}, []any{"b"}, []any{"a", "b"})
	}
	if r.sometimes(3) {
		s["additionalProperties"] = r.schema(depth - 1)
	}
	if r.sometimes(6) {
		s["patternProperties"] = map[string]any{pick(r, "^x", "a$"): r.schema(depth - 1)}
	}
	if r.sometimes(8) {
		s["propertyNames"] = r.schema(0)
	}
	if r.sometimes(6) {
		s[pick(r, "minProperties", "maxProperties")] = r.IntN(3)
	}
	if r.sometimes(8) {
		s["dependentRequired"] = map[string]any{"a": []any{"b"}}
	}
	if r.sometimes(8) {
		s["dependentSchemas"] = map[string]any{"b": r.schema(depth - 1)}
	}
	if r.sometimes(8) {
		s["unevaluatedProperties"] = r.schema(depth - 1)
	}
	return s
}

// value makes a document.
func (r random) value(depth int) any {
	if depth > 0 && r.sometimes(2) {
		if r.sometimes(3) {
			return r.values(r.IntN(3))
		}
		object := map[string]any{}
		for _, name := range []string{"a", "b", "xa", "xb", "c"} {
			if r.sometimes(2) {
				object[name] = r.value(depth - 1)
			}
		}
		return object
	}
	return pick[any](r, nil, true, false, 0, 1, 1.5, 2, 3, -1, "", "a", "b", "ab", "xyz", map[string]any{}, []any{})
}

func (r random) values(n int) []any {
	list := make([]any, n)
	for i := range list {
		list[i] = r.value(1)
	}
	return list
}

// instance makes a document that is likely to mean something to one of the schemas.
func (r random) instance(schemas ...map[string]any) string {
	root := pick(r, schemas...)
	text, err := json.Marshal(r.fit(root, root, 6))
	if err != nil {
		panic(err)
	}
	return string(text)
}

// fit makes a document with an eye on some keywords of a schema.
func (r random) fit(schema any, root map[string]any, depth int) any {
	s, ok := schema.(map[string]any)
	if !ok || depth == 0 || r.sometimes(8) {
		return r.value(2)
	}
	if ref, ok := s["$ref"].(string); ok && r.sometimes(2) {
		target := any(root)
		if name, found := strings.CutPrefix(ref, "#/$defs/"); found {
			target = root["$defs"].(map[string]any)[name]
		}
		return r.fit(target, root, depth-1)
	}
	for _, keyword := range []string{"anyOf", "oneOf", "allOf"} {
		if branches, ok := s[keyword].([]any); ok && r.sometimes(2) {
			return r.fit(pick(r, branches...), root, depth-1)
		}
	}
	switch {
	case s["const"] != nil && r.sometimes(2):
		return s["const"]
	case s["enum"] != nil:
		return pick(r, s["enum"].([]any)...)
	case s["properties"] != nil || s["type"] == "object":
		return r.fitObject(s, root, depth)
	case s["type"] == "array":
		list := []any{}
		for range r.IntN(3) {
			list = append(list, r.fit(s["items"], root, depth-1))
		}
		return list
	case s["type"] == "string":
		return pick[any](r, "", "a", "b", "ab", "xyz")
	case s["type"] == "integer":
		return pick[any](r, -1, 0, 1, 2, 3, 4)
	}
	return r.value(2)
}

func (r random) fitObject(s, root map[string]any, depth int) any {
	object := map[string]any{}
	properties, _ := s["properties"].(map[string]any)
	required, _ := s["required"].([]any)
	for _, name := range []string{"a", "b", "xa", "c"} {
		if slices.Contains(required, any(name)) || r.sometimes(2) {
			object[name] = r.fit(properties[name], root, depth-1)
		}
	}
	return object
}

// change makes another version of a schema.
func (r random) change(schema map[string]any) map[string]any {
	changed := clone(schema).(map[string]any)
	for range 1 + r.IntN(2) {
		places := schemasIn(changed, nil)
		r.edit(pick(r, places...))
	}
	if reflect.DeepEqual(changed, schema) {
		return r.change(schema)
	}
	return changed
}

func clone(v any) any {
	switch v := v.(type) {
	case map[string]any:
		m := make(map[string]any, len(v))
		for k, e := range v {
			m[k] = clone(e)
		}
		return m
	case []any:
		list := make([]any, len(v))
		for i, e := range v {
			list[i] = clone(e)
		}
		return list
	}
	return v
}

// schemasIn returns the schemas in a schema that are objects, in order.
func schemasIn(v any, found []map[string]any) []map[string]any {
	s, ok := v.(map[string]any)
	if !ok {
		return found
	}
	found = append(found, s)
	for _, keyword := range slices.Sorted(maps.Keys(s)) {
		switch sub := s[keyword].(type) {
		case map[string]any:
			if !strings.HasSuffix(keyword, "roperties") && keyword != "$defs" && keyword != "dependentSchemas" || keyword == "additionalProperties" || keyword == "unevaluatedProperties" {
				if keyword != "const" && keyword != "dependentRequired" {
					found = schemasIn(sub, found)
				}
				continue
			}
			for _, name := range slices.Sorted(maps.Keys(sub)) {
				found = schemasIn(sub[name], found)
			}
		case []any:
			if keyword != "enum" && keyword != "const" && keyword != "required" && keyword != "type" {
				for _, item := range sub {
					found = schemasIn(item, found)
				}
			}
		}
	}
	return found
}

// edit changes a schema in place.
func (r random) edit(s map[string]any) {
	keywords := slices.DeleteFunc(slices.Sorted(maps.Keys(s)), func(k string) bool { return k == "$defs" || k == "if" })
	switch n := r.IntN(6); {
	case n == 0 && len(keywords) > 0:
		delete(s, pick(r, keywords...))
	case n == 1:
		maps.Copy(s, r.keywords(1))
	case n == 2 && s["enum"] != nil:
		s["enum"] = append(s["enum"].([]any), r.value(1))
	case n == 3 && s["properties"] != nil:
		s["properties"].(map[string]any)[pick(r, "a", "b", "c")] = r.schema(1)
	case n == 4 && s["required"] != nil:
		s["required"] = pick(r, []any{"a"}, []any{"b"}, []any{"a", "b"}, []any{"c"})
	default:
		for _, keyword := range keywords {
			switch v := s[keyword].(type) {
			case int:
				s[keyword] = max(v+pick(r, -1, 1), 0)
				return
			case []any:
				if keyword == "anyOf" || keyword == "oneOf" || keyword == "allOf" {
					s[keyword] = append(v[:len(v):len(v)], r.schema(1))
					return
				}
			}
		}
	}
	if m, ok := s["multipleOf"].(int); ok && m == 0 {
		s["multipleOf"] = 1
	}
}

// spelledOtherwise says the same in other words.
func (r random) spelledOtherwise(v any) any {
	changed := clone(v)
	for _, s := range schemasIn(changed, nil) {
		switch t := s["type"].(type) {
		case string:
			if r.sometimes(2) {
				s["type"] = []any{t}
			}
		case []any:
			slices.Reverse(t)
		}
		if c, ok := s["const"]; ok && r.sometimes(2) && s["enum"] == nil {
			delete(s, "const")
			s["enum"] = []any{c}
		}
		for _, keyword := range []string{"anyOf", "enum"} {
			if list, ok := s[keyword].([]any); ok {
				slices.Reverse(list)
			}
		}
		if list, ok := s["required"].([]any); ok {
			slices.Reverse(list)
		}
		for _, keyword := range []string{"items", "additionalProperties", "contains"} {
			if sub, ok := s[keyword]; ok && r.sometimes(2) {
				s[keyword] = map[string]any{"allOf": []any{sub}}
			}
		}
	}
	return changed
}
