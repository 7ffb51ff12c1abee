package model

// A Decl is the declaration of a named type.
type Decl struct {
	Name string
	Doc  string
	Form Form
	// Value is the place that the type was made for.
	Value *Value
	// Markers are the unions that the type is a branch of.
	Markers []*Decl
}

// ByPointer reports whether unions hold pointers to the type: structs with fields
// of their own are passed so.
func (d *Decl) ByPointer() bool {
	switch d.Form.(type) {
	case *Struct, *Tuple:
		return true
	}
	return false
}

// A Form is the right-hand side of a declaration. The implementations are
// Struct, Tuple, Union, Enum, Nested, Defined and Box.
type Form interface{ isForm() }

// A Struct has a field for each member that the schema names.
type Struct struct {
	Fields []Field
	// Additional is the map of all other members, if they have a type.
	Additional     *Use
	AdditionalName string
	// Extra says that members without a field are kept in a field Extra.
	Extra bool
	// Other says that values which are no objects are kept in a field Other.
	Other bool
}

// A Field is a member of a struct.
type Field struct {
	Name     string // in Go
	Member   string // in JSON
	Index    int    // in Object.Members of the struct's check
	Doc      string
	Use      Use
	Required bool
}

// A Tuple is a struct with a field for each item of a list whose items differ by
// position.
type Tuple struct {
	Items []Item
	Rest  *Use // of the field Rest, a list of the items past Items; nil if there are none
}

// An Item is a position in a Tuple.
type Item struct {
	Name     string // of the field
	Doc      string
	Use      Use
	Required bool // otherwise nil ends the list, if nothing behind it is set
}

// A Union is an interface that one type for each branch implements. What tells
// the branches apart is Tag, or else what the first of them says: the kind of the
// value, or the name of its only member; or else they are tried in order.
type Union struct {
	Branches []Branch
	Tag      string // the member whose constant value tells the branches apart
}

// A Branch is one of the types of a union.
type Branch struct {
	Value *Value // its Type is Named
	Tags  []string
	// Kinds are the kinds of values that lead here and to no other branch; 0 if
	// that does not tell.
	Kinds Kinds
	// Member is the name of the only member of objects that lead here; empty in a
	// last branch that takes any other, or if that does not tell.
	Member string
	// Pointer says that the interface holds a pointer to the type.
	Pointer bool
}

// An Enum is a string type with constants.
type Enum struct {
	Constants []Constant
	Open      bool // other values are valid too
}

// A Constant is a named value of an Enum.
type Constant struct{ Name, Value string }

// Defined is a type with the underlying type of a Value's type, which is neither
// a pointer nor an interface.
type Defined struct{ Value *Value }

// A Box is a struct with one field, Value, for root types and branches whose
// values are nullable, or whose type cannot carry methods.
type Box struct{ Use Use }

func (*Struct) isForm()  {}
func (*Tuple) isForm()   {}
func (*Union) isForm()   {}
func (*Enum) isForm()    {}
func (*Defined) isForm() {}
func (*Box) isForm()     {}
