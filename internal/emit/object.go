package emit

import (
	"math/bits"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

func itoa(i int) string { return strconv.Itoa(i) }

// objectBody checks an object.
func (e *emitter) objectBody(v *model.Value, mismatch jen.Code) []jen.Code {
	o := v.Check.Object
	body := equalsOne(o.Enums)
	body = append(body,
		jen.Var().Id("o").Add(e.wire("Object")),
		jen.If(not(c("BeginObject").Call(jen.Op("&").Id("o")))).Block(mismatch),
		jen.For(c("NextMember").Call(jen.Op("&").Id("o"), e.members(v))).Block(append(e.checkName(o), e.checkMember(v)...)...),
	)
	return append(body, finish(endObject(), e.objectTests(v))...)
}

// members refers to the table of the members that are known by name.
func (e *emitter) members(v *model.Value) jen.Code {
	o := v.Check.Object
	if o == nil || len(o.Members) == 0 {
		return jen.Nil()
	}
	name := "membersOf" + v.Name
	e.once(name, func() { e.membersVar(name, o.Members) })
	return jen.Op("&").Id(name)
}

// searched is the size from which a table of members is searched by halving.
const searched = 16

func (e *emitter) membersVar(name string, members []model.Member) {
	names := make([]jen.Code, len(members))
	for i, m := range members {
		names[i] = lit(m.Name)
	}
	fields := jen.Dict{}
	if !slices.ContainsFunc(members, func(m model.Member) bool { return !plainName(m.Name) }) {
		fields[jen.Id("Plain")] = jen.True()
	}
	fields[jen.Id("Names")] = jen.Index().String().Custom(listLayout(len(names)), names...)
	if len(members) > searched {
		order := make([]int, len(members))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(a, b int) int {
			if members[a].Name < members[b].Name {
				return -1
			}
			return 1
		})
		sorted := make([]jen.Code, len(order))
		for i, n := range order {
			sorted[i] = jen.Lit(n)
		}
		fields[jen.Id("Sorted")] = jen.Index().Int32().Values(sorted...)
	}
	s := jen.Comment("// " + name + " lists the members in the order in which they are expected.").Line()
	s.Var().Id(name).Op("=").Add(e.wire("Members")).Values(fields)
	e.validFile.add(s)
}

// listLayout puts short lists on one line, long ones on a line for each item.
func listLayout(n int) jen.Options {
	if n > 6 {
		return jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}
	}
	return jen.Options{Open: "{", Close: "}", Separator: ","}
}

// checkName checks the name of a member.
func (e *emitter) checkName(o *model.Objects) []jen.Code {
	var body []jen.Code
	for _, n := range o.Names {
		body = append(body, c("AtName").Call(jen.Op("&").Id("o")), e.refuse(n))
	}
	if body != nil {
		body = append(body, c("AtValue").Call(jen.Op("&").Id("o")))
	}
	return body
}

// checkMember checks the value of a member.
func (e *emitter) checkMember(v *model.Value) []jen.Code {
	o := v.Check.Object
	var free []jen.Code
	var names []string
	var cases []jen.Code
	for i, m := range o.Members {
		if m.Unknown && o.Unevaluated != nil {
			continue
		}
		if m.Value.Check.Any() {
			free, names = append(free, jen.Lit(i)), append(names, m.Name)
			continue
		}
		cases = append(cases, memberCase(i, m.Name, e.refuse(m.Value))...)
	}
	rest := e.refuseRest(v)
	ruled := len(o.Rest) > 0 || o.Unevaluated != nil
	if free != nil && ruled {
		cases = append(cases, jen.Case(free...), jen.Comment(remark(joinNames(names))), unless(not(c("Skip").Call())))
	}
	if len(cases) == 0 {
		return []jen.Code{rest}
	}
	return []jen.Code{jen.Switch(jen.Id("o").Dot("Index")).Block(append(cases, jen.Default().Block(rest))...)}
}

// memberCase prints: case i: // name, and a statement.
func memberCase(i int, name string, body ...jen.Code) []jen.Code {
	return append([]jen.Code{jen.Id("case").Lit(i).Op(":").Comment(remark(name))}, body...)
}

func joinNames(names []string) string {
	text := ""
	for i, n := range names {
		if i > 0 {
			text += ", "
		}
		text += n
	}
	return text
}

// refuseRest checks a member that has no case.
func (e *emitter) refuseRest(v *model.Value) jen.Code {
	rest, unevaluated := v.Check.Object.Rest, v.Check.Object.Unevaluated
	ordinal := jen.Id("o").Dot("Ordinal")
	switch {
	case len(rest) == 0 && unevaluated != nil:
		return e.refuseUnevaluated(unevaluated, ordinal)
	case unevaluated != nil:
		name := "restOf" + v.Name
		e.once(name, func() { e.restFunc(name, v) })
		return unless(not(jen.Id(name).Call(jen.Id("c"), jen.Id("seen").Dot("Has").Call(ordinal))))
	case len(rest) == 0:
		return unless(not(c("Skip").Call()))
	case len(rest) == 1 && len(rest[0].Patterns) == 0:
		return e.refuse(rest[0].Additional)
	}
	name := "restOf" + v.Name
	e.once(name, func() { e.restFunc(name, v) })
	return unless(not(jen.Id(name).Call(jen.Id("c"))))
}

// restFunc checks a member by the patterns that its name matches.
func (e *emitter) restFunc(name string, v *model.Value) {
	var body []jen.Code
	vars := 0
	matches := func() string { vars++; return numbered("match", vars-1) }
	var checks, unmatched []jen.Code
	for _, r := range v.Check.Object.Rest {
		var matched []jen.Code
		for _, p := range r.Patterns {
			m := matches()
			body = append(body, jen.Id(m).Op(":=").Add(e.match(p.Pattern)))
			matched, unmatched = append(matched, not(jen.Id(m))), append(unmatched, not(jen.Id(m)))
			checks = append(checks, jen.If(jen.Id(m)).Block(e.refuse(p.Value), c("Reset").Call(jen.Id("m"))))
		}
		if r.Additional == nil {
			continue
		}
		check := []jen.Code{e.refuse(r.Additional), c("Reset").Call(jen.Id("m"))}
		if len(matched) > 0 {
			checks = append(checks, jen.If(join("&&", matched)).Block(check...))
			continue
		}
		checks = append(checks, check...)
	}
	body = append(body, jen.Id("m").Op(":=").Add(c("Mark").Call()))
	body = append(body, checks...)
	var params []jen.Code
	if u := v.Check.Object.Unevaluated; u != nil {
		params = []jen.Code{jen.Id("evaluated").Bool()}
		none := append(unmatched, not(jen.Id("evaluated")))
		body = append(body, jen.If(join("&&", none)).Block(jen.Return(e.accept(u))))
	}
	body = append(body, jen.Return(c("Skip").Call()))
	e.boolFunc(e.validFile, name, name+" checks a member without a name of its own; its name is the current string.", params, body)
}

func endObject() jen.Code { return c("EndObject").Call(jen.Op("&").Id("o")) }

// objectTests are the rules that are known when the object has been read.
func (e *emitter) objectTests(v *model.Value) []test {
	o := v.Check.Object
	start := jen.Id("o").Dot("Start")
	var tests []test
	for word, mask := range requiredWords(o) {
		if mask == 0 {
			continue
		}
		args := []jen.Code{jen.Lit(word), jen.Id(hexMask(mask))}
		lacks := jen.Id("o").Dot("Lacks").Call(args...)
		missing := append([]jen.Code{jen.Op("&").Id("o"), e.members(v)}, append(args, lit(o.Required.Pointer))...)
		tests = append(tests, test{lacks, not(lacks), c("Missing").Call(missing...)})
	}
	if o.Min != nil {
		tests = append(tests, fewer(start, jen.Id("o").Dot("Len").Call(), o.Min))
	}
	if o.Max != nil {
		tests = append(tests, more(start, jen.Id("o").Dot("Len").Call(), o.Max))
	}
	for _, n := range o.Needs {
		if len(n.Members) > 0 {
			tests = append(tests, needTest(start, n))
		}
	}
	return tests
}

// needTest wants members when another is there.
func needTest(start jen.Code, n model.Need) test {
	has := func(i int) *jen.Statement { return jen.Id("o").Dot("Has").Call(jen.Lit(i)) }
	lacks, all := make([]jen.Code, len(n.Members)), make([]jen.Code, len(n.Members))
	for i, m := range n.Members {
		lacks[i], all[i] = not(has(m)), has(m)
	}
	broken := has(n.If).Op("&&").Add(lacks[0])
	holds := jen.Parens(not(has(n.If)).Op("||").Add(all[0]))
	if len(lacks) > 1 {
		broken = has(n.If).Op("&&").Parens(join("||", lacks))
		holds = jen.Parens(not(has(n.If)).Op("||").Add(join("&&", all)))
	}
	return at(start, broken, holds, n.Rule)
}

// requiredWords returns the bits of the required members, 64 a word.
func requiredWords(o *model.Objects) []uint64 {
	words := make([]uint64, (len(o.Members)+63)/64)
	for i, m := range o.Members {
		if m.Required {
			words[i/64] |= 1 << (i % 64)
		}
	}
	return words
}

// hexMask prints a bit mask: in binary while that is readable.
func hexMask(mask uint64) string {
	if bits.Len64(mask) <= 8 {
		return "0b" + strconv.FormatUint(mask, 2)
	}
	return "0x" + strconv.FormatUint(mask, 16)
}
