package lower

import (
	"mime"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A content is the document that the strings of a state hold.
type content struct {
	value   *model.Value
	packing *model.Packing // nil if the strings are the document
}

// packings are the ways to put a document into a string in base64.
var packings = map[schema.Compression]*model.Packing{
	schema.Uncompressed: {Doc: "in base64", Pack: "PackBase64", Unpack: "UnpackBase64"},
	schema.Gzip:         {Doc: "compressed with gzip, in base64, and of at most 64 MiB", Pack: "PackGzip", Unpack: "UnpackGzip"},
}

// mergeNested notes the document that strings hold: contentSchema asserts
// nothing, but what it says of the document becomes a place like any other.
func (l *lowering) mergeNested(s *state) {
	if s.value.Check.Kinds&model.KindString == 0 {
		return
	}
	var schemas []place
	var packing *model.Packing
	for i, n := range s.nodes {
		if !l.nests(n) {
			continue
		}
		p := packingOf(n)
		if schemas != nil && p != packing {
			l.refuse(n, "contentSchema", "the string cannot be encoded in two ways", "give all schemas that apply here the same contentEncoding and x-content-encoding")
			return
		}
		schemas, packing = append(schemas, s.places(i, n.ContentSchema)...), p
	}
	if schemas != nil {
		s.content = &content{l.value(s, "Content", schemas...), packing}
	}
}

// nests reports whether n says of strings that they hold a document, in a way
// that can be read.
func (l *lowering) nests(n *schema.Schema) bool {
	switch {
	case n.ContentSchema == nil || !isJSON(n.ContentMediaType):
		return false // contentSchema means nothing without contentMediaType
	case n.Compression != schema.Uncompressed && n.ContentEncoding != "base64":
		l.refuse(n, "x-content-encoding", "compressed content cannot stand in a string as it is", "add contentEncoding: base64")
		return false
	}
	return n.ContentEncoding == "" || n.ContentEncoding == "base64"
}

func packingOf(n *schema.Schema) *model.Packing {
	if n.ContentEncoding == "" {
		return nil
	}
	return packings[n.Compression]
}

// isJSON reports whether a media type is that of JSON, or of a format based on it.
func isJSON(mediaType string) bool {
	name, _, err := mime.ParseMediaType(mediaType)
	return err == nil && (name == "application/json" || strings.HasSuffix(name, "+json"))
}

// nested returns the document that strings of s hold, nil if they have no type
// that could give access to it.
func (s *state) nested() *content {
	switch kinds := s.value.Check.Kinds; {
	case kinds == model.KindAny || kinds&model.KindString == 0:
		return nil
	case s.strings != nil:
		return s.strings.content
	}
	return s.content
}

// nestedParts returns the places that lead to the document in strings of s.
func (s *state) nestedParts() []*model.Value {
	c := s.nested()
	switch {
	case c == nil:
		return nil
	case s.strings != nil:
		return []*model.Value{s.strings.value}
	}
	return []*model.Value{c.value}
}

// nameContent names the document in strings of s, also one that needs no name
// anywhere else: it is read by functions of its own.
func (l *lowering) nameContent(s *state) {
	if c := s.nested(); c != nil && s.strings == nil && c.value.Name == "" {
		c.value.Name = l.names.take(l.derivedName(l.byValue[c.value], s))
	}
}

// A holder is a string type that holds a document.
type holder struct {
	decl    *model.Decl
	form    *model.Nested
	content *model.Value
}

// nestedType declares a string type with access to the document. That one's
// type is chosen later, since it may be one that is being chosen now.
func (l *lowering) nestedType(s *state) model.Type {
	held := s.nested()
	form := &model.Nested{Packing: held.packing}
	doc := l.declDoc(s.value.Name, s) + "\n\nIt holds a JSON document"
	if form.Packing != nil {
		doc += " " + form.Packing.Doc
	}
	decl := &model.Decl{Name: s.value.Name, Doc: doc + ", which Decode reads.", Form: form, Value: s.value}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	l.holders = append(l.holders, holder{decl, form, held.value})
	return model.Named{Decl: decl}
}

// declareNested chooses the types of the documents that strings hold.
func (l *lowering) declareNested() {
	documents := map[*model.Value]*model.Value{} // by the place of a document, what its functions are made for
	for i, s := range l.rootOf {
		documents[s.value] = l.pkg.Roots[i].Value
	}
	for i := 0; i < len(l.holders); i++ { // documents may hold others
		h := l.holders[i]
		if documents[h.content] == nil {
			documents[h.content] = l.document(h)
		}
		h.form.Content = documents[h.content]
	}
}

// document returns the place for the document in a string. A document that may
// be null is in a struct, as it is for roots.
func (l *lowering) document(h holder) *model.Value {
	use := l.use(h.content, false)
	if use.Value.Nullable {
		return l.wrap(use, h.decl.Name+"Document", "the document in "+h.decl.Name)
	}
	return use.Value
}

// noteNested lists what access to documents needs of the runtime.
func (l *lowering) noteNested() {
	for _, h := range l.holders {
		if p := h.form.Packing; p != nil {
			l.pkg.Needs = append(l.pkg.Needs, p.Pack, p.Unpack)
		}
	}
}
