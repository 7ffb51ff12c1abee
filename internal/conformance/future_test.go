package conformance

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/out/catalog"
	"github.com/eventgen-go/eventgen/out/s3"
)

// What services may add one day.
const (
	futureName  = "futureMember"
	futureValue = "FUTURE_VALUE"
)

// In July 2026 S3 began to write awsGeneratedTags into its events, and functions stopped working
// that did not expect them. The schema has the member by now; one that it does not have is treated
// the same.
func TestServiceAddsMember(t *testing.T) {
	for _, name := range []string{"awsGeneratedTags", "awsFutureTags"} {
		var event any = decoded(t, string(read(t, filepath.Join(corpus.LambdaEvents(t), "s3-event.json"))))
		tags := map[string]any{"aws:cloudformation:stack-name": "images", "aws:cloudformation:logical-id": "Bucket"}
		bucket := event.(map[string]any)["Records"].([]any)[0].(map[string]any)["s3"].(map[string]any)["bucket"].(map[string]any)
		bucket[name] = tags
		doc, err := json.Marshal(event)
		if err != nil {
			t.Fatal(err)
		}
		if complaint := (claim{document: doc, valid: true}).shortfall(judgeAs(t, "s3.Event")(doc)); complaint != "" {
			t.Errorf("%s: %s", name, complaint)
		}
		decoded, err := s3.DecodeEvent(doc)
		if err != nil {
			t.Fatal(err)
		}
		kept := decoded.Records[0].S3.Bucket
		raw, isExtra := kept.Extra.Get(name)
		if known := name == "awsGeneratedTags"; isExtra == known {
			t.Errorf("%s is among the members without a field: %t", name, isExtra)
		} else if known && kept.AWSGeneratedTags["aws:cloudformation:stack-name"] != "images" {
			t.Errorf("%s is %v", name, kept.AWSGeneratedTags)
		} else if !known && !sameJSON(raw, []byte(`{"aws:cloudformation:stack-name": "images", "aws:cloudformation:logical-id": "Bucket"}`), false) {
			t.Errorf("%s is %s", name, raw)
		}
	}
}

// Services add members to objects, entries to maps and values to enumerations without notice:
// what gets them stays valid, and gives them back. All types of the catalogue are open so, at all
// places of their examples, but for values that are told apart by their one member.
func TestFuture(t *testing.T) {
	roots := loadCatalogue(t)
	var counts futures
	for _, e := range catalog.Events() {
		judge := judgeAs(t, e.ID)
		examples := documents(t, folderOf(e, "examples"), 1)
		for _, file := range slices.Sorted(maps.Keys(examples)) {
			value := decoded(t, string(examples[file]))
			root := roots[schemaOf(e)]
			for _, p := range places(&value, root) {
				if marks(root, p) || !counts.change(p) {
					continue
				}
				doc, err := json.Marshal(value)
				if err != nil {
					t.Fatal(err)
				}
				counts.restore(p)
				if complaint := (claim{document: doc, valid: true, nearest: true}).shortfall(judge(doc)); complaint != "" {
					t.Errorf("%s, %s: %s", file, p.pointer, complaint)
				}
			}
		}
	}
	t.Logf("%d objects with one more member, %d strings with a value that is not in the enumeration, %d closed objects", counts.members, counts.values, counts.closed)
}

// marks reports whether documents are recognised by what is at a place: it does not change.
func marks(root *schema.Schema, p place) bool {
	for _, alternative := range root.Identify {
		if slices.ContainsFunc(alternative, func(test schema.Test) bool {
			return (test.Values != nil || test.Pattern != nil) && test.Pointer == index.ReplaceAllString(p.pointer, "/0")
		}) {
			return true
		}
	}
	return false
}

// futures counts changes.
type futures struct{ members, values, closed int }

// change makes a change that the service might make, if there is one.
func (f *futures) change(p place) bool {
	switch value := p.value.(type) {
	case map[string]any:
		if slices.ContainsFunc(p.schemas, func(s *schema.Schema) bool { return s.MaxProperties != nil || s.PropertyNames != nil }) {
			f.closed++
			return false
		}
		addition, ok := newMember(p, value)
		if ok {
			f.members++
			value[futureName] = addition
		}
		return ok
	case string:
		if slices.ContainsFunc(p.schemas, func(s *schema.Schema) bool { return s.Enum != nil }) {
			f.values++
			p.set(futureValue)
			return true
		}
	}
	return false
}

// restore undoes a change.
func (f *futures) restore(p place) {
	if object, ok := p.value.(map[string]any); ok {
		delete(object, futureName)
		return
	}
	p.set(p.value)
}

// newMember returns a value for one more member. In a map it is that of another one, since its
// values have a type.
func newMember(p place, object map[string]any) (any, bool) {
	typed := func(s *schema.Schema) bool { return s.AdditionalProperties != nil && !anything(s.AdditionalProperties) }
	if !slices.ContainsFunc(p.schemas, typed) {
		return map[string]any{"list": []any{"text", json.Number("1"), nil}}, true
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if !slices.ContainsFunc(p.schemas, func(s *schema.Schema) bool {
			return slices.ContainsFunc(s.Properties, func(m schema.Property) bool { return m.Name == name })
		}) {
			return object[name], true
		}
	}
	return nil, false
}
