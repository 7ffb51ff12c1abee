package conformance

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// The schemas keep the rules of schemas/README.md that a program can check.
func TestSchemasKeepRules(t *testing.T) {
	roots := loadCatalogue(t)
	for _, file := range slices.Sorted(maps.Keys(roots)) {
		root := roots[file]
		for _, broken := range headRules(file, root) {
			t.Errorf("%s: %s", root.Location, broken)
		}
		for _, s := range within(root) {
			for _, broken := range schemaRules(s) {
				t.Errorf("%s: %s", s.Location, broken)
			}
		}
	}
	for _, e := range catalog.Events() {
		if recognised := len(roots[schemaOf(e)].Identify) > 0; e.Request && !recognised {
			t.Errorf("%s: a request without x-identify", e.ID)
		}
	}
}

// headRules returns what is missing at the head of a document.
func headRules(file string, root *schema.Schema) []string {
	var broken []string
	if id := root.Source.Member("$id"); id == nil || id.Text != schemaRoot+file {
		broken = append(broken, "$id is not "+schemaRoot+file)
	}
	page, _, _ := strings.Cut(strings.TrimPrefix(root.Comment, "https://"), "/")
	if !slices.Contains([]string{"docs.aws.amazon.com", "developer.amazon.com", "docs.amplify.aws"}, page) {
		broken = append(broken, "$comment is no page of AWS")
	}
	return broken
}

// schemaRules returns what is wrong with a schema: everything with a name is described, and
// everything is open.
func schemaRules(s *schema.Schema) []string {
	var broken []string
	definition, isDefinition := strings.CutPrefix(s.Location.Pointer, "/$defs/")
	if s.Location.Pointer == "" || isDefinition && !strings.Contains(definition, "/") {
		broken = append(broken, description("it", s)...)
	}
	for _, member := range s.Properties {
		broken = append(broken, description(member.Name, member.Schema)...)
	}
	for _, closed := range []*schema.Schema{s.AdditionalProperties, s.UnevaluatedProperties, s.UnevaluatedItems} {
		if closed != nil && closed.Boolean != nil && !*closed.Boolean {
			broken = append(broken, "additional members are refused")
		}
	}
	return broken
}

// description returns what is wrong with that of a schema: it is to be a sentence.
func description(name string, s *schema.Schema) []string {
	if !strings.HasSuffix(s.Description, ".") {
		return []string{fmt.Sprintf("%s is described as %q", name, s.Description)}
	}
	return nil
}

// within returns the schemas of a document.
func within(root *schema.Schema) []*schema.Schema {
	var all []*schema.Schema
	todo := []*schema.Schema{root}
	for len(todo) > 0 {
		s := todo[0]
		todo = todo[1:]
		if s == nil || s.Location.File != root.Location.File || slices.Contains(all, s) {
			continue
		}
		all = append(all, s)
		for _, p := range slices.Concat(s.Properties, s.PatternProperties, s.DependentSchemas) {
			todo = append(todo, p.Schema)
		}
		todo = append(todo, s.Ref, s.Not, s.If, s.Then, s.Else, s.AdditionalProperties, s.PropertyNames, s.Items, s.Contains, s.ContentSchema)
		todo = slices.Concat(todo, s.AllOf, s.AnyOf, s.OneOf, s.PrefixItems)
	}
	return all
}

// Each member that a schema describes occurs in an example, so that constructors show it.
func TestExamplesShowAllMembers(t *testing.T) {
	roots := loadCatalogue(t)
	described, shown := 0, 0
	for _, e := range catalog.Events() {
		seen := make(map[*schema.Schema]bool)
		for _, doc := range documents(t, folderOf(e, "examples"), 1) {
			value := decoded(t, string(doc))
			for _, p := range places(&value, roots[schemaOf(e)]) {
				for _, s := range p.schemas {
					seen[s] = true
				}
			}
		}
		for _, s := range within(roots[schemaOf(e)]) {
			for _, member := range s.Properties {
				if !seen[s] {
					continue // in a document in a string, or in an example of another type
				}
				described++
				if seen[member.Schema] {
					shown++
					continue
				}
				t.Errorf("%s: %s is in no example", e.ID, member.Schema.Location.Pointer)
			}
		}
	}
	t.Logf("%d of %d members", shown, described)
}
