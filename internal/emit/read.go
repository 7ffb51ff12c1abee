package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// A place is a variable that a value is read into: as an expression, and its
// address.
type place struct{ value, address jen.Code }

// variable is the place of an addressable expression.
func variable(expr *jen.Statement) place {
	return place{expr, jen.Op("&").Add(expr)}
}

// field is the place of a field of v.
func field(name string) place { return variable(jen.Id("v").Dot(name)) }

// through is the place that a pointer points to.
func through(pointer string) place {
	return place{jen.Op("*").Id(pointer), jen.Id(pointer)}
}

// A reading is how a value gets into a place: a statement that goes before, or
// nil, and conditions that all have to hold.
type reading struct {
	before jen.Code
	terms  []jen.Code
}

// refusal prints: if the value cannot be read { return false }.
func (r reading) refusal() *jen.Statement {
	failed := make([]jen.Code, len(r.terms))
	for i, t := range r.terms {
		failed[i] = not(t)
	}
	condition := []jen.Code{join("||", failed)}
	if r.before != nil {
		condition = append([]jen.Code{r.before}, condition...)
	}
	return jen.If(condition...).Block(jen.Return(jen.False()))
}

// read prints how a use gets into a place. Null has been dealt with.
func (e *emitter) read(u model.Use, p place) reading {
	if !u.Pointer {
		return reading{terms: e.reading(u.Value, p.address)}
	}
	v := inner(u.Value)
	if !isText(v.Type) && v.Type != model.Number {
		return reading{terms: e.reading(v, e.wire("New").Call(p.address))}
	}
	made := c("NewString").Call()
	if v.Type != model.String {
		made = jen.Parens(jen.Op("*").Add(e.typ(v.Type))).Call(made)
	}
	return reading{jen.Add(p.value).Op("=").Add(made), e.reading(v, p.value)}
}

// readUse prints the statements that read a use into a place.
func (e *emitter) readUse(u model.Use, p place) []jen.Code {
	body := e.checkUse(u)
	r := e.read(u, p)
	switch {
	case !u.Value.Nullable:
		return append(body, r.refusal())
	case r.before != nil || len(r.terms) > 1:
		return append(body, jen.If(not(c("Null").Call())).Block(r.refusal()))
	}
	return append(body, unless(not(c("Null").Call()).Op("&&").Add(not(r.terms[0]))))
}

// checkUse prints the check of what reading a nullable value leaves out.
func (e *emitter) checkUse(u model.Use) []jen.Code {
	if !u.Value.Nullable || len(u.Value.Check.Also) == 0 {
		return nil
	}
	return []jen.Code{unless(not(e.also(u.Value)))}
}

// reading prints the conditions under which a value has been read into dest, a
// pointer to its type.
func (e *emitter) reading(v *model.Value, dest jen.Code) []jen.Code {
	v = inner(v)
	switch {
	case v.Type == model.Raw && v.Check.Any():
		return []jen.Code{e.wire("KeepRaw").Call(jen.Id("c"), dest)}
	case isText(v.Type) && inline(v.Check):
		if v.Type != model.String {
			dest = jen.Parens(jen.Op("*").String()).Call(dest)
		}
		return []jen.Code{c("ReadString").Call(dest)}
	case isText(v.Type):
		return []jen.Code{e.valid(v), e.wire("SetString").Call(jen.Id("c"), dest)}
	case isTexts(v) && v.Type.(model.Slice).Elem.Value.Type == model.String:
		return []jen.Code{c("ReadStrings").Call(dest)}
	case isTexts(v):
		return []jen.Code{e.wire("ReadTexts").Call(jen.Id("c"), dest)}
	case isStringMap(v):
		return []jen.Code{c("ReadStringMap").Call(dest)}
	}
	if t, ok := v.Type.(model.Basic); ok && t != model.Raw {
		return []jen.Code{e.scalar(v, t), e.wire(setters[t]).Call(jen.Id("c"), dest)}
	}
	return []jen.Code{e.decode(v, jen.Id("c"), dest)}
}

// isText reports whether the underlying type of t is string and its values come
// from JSON strings.
func isText(t model.Type) bool {
	switch t := t.(type) {
	case model.Basic:
		return t == model.String || t == model.Base64
	case model.Named:
		return isNamedText(t)
	}
	return false
}

// isTexts reports whether v is a list of strings without further rules.
func isTexts(v *model.Value) bool {
	t, ok := v.Type.(model.Slice)
	return ok && plainText(t.Elem) && v.Check.Kinds&^model.KindNull == model.KindArray && v.Check.Array != nil &&
		v.Check.OnlyItems(t.Elem.Value)
}

// isStringMap reports whether v is a map of strings without further rules.
func isStringMap(v *model.Value) bool {
	t, ok := v.Type.(model.Map)
	return ok && plainText(t.Elem) && t.Elem.Value.Type == model.String && v.Check.Kinds&^model.KindNull == model.KindObject && v.Check.Object != nil &&
		v.Check.OnlyAdditional(t.Elem.Value)
}

// plainText reports whether a use is a string, whichever.
func plainText(u model.Use) bool {
	return !u.Pointer && !u.Value.Nullable && isText(u.Value.Type) && inline(u.Value.Check) && len(u.Value.Check.Cases) == 0
}

// setters are the runtime's functions that store the current token.
var setters = map[model.Basic]string{
	model.Bool: "SetBool", model.Float64: "SetFloat", model.Number: "SetNumber", model.Time: "SetTime",
	model.Int8: "SetInt", model.Int16: "SetInt", model.Int32: "SetInt", model.Int64: "SetInt",
	model.Uint8: "SetInt", model.Uint16: "SetInt", model.Uint32: "SetInt", model.Uint64: "SetInt",
}

// scalar prints the call that consumes a scalar and checks it.
func (e *emitter) scalar(v *model.Value, t model.Basic) jen.Code {
	if !inline(v.Check) {
		return e.valid(v)
	}
	switch {
	case t == model.Bool:
		return c("Boolean").Call()
	case t.IsInteger() || v.Check.Kinds&model.KindNumber == model.KindWhole:
		return c("Integer").Call()
	}
	if t == model.Time {
		return c("String").Call()
	}
	return c("Number").Call()
}
