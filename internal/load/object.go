package load

import "github.com/eventgen-go/eventgen/internal/schema"

func (r *reader) readObjects() {
	s := r.schema
	s.Properties = r.named("properties")
	s.PatternProperties = r.named("patternProperties")
	s.AdditionalProperties = r.sub("additionalProperties")
	s.PropertyNames = r.sub("propertyNames")
	s.MinProperties = r.count("minProperties")
	s.MaxProperties = r.count("maxProperties")
	s.Required = stringList(r.keyword("required"))
	s.DependentSchemas = append(r.named("dependentSchemas"), r.named("dependencies")...)
	s.DependentRequired = append(r.dependentNames("dependentRequired"), r.dependentNames("dependencies")...)
	s.UnevaluatedProperties = r.sub("unevaluatedProperties")
}

// dependentNames are the lists of names in the object that is the value of a
// keyword. In "dependencies" some values are schemas instead.
func (r *reader) dependentNames(name string) []schema.Dependency {
	v := r.kind(name, schema.KindObject)
	if v == nil {
		return nil
	}
	list := make([]schema.Dependency, 0, len(v.Members))
	for _, m := range v.Members {
		if m.Value.Kind == schema.KindArray {
			list = append(list, schema.Dependency{Name: m.Name, Required: stringList(m.Value)})
		}
	}
	return list
}
