package explain

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/place"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// typeOf spells a Go type as it is within its package.
func typeOf(u model.Use) string {
	pointer := ""
	if u.Pointer {
		pointer = "*"
	}
	return pointer + spell(u.Value.Type)
}

func spell(t model.Type) string {
	switch t := t.(type) {
	case model.Slice:
		return "[]" + typeOf(t.Elem)
	case model.Map:
		return "map[string]" + typeOf(t.Elem)
	case model.Named:
		return t.Decl.Name
	case model.Basic:
		switch t {
		case model.Time:
			return "Time"
		case model.Base64:
			return "Base64"
		}
		return string(t)
	}
	return ""
}

// kindsOf names kinds as JSON Schema does.
func kindsOf(kinds model.Kinds) []string {
	if kinds == model.KindAny {
		return []string{"any"}
	}
	var names []string
	for _, k := range []struct {
		kind model.Kinds
		name string
	}{
		{model.KindObject, "object"},
		{model.KindArray, "array"},
		{model.KindString, "string"},
		{model.KindNumber, "number"},
		{model.KindBool, "boolean"},
		{model.KindNull, "null"},
	} {
		switch found := kinds & k.kind; {
		case k.kind == model.KindNumber && found == model.KindWhole:
			names = append(names, "integer")
		case found != 0:
			names = append(names, k.name)
		}
	}
	return names
}

func descriptionOf(p place.Place) string {
	for _, s := range p {
		if s.Description != "" {
			return s.Description
		}
	}
	return ""
}

func commentOf(p place.Place) string {
	for _, s := range p {
		if s.Comment != "" {
			return s.Comment
		}
	}
	return ""
}

// valuesOf returns the values that are listed for a place, as JSON, and whether others are valid too.
func valuesOf(p place.Place) (values []string, open bool) {
	for _, s := range p {
		list := s.Enum
		if s.Const != nil {
			list = append(slices.Clone(list), s.Const)
		}
		for _, v := range list {
			values = append(values, v.JSON())
		}
		open = open || isOpen(s)
	}
	return values, open && len(values) > 0
}

// isOpen reports whether a choice has a branch that lists no values.
func isOpen(s *schema.Schema) bool {
	return slices.ContainsFunc(slices.Concat(s.AnyOf, s.OneOf), func(b *schema.Schema) bool {
		return len(b.Enum) == 0 && b.Const == nil && b.Ref == nil
	})
}

// contentOf says what strings at a place hold.
func contentOf(p place.Place) string {
	how := map[packed.Form]string{packed.Plain: "", packed.Base64: " in base64", packed.Gzip: " compressed with gzip in base64"}
	content, form := p.Content()
	switch {
	case content != nil:
		return "JSON" + how[form]
	case p.Form() != packed.Plain:
		return "data" + how[p.Form()]
	}
	return ""
}
