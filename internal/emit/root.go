package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// function adds a documented function to types.go.
func (e *emitter) function(doc string, signature *jen.Statement, body ...jen.Code) {
	s := jen.Empty()
	for _, line := range comment(doc, 0) {
		s.Add(line).Line()
	}
	e.typesFile.add(s.Add(signature).Block(body...))
}

// data is the parameter of the functions that read a document.
func data() jen.Code { return jen.Id("data").Index().Byte() }

// root prints the entry points of a root type.
func (e *emitter) root(r *model.Root) {
	t, v := r.Name, r.Value
	e.function("Decode"+t+" parses, checks and decodes a document in one pass. The error is a *ValidationError with all that is wrong with the document, or a *RangeError for a number that its Go type cannot hold.",
		jen.Func().Id("Decode"+t).Params(data()).Params(jen.Id(t), jen.Error()),
		jen.Var().Id("v").Id(t),
		jen.Id("c").Op(":=").Add(e.wire("NewDecoder")).Call(jen.Id("data")),
		jen.If(not(jen.Id("decode"+t).Call(jen.Op("&").Id("c"), jen.Op("&").Id("v"))).Op("||").Add(not(c("End").Call()))).Block(
			jen.Return(e.zero(v.Type), c("Err").Call(e.validRef(v))),
		),
		jen.Return(jen.Id("v"), jen.Nil()),
	)
	e.decoder(v)
	e.function("Valid"+t+" reports whether a document is valid. It does not allocate.",
		jen.Func().Id("Valid"+t).Params(data()).Bool(),
		jen.Id("c").Op(":=").Add(e.wire("NewCursor")).Call(jen.Id("data")),
		jen.Return(e.validRoot(v).Op("&&").Add(c("End").Call())),
	)
	e.function("Validate"+t+" returns nil if a document is valid, or else a *ValidationError with at most 100 violations in the order of the document.",
		jen.Func().Id("Validate"+t).Params(data()).Error(),
		jen.Return(e.wire("Validate").Call(jen.Id("data"), e.validRef(v))),
	)
	e.function("Validate checks a value that was built in Go by what it is encoded to.",
		jen.Func().Params(jen.Id("v").Id(t)).Id("Validate").Params().Error(),
		jen.List(jen.Id("data"), jen.Err()).Op(":=").Id("v").Dot("AppendJSON").Call(jen.Nil()),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
		jen.Return(jen.Id("Validate"+t).Call(jen.Id("data"))),
	)
	if r.Handler != nil {
		e.handler(r)
	}
}

// zero prints the zero value of a type.
func (e *emitter) zero(t model.Type) jen.Code {
	if model.Nilable(t) {
		return jen.Nil()
	}
	switch t := t.(type) {
	case model.Basic:
		return e.zeroBasic(t)
	case model.Named:
		switch t.Decl.Form.(type) {
		case *model.Struct, *model.Tuple, *model.Box:
			return e.typ(t).Values()
		}
	}
	return jen.Op("*").New(e.typ(t))
}

func (e *emitter) zeroBasic(b model.Basic) jen.Code {
	switch b {
	case model.String, model.Number, model.Base64:
		return lit("")
	case model.Bool:
		return jen.False()
	case model.Time:
		return e.typ(b).Values()
	}
	return jen.Lit(0)
}

// validRoot checks a document by the address of a cursor.
func (e *emitter) validRoot(v *model.Value) *jen.Statement {
	return jen.Add(e.validRef(v)).Call(jen.Op("&").Id("c"))
}

// methods prints the methods that encoding/json knows.
func (e *emitter) methods(d *model.Decl) {
	e.function("UnmarshalJSON accepts what is valid by the schema of "+d.Name+", and nothing else.",
		jen.Func().Params(jen.Id("v").Op("*").Id(d.Name)).Id("UnmarshalJSON").Params(data()).Error(),
		jen.Id("c").Op(":=").Add(e.wire("NewDecoder")).Call(jen.Id("data")),
		jen.Var().Id("decoded").Id(d.Name),
		jen.If(not(e.decode(d.Value, jen.Op("&").Id("c"), jen.Op("&").Id("decoded"))).Op("||").Add(not(c("End").Call()))).Block(
			jen.Return(c("Err").Call(e.validRef(d.Value))),
		),
		jen.Op("*").Id("v").Op("=").Id("decoded"),
		jen.Return(jen.Nil()),
	)
	e.function("MarshalJSON encodes v.",
		jen.Func().Params(jen.Id("v").Id(d.Name)).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()),
		jen.Return(jen.Id("v").Dot("AppendJSON").Call(jen.Nil())),
	)
	self := jen.Id("v")
	if byPointer(d.Value.Type) {
		self = jen.Op("&").Id("v")
	}
	e.function("AppendJSON encodes v behind dst.",
		jen.Func().Params(jen.Id("v").Id(d.Name)).Id("AppendJSON").Params(jen.Id("dst").Index().Byte()).Params(jen.Index().Byte(), jen.Error()),
		jen.Id("e").Op(":=").Add(e.wire("NewEncoder")).Call(jen.Id("dst")),
		e.encode(d.Value, jen.Op("&").Id("e"), self),
		jen.Return(jen.Id("e").Dot("Result").Call()),
	)
}

// handler prints the type of the functions that take the root as their event.
func (e *emitter) handler(r *model.Root) {
	h := r.Handler
	results := []jen.Code{jen.Error()}
	answer := " It answers with null."
	if h.Response != "" {
		results = []jen.Code{jen.Id(h.Response), jen.Error()}
		answer = " It answers with what the function returns."
	}
	s := jen.Empty()
	for _, line := range comment(h.Name+" is a Lambda function that is invoked with the type "+r.Name+". Its method Invoke makes it a handler for lambda.Start of aws-lambda-go.", 0) {
		s.Add(line).Line()
	}
	e.typesFile.add(s.Type().Id(h.Name).Func().Params(jen.Qual("context", "Context"), jen.Id(r.Name)).Params(results...))
	signature := jen.Func().Params(jen.Id("h").Id(h.Name)).Id("Invoke").
		Params(jen.Id("ctx").Qual("context", "Context"), jen.Id("payload").Index().Byte()).
		Params(jen.Index().Byte(), jen.Error())
	decode := []jen.Code{
		jen.List(jen.Id("event"), jen.Err()).Op(":=").Id("Decode" + r.Name).Call(jen.Id("payload")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
	}
	doc := "Invoke decodes the payload and calls h." + answer
	if h.Response == "" {
		e.function(doc, signature, append(decode,
			jen.If(jen.Err().Op(":=").Id("h").Call(jen.Id("ctx"), jen.Id("event")), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
			jen.Return(jen.Index().Byte().Call(lit("null")), jen.Nil()),
		)...)
		return
	}
	e.function(doc, signature, append(decode,
		jen.List(jen.Id("response"), jen.Err()).Op(":=").Id("h").Call(jen.Id("ctx"), jen.Id("event")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
		jen.Return(jen.Id("response").Dot("AppendJSON").Call(jen.Nil())),
	)...)
}
