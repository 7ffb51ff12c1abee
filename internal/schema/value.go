package schema

// A Kind is one of the six kinds of JSON values; true and false are told apart.
type Kind int

// The kinds of JSON values.
const (
	KindNull Kind = iota + 1
	KindFalse
	KindTrue
	KindNumber
	KindString
	KindArray
	KindObject
)

// A Value is a JSON value with the places that it was read from. Numbers keep
// their text, objects the order of their members.
type Value struct {
	Kind     Kind
	Location Location
	Text     string   // the text of a number as it was written, the content of a string
	Items    []*Value // of an array
	Members  []Member // of an object, without duplicates
}

// A Member is a name and a value in an object.
type Member struct {
	Name     string
	Location Location // of the name; its Pointer is that of the value
	Value    *Value
}

// Member returns the value under name, or nil if v is no object or has none.
func (v *Value) Member(name string) *Value {
	if v == nil {
		return nil
	}
	for i := range v.Members {
		if v.Members[i].Name == name {
			return v.Members[i].Value
		}
	}
	return nil
}
