package model

// A Package is a Go package for one or more root types.
type Package struct {
	Name     string
	Source   string // the names of the schemas it was made from, for its comment
	Roots    []*Root
	Decls    []*Decl    // named types, in the order of declaration
	Patterns []*Pattern // regular expressions, in order
	Needs    []string   // the functions for formats and content that it calls of the runtime, sorted
}

// A Root is a type with entry points: DecodeT, ValidT, ValidateT and the rest.
type Root struct {
	Name        string // T
	Description string // what the schema says of it; may be empty
	Value       *Value // its Type is Named
	Examples    []Example
	Handler     *Handler // nil if the type is not sent to a function
	Ways        []Way    // to recognise its documents
}

// A Handler is the type of functions that take a root type as their event.
type Handler struct {
	Name     string // "Handler", "RESTHandler"
	Response string // the root type that the function answers with, or empty
}

// An Example is a constructor of a value: func ExampleT() T.
type Example struct {
	Name    string // of the document that it is made from, or what that is
	Func    string
	Doc     string
	Literal Literal
}
