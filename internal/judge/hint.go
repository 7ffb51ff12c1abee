package judge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/spell"
)

// hint returns what to do about a violation in a text, or nothing.
func hint(text []byte, v wire.Violation, m *meaning) string {
	k := m.keyword(v.SchemaPointer)
	switch v.Keyword {
	case "syntax":
		return syntaxHint(text, v.Offset)
	case "required":
		return missingHint(text[v.Offset:], v.Message, k)
	case "false":
		return notAllowedHint(v, m)
	case "enum":
		return choiceHint(text[v.Offset:], k)
	case "type":
		return typeHint(text[v.Offset:], k)
	case "format":
		if f := k.value(); f != nil {
			return formatHints[f.Text]
		}
	}
	return ""
}

// didYouMean is the hint for a word that is not among those known.
func didYouMean(word string, known []string) string {
	if name := spell.Nearest(word, known); name != "" {
		return fmt.Sprintf("did you mean %q?", name)
	}
	return ""
}

// syntaxHint tells what people write in JSON that is none.
func syntaxHint(text []byte, offset int) string {
	rest := string(text[offset:])
	switch {
	case strings.HasPrefix(rest, "\xef\xbb\xbf"):
		return "save the file as UTF-8 without a byte order mark"
	case rest == "":
		return ""
	}
	switch rest[0] {
	case '\'':
		return "JSON has double quotes only"
	case '/', '#':
		return "JSON has no comments"
	case '}', ']':
		if before := strings.TrimRight(string(text[:offset]), " \t\r\n"); strings.HasSuffix(before, ",") {
			return "remove the comma before it"
		}
	}
	return ""
}

// missingHint finds the member that may be the missing one misspelt: one that the schema does
// not know.
func missingHint(object []byte, message string, k keyword) string {
	quoted := strings.TrimPrefix(message, "missing member ")
	name, err := strconv.Unquote(quoted)
	if err != nil || k.schema == nil {
		return ""
	}
	found := spell.Nearest(name, without(memberNames(object), append(properties(k.schema), k.schema.Required...)))
	if found == "" {
		return ""
	}
	return fmt.Sprintf("is %q meant to be it?", found)
}

// memberNames returns the names in the object that begins a text.
func memberNames(text []byte) []string {
	var (
		names []string
		o     wire.Object
	)
	c := wire.NewCursor(text)
	if !c.BeginObject(&o) {
		return nil
	}
	for c.NextMember(&o, nil) {
		names = append(names, c.Text())
		if !c.Skip() {
			break
		}
	}
	return names
}

// notAllowedHint is for a member that no schema allows: additionalProperties is false.
func notAllowedHint(v wire.Violation, m *meaning) string {
	return didYouMean(lastToken(v.Pointer), properties(m.keyword(v.SchemaPointer).schema))
}

// choiceHint finds the allowed value that may be meant.
func choiceHint(text []byte, k keyword) string {
	c := wire.NewCursor(text)
	v := k.value()
	if v == nil || c.Kind() != wire.KindString || !c.String() {
		return ""
	}
	var known []string
	for _, item := range append(slices.Clone(v.Items), v) {
		if item.Kind == schema.KindString {
			known = append(known, item.Text)
		}
	}
	return didYouMean(c.Text(), known)
}

// typeHint is for values that quotes make wrong.
func typeHint(text []byte, k keyword) string {
	v := k.value()
	if v == nil {
		return ""
	}
	var types []string
	for _, item := range append(slices.Clone(v.Items), v) {
		types = append(types, item.Text)
	}
	wants := func(names ...string) bool {
		return slices.ContainsFunc(types, func(t string) bool { return slices.Contains(names, t) })
	}
	c := wire.NewCursor(text)
	switch kind := c.Kind(); {
	case kind == wire.KindString && c.String() && wants(kindsIn(c.Text())...):
		return "write it without quotes"
	case (kind == wire.KindNumber || kind == wire.KindTrue || kind == wire.KindFalse) && wants("string"):
		return "put it in quotes"
	}
	return ""
}

// kindsIn returns the types of the value that a text would be without the quotes around it.
func kindsIn(text string) []string {
	c := wire.NewCursor([]byte(text))
	switch c.Kind() {
	case wire.KindNumber:
		switch whole := c.Number() && c.IsInteger(); {
		case !c.End():
		case whole:
			return []string{"integer", "number"}
		default:
			return []string{"number"}
		}
	case wire.KindTrue, wire.KindFalse:
		if c.Boolean() && c.End() {
			return []string{"boolean"}
		}
	}
	return nil
}

// formatHints are examples for formats that are easy to get wrong.
var formatHints = map[string]string{
	"date-time": "for example 2026-01-31T12:00:00Z",
	"date":      "for example 2026-01-31",
	"time":      "for example 12:00:00Z",
	"duration":  "for example P3DT12H",
	"uuid":      "for example 123e4567-e89b-12d3-a456-426614174000",
}

// cutLast cuts a JSON Pointer before its last token.
func cutLast(pointer string) (above, token string) {
	i := strings.LastIndexByte(pointer, '/')
	if i < 0 {
		return pointer, ""
	}
	return pointer[:i], pointer[i+1:]
}

// lastToken returns the last token of a JSON Pointer, without escapes.
func lastToken(pointer string) string {
	_, token := cutLast(pointer)
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}
