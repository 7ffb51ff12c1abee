package lower

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/model"
)

// declDoc makes the doc comment of a type from the schema's description, that of
// the definition before that of the place which refers to it: the type may be
// there for other places, too. It begins with the type's name, as Go's do.
func (l *lowering) declDoc(name string, s *state) string {
	sources := s.sources()
	text, where := "", name+" is the document as a whole."
	for _, n := range slices.Backward(sources) {
		if text == "" {
			text = n.Description
		}
	}
	if at := l.pointer(sources[len(sources)-1]); at != "" {
		where = name + " is the value at " + at + " of the schema."
	}
	if text == "" {
		return where
	}
	for _, article := range []string{"A ", "An ", "The "} {
		if strings.HasPrefix(text, article) {
			r, size := utf8.DecodeRuneInString(text)
			return name + " is " + string(unicode.ToLower(r)) + text[size:]
		}
	}
	return where + "\n\n" + text
}

// describe returns the description at the place of s, or of what it refers to.
func (s *state) describe() string {
	for _, n := range s.sources() {
		if n.Description != "" {
			return n.Description
		}
	}
	return ""
}

// fieldDoc makes the comment of a field.
func (l *lowering) fieldDoc(m model.Member, info fieldInfo) string {
	text := info.declared.Description
	if text == "" {
		text = l.byValue[m.Value].describe()
	}
	if info.declared.Deprecated {
		if text != "" {
			text += "\n\n"
		}
		text += "Deprecated: the schema marks this member as deprecated."
	}
	return text
}
