package load

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A target is where a reference leads.
type target struct {
	schema  *schema.Value
	anchor  string // the name by which the schema was found, if by name
	dynamic bool   // whether that is a dynamic anchor
}

// A following is the outcome of following a reference.
type following struct {
	target  target
	refused *refusal
}

// follow resolves ref, the value of a keyword of a schema in resource in. What
// is wrong with it is noted.
func (l *library) follow(ref *schema.Value, keyword string, in *resource) (target, bool) {
	if ref.Kind != schema.KindString {
		l.refuse(ref, keyword, &refusal{message: keyword + " must be a string, not " + describe(ref.Kind)})
		return target{}, false
	}
	t, refused := l.resolve(ref.Text, in)
	if refused != nil {
		l.refuse(ref, keyword, refused)
		return target{}, false
	}
	return t, true
}

func (l *library) resolve(ref string, in *resource) (target, *refusal) {
	u, err := url.Parse(ref)
	if err != nil {
		return target{}, &refusal{
			message: quote(ref) + " is not a URI reference",
			hint:    "in a reference, write % as %25 and other odd characters as % and two hexadecimal digits",
		}
	}
	uri, refused := join(in.base, u)
	if refused != nil {
		return target{}, refused
	}
	name := key(uri) + "#" + u.Fragment
	if done, ok := l.followed[name]; ok {
		return done.target, done.refused
	}
	t, refused := l.find(u, uri, in)
	l.followed[name] = following{t, refused}
	return t, refused
}

// find is the schema that u, of which uri is the absolute form, leads to from
// resource in.
func (l *library) find(u, uri *url.URL, in *resource) (target, *refusal) {
	res := in
	if key(u) != "" {
		var refused *refusal
		if res, refused = l.resource(uri); refused != nil {
			return target{}, refused
		}
	}
	switch {
	case u.Fragment == "":
		return target{schema: res.root}, nil
	case strings.HasPrefix(u.Fragment, "/"):
		v, refused := l.pointer(u.Fragment, res)
		return target{schema: v}, refused
	}
	a, ok := res.anchors[u.Fragment]
	if !ok {
		return target{}, &refusal{message: "there is no anchor " + quote(u.Fragment) + " in " + describeResource(res)}
	}
	return target{a.value, u.Fragment, a.dynamic}, nil
}

func describeResource(r *resource) string {
	at := r.root.Location
	if at.Pointer == "" {
		return at.File
	}
	return "the resource at " + at.String()
}

// pointer is the schema at a JSON Pointer from the root of res. Where nothing
// says that there is a schema, the reference does.
func (l *library) pointer(pointer string, res *resource) (*schema.Value, *refusal) {
	v := res.root
	for token := range strings.SplitSeq(pointer[1:], "/") {
		name, ok := unescape(token)
		if !ok {
			return nil, &refusal{
				message: "the JSON Pointer " + quote(pointer) + " has a ~ that is not part of ~0 or ~1",
				hint:    "write ~ as ~0 and / as ~1",
			}
		}
		next := l.child(v, name)
		if next == nil {
			return nil, &refusal{message: fmt.Sprintf("%s has nothing at %s", describeResource(res), quote(pointer))}
		}
		if v = next; l.places[v] != nil {
			res = l.places[v]
		}
	}
	if !isSchema(v) {
		return nil, &refusal{message: quote(pointer) + " is " + describe(v.Kind) + ", not a schema"}
	}
	l.index(v, res)
	return v, nil
}

// child is the member or item of v called name, nil if there is none.
func (l *library) child(v *schema.Value, name string) *schema.Value {
	if v.Kind == schema.KindArray {
		i, err := strconv.Atoi(name)
		if err != nil || i < 0 || i >= len(v.Items) || strconv.Itoa(i) != name {
			return nil
		}
		return v.Items[i]
	}
	if l.members[v] == nil {
		l.members[v] = &names{}
	}
	if m := l.members[v].find(v.Members, name); m != nil {
		return m.Value
	}
	return nil
}

// unescape reads a token of a JSON Pointer.
func unescape(token string) (string, bool) {
	if strings.Count(token, "~") != strings.Count(token, "~0")+strings.Count(token, "~1") {
		return "", false
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~"), true
}
