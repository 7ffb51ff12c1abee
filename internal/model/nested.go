package model

// A Nested is a string type whose values hold a JSON document.
type Nested struct {
	// Content is the place for that document. It has a name and is not Nullable:
	// its functions read and write all that is valid there.
	Content *Value
	Packing *Packing // nil if the string is the document
}

// A Packing is how a document becomes a string that cannot be read as it is.
type Packing struct {
	Doc          string // such as "in base64"
	Pack, Unpack string // functions of the runtime
}

func (*Nested) isForm() {}
