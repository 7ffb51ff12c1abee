package lower

import (
	"strings"
	"unicode"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// enumValues returns the strings of an enumeration that deserves constants: an
// open one, or a closed one of at least two values.
func (l *lowering) enumValues(s *state) []string {
	if s.open != nil {
		return stringsOf(s.open)
	}
	if s.value.Check.String == nil {
		return nil
	}
	for _, n := range s.nodes {
		if values := stringsOf(n.Enum); len(values) > 1 {
			return values
		}
	}
	return nil
}

func stringsOf(values []*schema.Value) []string {
	var texts []string
	for _, v := range values {
		if v.Kind == schema.KindString {
			texts = append(texts, v.Text)
		}
	}
	return dedupe(texts)
}

// enumType declares a string type with a constant for each value.
func (l *lowering) enumType(s *state, values []string) model.Type {
	form := &model.Enum{Open: s.open != nil}
	name := s.value.Name
	for _, v := range values {
		constant := l.names.take(name + constantSuffix(v))
		form.Constants = append(form.Constants, model.Constant{Name: constant, Value: v})
	}
	decl := &model.Decl{Name: name, Doc: l.declDoc(name, s), Form: form, Value: s.value}
	l.pkg.Decls = append(l.pkg.Decls, decl)
	return model.Named{Decl: decl}
}

// constantSuffix names a value: "ObjectCreated:Put" becomes ObjectCreatedPut,
// "IN_PROGRESS" InProgress, and a leading X that only makes an identifier exported
// is not needed behind a type's name.
func constantSuffix(value string) string {
	if shouted(value) {
		value = strings.ToLower(value)
	}
	name := ident(value)
	if len(name) > 1 && name[0] == 'X' && isDigit(rune(name[1])) {
		return name[1:]
	}
	return name
}

// shouted reports whether all letters of a text are capitals, two at least.
func shouted(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}
