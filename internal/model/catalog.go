package model

// A Catalog is a Go package with a table of the root types of other packages, and with what tells
// their documents apart.
type Catalog struct {
	Name     string
	Siblings []*Sibling // the packages, in order of name
	Events   []*Event   // in order of ID
	Marks    []*Mark    // what documents are recognised by, in order of place; Marks[i].Index == i
	Root     *Place     // the document as a whole
}

// A Sibling is a package that a Catalog is about.
type Sibling struct {
	Name  string // of the package
	Path  string // that it is imported by
	Alias string // what the import is called, if not by the name
}

// An Event is a root type in a Catalog.
type Event struct {
	ID          string
	Sibling     *Sibling
	Type        string
	Schema      string // the path of the file
	Description string // may be empty
	Request     bool   // functions are invoked with it
	Response    string // the ID of what they answer with; empty if no answer is read
	Decode      string // the name of the function that decodes a document
	Examples    []Sample
	Ways        []MarkedWay
}

// A Sample is an Example in a Catalog.
type Sample struct {
	Name        string
	Func        string // the name of the function that returns it as JSON
	Constructor string // in the package of the type
}

// A Mark is a Trait of the value at a place.
type Mark struct {
	Index   int
	Pointer string
	Trait
}

// A MarkedWay is a Way of several types' documents to be told apart.
type MarkedWay struct {
	Points int
	Has    []*Mark
	Lacks  []*Mark // of values that are not there at all
}

// A Place is where marks are looked for.
type Place struct {
	Name   string // of the member, or the index of the item; empty for the document as a whole
	Marks  []*Mark
	Items  int      // how many items at the front of an array Places are about
	Places []*Place // within, in order of name
}
