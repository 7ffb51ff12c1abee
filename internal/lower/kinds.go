package lower

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

var kindsOfType = map[schema.Type]model.Kinds{
	schema.Null:    model.KindNull,
	schema.Boolean: model.KindBool,
	schema.Integer: model.KindWhole,
	schema.Number:  model.KindNumber,
	schema.String:  model.KindString,
	schema.Array:   model.KindArray,
	schema.Object:  model.KindObject,
}

var kindsOfValue = map[schema.Kind]model.Kinds{
	schema.KindNull:   model.KindNull,
	schema.KindFalse:  model.KindBool,
	schema.KindTrue:   model.KindBool,
	schema.KindNumber: model.KindNumber,
	schema.KindString: model.KindString,
	schema.KindArray:  model.KindArray,
	schema.KindObject: model.KindObject,
}

// mergeKinds narrows the kinds of s by type, enum, const and false.
func (l *lowering) mergeKinds(s *state) {
	check := s.value.Check
	for _, n := range s.nodes {
		if n.Boolean != nil {
			l.narrow(check, 0, model.Rule{Keyword: "false", Pointer: l.pointer(n), Message: "is not allowed"})
			continue
		}
		if len(n.Type) > 0 {
			var kinds model.Kinds
			for _, t := range n.Type {
				kinds |= kindsOfType[t]
			}
			l.narrow(check, kinds, l.rule(n, "type", "must be "+kindsText(kinds)))
			l.draft4Integer(check, n, kinds)
		}
		if n.Enum != nil {
			l.mergeEnum(check, n.Enum, l.rule(n, "enum", "must be "+oneOf(n.Enum)))
		}
		if n.Const != nil {
			l.mergeEnum(check, []*schema.Value{n.Const}, l.rule(n, "const", "must be "+oneOf([]*schema.Value{n.Const})))
		}
	}
}

// narrow removes the kinds that are not allowed; the first rule that forbids a
// kind reports it.
func (l *lowering) narrow(check *model.Check, allowed model.Kinds, rule model.Rule) {
	if check.Kinds&^allowed == 0 {
		return
	}
	check.Kinds &= allowed
	if check.Mismatch.Keyword == "" || check.Kinds == 0 {
		check.Mismatch = rule
	}
}

// draft4Integer notes that draft 4 tells an integer by how it is written.
func (l *lowering) draft4Integer(check *model.Check, n *schema.Schema, kinds model.Kinds) {
	if n.Draft == schema.Draft4 && kinds&model.KindNumber == model.KindWhole {
		numbers(check).Literal = true
	}
}

// mergeEnum splits an enumeration by kind.
func (l *lowering) mergeEnum(check *model.Check, values []*schema.Value, rule model.Rule) {
	var kinds, bools model.Kinds
	var numberTexts, stringTexts, arrayTexts, objectTexts []string
	for _, v := range values {
		kinds |= kindsOfValue[v.Kind]
		switch v.Kind {
		case schema.KindTrue:
			bools |= 1
		case schema.KindFalse:
			bools |= 2
		case schema.KindNumber:
			numberTexts = append(numberTexts, v.Text)
		case schema.KindString:
			stringTexts = append(stringTexts, v.Text)
		case schema.KindArray:
			arrayTexts = append(arrayTexts, v.JSON())
		case schema.KindObject:
			objectTexts = append(objectTexts, v.JSON())
		}
	}
	l.narrow(check, kinds, rule)
	if bools == 1 || bools == 2 {
		check.Bool = &model.Bools{Rule: rule, Want: bools == 1}
	}
	if numberTexts != nil {
		numbers(check).Enums = append(numbers(check).Enums, model.Enumeration{Rule: rule, Values: numberTexts})
		if allWhole(numberTexts) {
			numbers(check).Listed = true
			l.narrow(check, check.Kinds&^model.KindFraction, rule)
		}
	}
	if stringTexts != nil {
		stringRules(check).Enums = append(stringRules(check).Enums, model.Enumeration{Rule: rule, Values: dedupe(stringTexts)})
	}
	if arrayTexts != nil {
		arrays(check).Enums = append(arrays(check).Enums, model.Enumeration{Rule: rule, Values: arrayTexts})
	}
	if objectTexts != nil {
		objects(check).Enums = append(objects(check).Enums, model.Enumeration{Rule: rule, Values: objectTexts})
	}
}

func dedupe(texts []string) []string {
	seen := map[string]bool{}
	var unique []string
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			unique = append(unique, t)
		}
	}
	return unique
}

// numbers returns the rules for numbers, which it makes if there are none.
func numbers(c *model.Check) *model.Numbers {
	if c.Number == nil {
		c.Number = &model.Numbers{}
	}
	return c.Number
}

func stringRules(c *model.Check) *model.Strings {
	if c.String == nil {
		c.String = &model.Strings{}
	}
	return c.String
}

func arrays(c *model.Check) *model.Arrays {
	if c.Array == nil {
		c.Array = &model.Arrays{}
	}
	return c.Array
}

func objects(c *model.Check) *model.Objects {
	if c.Object == nil {
		c.Object = &model.Objects{}
	}
	return c.Object
}

// kindsText names kinds for messages: "a string or null".
func kindsText(kinds model.Kinds) string {
	names := []struct {
		kinds model.Kinds
		text  string
	}{
		{model.KindObject, "an object"},
		{model.KindArray, "an array"},
		{model.KindString, "a string"},
		{model.KindNumber, "a number"},
		{model.KindWhole, "an integer"},
		{model.KindBool, "a boolean"},
		{model.KindNull, "null"},
	}
	var texts []string
	for _, n := range names {
		if kinds&n.kinds == n.kinds {
			texts = append(texts, n.text)
			kinds &^= n.kinds
		}
	}
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:len(texts)-1], ", ") + " or " + texts[len(texts)-1]
}

// oneOf lists the values of an enumeration for messages, the first few of many.
func oneOf(values []*schema.Value) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = v.JSON()
	}
	return enumerate(texts)
}

// oneOfTexts is oneOf for strings.
func oneOfTexts(values []string) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = schema.Quote(v)
	}
	return enumerate(texts)
}

func enumerate(texts []string) string {
	const most, longest = 8, 60
	var short []string
	for i, text := range texts {
		if i == most {
			short = append(short, "…")
			break
		}
		if len(text) > longest {
			text = shorten(text, longest) + "…"
		}
		short = append(short, text)
	}
	if len(short) == 1 {
		return short[0]
	}
	return "one of " + strings.Join(short, ", ")
}

// shorten cuts s to at most n bytes at the border of a character.
func shorten(s string, n int) string {
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}
