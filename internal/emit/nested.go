package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
)

// nested prints the methods of a string type that reach the document in it.
func (e *emitter) nested(d *model.Decl, f *model.Nested) {
	data, failures := jen.Index().Byte().Call(jen.Id("v")), "a *ValidationError"
	if f.Packing != nil {
		e.nestedBytes(d, f.Packing)
		data, failures = jen.Id("data"), "a *ContentError, a *ValidationError"
	}
	e.nestedDecode(d, f, data, failures)
	e.nestedEncode(d, f)
}

// nestedBytes prints the method that unpacks the document.
func (e *emitter) nestedBytes(d *model.Decl, p *model.Packing) {
	e.function("Bytes returns the document in v. It is "+p.Doc+", or else the error is a *ContentError.",
		jen.Func().Params(jen.Id("v").Id(d.Name)).Id("Bytes").Params().Params(jen.Index().Byte(), jen.Error()),
		jen.Return(e.wire(p.Unpack).Call(jen.String().Call(jen.Id("v")))),
	)
}

// nestedDecode prints the method that decodes the document, whose text is data.
func (e *emitter) nestedDecode(d *model.Decl, f *model.Nested, data jen.Code, failures string) {
	content := f.Content
	var body []jen.Code
	if f.Packing != nil {
		body = []jen.Code{
			jen.List(jen.Id("data"), jen.Err()).Op(":=").Id("v").Dot("Bytes").Call(),
			jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(e.zero(content.Type), jen.Err())),
		}
	}
	body = append(body,
		jen.Var().Id("content").Add(e.typ(content.Type)),
		jen.Id("c").Op(":=").Add(e.wire("NewDecoder")).Call(data),
		jen.If(not(e.decode(content, jen.Op("&").Id("c"), jen.Op("&").Id("content"))).Op("||").Add(not(c("End").Call()))).Block(
			jen.Return(e.zero(content.Type), c("Err").Call(e.validRef(content))),
		),
		jen.Return(jen.Id("content"), jen.Nil()),
	)
	e.function("Decode parses, checks and decodes the document in v. The error is "+failures+" with places in that document, or a *RangeError.",
		jen.Func().Params(jen.Id("v").Id(d.Name)).Id("Decode").Params().Params(e.typ(content.Type), jen.Error()), body...)
}

// nestedEncode prints the method that puts a document into the string.
func (e *emitter) nestedEncode(d *model.Decl, f *model.Nested) {
	source, text := jen.Id("content"), jen.Id("data")
	if byPointer(f.Content.Type) {
		source = jen.Op("&").Id("content")
	}
	if f.Packing != nil {
		text = e.wire(f.Packing.Pack).Call(text)
	}
	e.function("Encode puts content into v. If content is not valid, v stays as it is, and the error is a *ValidationError.",
		jen.Func().Params(jen.Id("v").Op("*").Id(d.Name)).Id("Encode").Params(jen.Id("content").Add(e.typ(f.Content.Type))).Error(),
		jen.Id("e").Op(":=").Add(e.wire("NewEncoder")).Call(jen.Nil()),
		e.encode(f.Content, jen.Op("&").Id("e"), source),
		jen.List(jen.Id("data"), jen.Err()).Op(":=").Id("e").Dot("Result").Call(),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
		jen.If(jen.Err().Op(":=").Add(e.wire("Validate")).Call(jen.Id("data"), e.validRef(f.Content)), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
		jen.Op("*").Id("v").Op("=").Id(d.Name).Call(text),
		jen.Return(jen.Nil()),
	)
}

// hasPacked reports whether there are documents that cannot be read as they are.
func (e *emitter) hasPacked() bool {
	for _, d := range e.pkg.Decls {
		if n, ok := d.Form.(*model.Nested); ok && n.Packing != nil {
			return true
		}
	}
	return false
}
