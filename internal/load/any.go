package load

import "github.com/eventgen-go/eventgen/internal/schema"

func (r *reader) readAnnotations() {
	s := r.schema
	s.Title = r.text("title")
	s.Description = r.text("description")
	s.Comment = r.text("$comment")
	s.Default = r.keyword("default")
	s.Examples = r.items("examples")
	s.Deprecated = r.isTrue("deprecated")
	s.GoName = r.extension("x-go-name")
	s.GoType = r.extension("x-go-type")
	s.Payload = r.marked("x-payload")
	s.Forwarded = r.forwarding("x-forwarded")
	s.MD5Of = r.extension("x-md5-of")
	s.Identify = r.readIdentify()
	s.Response = r.extension("x-response")
}

// extension is the value of a keyword of our own, which no meta-schema checks.
func (r *reader) extension(name string) string {
	v := r.keyword(name)
	if v == nil {
		return ""
	}
	if v.Kind != schema.KindString {
		r.builder.library.refuse(v, name, &refusal{message: name + " must be a string, not " + describe(v.Kind)})
		return ""
	}
	return v.Text
}

// forwarding is a keyword of our own that is true, or an object of names.
func (r *reader) forwarding(name string) *schema.Forwarding {
	v := r.keyword(name)
	if v == nil || v.Kind != schema.KindObject {
		if r.marked(name) {
			return &schema.Forwarding{}
		}
		return nil
	}
	f := &schema.Forwarding{Names: map[string]string{}}
	for _, m := range v.Members {
		if m.Value.Kind != schema.KindString {
			r.builder.library.refuse(m.Value, name, &refusal{message: "a member's other name must be a string, not " + describe(m.Value.Kind)})
		}
		f.Names[m.Name] = m.Value.Text
	}
	return f
}

// marked is whether a keyword of our own is true.
func (r *reader) marked(name string) bool {
	v := r.keyword(name)
	if v != nil && v.Kind != schema.KindTrue && v.Kind != schema.KindFalse {
		r.builder.library.refuse(v, name, &refusal{message: name + " must be true or false, not " + describe(v.Kind)})
	}
	return v != nil && v.Kind == schema.KindTrue
}

var types = map[string]schema.Type{
	"null": schema.Null, "boolean": schema.Boolean, "integer": schema.Integer, "number": schema.Number,
	"string": schema.String, "array": schema.Array, "object": schema.Object,
}

func (r *reader) readAny() {
	s := r.schema
	s.Enum = r.items("enum")
	s.Const = r.keyword("const")
	v := r.keyword("type")
	if v == nil {
		return
	}
	names := stringList(v)
	if v.Kind == schema.KindString {
		names = []string{v.Text}
	}
	for _, name := range names {
		if t, ok := types[name]; ok {
			s.Type = append(s.Type, t)
		}
	}
}
