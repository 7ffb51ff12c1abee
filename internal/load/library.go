package load

import (
	"bytes"
	"errors"
	"io/fs"
	"net/url"
	"path"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A library has the documents that were read and what is in them.
type library struct {
	options   Options
	problems  problems
	sources   []Source
	documents map[string]retrieval   // by the URI from which they were asked for
	named     map[string][]*document // by the name for the user
	resources map[string]*resource   // by $id
	places    map[*schema.Value]*resource
	followed  map[string]following // references by their URI
	members   map[*schema.Value]*names
	plain     map[schema.Draft]*dialect
	custom    map[string]customDialect
	checker   checker
	bytes     int // of all documents
}

func newLibrary(o Options) *library {
	if o.Draft == 0 {
		o.Draft = schema.Draft2020
	}
	return &library{
		options:   o,
		documents: map[string]retrieval{},
		named:     map[string][]*document{},
		resources: map[string]*resource{},
		places:    map[*schema.Value]*resource{},
		followed:  map[string]following{},
		members:   map[*schema.Value]*names{},
		plain:     map[schema.Draft]*dialect{},
		custom:    map[string]customDialect{},
	}
}

// A document is a file that was read.
type document struct {
	root *schema.Value
	data []byte
}

// A retrieval is the outcome of asking for a document.
type retrieval struct {
	doc     *document
	refused *refusal
}

// source reads a document that was asked for. The error is that of its file
// system. The document is nil if its content is to blame, which is noted.
func (l *library) source(s Source) (*document, error) {
	data, err := readFile(s.Tree, s.Path)
	if err != nil {
		var pathErr *fs.PathError
		if errors.As(err, &pathErr) {
			err = pathErr.Err // the caller names the file, the way the user does
		}
		return nil, err
	}
	l.sources = append(l.sources, s)
	u := treeURI(len(l.sources)-1, path.Clean(s.Path))
	doc, refused := l.document(u, s.Name, data)
	if refused != nil && refused != reported {
		l.problems.add(&schema.Problem{Location: schema.Location{File: s.Name}, Message: refused.message, Hint: refused.hint})
	}
	return doc, nil
}

// resource is the resource with the URI u: one that has this $id, or the root
// of the document there.
func (l *library) resource(u *url.URL) (*resource, *refusal) {
	uri := key(u)
	if r, ok := l.resources[uri]; ok {
		return r, nil
	}
	got, ok := l.documents[uri]
	if !ok {
		got.doc, got.refused = l.retrieve(u)
		l.documents[uri] = got
	}
	if got.refused != nil {
		return nil, got.refused
	}
	return l.places[got.doc.root], nil
}

// retrieve reads the document at u, which nobody has asked for yet.
func (l *library) retrieve(u *url.URL) (*document, *refusal) {
	if name, data, ok := metaSchema(key(u)); ok {
		if own, ok := l.resources[name]; ok { // asked for with the other scheme
			return &document{root: own.root}, nil
		}
		u, _ = url.Parse(name)
		return l.document(u, name, data)
	}
	f, refused := l.fileOf(u)
	if refused != nil {
		return nil, refused
	}
	data, err := readFile(f.tree, f.path)
	if err != nil {
		return nil, unreadable(f, err)
	}
	return l.document(u, f.name, data)
}

// document makes the content of a file known under the URI u. The same file,
// reached in two ways, is one document.
func (l *library) document(u *url.URL, name string, data []byte) (*document, *refusal) {
	clean := path.Clean(name)
	for _, doc := range l.named[clean] {
		if bytes.Equal(doc.data, data) {
			l.documents[key(u)] = retrieval{doc: doc}
			return doc, nil
		}
	}
	if l.bytes += len(data); l.bytes > maxTotal {
		return nil, &refusal{message: "the documents are too large together"}
	}
	root, err := Document(name, data)
	if err != nil {
		for _, p := range err.(schema.Problems) {
			l.problems.add(p)
		}
		return nil, reported
	}
	if refused := l.open(u, root); refused != nil {
		return nil, refused
	}
	doc := &document{root: root, data: data}
	l.documents[key(u)] = retrieval{doc: doc}
	l.named[clean] = append(l.named[clean], doc)
	return doc, nil
}

// open finds the schemas in a document and checks them.
func (l *library) open(u *url.URL, root *schema.Value) *refusal {
	if !isSchema(root) {
		l.problems.add(&schema.Problem{
			Location: root.Location,
			Message:  "a schema is an object or a boolean, not " + describe(root.Kind),
		})
		return reported
	}
	d, refused := l.dialectOf(root, u, l.plainDialect(l.options.Draft))
	if refused != nil {
		return refused
	}
	if d.draft == schema.Draft4 && root.Kind != schema.KindObject {
		l.problems.add(&schema.Problem{Location: root.Location, Message: "a schema of draft 4 is an object, not a boolean"})
		return reported
	}
	l.index(root, &resource{root: root, base: u, dialect: d})
	return nil
}

// isSchema says whether v is of a kind that schemas are of.
func isSchema(v *schema.Value) bool {
	return v.Kind == schema.KindObject || v.Kind == schema.KindTrue || v.Kind == schema.KindFalse
}
