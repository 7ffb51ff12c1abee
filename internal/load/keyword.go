package load

import "github.com/eventgen-go/eventgen/internal/schema"

// A shape says where in the value of a keyword there are schemas.
type shape int

const (
	plain        shape = iota // nowhere
	single                    // the value is one
	list                      // the items are
	named                     // the values of the members are
	singleOrList              // the value is one, or its items are
	dependencies              // the values of the members are, or are lists of names
)

// A vocabulary is a set of the vocabularies of draft 2019-09 and later.
type vocabulary int

const (
	core vocabulary = 1 << iota
	applicator
	unevaluated // in draft 2019-09 part of the applicator vocabulary
	validation
	metadata
	format
	content
	formatAssertion

	everyVocabulary = core | applicator | unevaluated | validation | metadata | format | content
)

const (
	first = schema.Draft4
	last  = schema.Draft2020
)

// A keyword is what the drafts from one to another read under a name.
type keyword struct {
	name       string
	shape      shape
	from, to   schema.Draft
	vocabulary vocabulary
}

// keywords are all that is read of a schema. An unknown keyword is data that
// nobody looks at, though a reference may still lead into it.
var keywords = []keyword{
	{"id", plain, first, schema.Draft4, core},
	{"$id", plain, schema.Draft6, last, core},
	{"$anchor", plain, schema.Draft2019, last, core},
	{"$recursiveAnchor", plain, schema.Draft2019, schema.Draft2019, core},
	{"$dynamicAnchor", plain, schema.Draft2020, last, core},
	{"$vocabulary", plain, schema.Draft2019, last, core},
	{"$ref", plain, first, last, core},
	{"$recursiveRef", plain, schema.Draft2019, schema.Draft2019, core},
	{"$dynamicRef", plain, schema.Draft2020, last, core},
	{"$comment", plain, schema.Draft7, last, core},
	{"$defs", named, schema.Draft2019, last, core},
	{"definitions", named, first, last, core}, // in the meta-schemas of all drafts

	{"x-go-name", plain, first, last, core},
	{"x-go-type", plain, first, last, core},
	{"x-content-encoding", plain, first, last, core},
	{"x-identify", plain, first, last, core},
	{"x-payload", plain, first, last, core},
	{"x-forwarded", plain, first, last, core},
	{"x-md5-of", plain, first, last, core},
	{"x-response", plain, first, last, core},

	{"title", plain, first, last, metadata},
	{"description", plain, first, last, metadata},
	{"default", plain, first, last, metadata},
	{"examples", plain, schema.Draft6, last, metadata},
	{"deprecated", plain, schema.Draft2019, last, metadata},
	{"readOnly", plain, schema.Draft7, last, metadata},
	{"writeOnly", plain, schema.Draft7, last, metadata},

	{"type", plain, first, last, validation},
	{"enum", plain, first, last, validation},
	{"const", plain, schema.Draft6, last, validation},

	{"multipleOf", plain, first, last, validation},
	{"maximum", plain, first, last, validation},
	{"exclusiveMaximum", plain, first, last, validation},
	{"minimum", plain, first, last, validation},
	{"exclusiveMinimum", plain, first, last, validation},

	{"maxLength", plain, first, last, validation},
	{"minLength", plain, first, last, validation},
	{"pattern", plain, first, last, validation},
	{"format", plain, first, last, format},
	{"contentEncoding", plain, schema.Draft7, last, content},
	{"contentMediaType", plain, schema.Draft7, last, content},
	{"contentSchema", single, schema.Draft2019, last, content},

	{"prefixItems", list, schema.Draft2020, last, applicator},
	{"items", singleOrList, first, schema.Draft2019, applicator},
	{"items", single, schema.Draft2020, last, applicator},
	{"additionalItems", single, first, schema.Draft2019, applicator},
	{"contains", single, schema.Draft6, last, applicator},
	{"minContains", plain, schema.Draft2019, last, validation},
	{"maxContains", plain, schema.Draft2019, last, validation},
	{"maxItems", plain, first, last, validation},
	{"minItems", plain, first, last, validation},
	{"uniqueItems", plain, first, last, validation},
	{"unevaluatedItems", single, schema.Draft2019, last, unevaluated},

	{"properties", named, first, last, applicator},
	{"patternProperties", named, first, last, applicator},
	{"additionalProperties", single, first, last, applicator},
	{"propertyNames", single, schema.Draft6, last, applicator},
	{"maxProperties", plain, first, last, validation},
	{"minProperties", plain, first, last, validation},
	{"required", plain, first, last, validation},
	{"dependentRequired", plain, schema.Draft2019, last, validation},
	{"dependentSchemas", named, schema.Draft2019, last, applicator},
	// Replaced by the two above in draft 2019-09, which lets implementations
	// go on reading it; its meta-schema still describes it.
	{"dependencies", dependencies, first, last, applicator},
	{"unevaluatedProperties", single, schema.Draft2019, last, unevaluated},

	{"allOf", list, first, last, applicator},
	{"anyOf", list, first, last, applicator},
	{"oneOf", list, first, last, applicator},
	{"not", single, first, last, applicator},
	{"if", single, schema.Draft7, last, applicator},
	{"then", single, schema.Draft7, last, applicator},
	{"else", single, schema.Draft7, last, applicator},
}

// schemas calls visit for every place in v, the value of k, where a schema
// should be.
func (k keyword) schemas(v *schema.Value, visit func(*schema.Value)) {
	isList := v.Kind == schema.KindArray
	switch k.shape {
	case single:
		visit(v)
	case singleOrList:
		if !isList {
			visit(v)
			return
		}
		fallthrough
	case list:
		for _, item := range v.Items {
			visit(item)
		}
	case named, dependencies:
		for _, m := range v.Members {
			if k.shape == named || m.Value.Kind != schema.KindArray {
				visit(m.Value)
			}
		}
	}
}
