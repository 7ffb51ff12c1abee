package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/output"
)

// Catalog prints k. Its files are catalog.go (types and functions), table.go (the events), decode.go
// and examples.go (functions that the table refers to) and identify.go (what tells events apart).
func Catalog(k *model.Catalog, runtimeImport string) ([]output.File, error) {
	e := newEmitter(&model.Package{Name: k.Name}, k.Siblings, runtimeImport)
	e.catalogTypes()
	e.catalogFuncs()
	e.validFile.add(e.recognizer(k))
	e.drain()
	e.decoders(k)
	e.samples(k)
	table := e.newFile()
	table.add(e.table(k))
	return e.files([]*file{
		e.typesFile.named("catalog.go", catalogDoc(k)),
		table.named("table.go", ""),
		e.decodeFile.named("decode.go", ""),
		e.exampleFile.named("examples.go", ""),
		e.validFile.named("identify.go", ""),
	})
}

func catalogDoc(k *model.Catalog) string {
	return "Package " + k.Name + " is a table of the events that packages beside it have types for, and tells which of them a document is."
}

// sibling refers to a name of another package.
func sibling(s *model.Sibling, name string) *jen.Statement { return jen.Qual(s.Path, name) }

// catalogTypes prints the types of the package. They are the same in every catalog.
func (e *emitter) catalogTypes() {
	e.declare("Event describes a type of documents: an event that functions are invoked with, or what they answer with.",
		jen.Type().Id("Event").Struct(
			noted("ID", jen.String(), `package and type, such as "sqs.Event"`),
			noted("Package", jen.String(), "the name of the Go package"),
			noted("Type", jen.String(), "the name of the Go type"),
			noted("Schema", jen.String(), "the path of the schema, from the folder of the configuration"),
			noted("Description", jen.String(), "what the schema says of the type; may be empty"),
			noted("Request", jen.Bool(), "functions are invoked with documents of the type"),
			noted("Response", jen.String(), "the ID of what a function answers with; empty if no answer is read"),
			noted("Examples", jen.Index().Id("Example"), "documents that are valid; the first is what the constructor ExampleT returns"),
			jen.Line(),
			jen.Comment("// Valid, Validate and Decode are the functions of the package for the type."),
			jen.Id("Valid").Func().Params(jen.Index().Byte()).Bool(),
			jen.Id("Validate").Func().Params(jen.Index().Byte()).Error(),
			jen.Id("Decode").Func().Params(jen.Index().Byte()).Params(jen.Id("Document"), jen.Error()),
		))
	e.declare("Example is a document that is valid.",
		jen.Type().Id("Example").Struct(
			noted("Name", jen.String(), `the name of its file without extension, or "example", "default", "constant" or "minimal" if there is no file`),
			noted("JSON", jen.Func().Params().Add(encoded()), "encodes what the constructor of the example returns"),
		))
	e.declare("Document is a value of a type in the table, such as sqs.Event.",
		jen.Type().Id("Document").Interface(
			jen.Id("MarshalJSON").Params().Add(encoded()),
			jen.Id("AppendJSON").Params(jen.Id("dst").Index().Byte()).Add(encoded()),
			jen.Id("Validate").Params().Error(),
		))
	e.alias("ValidationError", "Error", "is what the Validate and Decode functions return for documents that are not valid.")
	e.alias("Violation", "Violation", "is one rule that a document breaks, and where.")
	e.alias("Match", "Match", "is an event that a document is likely to be, and the facts that speak for it.")
	e.alias("Fact", "Fact", "is what a document is at one place. Its method String says so for people.")
}

// encoded are the results of a function that encodes.
func encoded() *jen.Statement { return jen.Params(jen.Index().Byte(), jen.Error()) }

// noted is a field with a comment behind it.
func noted(name string, typ jen.Code, note string) jen.Code {
	return jen.Id(name).Add(typ).Comment("// " + note)
}

// declare adds a documented declaration to the types.
func (e *emitter) declare(doc string, declaration *jen.Statement) {
	s := jen.Empty()
	for _, line := range comment(doc, 0) {
		s.Add(line).Line()
	}
	e.typesFile.add(s.Add(declaration))
}

// catalogFuncs prints the functions of the package.
func (e *emitter) catalogFuncs() {
	e.function("Events returns all events, in order of ID.",
		jen.Func().Id("Events").Params().Index().Id("Event"),
		jen.Var().Id("events").Index().Id("Event"),
		jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("eventTable")).Block(
			jen.Id("events").Op("=").Append(jen.Id("events"), jen.Id("e").Dot("clone").Call()),
		),
		jen.Return(jen.Id("events")),
	)
	e.function("Lookup returns the event with an ID.",
		jen.Func().Id("Lookup").Params(jen.Id("id").String()).Params(jen.Id("Event"), jen.Bool()),
		jen.For(jen.List(jen.Id("_"), jen.Id("e")).Op(":=").Range().Id("eventTable")).Block(
			jen.If(jen.Id("e").Dot("ID").Op("==").Id("id")).Block(jen.Return(jen.Id("e").Dot("clone").Call(), jen.True())),
		),
		jen.Return(jen.Id("Event").Values(), jen.False()),
	)
	e.function("clone returns a copy that shares nothing with the table.",
		jen.Func().Params(jen.Id("e").Id("Event")).Id("clone").Params().Id("Event"),
		jen.Id("e").Dot("Examples").Op("=").Append(jen.Index().Id("Example").Parens(jen.Nil()), jen.Id("e").Dot("Examples").Op("...")),
		jen.Return(jen.Id("e")),
	)
	e.function("Identify returns the events that a document is likely to be, the best match first; of equal ones, the first by ID. "+
		"It goes by a few members that the schemas name in x-identify, and does not say that the document is valid. "+
		"What is no JSON, or like no event, has no match. The document is read once, to its end.",
		jen.Func().Id("Identify").Params(data()).Index().Id("Match"),
		jen.Return(jen.Id("eventMarks").Dot("Identify").Call(jen.Id("data"))),
	)
}

// table prints the events.
func (e *emitter) table(k *model.Catalog) jen.Code {
	var rows []jen.Code
	for _, event := range k.Events {
		rows = append(rows, jen.Custom(lineEach, eventFields(event)...))
	}
	return jen.Comment("// eventTable has the events in order of ID.").Line().
		Var().Id("eventTable").Op("=").Index().Id("Event").Custom(lineEach, rows...)
}

func eventFields(event *model.Event) []jen.Code {
	fields := []jen.Code{
		keyed("ID", lit(event.ID)),
		keyed("Package", lit(event.Sibling.Name)),
		keyed("Type", lit(event.Type)),
		keyed("Schema", lit(event.Schema)),
	}
	if event.Description != "" {
		fields = append(fields, keyed("Description", lit(event.Description)))
	}
	if event.Request {
		fields = append(fields, keyed("Request", jen.True()))
	}
	if event.Response != "" {
		fields = append(fields, keyed("Response", lit(event.Response)))
	}
	if len(event.Examples) > 0 {
		var examples []jen.Code
		for _, x := range event.Examples {
			examples = append(examples, jen.Values(keyed("Name", lit(x.Name)), keyed("JSON", jen.Id(x.Func))))
		}
		fields = append(fields, keyed("Examples", jen.Index().Id("Example").Custom(lineEach, examples...)))
	}
	for _, function := range []string{"Valid", "Validate"} {
		fields = append(fields, keyed(function, sibling(event.Sibling, function+event.Type)))
	}
	return append(fields, keyed("Decode", jen.Id(event.Decode)))
}

// keyed sets a field of a composite literal.
func keyed(name string, value jen.Code) jen.Code { return jen.Id(name).Op(":").Add(value) }

// decoders prints the functions that decode documents for the table.
func (e *emitter) decoders(k *model.Catalog) {
	e.decodeFile.add(
		jen.Comment("// orError returns d unless there is an error.").Line().
			Func().Id("orError").Params(jen.Id("d").Id("Document"), jen.Err().Error()).Params(jen.Id("Document"), jen.Error()).Block(
			jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
			jen.Return(jen.Id("d"), jen.Nil()),
		),
	)
	for _, event := range k.Events {
		e.decodeFile.add(jen.Func().Id(event.Decode).Params(data()).Params(jen.Id("Document"), jen.Error()).Block(
			jen.Return(jen.Id("orError").Call(sibling(event.Sibling, "Decode"+event.Type).Call(jen.Id("data")))),
		))
	}
}

// samples prints the functions that return examples as JSON.
func (e *emitter) samples(k *model.Catalog) {
	for _, event := range k.Events {
		for _, x := range event.Examples {
			e.exampleFile.add(jen.Func().Id(x.Func).Params().Add(encoded()).Block(
				jen.Return(sibling(event.Sibling, x.Constructor).Call().Dot("MarshalJSON").Call()),
			))
		}
	}
}
