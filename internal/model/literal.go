package model

// A Literal is a Go expression for a value. The implementations are
// StructLit, SliceLit, MapLit, Scalar, PointerLit and CastLit.
type Literal interface{ isLiteral() }

// A StructLit sets fields by name. Extra members are in Extra.
type StructLit struct {
	Decl    *Decl
	Fields  []FieldLit
	Extra   []ExtraLit
	Pointer bool
}

// A FieldLit is a field of a StructLit.
type FieldLit struct {
	Name  string
	Value Literal
}

// An ExtraLit is a member without a field.
type ExtraLit struct{ Name, JSON string }

// A SliceLit lists items. Type is a Slice, or Named.
type SliceLit struct {
	Type  Type
	Items []Literal
}

// A MapLit lists members. Type is a Map, or Named.
type MapLit struct {
	Type    Type
	Members []MemberLit
}

// A MemberLit is a member of a MapLit.
type MemberLit struct {
	Name  string
	Value Literal
}

// A Scalar is a Go constant of a basic or a named basic type, or nil.
type Scalar struct {
	Type  Type   // nil for the literal nil
	Text  string // the content of a string, the digits of a number, "true"
	Const string // the name of a constant that has this value, or empty
	Cast  bool   // write the type around the value
}

// A PointerLit is a pointer to a value.
type PointerLit struct{ Value Literal }

func (*StructLit) isLiteral()  {}
func (*SliceLit) isLiteral()   {}
func (*MapLit) isLiteral()     {}
func (*Scalar) isLiteral()     {}
func (*PointerLit) isLiteral() {}
