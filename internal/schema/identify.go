package schema

// An Alternative is one way to recognise documents, in x-identify: those that meet all of its
// tests are taken for documents of the schema. There is at least one test.
type Alternative []Test

// A Test is about the value that a JSON Pointer leads to in a document.
type Test struct {
	Pointer string   // such as /Records/0/eventSource; empty for the document as a whole
	Tokens  []string // the steps of Pointer, without escapes
	// Absent wants no value to be there. Otherwise there has to be one, which meets what follows.
	Absent  bool
	Values  []*Value // it equals one of them, from "const" or "enum"; nil if it may be any
	Types   []Type   // it is of one of them; nil if it may be of any
	Pattern *Value   // it is a string that matches this one; nil if it need not
}
