package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/output"
)

// Package prints p. The code imports the runtime from the path runtimeImport.
// The paths of the files are relative to the package's folder.
func Package(p *model.Package, runtimeImport string) ([]output.File, error) {
	e := newEmitter(p, nil, runtimeImport)
	e.types()
	e.drain()
	e.examples()
	return e.files([]*file{
		e.typesFile.named("types.go", e.packageDoc()),
		e.validFile.named("valid.go", ""),
		e.decodeFile.named("decode.go", ""),
		e.encodeFile.named("encode.go", ""),
		e.exampleFile.named("examples.go", ""),
	})
}

// An emitter collects the declarations of each file.
type emitter struct {
	pkg      *model.Package
	siblings []*model.Sibling // that the package imports
	runtime  string

	typesFile, validFile, decodeFile, encodeFile, exampleFile *file

	valids  map[*model.Check]string // the functions that check
	printed map[string]bool         // names of functions and variables that are printed or queued
	queue   []func()                // what prints the functions that have been called
}

func newEmitter(p *model.Package, siblings []*model.Sibling, runtimeImport string) *emitter {
	e := &emitter{
		pkg: p, siblings: siblings, runtime: runtimeImport,
		valids: map[*model.Check]string{}, printed: map[string]bool{},
	}
	e.typesFile, e.validFile, e.decodeFile, e.encodeFile, e.exampleFile = e.newFile(), e.newFile(), e.newFile(), e.newFile(), e.newFile()
	return e
}

// wire refers to a name of the runtime.
func (e *emitter) wire(name string) *jen.Statement { return jen.Qual(e.runtime, name) }

// once queues print unless name has been queued before.
func (e *emitter) once(name string, print func()) {
	if !e.printed[name] {
		e.printed[name] = true
		e.queue = append(e.queue, print)
	}
}

// drain prints what has been queued, and what that queues.
func (e *emitter) drain() {
	for len(e.queue) > 0 {
		next := e.queue[0]
		e.queue = e.queue[1:]
		next()
	}
}

// c is the cursor that every function reads from.
func c(method string) *jen.Statement { return jen.Id("c").Dot(method) }

// cursor is the parameter c.
func (e *emitter) cursor() *jen.Statement { return jen.Id("c").Op("*").Add(e.wire("Cursor")) }

// unless prints: if fails { return false }.
func unless(fails jen.Code) jen.Code {
	return jen.If(jen.Add(fails)).Block(jen.Return(jen.False()))
}

// A condition is a check that the code behind it relies on; as a statement it is
// if !check { return false }.
type condition struct {
	jen.Code
	check jen.Code
}

func require(check jen.Code) jen.Code { return condition{unless(not(check)), check} }

// settle ends a function that has found nothing wrong. A condition that stands
// last is what it returns.
func settle(body []jen.Code) []jen.Code {
	if last := len(body) - 1; last >= 0 {
		if c, ok := body[last].(condition); ok {
			return append(body[:last:last], jen.Return(c.check))
		}
	}
	return append(body, jen.Return(jen.True()))
}

// not negates a call.
func not(call jen.Code) *jen.Statement { return jen.Op("!").Add(call) }

// join puts an operator between expressions.
func join(op string, terms []jen.Code) *jen.Statement {
	s := jen.Add(terms[0])
	for _, t := range terms[1:] {
		s.Op(op).Add(t)
	}
	return s
}

// rule prints the arguments that report a rule: keyword, pointer, message.
func rule(r model.Rule) jen.Code {
	return jen.List(lit(r.Keyword), lit(r.Pointer), lit(r.Message))
}

// violation prints: if broken && c.Violates(…) { return false }.
func violation(broken jen.Code, r model.Rule) jen.Code {
	return jen.If(jen.Add(broken).Op("&&").Add(c("Violates").Call(rule(r)))).Block(jen.Return(jen.False()))
}

// violationAt is violation for a value that began at an offset.
func violationAt(start, broken jen.Code, r model.Rule) jen.Code {
	return jen.If(jen.Add(broken).Op("&&").Add(c("ViolatesAt").Call(start, rule(r)))).Block(jen.Return(jen.False()))
}
