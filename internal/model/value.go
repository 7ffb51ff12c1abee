package model

// A Value is a place for JSON values: which are valid there, and the Go type
// that holds them.
type Value struct {
	Name  string // the stem of its functions: validName, decodeName, encodeName
	Check *Check
	Type  Type
	// Nullable says that null is valid here and that Type does not hold it: it
	// becomes a nil pointer, list, map or interface.
	Nullable bool
}

// A Use is a Value in a field, a list or a map.
type Use struct {
	Value   *Value
	Pointer bool // the Go type is a pointer to the Value's
}

// A Type is a Go type. The implementations are Basic, Slice, Map and Named.
type Type interface{ isType() }

// A Basic type has no parts and needs no declaration.
type Basic string

// The basic types.
const (
	String  Basic = "string"
	Bool    Basic = "bool"
	Int8    Basic = "int8"
	Int16   Basic = "int16"
	Int32   Basic = "int32"
	Int64   Basic = "int64"
	Uint8   Basic = "uint8"
	Uint16  Basic = "uint16"
	Uint32  Basic = "uint32"
	Uint64  Basic = "uint64"
	Float64 Basic = "float64"
	Number  Basic = "json.Number"
	Raw     Basic = "json.RawMessage" // any value, as it was written
	Time    Basic = "wire.Time"
	Base64  Basic = "wire.Base64"
)

// IsInteger reports whether b is one of Go's integer types.
func (b Basic) IsInteger() bool {
	switch b {
	case Int8, Int16, Int32, Int64, Uint8, Uint16, Uint32, Uint64:
		return true
	}
	return false
}

// A Slice is a list of equal parts.
type Slice struct{ Elem Use }

// A Map holds members under any name.
type Map struct{ Elem Use }

// Named is a declared type.
type Named struct{ Decl *Decl }

func (Basic) isType() {}
func (Slice) isType() {}
func (Map) isType()   {}
func (Named) isType() {}

// Nilable reports whether a nil value of the type can stand for absence.
func Nilable(t Type) bool {
	switch t := t.(type) {
	case Slice, Map:
		return true
	case Basic:
		return t == Raw
	case Named:
		_, union := t.Decl.Form.(*Union)
		return union
	}
	return false
}
