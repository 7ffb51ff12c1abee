package load

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A checker holds schemas against the meta-schemas of the drafts. The zero
// value is ready.
type checker struct {
	metaSchemas map[schema.Draft]*jsonschema.Schema
}

// metaSchema is that of a draft. They are built into jsonschema.
func (c *checker) metaSchema(d schema.Draft) (*jsonschema.Schema, error) {
	if s := c.metaSchemas[d]; s != nil {
		return s, nil
	}
	known := map[schema.Draft]*jsonschema.Draft{
		schema.Draft4: jsonschema.Draft4, schema.Draft6: jsonschema.Draft6, schema.Draft7: jsonschema.Draft7,
		schema.Draft2019: jsonschema.Draft2019, schema.Draft2020: jsonschema.Draft2020,
	}
	s, err := jsonschema.NewCompiler().Compile(known[d].URL())
	if err != nil {
		return nil, err
	}
	if c.metaSchemas == nil {
		c.metaSchemas = map[schema.Draft]*jsonschema.Schema{}
	}
	c.metaSchemas[d] = s
	return s, nil
}

// checkMeta holds one schema against the meta-schema of its draft, but not the
// schemas in it: each is checked by itself, in its own dialect. That keeps the
// checker from going deep, where its work would grow with the square.
func (l *library) checkMeta(v *schema.Value) {
	d := l.places[v].dialect
	if v.Kind != schema.KindObject {
		return // true and false are fine, and parents have been checked for them
	}
	leaves, err := l.violations(v, d)
	if err != nil {
		l.problems.add(&schema.Problem{Location: v.Location, Message: "the schema cannot be checked: " + err.Error()})
	}
	for _, leaf := range leaves {
		l.violation(v, leaf)
	}
}

// violations are the deepest causes for which v is not a schema.
//
// jsonschema has panicked on instances before, so that a panic is an error here.
func (l *library) violations(v *schema.Value, d *dialect) (leaves []*jsonschema.ValidationError, err error) {
	defer func() {
		if r := recover(); r != nil {
			leaves, err = nil, fmt.Errorf("the checker failed: %v", r)
		}
	}()
	meta, err := l.checker.metaSchema(d.draft)
	if err != nil {
		return nil, err
	}
	instance := map[string]any{}
	for _, m := range v.Members {
		if _, ok := d.keywords[m.Name]; ok {
			instance[m.Name] = l.keywordInstance(m.Name, m.Value, d)
		}
	}
	switch err := meta.Validate(instance).(type) {
	case nil:
		return nil, nil
	case *jsonschema.ValidationError:
		return causes(err, d), nil
	default:
		return nil, err
	}
}

// keywordInstance is the value of a keyword for the checker. It does not see
// patterns, which it would take for those of Go and compile at some cost:
// those of patternProperties are numbered instead.
func (l *library) keywordInstance(keyword string, v *schema.Value, d *dialect) any {
	switch {
	case keyword == "pattern" && v.Kind == schema.KindString:
		return ""
	case keyword == "patternProperties" && v.Kind == schema.KindObject:
		members := make(map[string]any, len(v.Members))
		for i, m := range v.Members {
			members[strconv.Itoa(i)] = l.instance(m.Value, d)
		}
		return members
	}
	return l.instance(v, d)
}

// instance is v for the checker, with stand-ins for the schemas in it.
func (l *library) instance(v *schema.Value, d *dialect) any {
	switch v.Kind {
	case schema.KindNull:
		return nil
	case schema.KindFalse, schema.KindTrue:
		return v.Kind == schema.KindTrue
	case schema.KindNumber:
		return instanceNumber(v.Text)
	case schema.KindString:
		return v.Text
	case schema.KindArray:
		items := make([]any, len(v.Items))
		for i, item := range v.Items {
			items[i] = l.instance(item, d)
		}
		return items
	}
	if l.places[v] != nil {
		if d.draft == schema.Draft4 {
			return map[string]any{}
		}
		return true
	}
	members := make(map[string]any, len(v.Members))
	for _, m := range v.Members {
		members[m.Name] = l.instance(m.Value, d)
	}
	return members
}

// instanceNumber stands in for numbers on which the checker would spend its
// life: it keeps the sign, and whether the number is whole.
func instanceNumber(text string) json.Number {
	const enough = 400 // digits, or as an exponent
	n := parseDecimal(text)
	standIn := "0.5"
	if n.isWhole() {
		standIn = "1"
	}
	switch {
	case n.digits == "":
		return "0"
	case len(text) <= enough && -enough <= n.exponent && n.exponent <= enough:
		return json.Number(text)
	case n.negative:
		return json.Number("-" + standIn)
	}
	return json.Number(standIn)
}

// causes are the leaves of the tree of violations e that say something. An
// alternative that has none is as good as valid.
func causes(e *jsonschema.ValidationError, d *dialect) []*jsonschema.ValidationError {
	if len(e.Causes) == 0 {
		if irrelevant(e, d) {
			return nil
		}
		return []*jsonschema.ValidationError{e}
	}
	if !strings.HasSuffix(e.KeywordLocation, "/anyOf") {
		var all []*jsonschema.ValidationError
		for _, cause := range e.Causes {
			all = append(all, causes(cause, d)...)
		}
		return all
	}
	var best []*jsonschema.ValidationError
	for _, cause := range e.Causes {
		branch := causes(cause, d)
		if len(branch) == 0 {
			return nil
		}
		if best == nil || closeness(branch[0]) > closeness(best[0]) {
			best = branch
		}
	}
	return best
}

// closeness says how far an alternative got: one that fails deeper down, or
// past the tests of type and enum, is what the author meant.
func closeness(e *jsonschema.ValidationError) int {
	depth := 3 * strings.Count(e.InstanceLocation, "/")
	switch {
	case strings.HasSuffix(e.KeywordLocation, "/type"):
		return depth
	case strings.HasSuffix(e.KeywordLocation, "/enum"):
		return depth + 1
	}
	return depth + 2
}

// irrelevant says that a violation does not count: the checker keeps draft 7
// to what draft 6 says of enum.
func irrelevant(e *jsonschema.ValidationError, d *dialect) bool {
	return d.draft == schema.Draft7 && e.InstanceLocation == "/enum" && !strings.HasSuffix(e.KeywordLocation, "/type")
}

// violation notes what is wrong with schema v.
func (l *library) violation(v *schema.Value, e *jsonschema.ValidationError) {
	p := &schema.Problem{Location: v.Location, Message: e.Message}
	subject, at := l.locate(v, e.InstanceLocation)
	if len(subject) > 0 {
		p.Location = at.Location
		p.Keyword = subject[0]
		p.Message = strings.Join(subject, "/") + ": " + e.Message
		if strings.HasPrefix(e.Message, "must ") {
			p.Message = strings.Join(subject, "/") + " " + e.Message
		}
	}
	l.problems.add(p)
}

// locate finds the value at a location in the instance made of v, and the
// names that lead to it.
func (l *library) locate(v *schema.Value, location string) ([]string, *schema.Value) {
	var path []string
	for token := range strings.SplitSeq(strings.TrimPrefix(location, "/"), "/") {
		escaped, err := url.PathUnescape(token)
		name, ok := unescape(escaped)
		if err != nil || !ok || location == "" {
			break
		}
		if len(path) == 1 && path[0] == "patternProperties" {
			if i, err := strconv.Atoi(name); err == nil && i < len(v.Members) {
				name = v.Members[i].Name
			}
		}
		next := l.child(v, name)
		if next == nil {
			break
		}
		path, v = append(path, name), next
	}
	return path, v
}
