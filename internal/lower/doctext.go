package lower

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/model"
)

// declDoc makes the doc comment of a type from the schema's description: it
// begins with the type's name, as Go's do.
func (l *lowering) declDoc(name string, s *state) string {
	sources := s.sources()
	text, where := s.describe(), name+" is the document as a whole."
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
