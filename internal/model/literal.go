package model

// A Literal is a Go expression for a value that was a document. The implementations are Text,
// Digits, Truth, Const, Nil, Moment, Convert, Address, StructLit, ListLit, MapLit and ExtraLit.
//
// The Type of a composite literal is nil where the context names it: an item of a list, or a
// member of a map.
type Literal interface{ isLiteral() }

// Text is a string constant.
type Text string

// Digits is a numeric constant, as Go writes it.
type Digits string

// Truth is a boolean constant.
type Truth bool

// Const is a constant of an Enum.
type Const struct{ Name string }

// Nil is nil.
type Nil struct{}

// Moment is a Time that is written so.
type Moment string

// Convert is a constant as a value of a type that the context does not give it, or that JSON text
// has in Go.
type Convert struct {
	Type  Type
	Value Literal
}

// Address is a pointer to a value.
type Address struct{ Value Literal }

// A StructLit sets fields by name.
type StructLit struct {
	Type   Type
	Fields []FieldLit
}

// A FieldLit is a field of a StructLit.
type FieldLit struct {
	Name  string
	Value Literal
}

// A ListLit lists items.
type ListLit struct {
	Type  Type
	Items []Literal
}

// A MapLit lists members, in order of name.
type MapLit struct {
	Type    Type
	Members []MemberLit
}

// A MemberLit is a member of a MapLit.
type MemberLit struct {
	Name  string
	Value Literal
}

// An ExtraLit lists members without a field, in their order.
type ExtraLit []ExtraMember

// An ExtraMember is a member without a field.
type ExtraMember struct{ Name, JSON string }

func (Text) isLiteral()       {}
func (Digits) isLiteral()     {}
func (Truth) isLiteral()      {}
func (Const) isLiteral()      {}
func (Nil) isLiteral()        {}
func (Moment) isLiteral()     {}
func (Convert) isLiteral()    {}
func (Address) isLiteral()    {}
func (*StructLit) isLiteral() {}
func (*ListLit) isLiteral()   {}
func (*MapLit) isLiteral()    {}
func (ExtraLit) isLiteral()   {}
