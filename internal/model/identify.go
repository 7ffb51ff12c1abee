package model

// A Way is one way to recognise documents of a root type: all of its tests hold.
type Way struct {
	Points int // how much it says
	Tests  []Test
}

// A Test is about one place in a document.
type Test struct {
	Pointer string   // JSON Pointer
	Tokens  []string // its steps, without escapes
	Absent  bool     // there is no value; otherwise there is one, with the trait
	Trait   Trait
}

// A Trait is what a value may have about it: all of the following that is set. Where nothing is
// set, it is enough that there is a value.
type Trait struct {
	Is      string   // says so: `is "aws:sqs"`
	Values  []string // JSON; it equals one of them
	Kinds   Kinds    // it is of one of them; 0 if it may be of any
	Pattern *Pattern // it is a string and matches
}
