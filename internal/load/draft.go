package load

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A dialect is how the schemas of a resource are read: by the rules of a
// draft, or of a meta-schema on top of one.
type dialect struct {
	draft        schema.Draft
	assertFormat bool
	keywords     map[string]keyword // those that are read
}

func newDialect(d schema.Draft, vs vocabulary, assertFormat bool) *dialect {
	if d == schema.Draft2019 && vs&applicator != 0 {
		vs |= unevaluated
	}
	known := make(map[string]keyword, len(keywords))
	for _, k := range keywords {
		if k.from <= d && d <= k.to && vs&k.vocabulary != 0 {
			known[k.name] = k
		}
	}
	return &dialect{draft: d, assertFormat: assertFormat || d <= schema.Draft7, keywords: known}
}

// refHidesSiblings says whether nothing counts beside $ref.
func (d *dialect) refHidesSiblings() bool { return d.draft <= schema.Draft7 }

// idKeyword is the name of the keyword that identifies a resource.
func (d *dialect) idKeyword() string {
	if d.draft == schema.Draft4 {
		return "id"
	}
	return "$id"
}

// drafts are the drafts by the identifiers of their meta-schemas, without
// scheme and fragment: people write http and https, "#" and none.
var drafts = map[string]schema.Draft{
	"json-schema.org/draft-04/schema":      schema.Draft4,
	"json-schema.org/draft-06/schema":      schema.Draft6,
	"json-schema.org/draft-07/schema":      schema.Draft7,
	"json-schema.org/draft/2019-09/schema": schema.Draft2019,
	"json-schema.org/draft/2020-12/schema": schema.Draft2020,
}

// vocabularies are the names of what $vocabulary may list.
var vocabularies = map[string]vocabulary{
	"core": core, "applicator": applicator, "unevaluated": unevaluated, "validation": validation,
	"meta-data": metadata, "content": content, "format": format,
	"format-annotation": format, "format-assertion": format | formatAssertion,
}

// withoutScheme is uri without http or https and without an empty fragment.
func withoutScheme(uri string) string {
	uri = strings.TrimSuffix(uri, "#")
	if rest, ok := strings.CutPrefix(uri, "https://"); ok {
		return rest
	}
	if rest, ok := strings.CutPrefix(uri, "http://"); ok {
		return rest
	}
	return uri
}

// plainDialect is that of a draft with all of its vocabularies.
func (l *library) plainDialect(d schema.Draft) *dialect {
	if l.plain[d] == nil {
		l.plain[d] = newDialect(d, everyVocabulary, l.options.AssertFormat)
	}
	return l.plain[d]
}

// dialectOf is the dialect that the $schema in v asks for, otherwise if there
// is none.
func (l *library) dialectOf(v *schema.Value, base *url.URL, otherwise *dialect) (*dialect, *refusal) {
	name := v.Member("$schema")
	if name == nil {
		return otherwise, nil
	}
	if name.Kind != schema.KindString {
		l.refuse(name, "$schema", &refusal{message: "$schema must be a string, not " + describe(name.Kind)})
		return nil, reported
	}
	if d, ok := drafts[withoutScheme(name.Text)]; ok {
		return l.plainDialect(d), nil
	}
	d, refused := l.customDialect(name.Text, base)
	if refused != nil {
		l.refuse(name, "$schema", refused)
		return nil, reported
	}
	return d, nil
}

// A customDialect is a meta-schema of one's own, and what became of reading it.
type customDialect struct {
	dialect *dialect
	refused *refusal
}

// customDialect finds the document called name and reads what it says about
// the schemas that it describes.
func (l *library) customDialect(name string, base *url.URL) (*dialect, *refusal) {
	unknown := &refusal{
		message: "the meta-schema " + quote(name) + " is not known",
		hint:    "use the $schema of draft 4, 6, 7, 2019-09 or 2020-12, or --map the folder of the meta-schema",
	}
	u, err := url.Parse(name)
	if err != nil {
		return nil, unknown
	}
	u, refused := join(base, u)
	if refused != nil {
		return nil, unknown
	}
	uri := key(u)
	if known, ok := l.custom[uri]; ok {
		return known.dialect, known.refused
	}
	l.custom[uri] = customDialect{refused: unknown} // while it is read: a meta-schema cannot describe itself
	d, refused := l.readMetaSchema(u)
	switch {
	case refused == reported:
	case refused != nil && refused.hint == "":
		unknown.message += ": " + refused.message
		refused = unknown
	case refused != nil:
		refused = unknown
	}
	l.custom[uri] = customDialect{d, refused}
	return d, refused
}

// readMetaSchema decides by the $schema and the $vocabulary of a document.
func (l *library) readMetaSchema(u *url.URL) (*dialect, *refusal) {
	const enough = 10 // meta-schemas of meta-schemas
	if len(l.custom) > enough {
		return nil, &refusal{message: fmt.Sprintf("there are more than %d meta-schemas", enough)}
	}
	res, refused := l.resource(u)
	if refused != nil {
		return nil, refused
	}
	meta, used := res.root, res.dialect
	listed := meta.Member("$vocabulary")
	if used.draft < schema.Draft2019 || listed == nil {
		return l.plainDialect(used.draft), nil
	}
	vs := core
	for _, m := range listed.Members {
		v, ok := vocabularyNamed(used.draft, m.Name)
		required := m.Value.Kind == schema.KindTrue
		switch {
		case !ok && required:
			l.problems.add(&schema.Problem{
				Location: m.Location, Keyword: "$vocabulary",
				Message: "the vocabulary " + quote(m.Name) + " is required but not known",
			})
		case used.draft == schema.Draft2019 && v == format && required:
			vs |= format | formatAssertion
		default:
			vs |= v
		}
	}
	return newDialect(used.draft, vs, l.options.AssertFormat || vs&formatAssertion != 0), nil
}

// vocabularyNamed is the vocabulary of a draft with that URI.
func vocabularyNamed(d schema.Draft, uri string) (vocabulary, bool) {
	prefix := "https://json-schema.org/draft/2019-09/vocab/"
	if d == schema.Draft2020 {
		prefix = "https://json-schema.org/draft/2020-12/vocab/"
	}
	name, ok := strings.CutPrefix(uri, prefix)
	v, known := vocabularies[name]
	return v, ok && known
}
