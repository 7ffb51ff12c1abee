package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// recognizer prints what tells the events of a catalog apart.
func (e *emitter) recognizer(k *model.Catalog) jen.Code {
	var traits, types []jen.Code
	for _, m := range k.Marks {
		traits = append(traits, jen.Values(e.traitFields(m)...))
	}
	for _, event := range k.Events {
		if len(event.Ways) == 0 {
			continue
		}
		var ways []jen.Code
		for _, w := range event.Ways {
			ways = append(ways, describedWay(w))
		}
		types = append(types, jen.Values(
			keyed("ID", lit(event.ID)),
			keyed("Ways", jen.Index().Add(e.wire("Way")).Custom(lineEach, ways...)),
		))
	}
	return jen.Comment("// eventMarks is what Identify goes by.").Line().
		Var().Id("eventMarks").Op("=").Add(e.wire("Recognizer")).Custom(lineEach,
		keyed("Traits", jen.Index().Add(e.wire("Trait")).Custom(lineEach, traits...)),
		keyed("Root", e.wire("Place").Add(e.placeFields(k.Root))),
		keyed("Types", jen.Index().Add(e.wire("Recognized")).Custom(lineEach, types...)),
	)
}

func (e *emitter) traitFields(m *model.Mark) []jen.Code {
	fields := []jen.Code{keyed("Pointer", lit(m.Pointer)), keyed("Is", lit(m.Is))}
	if m.Values != nil {
		fields = append(fields, keyed("Values", jen.Index().String().Values(lits(m.Values)...)))
	}
	if m.Kinds != 0 {
		fields = append(fields, keyed("Kinds", jen.Index().Add(e.wire("Kind")).Values(e.kindNames(m.Kinds)...)))
	}
	if m.Kinds&model.KindNumber == model.KindWhole {
		fields = append(fields, keyed("Whole", jen.True()))
	}
	if m.Pattern != nil {
		fields = append(fields, keyed("Pattern", e.patternFunc(m.Pattern)))
	}
	return fields
}

// patternFunc refers to a function that matches the current string.
func (e *emitter) patternFunc(p *model.Pattern) jen.Code {
	name := "match" + p.Name
	e.once(name, func() {
		if s := p.Sequence; s != nil && len(s.Steps) > 1 {
			e.matchFunc(name, p)
			return
		}
		e.boolFunc(e.validFile, name, name+" reports whether the current string matches "+excerpt(p.Ecma)+".", nil, []jen.Code{
			jen.Return(e.match(p)),
		})
	})
	return jen.Id(name)
}

// describedWay prints a way below what it looks for.
func describedWay(w model.MarkedWay) jen.Code {
	var facts []string
	for _, m := range w.Has {
		facts = append(facts, whereabouts(m)+" "+m.Is)
	}
	for _, m := range w.Lacks {
		facts = append(facts, whereabouts(m)+" is absent")
	}
	s := jen.Empty()
	for _, line := range comment(strings.Join(facts, ", "), 0) {
		s.Add(line).Line()
	}
	return s.Values(wayFields(w)...)
}

func whereabouts(m *model.Mark) string {
	if m.Pointer == "" {
		return "the document"
	}
	return m.Pointer
}

func wayFields(w model.MarkedWay) []jen.Code {
	fields := []jen.Code{keyed("Points", jen.Lit(w.Points))}
	for _, list := range []struct {
		field string
		marks []*model.Mark
	}{{"Has", w.Has}, {"Lacks", w.Lacks}} {
		if len(list.marks) > 0 {
			fields = append(fields, keyed(list.field, indices(list.marks)))
		}
	}
	return fields
}

func indices(marks []*model.Mark) jen.Code {
	list := make([]jen.Code, len(marks))
	for i, m := range marks {
		list[i] = jen.Lit(m.Index)
	}
	return jen.Index().Int().Values(list...)
}

// placeFields prints a place and those within, in braces.
func (e *emitter) placeFields(p *model.Place) jen.Code {
	var fields []jen.Code
	if p.Name != "" {
		fields = append(fields, keyed("Name", lit(p.Name)))
	}
	if len(p.Marks) > 0 {
		fields = append(fields, keyed("Traits", indices(p.Marks)))
	}
	if p.Items > 0 {
		fields = append(fields, keyed("Items", jen.Lit(p.Items)))
	}
	if len(p.Places) == 0 {
		return jen.Values(fields...)
	}
	var places []jen.Code
	for _, within := range p.Places {
		places = append(places, e.placeFields(within))
	}
	fields = append(fields, keyed("Places", jen.Index().Add(e.wire("Place")).Custom(lineEach, places...)))
	return jen.Custom(lineEach, fields...)
}
