package load

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// Bounds on x-identify, far above what tells documents apart.
const (
	maxTests  = 1_000 // of one schema
	maxTokens = 64    // of one pointer
)

// identify is the keyword that says how documents of a schema are recognised.
const identifyKeyword = "x-identify"

// readIdentify reads x-identify, which no meta-schema checks: a list of alternatives, each an
// object from JSON Pointers to tests. The result is nil if the keyword is absent, or wrong.
func (r *reader) readIdentify() []schema.Alternative {
	v := r.keyword(identifyKeyword)
	if v == nil {
		return nil
	}
	if r.schema.Location.Pointer != "" {
		r.wrongTest(v, "x-identify stands at the root of a document, not within", "it is about documents as a whole")
		return nil
	}
	if v.Kind != schema.KindArray || len(v.Items) == 0 {
		r.wrongTest(v, "x-identify must be an array of at least one alternative", `such as [{"/source": {"const": "shop"}}]`)
	}
	var all []schema.Alternative
	tests := 0
	for _, item := range v.Items {
		if tests += len(item.Members); tests > maxTests {
			r.wrongTest(item, fmt.Sprintf("x-identify has more than %d tests", maxTests), "")
			break
		}
		all = append(all, r.alternative(item))
	}
	return all
}

// wrongTest notes what is wrong with a part of x-identify.
func (r *reader) wrongTest(at *schema.Value, message, hint string) {
	r.builder.library.refuse(at, identifyKeyword, &refusal{message: message, hint: hint})
}

// alternative reads an object from pointers to tests.
func (r *reader) alternative(v *schema.Value) schema.Alternative {
	if v.Kind != schema.KindObject {
		r.wrongTest(v, "an alternative must be an object from JSON Pointers to tests, not "+describe(v.Kind), "")
		return nil
	}
	var a schema.Alternative
	for _, m := range v.Members {
		t := schema.Test{Pointer: m.Name, Tokens: r.tokens(m)}
		r.readTest(&t, m.Value)
		a = append(a, t)
	}
	if !slices.ContainsFunc(a, func(t schema.Test) bool { return !t.Absent }) {
		r.wrongTest(v, "an alternative needs a test of something that is there", "what is absent here is absent from most documents")
	}
	return a
}

// tokens reads the name of a member as a JSON Pointer.
func (r *reader) tokens(m schema.Member) []string {
	at := &schema.Value{Location: m.Location}
	switch {
	case m.Name == "":
		return nil
	case m.Name[0] != '/':
		r.wrongTest(at, quote(m.Name)+" is no JSON Pointer: it does not begin with /", fmt.Sprintf("did you mean %s?", quote("/"+m.Name)))
		return nil
	case strings.Count(m.Name, "/") > maxTokens:
		r.wrongTest(at, fmt.Sprintf("the JSON Pointer leads through more than %d levels", maxTokens), "")
		return nil
	}
	tokens := strings.Split(m.Name[1:], "/")
	for i, token := range tokens {
		name, ok := unescape(token)
		if !ok {
			r.wrongTest(at, "the JSON Pointer "+quote(m.Name)+" has a ~ that is not part of ~0 or ~1", "write ~ as ~0 and / as ~1")
			return nil
		}
		tokens[i] = name
	}
	return tokens
}

// testKeywords are the keywords of a test, by name.
var testKeywords = map[string]func(*reader, *schema.Test, *schema.Value){
	"const":   (*reader).readTestConst,
	"enum":    (*reader).readTestEnum,
	"pattern": (*reader).readTestPattern,
	"type":    (*reader).readTestType,
}

// readTest reads true, false, or an object of keywords.
func (r *reader) readTest(t *schema.Test, v *schema.Value) {
	switch v.Kind {
	case schema.KindTrue:
		return
	case schema.KindFalse:
		t.Absent = true
		return
	case schema.KindObject:
	default:
		r.wrongTest(v, "a test must be true, false or an object, not "+describe(v.Kind), `such as {"const": "shop"}; true means that the member is there`)
		return
	}
	if len(v.Members) == 0 {
		r.wrongTest(v, "the test says nothing", "true means that the member is there")
	}
	for _, m := range v.Members {
		read, known := testKeywords[m.Name]
		if !known {
			r.wrongTest(&schema.Value{Location: m.Location}, "unknown keyword "+quote(m.Name)+" in a test", "known are const, enum, pattern and type")
			continue
		}
		read(r, t, m.Value)
	}
	if v.Member("const") != nil && v.Member("enum") != nil {
		r.wrongTest(v, "a test has const or enum, not both", "")
	}
}

func (r *reader) readTestConst(t *schema.Test, v *schema.Value) {
	t.Values = []*schema.Value{v}
}

func (r *reader) readTestEnum(t *schema.Test, v *schema.Value) {
	if v.Kind != schema.KindArray || len(v.Items) == 0 {
		r.wrongTest(v, "enum must be an array of at least one value", "")
	}
	t.Values = v.Items
}

func (r *reader) readTestPattern(t *schema.Test, v *schema.Value) {
	if v.Kind != schema.KindString {
		r.wrongTest(v, "pattern must be a string, not "+describe(v.Kind), "")
		return
	}
	t.Pattern = v
}

func (r *reader) readTestType(t *schema.Test, v *schema.Value) {
	names := v.Items
	if v.Kind == schema.KindString {
		names = []*schema.Value{v}
	}
	for _, name := range names {
		known, ok := types[name.Text]
		if !ok || name.Kind != schema.KindString {
			r.wrongTest(name, "unknown type in a test", "known are array, boolean, integer, null, number, object and string")
			continue
		}
		t.Types = append(t.Types, known)
	}
	if len(names) == 0 {
		r.wrongTest(v, "type must be the name of a type or an array of names", "")
	}
}
